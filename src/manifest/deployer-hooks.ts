import { HELM_HOOKS } from './deployer-words';
import { Manifest, recordOf, textOf } from '../kubernetes/manifest';

/** What a deployer makes at a time of its own, and what it deletes for it. */
export interface Hook {
  /** The deployer, and the word by which: `Helm (helm.sh/hook: pre-upgrade)`. */
  readonly reader: string;
  readonly by: 'Helm' | 'Argo CD';
  /** False if the deployer does not know the word: it never makes the object. */
  readonly isKnown: boolean;
  /** It is no hook, and left alone. */
  readonly isSkipped?: boolean;
  /** It is made when the manifests are applied to what runs. */
  readonly runs: boolean;
  /** It is made as the last thing then. */
  readonly runsLast: boolean;
  /** It is made when manifests are applied, be it for the first time. */
  readonly isMade: boolean;
  /** The one of the run before is deleted first. */
  readonly deletedFirst: boolean;
  /** It is deleted when it has ended well. */
  readonly deletedAfter: boolean;
}

const [HELM, HELM_POLICY] = ['helm.sh/hook', 'helm.sh/hook-delete-policy'];
const [ARGO_CD, ARGO_CD_POLICY] = ['argocd.argoproj.io/hook', 'argocd.argoproj.io/hook-delete-policy'];

const OF_ARGO_CD: ReadonlySet<string> = new Set(['PreSync', 'Sync', 'PostSync', 'SyncFail', 'PreDelete', 'PostDelete']);
const ARGO_CD_POLICIES: ReadonlySet<string> = new Set(['BeforeHookCreation', 'HookSucceeded', 'HookFailed']);

/** The hook that an object is; undefined if it is applied as all others are. */
export function hookOf({ kind, metadata }: Manifest): Hook | undefined {
  const annotations = recordOf(metadata?.annotations);
  return helmHook(kind, annotations) ?? argoCdHook(annotations);
}

/** Any policy, even one that Helm does not know, takes the place of the default. Helm deletes no definition. */
function helmHook(kind: string, annotations: Record<string, unknown>): Hook | undefined {
  const value = annotations[HELM];
  if (typeof value !== 'string') { return undefined; }
  const policy = annotations[HELM_POLICY];
  const [events, policies] = [value, typeof policy === 'string' ? policy : 'before-hook-creation'].map(words => listed(words.toLowerCase()));
  const isKnown = events.every(event => HELM_HOOKS.includes(event));
  const isDefinition = kind === 'CustomResourceDefinition';
  return {
    reader: `Helm (${HELM}: ${value})`,
    by: 'Helm',
    isKnown,
    runs: isKnown && events.some(event => event.endsWith('-upgrade')),
    runsLast: events.includes('post-upgrade'),
    isMade: isKnown && events.some(event => event.endsWith('-upgrade') || event.endsWith('-install')),
    deletedFirst: !isDefinition && policies.includes('before-hook-creation'),
    deletedAfter: !isDefinition && policies.includes('hook-succeeded'),
  };
}

/** Policies that it does not know are as none. */
function argoCdHook(annotations: Record<string, unknown>): Hook | undefined {
  const value = annotations[ARGO_CD];
  if (typeof value !== 'string') { return undefined; }
  const [types, policies] = [listed(value), listed(textOf(annotations[ARGO_CD_POLICY]) ?? '').filter(policy => ARGO_CD_POLICIES.has(policy))];
  const runs = types.some(type => ['PreSync', 'Sync', 'PostSync'].includes(type));
  return {
    reader: `Argo CD (${ARGO_CD}: ${value})`,
    by: 'Argo CD',
    isSkipped: types.length === 1 && types[0] === 'Skip',
    isKnown: types.some(type => OF_ARGO_CD.has(type)),
    runs,
    runsLast: types.includes('PostSync'),
    isMade: runs,
    deletedFirst: policies.length === 0 || policies.includes('BeforeHookCreation'),
    deletedAfter: policies.includes('HookSucceeded'),
  };
}

function listed(value: string): string[] {
  return value.split(',').map(one => one.trim());
}
