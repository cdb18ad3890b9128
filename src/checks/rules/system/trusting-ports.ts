import { objectYaml, together } from './examples';
import { isForIngress } from './policies';
import { pointer } from '../../../kubernetes/pointer';
import { titleOf } from '../../../manifest/inventory';
import { TRUSTING_PORTS_ANNOTATION, trustingPortsOf } from '../../../manifest/trusting-ports';
import { Check } from '../../engine/check';

const SET = objectYaml('apps/v1', 'StatefulSet', 'db', 'spec:', '  serviceName: db', '  selector: {matchLabels: {app: db}}', '  template:',
  '    metadata: {labels: {app: db}}', '    spec: {containers: [{name: db, image: registry.example.com/db:1}]}')
  .replace('{name: db}', `{name: db, annotations: {${TRUSTING_PORTS_ANNOTATION}: "4444,4567"}}`);
const SERVICE = objectYaml('v1', 'Service', 'db', 'spec: {clusterIP: None, selector: {app: db}, ports: [{port: 3306}]}');
const POLICY = objectYaml('networking.k8s.io/v1', 'NetworkPolicy', 'db',
  'spec: {podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {app: db}}}]}]}');

export const trustingPorts: Check = {
  id: 'trusting-ports',
  why: 'at some ports the members of a database believe whoever connects: without a NetworkPolicy every pod of the cluster can take part, copy all data and change it',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const trusting = inventory.ofKind('StatefulSet').filter(set => trustingPortsOf(set).length > 0);
    if (trusting.length === 0) { return; }
    const closed = new Set(references.selectionsFor('restricts').filter(({ from }) => isForIngress(from))
      .flatMap(selection => [...references.selected(selection)].map(({ workload }) => workload)));
    for (const set of trusting.filter(one => !closed.has(one))) {
      const ports = trustingPortsOf(set);
      yield {
        object: set,
        path: pointer('metadata', 'annotations', TRUSTING_PORTS_ANNOTATION),
        message: `${titleOf(set)} has pods that believe whoever connects to ${ports.length > 1 ? 'the ports' : 'port'} ${ports.join(', ')}, and no NetworkPolicy says who may`,
        fix: 'add a NetworkPolicy that lets its own pods connect to them and nobody else, or let members know each other by TLS (tlsSecret)',
      };
    }
  },
  bad: together(SET, SERVICE),
  good: together(SET, SERVICE, POLICY),
};
