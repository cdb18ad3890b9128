import { setReference } from './set-steps';
import { quoted, word } from './shell';
import { inBash, patchStep, reference } from './step';
import { TemplatePair } from './template-pairs';
import { Manifest, recordOf, textOf } from '../../kubernetes/manifest';
import { parseQuantity } from '../../kubernetes/quantity';
import { claimNameOf, ordinalsOf } from '../../kubernetes/workload';
import { requestedSize } from '../../manifest/claims';
import { namespaceOf } from '../../manifest/inventory';
import { PlanStep } from '../../reports/plan';
import { listed } from '../changes/claim-effects';
import { World } from '../changes/world';

const GROW_SECONDS = 600;

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
  return FIXED_SIZE.has(textOf(storageClass.provisioner)) || recordOf(storageClass.parameters).pathPattern !== undefined;
}

export function sizeOf(template: Record<string, any>): string {
  return textOf(requestedSize(template));
}

/** Above zero if the template asks for more than it did, below if for less. */
export function growthOf({ old, next }: TemplatePair): number {
  const [before, after] = [sizeOf(old), sizeOf(next)].map(size => parseQuantity(size) ?? 0n);
  return after > before ? 1 : after < before ? -1 : 0;
}

/** Each claim grows by itself, while its pod runs. */
export function grow(set: Manifest, grown: readonly TemplatePair[], world: World): PlanStep[] {
  const namespace = namespaceOf(set);
  return grown.flatMap(({ old, next }) => {
    const storage = sizeOf(next);
    const claims = listed(ordinalsOf(set)).map(ordinal => claimNameOf(old, setReference(set).name, ordinal));
    return [
      ...allowGrowth(recordOf(old.spec).storageClassName, world),
      ...claims.map(name => patchStep(`Grow claim ${name} to ${storage}`, reference('PersistentVolumeClaim', namespace, name), { spec: { resources: { requests: { storage } } } })),
      ...claims.map(name => waitGrown(namespace, name)),
    ];
  });
}

function allowGrowth(name: unknown, world: World): PlanStep[] {
  if (typeof name !== 'string' || name === '') { return []; }
  const object = reference('StorageClass', '', name);
  if (world.storageClass(name)?.allowVolumeExpansion === true && world.before.inventory.findIn('StorageClass', '', name)?.allowVolumeExpansion === true) { return []; }
  return [patchStep(`Allow claims of class ${name} to grow (its driver must be able to)`, object, { allowVolumeExpansion: true })];
}

/** What a quantity is in bytes, for awk. */
const BYTES = 'function n(s, u) { u = s; sub(/^[0-9.]+/, "", u); '
  + 'return (s + 0) * (u == "Ki" ? 2^10 : u == "Mi" ? 2^20 : u == "Gi" ? 2^30 : u == "Ti" ? 2^40 : u == "Pi" ? 2^50 : u == "Ei" ? 2^60 '
  + ': u == "k" ? 1e3 : u == "M" ? 1e6 : u == "G" ? 1e9 : u == "T" ? 1e12 : u == "P" ? 1e15 : u == "E" ? 1e18 : 1) }';

/** Nobody says of a class whether its driver can grow volumes. One that cannot does nothing, and says nothing. */
function waitGrown(namespace: string, name: string): PlanStep {
  const pending = '.status.conditions[?(@.type=="FileSystemResizePending")].status';
  const fields = `{.spec.resources.requests.storage} {.status.capacity.storage} {${pending}}`;
  const ask = `state="$(kubectl get pvc ${word(name)} -n ${word(namespace)} -o jsonpath='${fields}')" || exit 1`;
  // What is pending then is done when the pod starts anew.
  const isGrown = `[[ "$state" == *" True" ]] || awk '${BYTES} { exit !(n($2) >= n($1)) }' <<< "$state"`;
  const stuck = `echo "${name} did not grow (requested, there): $state. Its driver may not be able to grow volumes, or not while a pod uses them. `
    + `See: kubectl describe pvc ${name} -n ${namespace}" >&2; exit 1`;
  return {
    title: `Wait until claim ${name} has grown. If it does not, the plan ends here, and the set is as it was`,
    action: 'wait',
    object: reference('PersistentVolumeClaim', namespace, name),
    wait: { for: 'jsonpath={.status.capacity.storage}', timeoutSeconds: GROW_SECONDS },
    ...inBash(`bash -c ${quoted(`for ((i = 0; i < ${GROW_SECONDS / 2}; i++)); do ${ask}; ! { ${isGrown}; } || exit 0; sleep 2; done; ${stuck}`)}`),
  };
}
