import { example } from './examples';
import { checkLabelSelector } from './label-selector';
import { Broken, Rule, forRecords, isGiven, rulesFor } from './rule';
import { isLoosePartOf, looseRangeOf } from '../../../kubernetes/formats/address';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const policyPeer: Rule = {
  id: 'network-policy-peer',
  why: 'a peer is chosen by selectors or by addresses; an empty one would choose nobody, and addresses know no labels',
  fix: 'write podSelector, namespaceSelector or both, or ipBlock alone; write {} as a selector for everybody',
  bad: example('NetworkPolicy', 'networking.k8s.io/v1', 'spec: {podSelector: {}, ingress: [{from: [{}]}]}'),
  good: example('NetworkPolicy', 'networking.k8s.io/v1', 'spec: {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}'),
};

export const policyIpBlock: Rule = {
  id: 'network-policy-ip-block',
  why: 'an exception takes a part out of a range of addresses, so it lies inside',
  fix: 'write exceptions that are smaller ranges inside cidr',
  bad: example('NetworkPolicy', 'networking.k8s.io/v1', 'spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [192.168.0.0/16]}}]}]}'),
  good: example('NetworkPolicy', 'networking.k8s.io/v1', 'spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}]}'),
};

export const policyPorts: Rule = {
  id: 'network-policy-port',
  why: 'a range of ports goes from port up to endPort, so both are numbers',
  fix: 'write a numeric port, and an endPort that is not below it',
  bad: example('NetworkPolicy', 'networking.k8s.io/v1', 'spec: {podSelector: {}, ingress: [{ports: [{port: http, endPort: 90}]}]}'),
  good: example('NetworkPolicy', 'networking.k8s.io/v1', 'spec: {podSelector: {}, ingress: [{ports: [{port: 80, endPort: 90}]}]}'),
};

export const networkPolicyRules: ObjectCheck = rulesFor(
  ['networking.k8s.io/NetworkPolicy'], [policyPeer, policyIpBlock, policyPorts],
  (policy, broken) => {
    const spec = recordOf(policy.spec);
    checkLabelSelector(spec.podSelector, '/spec/podSelector', broken);
    checkRules(spec.ingress, 'from', '/spec/ingress', broken);
    checkRules(spec.egress, 'to', '/spec/egress', broken);
  },
);

function checkRules(rules: unknown, peers: string, at: string, broken: Broken) {
  listOf(rules).forEach((rule, index) => {
    if (!isRecord(rule)) { return; }
    forRecords(rule.ports, (port, position) => checkPort(port, `${at}/${index}/ports/${position}`, broken));
    forRecords(rule[peers], (peer, position) => checkPeer(peer, `${at}/${index}/${peers}/${position}`, broken));
  });
}

function checkPort({ port, endPort }: Record<string, any>, at: string, broken: Broken) {
  if (!isGiven(endPort)) { return; }
  if (!isGiven(port)) {
    broken(policyPorts, `${at}/endPort`, 'endPort is given without port', 'add port');
  } else if (typeof port !== 'number') {
    broken(policyPorts, `${at}/endPort`, `a range cannot start at a named port, here ${show(port)}`);
  } else if (typeof endPort === 'number' && endPort > 0 && endPort < port) {
    broken(policyPorts, `${at}/endPort`, `endPort ${endPort} is below port ${port}`);
  }
}

function checkPeer(peer: Record<string, any>, at: string, broken: Broken) {
  const selectors = isGiven(peer.podSelector) || isGiven(peer.namespaceSelector);
  if (!selectors && !isGiven(peer.ipBlock)) { broken(policyPeer, at, 'the peer chooses nobody'); }
  if (selectors && isGiven(peer.ipBlock)) { broken(policyPeer, `${at}/ipBlock`, 'ipBlock stands beside a selector', 'make it two peers'); }
  checkLabelSelector(peer.podSelector, `${at}/podSelector`, broken);
  checkLabelSelector(peer.namespaceSelector, `${at}/namespaceSelector`, broken);
  if (!isRecord(peer.ipBlock)) { return; }
  const { cidr } = peer.ipBlock;
  if (!looseRangeOf(cidr)) { return; }
  listOf(peer.ipBlock.except).forEach((except, index) => {
    if (looseRangeOf(except) && !isLoosePartOf(except, cidr)) {
      broken(policyIpBlock, `${at}/ipBlock/except/${index}`, `${show(except)} is no part of ${show(cidr)}`);
    }
  });
}
