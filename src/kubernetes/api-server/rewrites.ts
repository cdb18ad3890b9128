import { Manifest, isRecord, recordOf } from '../manifest';

type Struct = Record<string, any>;

/** What the server rewrites before it looks at the fields, by the name of the type: old spellings of a field, and what can only be written. */
const REWRITES: ReadonlyMap<string, (struct: Struct) => Struct> = new Map([
  ['Secret', withEncodedData],
  ['PodSpec', withNewAccountName],
  // In a claim template; of an object, the status is gone before.
  ['PersistentVolumeClaim', ({ status, ...claim }: Struct) => claim],
]);

export function rewritten(struct: Struct, type: string): Struct {
  return REWRITES.get(type)?.(struct) ?? struct;
}

/** `stringData` is write-only: the server puts it into `data`; base64 is compared by what it stands for. */
function withEncodedData(secret: Struct): Struct {
  const { stringData, data, ...rest } = secret;
  const encoded = Object.entries(recordOf(stringData)).map(([key, value]) => [key, Buffer.from(String(value ?? '')).toString('base64')]);
  const given = Object.entries(recordOf(data)).map(([key, value]) => [key, canonical(value)]);
  const all = Object.fromEntries([...given, ...encoded]);
  return Object.keys(all).length > 0 || isRecord(data) ? { ...rest, data: all } : rest;
}

function canonical(value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value, 'base64').toString('base64') : value ?? '';
}

/** `serviceAccount` is the old name of `serviceAccountName`. */
function withNewAccountName(spec: Struct): Struct {
  if (!Object.hasOwn(spec, 'serviceAccount')) { return spec; }
  const { serviceAccount, ...rest } = spec;
  return serviceAccount && !rest.serviceAccountName ? { ...rest, serviceAccountName: serviceAccount } : rest;
}

/** The kinds that `dataSource` can name; others the server drops without a word. */
const SOURCES: ReadonlySet<string> = new Set(['/PersistentVolumeClaim', 'snapshot.storage.k8s.io/VolumeSnapshot']);

/** A claim's source has two spellings that the server keeps equal; in a template of a claim, it leaves them alone. */
export function withBothSources(manifest: Manifest): Manifest {
  const isClaim = manifest.kind === 'PersistentVolumeClaim' && manifest.apiVersion === 'v1';
  return isClaim && isRecord(manifest.spec) ? { ...manifest, spec: specWithBothSources(manifest.spec) } : manifest;
}

function specWithBothSources(spec: Struct): Struct {
  const { dataSource, ...rest } = spec;
  const ref = rest.dataSourceRef;
  if (isRecord(dataSource)) {
    if (isRecord(ref)) { return spec; }
    return SOURCES.has(`${dataSource.apiGroup ?? ''}/${dataSource.kind}`) ? { ...spec, dataSourceRef: dataSource } : rest;
  }
  return isRecord(ref) && !ref.namespace ? { ...rest, dataSource: ref } : rest;
}
