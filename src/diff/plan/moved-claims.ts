import { textOf } from '../../kubernetes/api-server/text';
import { repositoryOf } from '../../kubernetes/image';
import { Manifest, isRecord, listOf, recordOf } from '../../kubernetes/manifest';
import { podTemplateOf } from '../../kubernetes/workload';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { isMadeByController } from '../changes/exported';
import { Side, World } from '../changes/world';

/** A claim or a volume that vanished, and the one that took its place. */
export interface Moved {
  readonly before: Manifest;
  readonly after: Manifest;
}

type Fingerprint = (object: Manifest, side: Side) => string | undefined;

/** What a claim is apart from its name: whose it is, its name in another namespace, or where which image mounts it. */
const CLAIM_FINGERPRINTS: readonly Fingerprint[] = [
  (claim, side) => described(claim, side, ({ workload, volume }) => `${workload.kind}/${workload.metadata?.name}/${volume}`),
  claim => JSON.stringify([claim.metadata?.name, recordOf(claim.spec).accessModes]),
  (claim, side) => described(claim, side, ({ workload, volume }) => mountsOf(workload, volume)),
];

/** Claims of the manifests under another name, where there is no doubt which one is meant. */
export function movedClaims({ before, after }: World): Moved[] {
  const isGone = (claim: Manifest) => !after.same(claim);
  const isFresh = (claim: Manifest) => !before.same(claim);
  return paired(CLAIM_FINGERPRINTS, {
    gone: before.inventory.ofKind('PersistentVolumeClaim').filter(claim => isGone(claim) && !isMadeByController(claim, before)),
    fresh: after.inventory.ofKind('PersistentVolumeClaim').filter(isFresh),
    sides: { before, after },
  });
}

/** Volumes of the manifests that are the same storage under another name. */
export function movedVolumes({ before, after }: World): Moved[] {
  return paired([sourceOf], {
    gone: before.inventory.ofKind('PersistentVolume').filter(volume => !after.same(volume) && !isMadeByController(volume, before)),
    fresh: after.inventory.ofKind('PersistentVolume').filter(volume => !before.same(volume)),
    sides: { before, after },
  });
}

interface Candidates {
  readonly gone: readonly Manifest[];
  readonly fresh: readonly Manifest[];
  readonly sides: { readonly before: Side; readonly after: Side };
}

function paired(fingerprints: readonly Fingerprint[], { gone, fresh, sides }: Candidates): Moved[] {
  const taken = new Set<Manifest>();
  return fingerprints.flatMap(fingerprint => {
    const next = unique(fresh.filter(object => !taken.has(object)), object => fingerprint(object, sides.after));
    const pairs = [...unique(gone.filter(object => !taken.has(object)), object => fingerprint(object, sides.before))]
      .flatMap(([key, before]) => next.has(key) ? [{ before, after: next.get(key)! }] : []);
    pairs.forEach(({ before, after }) => taken.add(before).add(after));
    return pairs;
  });
}

/** Objects by fingerprint; those that look alike are left out. */
function unique(objects: readonly Manifest[], fingerprint: (object: Manifest) => string | undefined): Map<string, Manifest> {
  const found = new Map<string, Manifest | undefined>();
  for (const object of objects) {
    const key = fingerprint(object);
    if (key !== undefined) { found.set(key, found.has(key) ? undefined : object); }
  }
  return new Map([...found].filter((entry): entry is [string, Manifest] => entry[1] !== undefined));
}

interface Use {
  readonly workload: Manifest;
  /** Name of the volume in the pod. */
  readonly volume: string;
}

function described(claim: Manifest, side: Side, describe: (use: Use) => string): string | undefined {
  const { name } = referenceTo(claim);
  const uses = side.usersOf(namespaceOf(claim), name).flatMap(({ workload }) => listOf(podTemplateOf(workload)?.spec.volumes).map(recordOf)
    .filter(volume => recordOf(volume.persistentVolumeClaim).claimName === name)
    .map(volume => ({ workload, volume: textOf(volume.name) })));
  return uses.length > 0 ? JSON.stringify([namespaceOf(claim), ...uses.map(describe).sort()]) : undefined;
}

/** Images without their tags, and the paths at which they see the volume. */
function mountsOf(workload: Manifest, volume: string): string {
  return listOf(podTemplateOf(workload)?.spec.containers).map(recordOf).flatMap(({ image, volumeMounts }) => listOf(volumeMounts).map(recordOf)
    .filter(({ name }) => name === volume)
    .map(({ mountPath, subPath }) => `${repositoryOf(image)} ${mountPath} ${subPath ?? ''}`)).sort().join();
}

/** Everything else in the spec may differ for the same storage. */
const NOT_SOURCE: ReadonlySet<string> = new Set([
  'capacity', 'accessModes', 'claimRef', 'persistentVolumeReclaimPolicy', 'storageClassName', 'mountOptions', 'volumeMode', 'volumeAttributesClassName',
]);

function sourceOf(volume: Manifest): string {
  return JSON.stringify(inOrder(Object.fromEntries(Object.entries(recordOf(volume.spec)).filter(([field]) => !NOT_SOURCE.has(field)))));
}

/** A cluster gives fields in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) { return value.map(inOrder); }
  return isRecord(value) ? Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([field, child]) => [field, inOrder(child)]) : value;
}
