import { Manifest, recordOf, textOf } from '../kubernetes/manifest';

/** Words on objects by which deployers keep what is gone from the manifests. */
const KEEPS: readonly Word[] = [
  { by: 'Helm', annotation: 'helm.sh/resource-policy', means: value => value === 'keep' },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/sync-options', means: value => hasOption(value, 'Prune=false') },
  { by: 'Flux', annotation: 'kustomize.toolkit.fluxcd.io/prune', means: value => value === 'disabled' },
  { by: 'Flux', annotation: 'kustomize.toolkit.fluxcd.io/reconcile', means: value => value === 'disabled' },
  { by: 'kapp', annotation: 'kapp.k14s.io/delete-strategy', means: value => value === 'orphan' },
  { by: 'kpt', annotation: 'cli-utils.sigs.k8s.io/on-remove', means: value => value === 'keep' },
  { by: 'kpt', annotation: 'client.lifecycle.config.k8s.io/deletion', means: value => value === 'detach' },
];

/** Words by which they delete an object before they create it again. A hook is a new run each time, unless only its failures are deleted. */
const RECREATES: readonly Word[] = [
  { by: 'Helm', annotation: 'helm.sh/hook', means: (_, annotations) => textOf(annotations['helm.sh/hook-delete-policy']) !== 'hook-failed' },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/hook', means: (value, annotations) => value !== 'Skip' && textOf(annotations['argocd.argoproj.io/hook-delete-policy']) !== 'HookFailed' },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/sync-options', means: value => hasOption(value, 'Force=true') },
  { by: 'Flux', annotation: 'kustomize.toolkit.fluxcd.io/force', means: value => value === 'enabled' },
];

interface Word {
  readonly by: string;
  readonly annotation: string;
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

function whoReads(words: readonly Word[], { metadata }: Manifest): string | undefined {
  const annotations = recordOf(metadata?.annotations);
  const word = words.find(({ annotation, means }) => typeof annotations[annotation] === 'string' && means(annotations[annotation], annotations));
  return word && `${word.by} (${word.annotation}: ${annotations[word.annotation]})`;
}
