import { Manifest, recordOf, textOf } from '../kubernetes/manifest';

const FLUX = { by: 'Flux', inLabels: true } as const;

/** Flux takes its words in any case. */
function isWord(word: string): (value: string) => boolean {
  return value => value.toLowerCase() === word;
}

/** Words on objects by which deployers keep what is gone from the manifests. */
const KEEPS: readonly Word[] = [
  { by: 'Helm', annotation: 'helm.sh/resource-policy', means: value => value.trim().toLowerCase() === 'keep' },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/sync-options', means: value => hasOption(value, 'Prune=false') },
  { ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/prune', means: isWord('disabled') },
  { ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/reconcile', means: isWord('disabled') },
  { by: 'kapp', annotation: 'kapp.k14s.io/delete-strategy', means: value => value === 'orphan' },
  { by: 'kpt', annotation: 'cli-utils.sigs.k8s.io/on-remove', means: value => value === 'keep' },
  { by: 'kpt', annotation: 'client.lifecycle.config.k8s.io/deletion', means: value => value === 'detach' },
];

/** Words by which they delete an object before they create it again. A hook is a new run each time, unless only its failures are deleted. */
const RECREATES: readonly Word[] = [
  { by: 'Helm', annotation: 'helm.sh/hook', means: (_, annotations) => textOf(annotations['helm.sh/hook-delete-policy']) !== 'hook-failed' },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/hook', means: (value, annotations) => value !== 'Skip' && textOf(annotations['argocd.argoproj.io/hook-delete-policy']) !== 'HookFailed' },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/sync-options', means: value => hasOption(value, 'Force=true') },
  { ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/force', means: isWord('enabled') },
];

/** Words by which they leave an object that is there as it is. */
const LEAVES: readonly Word[] = [
  { ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/ssa', means: value => isWord('ifnotpresent')(value) || isWord('ignore')(value) },
  { ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/reconcile', means: isWord('disabled') },
];

/** What they write on all that they apply, and compare with git from then on. */
const MARKS: readonly Word[] = [
  { ...FLUX, annotation: 'kustomize.toolkit.fluxcd.io/name', means: () => true },
  { by: 'Argo CD', inLabels: true, annotation: 'argocd.argoproj.io/instance', means: () => true },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/tracking-id', means: () => true },
];

/** What is run at its time, and not compared. */
const HOOKS: readonly Word[] = [
  { by: 'Helm', annotation: 'helm.sh/hook', means: () => true },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/hook', means: () => true },
];

interface Word {
  readonly by: string;
  readonly annotation: string;
  /** It may be a label, too. */
  readonly inLabels?: true;
  readonly means: (value: string, annotations: Readonly<Record<string, unknown>>) => boolean;
}

function hasOption(value: string, option: string): boolean {
  return value.split(',').some(one => one.trim() === option);
}

/** Who keeps an object in the cluster that is gone from the manifests, and the word by which: `Helm (helm.sh/resource-policy: keep)`. */
export function keeperOf(object: Manifest): string | undefined {
  return whoReads(KEEPS, object);
}

/** Who deletes an object before it is created again, in place of an update, and the word by which. */
export function recreatorOf(object: Manifest): string | undefined {
  return whoReads(RECREATES, object);
}

/** Who does not update an object that is in the cluster already, and the word by which. */
export function leaverOf(object: Manifest): string | undefined {
  return whoReads(LEAVES, object);
}

/** Who makes an object again that is missing in the cluster, and the mark by which it is known. */
export function restorerOf(object: Manifest): string | undefined {
  return whoReads(HOOKS, object) || leaverOf(object) ? undefined : whoReads(MARKS, object);
}

function whoReads(words: readonly Word[], { metadata }: Manifest): string | undefined {
  const [annotations, labels] = [recordOf(metadata?.annotations), recordOf(metadata?.labels)];
  for (const { by, annotation, means, inLabels } of words) {
    const value = annotations[annotation] ?? (inLabels ? labels[annotation] : undefined);
    if (typeof value === 'string' && means(value, annotations)) { return `${by} (${annotation}: ${value})`; }
  }
  return undefined;
}
