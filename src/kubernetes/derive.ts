import { Manifest, isRecord, listOf, recordOf } from './manifest';
import { pointer } from './pointer';
import { PodTemplate, claimNameOf, claimTemplatesOf, ordinalsOf, podTemplateOf, replicasOf } from './workload';

/** An object that a controller will create from a manifest. */
export interface DerivedObject {
  readonly manifest: Manifest;
  /**
   * The field of the original that a field of the derived object came from:
   * `/spec/containers/0/image` of the first Pod is
   * `/spec/template/spec/containers/0/image` of its StatefulSet. For fields
   * that the controller makes up (name, hostname) the field they are made of.
   */
  readonly originOf: (path: string) => string;
}

/**
 * The objects that controllers will create from this one, as they create
 * them: the Job of a CronJob, the first and the last Pod, and every claim of a
 * StatefulSet. Where names of the first and the last are equally long, the
 * first stands for both: they differ in digits only.
 */
export function deriveObjects(manifest: Manifest): DerivedObject[] {
  if (manifest.kind === 'Pod') { return []; }
  if (manifest.kind === 'StatefulSet') { return deriveOfSet(manifest); }
  const job = manifest.kind === 'CronJob' ? [jobOf(manifest)] : [];
  const template = manifest.kind === 'PodTemplate' ? bareTemplate(manifest) : podTemplateOf(manifest);
  return template ? [...job, podOf(manifest, template)] : job;
}

/** A PodTemplate creates no Pods, but is checked as if it did. */
function bareTemplate({ template }: Manifest): PodTemplate | undefined {
  return isRecord(template) ? { metadata: recordOf(template.metadata), spec: recordOf(template.spec), path: '/template' } : undefined;
}

/** Ordinals of the Pods that show all there is to see: the first, and the last if its number is longer. */
function tellingOrdinals(set: Manifest): number[] {
  if (replicasOf(set) < 1) { return [ordinalsOf(set).first]; }
  const { first, last } = ordinalsOf(set);
  return String(first).length === String(last).length ? [first] : [first, last];
}

function deriveOfSet(set: Manifest): DerivedObject[] {
  const template = podTemplateOf(set);
  const ordinals = tellingOrdinals(set);
  const derived = template ? ordinals.map(ordinal => podOfSet(set, template, ordinal)) : [];
  for (const ordinal of ordinals) {
    claimTemplatesOf(set).forEach((claim, index) => { if (isRecord(claim)) { derived.push(claimOf(set, claim, index, ordinal)); } });
  }
  return derived;
}

/** What the names of random suffixes look like: a ReplicaSet's hash, a Pod's own part, the minutes since 1970 of a CronJob. */
const HASH = '5d59d67564';
const SUFFIX = 'x7k2p';
const MINUTES = '28000000';

/** Longer names are cut before the random suffix is added. */
const MAX_GENERATED_BASE = 58;

const MADE_UP_LABELS: Readonly<Record<string, (name: string) => Record<string, string>>> = {
  Deployment: () => ({ 'pod-template-hash': HASH }),
  DaemonSet: () => ({ 'controller-revision-hash': HASH, 'pod-template-generation': '1' }),
  Job: jobLabels,
  CronJob: name => jobLabels(`${name}-${MINUTES}`),
};

const OWNERS: Readonly<Record<string, (name: string) => string>> = {
  Deployment: name => `${name}-${HASH}`,
  CronJob: name => `${name}-${MINUTES}`,
};

function podOf(workload: Manifest, template: PodTemplate): DerivedObject {
  const { kind } = workload;
  const name = nameOf(workload);
  const owner = Object.hasOwn(OWNERS, kind) ? OWNERS[kind](name) : name;
  const madeUp = Object.hasOwn(MADE_UP_LABELS, kind) ? MADE_UP_LABELS[kind](name) : {};
  return {
    manifest: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: podMetadata(workload, template, `${owner}-`.slice(0, MAX_GENERATED_BASE) + SUFFIX, madeUp),
      spec: template.spec,
    },
    originOf: path => originInTemplate(path, template.path, madeUp),
  };
}

function podOfSet(set: Manifest, template: PodTemplate, ordinal: number): DerivedObject {
  const name = `${nameOf(set)}-${ordinal}`;
  const madeUp = { 'statefulset.kubernetes.io/pod-name': name, 'controller-revision-hash': `${nameOf(set)}-${HASH}` };
  const { volumes, origins } = volumesOfSet(set, template, ordinal);
  const { serviceName } = recordOf(set.spec);
  return {
    manifest: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: podMetadata(set, template, name, madeUp),
      spec: {
        ...template.spec,
        hostname: name,
        subdomain: typeof serviceName === 'string' ? serviceName : undefined,
        volumes: volumes.length > 0 ? volumes : template.spec.volumes,
      },
    },
    originOf: path => originInSet(path, template.path, madeUp, origins),
  };
}

/** The volumes of a Pod: a claim's volume takes the place of a volume of the same name. */
function volumesOfSet(set: Manifest, template: PodTemplate, ordinal: number): { volumes: unknown[]; origins: string[] } {
  const names = new Set<unknown>();
  const volumes: unknown[] = [];
  const origins: string[] = [];
  claimTemplatesOf(set).forEach((claim, index) => {
    const { name } = recordOf(recordOf(claim).metadata);
    names.add(name);
    volumes.push({ name, persistentVolumeClaim: { claimName: claimNameOf(claim, nameOf(set), ordinal) } });
    origins.push(`/spec/volumeClaimTemplates/${index}`);
  });
  listOf(template.spec.volumes).forEach((volume, index) => {
    if (names.has(recordOf(volume).name)) { return; }
    volumes.push(volume);
    origins.push(`${template.path}/spec/volumes/${index}`);
  });
  return { volumes, origins };
}

function podMetadata(workload: Manifest, template: PodTemplate, name: string, madeUp: Record<string, string>) {
  const { annotations, finalizers, labels } = template.metadata;
  return { name, namespace: workload.metadata?.namespace, annotations, finalizers, labels: { ...recordOf(labels), ...madeUp } };
}

/** The claim of one claim template for one ordinal. */
function claimOf(set: Manifest, template: Record<string, any>, index: number, ordinal: number): DerivedObject {
  const matchLabels = recordOf(recordOf(recordOf(set.spec).selector).matchLabels);
  const at = `/spec/volumeClaimTemplates/${index}`;
  return {
    manifest: {
      ...template,
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: {
        ...recordOf(template.metadata),
        name: claimNameOf(template, nameOf(set), ordinal),
        namespace: set.metadata?.namespace,
        labels: { ...recordOf(recordOf(template.metadata).labels), ...matchLabels },
      },
    },
    originOf: path => {
      if (path === '/metadata/namespace') { return path; }
      const label = labelIn(path);
      return label !== undefined && Object.hasOwn(matchLabels, label) ? pointer('spec', 'selector', 'matchLabels', label) : at + path;
    },
  };
}

function jobOf(cronJob: Manifest): DerivedObject {
  const template = recordOf(recordOf(cronJob.spec).jobTemplate);
  const { annotations, labels } = recordOf(template.metadata);
  const path = '/spec/jobTemplate';
  return {
    manifest: {
      apiVersion: cronJob.apiVersion,
      kind: 'Job',
      metadata: {
        name: `${nameOf(cronJob)}-${MINUTES}`,
        namespace: cronJob.metadata?.namespace,
        annotations,
        labels,
      },
      spec: recordOf(template.spec),
    },
    originOf: field => isNameField(field) ? field : path + field,
  };
}

function jobLabels(name: string): Record<string, string> {
  return {
    'job-name': name,
    'batch.kubernetes.io/job-name': name,
    'controller-uid': 'd8f0a1c2-3b4e-4f5a-8c6d-7e8f9a0b1c2d',
    'batch.kubernetes.io/controller-uid': 'd8f0a1c2-3b4e-4f5a-8c6d-7e8f9a0b1c2d',
  };
}

function originInSet(path: string, template: string, madeUp: Record<string, string>, volumes: readonly string[]): string {
  if (path === '/spec/hostname') { return '/metadata/name'; }
  if (path === '/spec/subdomain') { return '/spec/serviceName'; }
  const [, index, rest] = /^\/spec\/volumes\/(\d+)(.*)$/s.exec(path) ?? [];
  if (index === undefined || !(Number(index) in volumes)) { return originInTemplate(path, template, madeUp); }
  const origin = volumes[Number(index)];
  return origin.startsWith(template) ? origin + rest : rest === '/name' ? `${origin}/metadata/name` : origin;
}

function originInTemplate(path: string, template: string, madeUp: Record<string, string>): string {
  if (path === '/metadata/namespace') { return path; }
  const label = labelIn(path);
  const ofName = path === '/metadata/name' || label !== undefined && Object.hasOwn(madeUp, label);
  return ofName ? '/metadata/name' : template + path;
}

function isNameField(path: string): boolean {
  return path === '/metadata/name' || path === '/metadata/namespace';
}

const LABELS = '/metadata/labels/';

function labelIn(path: string): string | undefined {
  return path.startsWith(LABELS) ? path.slice(LABELS.length).replace(/~1/g, '/').replace(/~0/g, '~') : undefined;
}

/** The name, or one such as the server makes up of `generateName`. */
function nameOf(manifest: Manifest): string {
  const { name, generateName } = recordOf(manifest.metadata);
  if (typeof name === 'string' && name !== '') { return name; }
  return typeof generateName === 'string' && generateName !== '' ? generateName.slice(0, MAX_GENERATED_BASE) + SUFFIX : '';
}
