import { example } from './examples';
import { OBJECT_COUNTS, isDevice, isNegative } from './resources';
import { Broken, Rule, forRepeated, isBelow, isText, rulesFor } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { CIDR, looseRangeOf } from '../../../kubernetes/formats/address';
import { inVersion } from '../../../kubernetes/formats/format';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { isFraction } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const nodeTaints: Rule = {
  id: 'node-taints',
  why: 'a taint is known by its key and its effect',
  fix: 'write each pair of key and effect once',
  bad: example('Node', 'v1', 'spec: {taints: [{key: a, effect: NoSchedule}, {key: a, value: b, effect: NoSchedule}]}'),
  good: example('Node', 'v1', 'spec: {taints: [{key: a, effect: NoSchedule}, {key: a, effect: NoExecute}]}'),
};

export const nodeRanges: Rule = {
  id: 'node-pod-cidrs',
  why: 'the Pods of a node get their addresses from one range of each IP family',
  fix: 'leave podCIDR and podCIDRs to the controller that hands out ranges, or write at most one range of each IP family',
  bad: example('Node', 'v1', 'spec: {podCIDRs: [10.0.0.0/24, 10.0.1.0/24]}'),
  good: example('Node', 'v1', "spec: {podCIDRs: [10.0.0.0/24, 'fd00::/64']}"),
};

export const nodeFeatures: Rule = {
  id: 'node-features',
  why: 'a node says which features it has by names that are sorted, and each is there once',
  severity: 'error',
  since: '1.36',
  gate: 'NodeDeclaredFeatures',
  fix: 'leave the status of nodes to the kubelet',
  bad: example('Node', 'v1', 'status: {declaredFeatures: [memory]}'),
  good: example('Node', 'v1', 'status: {declaredFeatures: [Memory]}'),
};

export const nodeAvoidsPods: Rule = {
  id: 'node-avoids-pods',
  why: 'the annotation says in JSON which Pods a node would rather not have, by their controllers; no scheduler reads it any more',
  fix: 'remove the annotation, and give the node a taint',
  bad: 'apiVersion: v1\nkind: Node\nmetadata: {name: a, annotations: {scheduler.alpha.kubernetes.io/preferAvoidPods: all}}\n',
  good: example('Node', 'v1', 'spec: {taints: [{key: a, effect: PreferNoSchedule}]}'),
};

export const nodeAmounts: Rule = {
  id: 'node-resources',
  why: 'a node has no less than nothing of a resource, and only whole devices and Pods',
  fix: 'leave the status of nodes to the kubelet',
  bad: example('Node', 'v1', 'status: {capacity: {cpu: -1}}'),
  good: example('Node', 'v1', 'status: {capacity: {cpu: 500m, pods: 110}}'),
};

const AVOIDED = 'scheduler.alpha.kubernetes.io/preferAvoidPods';
const FEATURE = /^[A-Z][a-zA-Z0-9]*(?:\/[a-zA-Z0-9]+)*$/;

export const nodeRules: ObjectCheck = rulesFor(['/Node'], [nodeTaints, nodeRanges, nodeFeatures, nodeAmounts, nodeAvoidsPods], (node, broken, model) => {
  checkAvoided(recordOf(recordOf(node.metadata).annotations)[AVOIDED], broken);
  const spec = recordOf(node.spec);
  const features = listOf(recordOf(node.status).declaredFeatures);
  features.forEach((feature, index) => {
    if (typeof feature !== 'string') { return; }
    if (!FEATURE.test(feature)) { broken(nodeFeatures, `/status/declaredFeatures/${index}`, `${show(feature)} is no feature`); }
    if (index > 0 && feature <= features[index - 1]) { broken(nodeFeatures, `/status/declaredFeatures/${index}`, `${show(feature)} is not behind ${show(features[index - 1])}`); }
  });
  for (const list of ['capacity', 'allocatable']) { checkAmounts(recordOf(recordOf(node.status)[list]), `/status/${list}`, broken); }
  checkSwap(recordOf(recordOf(node.status).nodeInfo).swap, broken);
  const taints = listOf(spec.taints).map(recordOf);
  forRepeated(taints, ({ key, effect }) => `${show(key)}:${show(effect)}`, ({ key, effect }, index) =>
    broken(nodeTaints, `/spec/taints/${index}`, `there is already a taint ${show(key)} with the effect ${show(effect)}`));
  checkRanges(spec, broken, model);
});

function checkAmounts(amounts: Record<string, any>, at: string, broken: Broken) {
  for (const [name, amount] of Object.entries(amounts)) {
    if (isNegative(amount)) {
      broken(nodeAmounts, `${at}${pointer(name)}`, `${name} is ${show(amount)}, less than nothing`);
    } else if ((OBJECT_COUNTS.has(name) || isDevice(name)) && isFraction(amount)) {
      broken(nodeAmounts, `${at}${pointer(name)}`, `${show(amount)} of ${name} is no whole number`);
    }
  }
}

function checkSwap(swap: unknown, broken: Broken) {
  const { capacity } = recordOf(swap);
  if (isBelow(capacity, 1)) { broken(nodeAmounts, '/status/nodeInfo/swap/capacity', `capacity is ${show(capacity)}`, 'write more than 0, or leave it out'); }
}

function checkAvoided(annotation: unknown, broken: Broken) {
  if (!isText(annotation)) { return; }
  const fault = faultOfAvoided(annotation);
  if (fault) { broken(nodeAvoidsPods, `/metadata/annotations${pointer(AVOIDED)}`, `the annotation ${fault}`); }
}

function faultOfAvoided(text: string): string | undefined {
  try {
    const entries = listOf(recordOf(JSON.parse(text)).preferAvoidPods).map(entry => recordOf(recordOf(recordOf(entry).podSignature).podController));
    return entries.every(({ controller }) => controller === true) ? undefined : 'names Pods without a controller';
  } catch {
    return 'is no JSON';
  }
}

function checkRanges({ podCIDR, podCIDRs }: Record<string, any>, broken: Broken, model: ApiModel) {
  const ranges = listOf(podCIDRs);
  // If they differ, podCIDR takes the place of the whole list.
  if (isText(podCIDR) && ranges[0] !== podCIDR) { return; }
  const { fits, mustBe } = inVersion(CIDR, model.version);
  ranges.forEach((range, index) => {
    if (range === null || typeof range === 'string' && !fits(range)) { broken(nodeRanges, `/spec/podCIDRs/${index}`, `${show(range ?? '')}, but it must be ${mustBe}`); }
  });
  const families = ranges.map(range => looseRangeOf(range)?.family);
  forRepeated(families, family => family, (family, index) => broken(nodeRanges, `/spec/podCIDRs/${index}`, `there is already a range of ${family}`));
}
