import { objectYaml, setYaml, together } from './examples';
import { OTHER_POLICIES, isForIngress, openingsFor } from './policies';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { containersOf, replicasOf } from '../../../kubernetes/workload';
import { append } from '../../../manifest/group-by';
import { titleOf } from '../../../manifest/inventory';
import { memberPortsOf } from '../../../manifest/member-ports';
import { Pods } from '../../../manifest/references/pods';
import { References } from '../../../manifest/references/references';
import { Check } from '../../engine/check';

const example = (peers: string) => together(
  setYaml('zookeeper', ['containers: [{name: zookeeper, image: zookeeper:3.9.3, volumeMounts: [{name: conf, mountPath: /conf}]}]', 'volumes: [{name: conf, emptyDir: {}}]'], 'replicas: 3', 'podManagementPolicy: Parallel'),
  objectYaml('networking.k8s.io/v1', 'NetworkPolicy', 'zookeeper',
    `spec: {podSelector: {matchLabels: {app: zookeeper}}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 2181}]}${peers}]}`));

export const policyPartsMembers: Check = {
  id: 'policy-parts-members',
  why: 'a pod that a NetworkPolicy selects gets no connections but those that some policy lets in. Where none lets the members of a set in at the ports by which they find each other, '
    + 'they form no cluster: each one waits for the others',
  severity: 'warning',
  run: function* (inventory, { references }) {
    if (OTHER_POLICIES.some(kind => inventory.ofKind(kind).length > 0)) { return; }
    const restricted = policiesByPods(references);
    for (const [pods, policies] of restricted) {
      if (pods.workload.kind !== 'StatefulSet' || replicasOf(pods.workload) < 2 || pods.template.spec.hostNetwork === true) { continue; }
      const opens = oncePerKey((policy: Manifest) => openingsFor(policy, pods, references));
      const closed = memberPortsOf(pods.workload, pods.template)
        .filter(({ port }) => !policies.some(policy => opens(policy).some(ports => includes(ports, port, pods))));
      if (closed.length === 0) { continue; }
      const ports = closed.map(({ port }) => port);
      yield {
        object: policies[0],
        path: '/spec/ingress',
        message: `${titleOf(policies[0])} selects the members of ${titleOf(pods.workload)}, and no rule lets them in to each other at port ${ports.join(' and ')}, `
          + `where they find each other (${closed[0].whose})`,
        fix: `add to ingress: {from: [{podSelector: {matchLabels: ${selectorOf(pods)}}}], ports: [${ports.map(port => `{port: ${port}}`).join(', ')}]}`,
      };
    }
  },
  bad: example(''),
  good: example(', {from: [{podSelector: {matchLabels: {app: zookeeper}}}], ports: [{port: 2888}, {port: 3888}]}'),
};

function policiesByPods(references: References): ReadonlyMap<Pods, readonly Manifest[]> {
  const restricted = new Map<Pods, Manifest[]>();
  for (const selection of references.selectionsFor('restricts')) {
    if (!isForIngress(selection.from)) { continue; }
    for (const pods of references.selected(selection)) {
      if (pods.workload.kind === 'StatefulSet') { append(restricted, pods, selection.from); }
    }
  }
  return restricted;
}

/** No ports are all ports. */
function includes(ports: readonly unknown[], wanted: number, { template }: Pods): boolean {
  return ports.length === 0 || ports.map(recordOf).some(({ port, endPort, protocol = 'TCP' }) => {
    if (protocol !== 'TCP') { return false; }
    if (typeof port === 'string') { return containersOf(template).some(({ container }) => listOf(container.ports).map(recordOf).some(one => one.name === port && one.containerPort === wanted)); }
    return typeof port !== 'number' || (typeof endPort === 'number' ? port <= wanted && wanted <= endPort : port === wanted);
  });
}

/** The labels by which the set finds its own pods. */
function selectorOf({ workload, labels }: Pods): string {
  const { matchLabels } = recordOf(recordOf(workload.spec).selector);
  return `{${Object.entries(isRecord(matchLabels) ? matchLabels : labels).map(([key, value]) => `${key}: ${textOf(value)}`).join(', ')}}`;
}
