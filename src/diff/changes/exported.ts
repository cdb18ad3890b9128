import { ownedFields } from './owned-fields';
import { Side } from './world';
import { isBuiltIn } from '../../kubernetes/kinds';
import { Manifest, groupOf, isManifest, isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { namespaceOf, referenceTo } from '../../manifest/inventory';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

const PRINTED = new WeakMap<Side, boolean>();

/** True if a cluster printed objects of this side: mostly those of some kinds alone, so what is not among them may be there all the same. */
export function isPrinted(side: Side): boolean {
  const known = PRINTED.get(side) ?? side.inventory.manifests.some(isExported);
  PRINTED.set(side, known);
  return known;
}

/** Annotations that controllers write. */
const CONTROLLERS_ANNOTATION = /^(deployment|pv|volume)\.kubernetes\.io\/|^volume\.beta\.kubernetes\.io\/storage-provisioner$|^kubectl\.kubernetes\.io\/last-applied/;

/** Fields of a spec that the server or a controller fills in if nobody else does. */
const FILLED_IN: Readonly<Record<string, readonly string[]>> = {
  Service: ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'],
  PersistentVolumeClaim: ['volumeName', 'storageClassName'],
  PersistentVolume: ['claimRef'],
  Job: ['selector'],
  Namespace: ['finalizers'],
  Pod: ['nodeName'],
};

/** Labels by which a Job finds its pods. */
const JOB_LABELS: ReadonlySet<string> = new Set(['batch.kubernetes.io/controller-uid', 'batch.kubernetes.io/job-name', 'controller-uid', 'job-name']);

/** The volume with the token of a pod's account. */
const TOKEN_VOLUME = /^kube-api-access-/;

/**
 * The fields of an object that somebody wrote, and that go when they are left
 * out. Of a manifest that is all of them. What `kubectl get -o yaml` printed
 * also holds what the server filled in; that stays. Who wrote what is known by
 * `--show-managed-fields`, or where it was applied by kubectl itself.
 */
export function writtenFields(manifest: Manifest): Manifest {
  if (!isExported(manifest)) { return manifest; }
  const applied = ownedFields(manifest) ?? lastApplied(manifest);
  if (applied) { return applied; }
  const { finalizers, annotations, ...metadata } = recordOf(manifest.metadata);
  const written = Object.entries(recordOf(annotations)).filter(([name]) => !CONTROLLERS_ANNOTATION.test(name));
  const owned = { ...manifest, metadata: { ...metadata, ...written.length > 0 && { annotations: Object.fromEntries(written) } } };
  if (!isRecord(manifest.spec)) { return withoutInjected(owned); }
  const spec = writtenSpec(manifest.kind, withoutRestart(manifest, manifest.spec));
  const { spec: _, ...rest } = owned as Manifest;
  // An empty one would own what the server filled in.
  return withoutInjected(Object.keys(spec).length > 0 ? { ...rest, spec } as Manifest : rest as Manifest);
}

const RESTARTED_AT = 'kubectl.kubernetes.io/restartedAt';

/** Without the time at which somebody restarted the pods: `kubectl rollout restart` wrote it, and apply does not take it away. */
function withoutRestart(manifest: Manifest, spec: Record<string, any>): Record<string, any> {
  const annotations = recordOf(recordOf(recordOf(spec.template).metadata).annotations);
  if (manifest.kind === 'Pod' || !Object.hasOwn(annotations, RESTARTED_AT)) { return spec; }
  const { [RESTARTED_AT]: _, ...others } = annotations;
  const { annotations: __, ...metadata } = spec.template.metadata;
  return { ...spec, template: { ...spec.template, metadata: { ...metadata, ...Object.keys(others).length > 0 && { annotations: others } } } };
}

/** Without what programs write into objects of others: authorities of certificates, Secrets with the token of an account. */
function withoutInjected(manifest: Manifest): Manifest {
  if (manifest.kind === 'ServiceAccount') { return withoutItems(manifest, 'secrets', secret => !/-token-/.test(textOf(recordOf(secret).name))); }
  if (manifest.kind === 'APIService') { return withoutField(manifest, ['spec', 'caBundle']); }
  if (manifest.kind === 'CustomResourceDefinition') { return withoutField(manifest, ['spec', 'conversion', 'webhook', 'clientConfig', 'caBundle']); }
  if (!Array.isArray(manifest.webhooks)) { return manifest; }
  return {
    ...manifest,
    webhooks: manifest.webhooks.map(webhook => {
      if (!isRecord(webhook) || !isRecord(webhook.clientConfig)) { return webhook; }
      const { caBundle, ...clientConfig } = webhook.clientConfig;
      return { ...webhook, clientConfig };
    }),
  };
}

function withoutField(holder: any, [field, ...rest]: readonly string[]): any {
  if (!isRecord(holder) || !Object.hasOwn(holder, field)) { return holder; }
  const { [field]: part, ...others } = holder;
  return rest.length === 0 ? others : { ...others, [field]: withoutField(part, rest) };
}

/** An object of a cluster as another one like it can be created: without what the server made for that one alone. */
export function creatable(manifest: Manifest): Manifest {
  const isOwn = ['Job', 'Pod'].includes(manifest.kind) && isBuiltIn(manifest.apiVersion) && isExported(manifest) && recordOf(manifest.spec).manualSelector !== true;
  return isOwn ? { ...manifest, spec: writtenSpec(manifest.kind, recordOf(manifest.spec)) } : manifest;
}

/** True for an object in the cluster that a controller of Kubernetes makes of another one, and makes again: a Pod, a ReplicaSet, the Jobs of a CronJob. */
export function isDerived(object: Manifest): boolean {
  const owner = isExported(object) ? controllerOf(object) : undefined;
  // What becomes of a set's claims is reported with the set.
  return owner !== undefined && isBuiltIn(owner.apiVersion) && !(object.kind === 'PersistentVolumeClaim' && owner.kind === 'StatefulSet');
}

/** What `kubectl create job --from=cronjob` writes. kubectl 1.27 names the CronJob as owner, and not as the controller that later ones name. */
const STARTED_BY_HAND = { annotation: 'cronjob.kubernetes.io/instantiate', value: 'manual', owner: 'CronJob' };

function controllerOf({ metadata }: Manifest): Record<string, any> | undefined {
  const { ownerReferences, annotations } = recordOf(metadata);
  const owners = listOf(ownerReferences).map(recordOf);
  const isStartedByHand = recordOf(annotations)[STARTED_BY_HAND.annotation] === STARTED_BY_HAND.value;
  return owners.find(({ controller }) => controller === true) ?? owners.find(({ kind }) => isStartedByHand && kind === STARTED_BY_HAND.owner);
}

/** What controllers make in every namespace, or for every cluster. */
const ALWAYS_THERE: ReadonlySet<string> = new Set(['ConfigMap/kube-root-ca.crt', 'ServiceAccount/default', 'Service/kubernetes']);

const PROVISIONED = 'pv.kubernetes.io/provisioned-by';

/** True for a volume that a provisioner made, and nobody applied since. */
function isProvisioned(object: Manifest): boolean {
  const isMarked = ({ metadata }: Manifest) => recordOf(metadata?.annotations)[PROVISIONED] !== undefined;
  return object.kind === 'PersistentVolume' && isMarked(object) && isMarked(ownedFields(object) ?? object)
    && recordOf(object.metadata?.annotations)[LAST_APPLIED] === undefined;
}

/**
 * True for an object in the cluster that a controller made. No manifest holds
 * it, so it is not gone where it is missing: what becomes of a set's claims is
 * reported with the set, and of a provisioned volume with its claim.
 */
export function isMadeByController(object: Manifest, side: Side): boolean {
  if (!isExported(object)) { return false; }
  if (controllerOf(object)) { return true; }
  if (isProvisioned(object)) { return true; }
  if (recordOf(object.metadata?.annotations)[LAST_APPLIED] !== undefined || ownedFields(object)) { return false; }
  const [{ kind, name }, namespace] = [referenceTo(object), namespaceOf(object)];
  return ALWAYS_THERE.has(`${kind}/${name}`)
    || (kind === 'Endpoints' && side.inventory.findIn('Service', namespace, name) !== undefined)
    || (kind === 'PersistentVolumeClaim' && groupOf(object.apiVersion) === '' && side.claims.findMaker(namespace, name) !== undefined);
}

/** True for what `kubectl get -o yaml` printed: only the server gives a uid. */
export function isExported({ metadata }: Manifest): boolean {
  return typeof metadata?.uid === 'string';
}

function lastApplied(manifest: Manifest): Manifest | undefined {
  const text = recordOf(manifest.metadata?.annotations)[LAST_APPLIED];
  if (typeof text !== 'string') { return undefined; }
  try {
    const value: unknown = JSON.parse(text);
    return isManifest(value) ? withoutEmptyAnnotations(value) : undefined;
  } catch {
    return undefined;
  }
}

/** kubectl notes that there are none. Those that others write are not taken away for it. */
function withoutEmptyAnnotations(manifest: Manifest): Manifest {
  const { annotations, ...metadata } = recordOf(manifest.metadata);
  return Object.keys(recordOf(annotations)).length > 0 ? manifest : { ...manifest, metadata };
}

function writtenSpec(kind: string, spec: Record<string, any>): Record<string, any> {
  const filledIn = new Set(Object.hasOwn(FILLED_IN, kind) ? FILLED_IN[kind] : []);
  const written = Object.fromEntries(Object.entries(spec).filter(([field]) => !filledIn.has(field)));
  if (kind === 'Job') { return withoutJobLabels(written); }
  if (kind === 'Pod') { return withoutToken(written); }
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

function withoutJobLabels(spec: Record<string, any>): Record<string, any> {
  const labels = Object.entries(recordOf(recordOf(recordOf(spec.template).metadata).labels)).filter(([name]) => !JOB_LABELS.has(name));
  if (!isRecord(spec.template) || !isRecord(spec.template.metadata)) { return spec; }
  const { labels: _, ...metadata } = spec.template.metadata;
  const written = { ...metadata, ...labels.length > 0 && { labels: Object.fromEntries(labels) } };
  const { metadata: __, ...template } = spec.template;
  return { ...spec, template: { ...template, ...Object.keys(written).length > 0 && { metadata: written } } };
}

function withoutToken(spec: Record<string, any>): Record<string, any> {
  const isWritten = (item: unknown) => !TOKEN_VOLUME.test(textOf(recordOf(item).name));
  const withoutMounts = (container: unknown) => withoutItems(container, 'volumeMounts', isWritten);
  const pod = withoutItems(spec, 'volumes', isWritten);
  return { ...pod, ...Array.isArray(pod.containers) && { containers: pod.containers.map(withoutMounts) } };
}

/** The list without some of its items; a list that has none left is none. */
function withoutItems(holder: any, field: string, isKept: (item: unknown) => boolean): any {
  if (!isRecord(holder) || !Array.isArray(holder[field])) { return holder; }
  const { [field]: list, ...rest } = holder;
  const kept = list.filter(isKept);
  return kept.length > 0 ? { ...rest, [field]: kept } : rest;
}
