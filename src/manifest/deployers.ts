import { Hook, hookOf } from './deployer-hooks';
import { Manifest, recordOf } from '../kubernetes/manifest';

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
const FLUX = { by: 'Flux', inLabels: true } as const;

/** Flux takes its words in any case. */
function isWord(word: string): (value: string) => boolean {
  return value => value.toLowerCase() === word;
}

/** Words on objects by which deployers keep what is gone from the manifests. Helm's own must stand as it is here: an upgrade knows no other. */
const KEEPS: readonly Word[] = [
  { by: 'Helm', annotation: 'helm.sh/resource-policy', means: value => value === 'keep' },
  { by: 'Argo CD', annotation: SYNC_OPTIONS, means: value => hasOption(value, 'Prune=false') },
  { ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/prune', means: isWord('disabled') },
  { by: 'kapp', annotation: 'kapp.k14s.io/delete-strategy', means: value => value === 'orphan' },
  { by: 'kpt', annotation: 'cli-utils.sigs.k8s.io/on-remove', means: value => value === 'keep' },
  { by: 'kpt', annotation: 'client.lifecycle.config.k8s.io/deletion', means: value => value === 'detach' },
];

/** Words by which they neither create nor update an object. They keep it, too, if they are on it in the cluster; from manifests they never get there. */
const IGNORES: readonly Word[] = [
  { ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/reconcile', means: isWord('disabled') },
  { ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/ssa', means: isWord('ignore') },
];

/** Words by which they delete an object before they create it again, each time. */
const RECREATES: readonly Word[] = [
  { by: 'Argo CD', annotation: SYNC_OPTIONS, means: value => hasOption(value, 'Replace=true') && hasOption(value, 'Force=true') },
];

/** Words by which they do so if the server refuses the update. */
const FORCES: readonly Word[] = [
  // With ServerSideApply, kubectl refuses Force.
  { by: 'Argo CD', annotation: SYNC_OPTIONS, means: value => hasOption(value, 'Force=true') && !hasOption(value, 'Replace=true') && !hasOption(value, 'ServerSideApply=true') },
];
const FLUX_FORCES: readonly Word[] = [{ ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/force', means: isWord('enabled') }];

/** Words by which they leave an object that is there as it is. */
const LEAVES: readonly Word[] = [{ ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/ssa', means: isWord('ifnotpresent') }];

/** What they write on all that they apply, and compare with git from then on. */
const MARKS: readonly Word[] = [
  { ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/name', means: () => true },
  { by: 'Argo CD', inLabels: true, annotation: 'argocd.argoproj.io/instance', means: () => true },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/tracking-id', means: () => true },
];

/** Argo CD updates these, and replaces none of them. */
const NEVER_REPLACED: ReadonlySet<string> = new Set(['Namespace', 'CustomResourceDefinition']);

interface Word {
  readonly by: string;
  readonly annotation: string;
  /** It may be a label, too. */
  readonly inLabels?: true;
  readonly means: (value: string) => boolean;
}

function hasOption(value: string, option: string): boolean {
  return value.split(',').some(one => one.trim() === option);
}

/** Who keeps an object in the cluster that is gone from the manifests, and the word by which: `Helm (helm.sh/resource-policy: keep)`. A hook is of no release. */
export function keeperOf(object: Manifest): string | undefined {
  const isLive = object.metadata?.uid !== undefined;
  return whoReads(isLive ? [...KEEPS, ...IGNORES] : KEEPS, object) ?? hookOf(object)?.reader;
}

/** Who makes an object at a time of its own, or anew each time, and the word by which. */
export function recreatorOf(object: Manifest): string | undefined {
  return hookOf(object)?.reader ?? whoReads(RECREATES, object);
}

/** Who deletes an object and creates it again if the server refuses the update, and the word by which. */
export function forcerOf(before: Manifest, after: Manifest): { readonly by: 'Argo CD' | 'Flux'; readonly reader: string } | undefined {
  const argoCd = whoReads(FORCES, after);
  if (argoCd !== undefined) { return { by: 'Argo CD', reader: argoCd }; }
  const flux = whoReads(FLUX_FORCES, after) ?? whoReads(FLUX_FORCES, before);
  return flux === undefined ? undefined : { by: 'Flux', reader: flux };
}

/** Who does not create an object that is not there, and the word by which. */
export function ignorerOf(object: Manifest): string | undefined {
  const hook = hookOf(object);
  return hook && !hook.isMade ? hook.reader : whoReads(IGNORES, object);
}

/** Who makes an object again that is missing in the cluster, and the mark by which it is known. */
export function restorerOf(object: Manifest): string | undefined {
  return hookOf(object) || whoReads([...IGNORES, ...LEAVES], object) ? undefined : whoReads(MARKS, object);
}

/** What a deployer makes of an object that is in the cluster, when it is no update. */
export interface Handling {
  readonly how: 'left' | 'recreated' | 'refused' | 'deleted';
  readonly reader: string;
}

/** What becomes of an object that is on both sides, by words on it; undefined if it is applied as all others are. */
export function handlingOf(before: Manifest, after: Manifest): Handling | undefined {
  const [old, hook] = [hookOf(before), hookOf(after)];
  const left = whoReads(IGNORES, after) ?? whoReads(IGNORES, before) ?? whoReads(LEAVES, after);
  const recreated = NEVER_REPLACED.has(after.kind) ? undefined : whoReads(RECREATES, after);
  if (hook) { return ofHook(hook, old, whoReads(KEEPS, before) !== undefined); }
  if (old?.by === 'Helm') { return old.deletedAfter ? undefined : { how: 'refused', reader: old.reader }; }
  if (left !== undefined) { return { how: 'left', reader: left }; }
  return recreated === undefined ? undefined : { how: 'recreated', reader: recreated };
}

function ofHook({ by, reader, runs, runsLast, deletedFirst, isSkipped }: Hook, old: Hook | undefined, isKept: boolean): Handling | undefined {
  if (by === 'Helm' && !old && !isKept) {
    // It leaves the release, which deletes it between the hooks before and the hooks after.
    return runs && !runsLast && !deletedFirst ? { how: 'refused', reader } : { how: runsLast ? 'recreated' : 'deleted', reader };
  }
  if (!runs) { return { how: by === 'Argo CD' && !old && !isKept && !isSkipped ? 'deleted' : 'left', reader }; }
  if (deletedFirst || old?.deletedAfter) { return { how: 'recreated', reader }; }
  // Argo CD applies what is there already.
  return by === 'Helm' ? { how: 'refused', reader } : undefined;
}

function whoReads(words: readonly Word[], { metadata }: Manifest): string | undefined {
  const [annotations, labels] = [recordOf(metadata?.annotations), recordOf(metadata?.labels)];
  for (const { by, annotation, means, inLabels } of words) {
    const value = annotations[annotation] ?? (inLabels ? labels[annotation] : undefined);
    if (typeof value === 'string' && means(value)) { return `${by} (${annotation}: ${value})`; }
  }
  return undefined;
}
