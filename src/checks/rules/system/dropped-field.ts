import { isBuiltIn } from '../../../kubernetes/kinds';
import { Manifest } from '../../../kubernetes/manifest';
import { valueAt } from '../../../kubernetes/pointer';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

/** A field that the server drops without a word, until the version that honours it by default. */
interface DroppedField {
  /** JSON pointer in the object, the pod template, each container or each claim. */
  readonly path: string;
  readonly until: string;
  readonly instead: string;
}

const OF_STATEFUL_SETS: readonly DroppedField[] = [
  { path: '/spec/updateStrategy/rollingUpdate/maxUnavailable', until: '1.35', instead: 'pods are updated one by one, or by partition' },
  { path: '/spec/ordinals', until: '1.27', instead: 'ordinals begin at 0' },
  { path: '/spec/persistentVolumeClaimRetentionPolicy', until: '1.27', instead: 'claims are always kept' },
];
const OF_PODS: readonly DroppedField[] = [
  { path: '/spec/hostUsers', until: '1.33', instead: 'pods share the users of the node; set runAsNonRoot' },
  { path: '/spec/resourceClaims', until: '1.34', instead: 'use resources.limits with the device of a device plugin' },
];
const OF_CONTAINERS: readonly DroppedField[] = [
  { path: '/resizePolicy', until: '1.33', instead: 'a change of resources re-creates the pod' },
  { path: '/resources/claims', until: '1.34', instead: 'use resources.limits with the device of a device plugin' },
];
const OF_CLAIMS: readonly DroppedField[] = [
  { path: '/spec/dataSourceRef/namespace', until: '2.0', instead: 'take the snapshot in the namespace of the claim' },
];

const web = (rollingUpdate: string) => `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  serviceName: web
  updateStrategy: {type: RollingUpdate, rollingUpdate: {${rollingUpdate}}}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: httpd:2.4.62}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {clusterIP: None, selector: {app: web}}
`;

export const droppedField: Check = {
  id: 'dropped-field',
  why: 'the server drops fields of features that are not switched on, without an error or a warning: the object is not what the manifest says',
  severity: 'warning',
  run: function* (inventory, { references, claims, kubernetesVersion }) {
    const isDropped = ({ until }: DroppedField) => minorOf(kubernetesVersion) < minorOf(until);
    const [ofSets, ofPods, ofContainers, ofClaims] = [OF_STATEFUL_SETS, OF_PODS, OF_CONTAINERS, OF_CLAIMS].map(fields => fields.filter(isDropped));
    const drops = function* (object: Manifest, part: unknown, prefix: string, fields: readonly DroppedField[]): Iterable<SystemProblem> {
      for (const { path, until, instead } of fields) {
        if (valueAt(part, path) === undefined) { continue; }
        yield {
          object,
          path: prefix + path,
          message: `${titleOf(object)} sets ${path.slice(1).replace(/\//g, '.')}, which Kubernetes ${kubernetesVersion} drops unless its feature is switched on`,
          fix: `remove it; ${minorOf(until) < 200 ? `before Kubernetes ${until} ` : ''}${instead}`,
        };
      }
    };
    for (const set of inventory.ofKind('StatefulSet')) {
      if (isBuiltIn(set.apiVersion)) { yield* drops(set, set, '', ofSets); }
    }
    for (const { workload, template } of references.pods.all) {
      yield* drops(workload, template, template.path, ofPods);
      for (const { container, path } of containersOf(template)) { yield* drops(workload, container, path, ofContainers); }
    }
    for (const claim of claims.all) { yield* drops(claim.from, claim, claim.path, ofClaims); }
  },
  bad: web('maxUnavailable: 2'),
  good: web('partition: 2'),
};

/** 27 of `1.27`; 200 and more for a version that is nowhere in sight. */
function minorOf(version: string): number {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return (major - 1) * 200 + (minor || 0);
}
