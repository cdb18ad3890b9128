import { ApiModel } from '../api/model';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../manifest';

type Struct = Record<string, any>;

/** What the server rewrites before it looks at the fields, by the name of the type: old spellings of a field, and what can only be written. */
const REWRITES: ReadonlyMap<string, (struct: Struct, model: ApiModel) => Struct> = new Map([
  ['Secret', withEncodedData],
  ['Pod', withTimeToEnd],
  ['PodSpec', (spec: Struct, model: ApiModel) => withNewAccountName(withKnownVolumes(spec, model))],
  ['StatefulSetSpec', withClaimKind],
  ['NodeSpec', withBothRanges],
]);

export function rewritten(struct: Struct, type: string, model: ApiModel): Struct {
  return REWRITES.get(type)?.(struct, model) ?? struct;
}

/** The server writes kind and phase into claim templates: the kind whatever they say, the phase where they say none. */
function withClaimKind(spec: Struct): Struct {
  if (!Array.isArray(spec.volumeClaimTemplates)) { return spec; }
  const full = (template: unknown) => isRecord(template)
    ? { ...template, apiVersion: 'v1', kind: 'PersistentVolumeClaim', status: { ...recordOf(template.status), phase: recordOf(template.status).phase || 'Pending' } }
    : template;
  return { ...spec, volumeClaimTemplates: spec.volumeClaimTemplates.map(full) };
}

/** `stringData` is write-only: the server puts it into `data`; base64 is compared by what it stands for. */
function withEncodedData(secret: Struct): Struct {
  const { stringData, data, ...rest } = secret;
  const encoded = Object.entries(recordOf(stringData)).map(([key, value]) => [key, Buffer.from(textOf(value)).toString('base64')]);
  const given = Object.entries(recordOf(data)).map(([key, value]) => [key, canonical(value)]);
  const all = Object.fromEntries([...given, ...encoded]);
  return Object.keys(all).length > 0 || isRecord(data) ? { ...rest, data: all } : rest;
}

function canonical(value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value, 'base64').toString('base64') : value ?? '';
}

/** `podCIDR` is the first of `podCIDRs`, whichever of them is written. */
function withBothRanges(spec: Struct): Struct {
  const [first] = listOf(spec.podCIDRs);
  if (first !== undefined) { return spec.podCIDR ? spec : { ...spec, podCIDR: first }; }
  return spec.podCIDR ? { ...spec, podCIDRs: [spec.podCIDR] } : spec;
}

/** A Pod that has less than no time to end has one second; a template keeps what is written. */
function withTimeToEnd(pod: Struct): Struct {
  const { terminationGracePeriodSeconds: seconds } = recordOf(pod.spec);
  return typeof seconds === 'number' && seconds < 0 ? { ...pod, spec: { ...pod.spec, terminationGracePeriodSeconds: 1 } } : pod;
}

/** `serviceAccount` is the old name of `serviceAccountName`. */
function withNewAccountName(spec: Struct): Struct {
  if (!Object.hasOwn(spec, 'serviceAccount')) { return spec; }
  const { serviceAccount, ...rest } = spec;
  return serviceAccount && !rest.serviceAccountName ? { ...rest, serviceAccountName: serviceAccount } : rest;
}

/** Without its feature gate, a volume of an image goes as a whole, and so do the mounts of it. */
function withKnownVolumes(spec: Struct, model: ApiModel): Struct {
  const images = new Set(listOf(spec.volumes).map(recordOf).filter(({ image }) => isRecord(image)).map(({ name }) => name));
  if (images.size === 0 || !model.isOff('ImageVolume')) { return spec; }
  const isKept = (item: unknown) => !images.has(recordOf(item).name);
  const withMounts = (container: unknown) =>
    isRecord(container) && Array.isArray(container.volumeMounts) ? { ...container, volumeMounts: container.volumeMounts.filter(isKept) } : container;
  const lists = ['containers', 'initContainers', 'ephemeralContainers'].filter(list => Array.isArray(spec[list]));
  return { ...spec, volumes: spec.volumes.filter(isKept), ...Object.fromEntries(lists.map(list => [list, spec[list].map(withMounts)])) };
}

/** The kinds that `dataSource` can name; others the server drops without a word. */
const SOURCES: ReadonlySet<string> = new Set(['/PersistentVolumeClaim', 'snapshot.storage.k8s.io/VolumeSnapshot']);

/**
 * What the server makes of a claim, and not of a template for claims: without fields that are dropped, and with both
 * spellings of its source.
 *
 * @param old the claim that is updated: one that has a source may keep a kind that a new one may not name
 */
export function settledClaim(manifest: Manifest, model: ApiModel, old?: Manifest): Manifest {
  const isClaim = manifest.kind === 'PersistentVolumeClaim' && manifest.apiVersion === 'v1';
  if (!isClaim || !isRecord(manifest.spec)) { return manifest; }
  const spec = model.type('PersistentVolumeClaimSpec')!.withoutDropped(manifest.spec);
  const before = recordOf(old?.spec);
  // Once a claim has a source, what is written is not dropped, and so it is checked.
  const kept = isRecord(before.dataSourceRef) ? spec : withOwnSource(spec, model);
  return { ...manifest, spec: specWithBothSources(kept, isRecord(before.dataSource)) };
}

/** Without its feature gate, a source in another namespace is dropped. */
function withOwnSource(spec: Struct, model: ApiModel): Struct {
  const { dataSourceRef, ...rest } = spec;
  return recordOf(dataSourceRef).namespace && model.isOff('CrossNamespaceVolumeDataSource') ? rest : spec;
}

function specWithBothSources(spec: Struct, hadSource: boolean): Struct {
  const { dataSource, ...rest } = spec;
  const ref = rest.dataSourceRef;
  if (isRecord(dataSource)) {
    if (isRecord(ref)) { return spec; }
    return hadSource || SOURCES.has(`${textOf(dataSource.apiGroup)}/${textOf(dataSource.kind)}`) ? { ...spec, dataSourceRef: dataSource } : rest;
  }
  return isRecord(ref) && !ref.namespace ? { ...rest, dataSource: ref } : rest;
}
