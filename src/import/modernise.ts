import { INGRESS, OLD_ANNOTATIONS, Place } from './old-annotations';
import type { Rewritten } from './renewal';
import { retiredApi } from '../checks/schema/api-versions';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest, isRecord, listOf, recordOf } from '../kubernetes/manifest';
import { podTemplateOf } from '../kubernetes/workload';

type Draft = Record<string, any>;

/** Kinds that are called otherwise today, with their API version. */
const RENAMED: Readonly<Record<string, { readonly apiVersion: string; readonly kind: string }>> = {
  'apps/v1alpha1/PetSet': { apiVersion: 'apps/v1', kind: 'StatefulSet' },
};

/** Kinds of apps/v1 need a selector, which earlier versions took from the template. */
const WITH_SELECTOR: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet']);

/** Writes an object as one would today: the API version that is there, fields in place of annotations that nothing reads. */
export function modernised(manifest: Manifest, model: ApiModel): Rewritten {
  const draft: Draft = structuredClone(manifest);
  const notes: string[] = [];
  const note = (text: string) => { notes.push(text); };
  renewVersion(draft, model, note);
  if (draft.apiVersion === 'apps/v1' && WITH_SELECTOR.has(draft.kind)) { addSelector(draft, note); }
  for (const place of placesIn(draft as Manifest)) { renewAnnotations(place, note); }
  renewAccount(draft as Manifest, note);
  return notes.length > 0 ? { manifest: draft as Manifest, notes } : { manifest, notes };
}

function renewVersion(draft: Draft, model: ApiModel, note: (text: string) => void) {
  const { apiVersion, kind } = draft;
  const renamed = RENAMED[`${apiVersion}/${kind}`];
  const retired = retiredApi(apiVersion, kind, model);
  const served = model.kind(apiVersion, kind);
  if (!renamed && (!retired || served && model.serves(served))) { return; }
  const isIngress = kind === 'Ingress' && retired?.replacement === INGRESS;
  const isAlike = retired?.sameFields || isIngress;
  const next = renamed ?? (isAlike && retired?.replacement !== undefined ? { apiVersion: retired.replacement, kind } : undefined);
  if (!next) {
    note(`${apiVersion} ${kind} is gone since ${retired!.removedIn}, and stays as it is: ${retired!.advice ?? `write ${retired!.replacement ?? 'another kind'}`}`);
    return;
  }
  draft.apiVersion = next.apiVersion;
  draft.kind = next.kind;
  note(`${apiVersion} ${kind} is gone since ${retired?.removedIn}; it is a ${next.kind} of ${next.apiVersion} now`);
  if (isIngress) { renewBackends(draft, note); }
}

/** The server took the labels of the template, where nobody said. */
function addSelector(draft: Draft, note: (text: string) => void) {
  const spec = recordOf(draft.spec);
  const { labels } = recordOf(recordOf(spec.template).metadata);
  if (spec.selector !== undefined || !isRecord(labels)) { return; }
  draft.spec = { ...spec, selector: { matchLabels: { ...labels } } };
  note('spec.selector is needed now: the labels of the template');
}

function renewBackends(draft: Draft, note: (text: string) => void) {
  const { backend, ...spec } = recordOf(draft.spec);
  const rules = listOf(spec.rules).map(rule => {
    const { http, ...rest } = recordOf(rule);
    return isRecord(http) ? { ...rest, http: { ...http, paths: listOf(http.paths).map(pathOf) } } : rule;
  });
  draft.spec = { ...spec, ...isRecord(backend) && { defaultBackend: backendOf(backend) }, ...spec.rules !== undefined && { rules } };
  note("backends are written 'service: {name, port}' now, and every path has a pathType");
}

function pathOf(path: unknown): unknown {
  return isRecord(path) ? { pathType: 'ImplementationSpecific', ...path, backend: backendOf(path.backend) } : path;
}

function backendOf(backend: unknown): unknown {
  if (!isRecord(backend) || backend.serviceName === undefined) { return backend; }
  const { serviceName, servicePort, ...rest } = backend;
  return { ...rest, service: { name: serviceName, port: typeof servicePort === 'number' ? { number: servicePort } : { name: servicePort } } };
}

/** Everything in an object that has annotations and a spec of its own. */
function placesIn(manifest: Manifest): Place[] {
  const template = podTemplateOf(manifest);
  const claims = listOf(recordOf(manifest.spec).volumeClaimTemplates).filter(isRecord).map((holder): Place => ({ kind: 'PersistentVolumeClaim', holder }));
  const pods: Place[] = template && manifest.kind !== 'Pod' ? [{ kind: 'Pod', holder: templateHolder(manifest) }] : [];
  return [{ kind: manifest.kind, holder: manifest as Draft }, ...pods, ...claims];
}

function templateHolder({ kind, spec }: Manifest): Draft {
  return kind === 'CronJob' ? spec.jobTemplate.spec.template : spec.template;
}

function renewAnnotations({ kind, holder }: Place, note: (text: string) => void) {
  const { annotations } = recordOf(holder.metadata);
  if (!isRecord(annotations)) { return; }
  for (const { key, kinds, renew } of OLD_ANNOTATIONS) {
    if (!Object.hasOwn(annotations, key) || !kinds.includes(kind)) { continue; }
    const said = renew(holder, String(annotations[key]), annotations);
    if (said === undefined) { continue; }
    delete annotations[key];
    note(`the annotation ${key} ${said}`);
  }
  if (Object.keys(annotations).length === 0) { delete holder.metadata.annotations; }
}

function renewAccount(manifest: Manifest, note: (text: string) => void) {
  if (!podTemplateOf(manifest)) { return; }
  const spec = manifest.kind === 'Pod' ? manifest.spec : templateHolder(manifest).spec;
  if (!isRecord(spec) || typeof spec.serviceAccount !== 'string') { return; }
  spec.serviceAccountName ??= spec.serviceAccount;
  delete spec.serviceAccount;
  note('serviceAccount is called serviceAccountName');
}
