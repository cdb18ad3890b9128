/** What a deployer reads in an annotation. */
export interface DeployerWords {
  readonly by: string;
  readonly annotation: string;
  readonly known: readonly string[];
  /** The deployer reads capitals as small letters. */
  readonly anyCase?: boolean;
  /** Newer versions may know more: only words like the known ones, and those that this finds, are wrong. */
  readonly open?: RegExp;
  /** What it does with a word that it does not know. */
  readonly otherwise: string;
}

/** What Helm knows in `helm.sh/hook`. */
export const HELM_HOOKS: readonly string[] = [
  'pre-install', 'post-install', 'pre-delete', 'post-delete', 'pre-upgrade', 'post-upgrade', 'pre-rollback', 'post-rollback', 'test', 'test-success',
];
const ON_OFF = ['enabled', 'disabled'];
const DEFAULT_OF = ['storageclass.kubernetes.io', 'ingressclass.kubernetes.io', 'snapshot.storage.kubernetes.io'];

/** Words on objects for which one letter decides whether they are kept, and when they run. */
export const DEPLOYER_WORDS: readonly DeployerWords[] = [
  { by: 'Helm', annotation: 'helm.sh/hook', known: HELM_HOOKS, anyCase: true, otherwise: 'the object is never created' },
  {
    by: 'Helm',
    annotation: 'helm.sh/hook-delete-policy',
    // 'never' is said of objects that shall stay: without any word they are deleted before the next one.
    known: ['before-hook-creation', 'hook-succeeded', 'hook-failed', 'never'],
    anyCase: true,
    otherwise: 'it takes the place of the default, so the hook is not deleted before its next run, which fails',
  },
  // An uninstallation reads capitals as small letters; an upgrade does not.
  { by: 'Helm', annotation: 'helm.sh/resource-policy', known: ['keep'], otherwise: 'an upgrade that no longer has the object deletes it' },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/hook', known: ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'Skip', 'PreDelete', 'PostDelete'], otherwise: 'the object is never created' },
  { by: 'Argo CD', annotation: 'argocd.argoproj.io/hook-delete-policy', known: ['HookSucceeded', 'HookFailed', 'BeforeHookCreation'], otherwise: 'it is ignored' },
  {
    by: 'Argo CD',
    annotation: 'argocd.argoproj.io/sync-options',
    known: [
      ...['Prune', 'Delete'].flatMap(name => ['false', 'true', 'confirm'].map(value => `${name}=${value}`)),
      ...['Validate', 'SkipDryRunOnMissingResource', 'Replace', 'Force', 'ServerSideApply', 'ClientSideApplyMigration', 'ApplyOutOfSyncOnly', 'PruneLast', 'RespectIgnoreDifferences',
        'CreateNamespace', 'FailOnSharedResource'].flatMap(name => ['true', 'false'].map(value => `${name}=${value}`)),
    ],
    open: /^(Prune|Delete)\s*[=:]/i,
    otherwise: 'it is ignored',
  },
  ...DEFAULT_OF.map(group => ({ by: 'Kubernetes', annotation: `${group}/is-default-class`, known: ['true', 'false'], otherwise: 'it is not the default' })),
  { by: 'Flux', annotation: 'kustomize.toolkit.fluxcd.io/prune', known: ON_OFF, anyCase: true, otherwise: 'the object is deleted when it is gone from the manifests' },
  { by: 'Flux', annotation: 'kustomize.toolkit.fluxcd.io/reconcile', known: ON_OFF, anyCase: true, otherwise: 'it is ignored' },
  { by: 'Flux', annotation: 'kustomize.toolkit.fluxcd.io/force', known: ON_OFF, anyCase: true, otherwise: 'it is ignored' },
  { by: 'Flux', annotation: 'kustomize.toolkit.fluxcd.io/ssa', known: ['override', 'merge', 'ifnotpresent', 'ignore'], anyCase: true, otherwise: 'it is ignored' },
];
