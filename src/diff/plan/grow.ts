import { setReference, showClaims } from './set-steps';
import { patchStep, reference } from './step';
import { TemplatePair } from './template-pairs';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { parseQuantity } from '../../kubernetes/quantity';
import { claimNameOf, ordinalsOf } from '../../kubernetes/workload';
import { requestedSize } from '../../manifest/claims';
import { namespaceOf } from '../../manifest/inventory';
import { PlanStep } from '../../reports/plan';
import { listed } from '../changes/claim-effects';
import { World } from '../changes/world';

/** They make volumes that never grow, and many of them do not keep to a size at all. */
const FIXED_SIZE: ReadonlySet<string> = new Set([
  'kubernetes.io/no-provisioner', 'rancher.io/local-path', 'k8s.io/minikube-hostpath', 'docker.io/hostpath', 'microk8s.io/hostpath',
  'k8s-sigs.io/nfs-subdir-external-provisioner', 'cluster.local/nfs-subdir-external-provisioner',
]);

/** True if the claims of a template can never grow: without a class, or with a provisioner that is known for it. */
export function isFixedSize({ old }: TemplatePair, world: World): boolean {
  const { storageClassName } = recordOf(old.spec);
  if (storageClassName === '') { return true; }
  const storageClass = world.storageClass(storageClassName);
  if (!storageClass || storageClass.allowVolumeExpansion === true) { return false; }
  return FIXED_SIZE.has(String(storageClass.provisioner)) || recordOf(storageClass.parameters).pathPattern !== undefined;
}

export function sizeOf(template: Record<string, any>): string {
  return String(requestedSize(template));
}

/** Above zero if the template asks for more than it did, below if for less. */
export function growthOf({ old, next }: TemplatePair): number {
  const [before, after] = [sizeOf(old), sizeOf(next)].map(size => parseQuantity(size) ?? 0n);
  return after > before ? 1 : after < before ? -1 : 0;
}

/** Each claim grows by itself; the driver does the rest while the pod runs, or when it next starts. */
export function grow(set: Manifest, grown: readonly TemplatePair[], world: World): PlanStep[] {
  const namespace = namespaceOf(set);
  return grown.flatMap(({ old, next }) => {
    const storage = sizeOf(next);
    const claims = listed(ordinalsOf(set)).map(ordinal => claimNameOf(old, setReference(set).name, ordinal));
    return [
      ...allowGrowth(recordOf(old.spec).storageClassName, world),
      ...claims.map(name => patchStep(`Grow claim ${name} to ${storage}`, reference('PersistentVolumeClaim', namespace, name), { spec: { resources: { requests: { storage } } } })),
      ...showClaims('See how far the driver is; it goes on in the background', set, claims),
    ];
  });
}

function allowGrowth(name: unknown, world: World): PlanStep[] {
  if (typeof name !== 'string' || name === '') { return []; }
  const object = reference('StorageClass', '', name);
  if (world.storageClass(name)?.allowVolumeExpansion === true && world.before.inventory.findIn('StorageClass', '', name)?.allowVolumeExpansion === true) { return []; }
  return [patchStep(`Allow claims of class ${name} to grow (its driver must be able to)`, object, { allowVolumeExpansion: true })];
}
