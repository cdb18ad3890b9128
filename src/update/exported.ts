import { Manifest, isManifest, isRecord, listOf, recordOf } from '../manifest/manifest';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Annotations that controllers write. */
const CONTROLLERS_ANNOTATION = /^(deployment|pv|volume)\.kubernetes\.io\/|^volume\.beta\.kubernetes\.io\/storage-provisioner$|^kubectl\.kubernetes\.io\/last-applied/;

/** Fields of a spec that the server or a controller fills in if nobody else does. */
const FILLED_IN: Readonly<Record<string, readonly string[]>> = {
  Service: ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'],
  PersistentVolumeClaim: ['volumeName', 'storageClassName'],
  PersistentVolume: ['claimRef'],
  Job: ['selector'],
  Namespace: ['finalizers'],
};

/**
 * The fields of an object that somebody wrote, and that go when they are left
 * out. Of a manifest that is all of them. What `kubectl get -o yaml` printed
 * also holds what the server filled in; that stays.
 */
export function writtenFields(manifest: Manifest): Manifest {
  if (typeof manifest.metadata?.uid !== 'string') { return manifest; }
  const applied = lastApplied(manifest);
  if (applied) { return applied; }
  const { finalizers, annotations, ...metadata } = manifest.metadata;
  const written = Object.entries(recordOf(annotations)).filter(([name]) => !CONTROLLERS_ANNOTATION.test(name));
  const owned = { ...manifest, metadata: { ...metadata, ...written.length > 0 && { annotations: Object.fromEntries(written) } } };
  return isRecord(manifest.spec) ? { ...owned, spec: writtenSpec(manifest.kind, manifest.spec) } : owned;
}

function lastApplied(manifest: Manifest): Manifest | undefined {
  const text = recordOf(manifest.metadata?.annotations)[LAST_APPLIED];
  if (typeof text !== 'string') { return undefined; }
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function writtenSpec(kind: string, spec: Record<string, any>): Record<string, any> {
  const filledIn = new Set(Object.hasOwn(FILLED_IN, kind) ? FILLED_IN[kind] : []);
  const written = Object.fromEntries(Object.entries(spec).filter(([field]) => !filledIn.has(field)));
  if (kind !== 'Service') { return written; }
  return {
    ...written,
    ports: listOf(spec.ports).map(port => {
      if (!isRecord(port)) { return port; }
      const { nodePort, ...rest } = port;
      return rest;
    }),
  };
}
