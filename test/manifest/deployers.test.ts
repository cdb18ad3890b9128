import { Manifest } from '../../src/kubernetes/manifest';
import { forcerOf, handlingOf, ignorerOf, keeperOf, recreatorOf, restorerOf } from '../../src/manifest/deployers';

const annotated = (annotations: Record<string, any>): Manifest => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a', annotations } });

test.each([
  [{ 'helm.sh/resource-policy': 'keep' }, 'Helm (helm.sh/resource-policy: keep)'],
  [{ 'argocd.argoproj.io/sync-options': 'ServerSideApply=true, Prune=false' }, 'Argo CD (argocd.argoproj.io/sync-options: ServerSideApply=true, Prune=false)'],
  [{ 'kustomize.toolkit.fluxcd.io/prune': 'disabled' }, 'Flux (kustomize.toolkit.fluxcd.io/prune: disabled)'],
  [{ 'kapp.k14s.io/delete-strategy': 'orphan' }, 'kapp (kapp.k14s.io/delete-strategy: orphan)'],
  [{ 'cli-utils.sigs.k8s.io/on-remove': 'keep' }, 'kpt (cli-utils.sigs.k8s.io/on-remove: keep)'],
  [{ 'client.lifecycle.config.k8s.io/deletion': 'detach' }, 'kpt (client.lifecycle.config.k8s.io/deletion: detach)'],
  [{ 'kustomize.toolkit.fluxcd.io/ssa': 'Ignore' }, undefined],
  [{ 'kustomize.toolkit.fluxcd.io/reconcile': 'disabled' }, undefined],
  [{ 'helm.sh/hook': 'pre-install' }, 'Helm (helm.sh/hook: pre-install)'],
  [{ 'helm.sh/resource-policy': 'delete' }, undefined],
  [{ 'helm.sh/resource-policy': 'Keep' }, undefined],
  [{ 'kustomize.toolkit.fluxcd.io/ssa': 'IfNotPresent' }, undefined],
  [{ 'argocd.argoproj.io/sync-options': 'Prune=true' }, undefined],
  [{}, undefined],
])('who keeps an object with %p', (annotations, expected) => {
  const keeper = keeperOf(annotated(annotations));

  expect(keeper).toBe(expected);
});

test('what is on an object in the cluster keeps it', () => {
  const { metadata, ...rest } = annotated({ 'kustomize.toolkit.fluxcd.io/reconcile': 'disabled' });

  expect(keeperOf({ ...rest, metadata: { ...metadata, uid: '1' } })).toBe('Flux (kustomize.toolkit.fluxcd.io/reconcile: disabled)');
});

test.each([
  [{ 'helm.sh/hook': 'test' }, true],
  [{ 'argocd.argoproj.io/hook': 'PreSync' }, true],
  [{ 'argocd.argoproj.io/sync-options': 'Replace=true,Force=true' }, true],
  [{ 'argocd.argoproj.io/sync-options': 'Replace=true' }, false],
  [{ 'argocd.argoproj.io/sync-options': 'Force=true' }, false],
  [{ 'helm.sh/hook': 5 }, false],
])('%p: made anew each time: %p', (annotations, expected) => {
  const recreator = recreatorOf(annotated(annotations));

  expect(recreator !== undefined).toBe(expected);
});

const PLAIN = {};
const HOOK = 'helm.sh/hook';
const POLICY = 'helm.sh/hook-delete-policy';
const UPGRADE = { [HOOK]: 'pre-install,pre-upgrade' };

test.each<[string, Record<string, string>, Record<string, string>, string | undefined]>([
  ['a hook of upgrades', UPGRADE, UPGRADE, 'recreated'],
  ['a hook that is deleted after it ended', { ...UPGRADE, [POLICY]: 'hook-succeeded' }, { ...UPGRADE, [POLICY]: 'hook-succeeded' }, 'recreated'],
  ['a hook that only its failure deletes', { ...UPGRADE, [POLICY]: 'hook-failed' }, { ...UPGRADE, [POLICY]: 'hook-failed' }, 'refused'],
  ['a policy that Helm does not know', { ...UPGRADE, [POLICY]: 'never' }, { ...UPGRADE, [POLICY]: 'never' }, 'refused'],
  ['a hook of installations', { [HOOK]: 'pre-install' }, { [HOOK]: 'pre-install' }, 'left'],
  ['an object that becomes a hook of installations', PLAIN, { [HOOK]: 'pre-install' }, 'deleted'],
  ['an object that becomes a hook before upgrades', PLAIN, { [HOOK]: 'pre-upgrade' }, 'deleted'],
  ['an object that becomes a hook after upgrades', PLAIN, { [HOOK]: 'post-upgrade' }, 'recreated'],
  ['an object that Helm keeps and becomes a hook', { 'helm.sh/resource-policy': 'keep' }, { [HOOK]: 'pre-install' }, 'left'],
  ['a hook that becomes an object of the release', UPGRADE, PLAIN, 'refused'],
  ['a hook that is gone, and becomes an object of the release', { ...UPGRADE, [POLICY]: 'hook-succeeded' }, PLAIN, undefined],
  ['an unknown hook', PLAIN, { [HOOK]: 'pre-update' }, 'deleted'],
  ['a hook of Argo CD', PLAIN, { 'argocd.argoproj.io/hook': 'PreSync' }, 'recreated'],
  ['a hook of Argo CD that only its failure deletes', PLAIN, { 'argocd.argoproj.io/hook': 'PreSync', 'argocd.argoproj.io/hook-delete-policy': 'HookFailed' }, undefined],
  ['an object that becomes a hook of Argo CD for failures', PLAIN, { 'argocd.argoproj.io/hook': 'SyncFail' }, 'deleted'],
  ['one that Argo CD keeps', { 'argocd.argoproj.io/sync-options': 'Prune=false' }, { 'argocd.argoproj.io/hook': 'SyncFail' }, 'left'],
  ['a hook of Argo CD for failures', { 'argocd.argoproj.io/hook': 'SyncFail' }, { 'argocd.argoproj.io/hook': 'SyncFail' }, 'left'],
  ['Skip', PLAIN, { 'argocd.argoproj.io/hook': 'Skip' }, 'left'],
  ['Replace and Force', PLAIN, { 'argocd.argoproj.io/sync-options': 'Force=true, Replace=true' }, 'recreated'],
  ['Force alone', PLAIN, { 'argocd.argoproj.io/sync-options': 'Force=true' }, undefined],
  ['reconcile: disabled in the cluster only', { 'kustomize.toolkit.fluxcd.io/reconcile': 'disabled' }, PLAIN, 'left'],
  ['IfNotPresent in the cluster only', { 'kustomize.toolkit.fluxcd.io/ssa': 'IfNotPresent' }, PLAIN, undefined],
  ['IfNotPresent', PLAIN, { 'kustomize.toolkit.fluxcd.io/ssa': 'IfNotPresent' }, 'left'],
])('what becomes of what is there: %s', (_, before, after, how) => {
  expect(handlingOf(annotated(before), annotated(after))?.how).toBe(how);
});

test.each<[Record<string, string>, Record<string, string>, string | undefined]>([
  [{ 'kustomize.toolkit.fluxcd.io/force': 'enabled' }, PLAIN, 'Flux'],
  [PLAIN, { 'kustomize.toolkit.fluxcd.io/force': 'Enabled' }, 'Flux'],
  [PLAIN, { 'argocd.argoproj.io/sync-options': 'Force=true' }, 'Argo CD'],
  [{ 'argocd.argoproj.io/sync-options': 'Force=true' }, PLAIN, undefined],
  [PLAIN, { 'argocd.argoproj.io/sync-options': 'Force=true,ServerSideApply=true' }, undefined],
])('who makes anew what the server refuses to update: %p, %p: %p', (before, after, by) => {
  expect(forcerOf(annotated(before), annotated(after))?.by).toBe(by);
});

test.each<[Record<string, string>, boolean]>([
  [{ [HOOK]: 'test' }, true],
  [{ [HOOK]: 'pre-update' }, true],
  [{ [HOOK]: 'pre-install' }, false],
  [{ 'argocd.argoproj.io/hook': 'PostDelete' }, true],
  [{ 'argocd.argoproj.io/hook': 'Presync' }, true],
  [{ 'argocd.argoproj.io/hook': 'PreSync' }, false],
  [{ 'kustomize.toolkit.fluxcd.io/reconcile': 'disabled' }, true],
  [{ 'kustomize.toolkit.fluxcd.io/ssa': 'IfNotPresent' }, false],
])('%p: not created where it is not there: %p', (annotations, expected) => {
  expect(ignorerOf(annotated(annotations)) !== undefined).toBe(expected);
});

test.each([
  ['what Flux applied', { 'kustomize.toolkit.fluxcd.io/name': 'shop' }, 'Flux (kustomize.toolkit.fluxcd.io/name: shop)'],
  ['what it leaves alone', { 'kustomize.toolkit.fluxcd.io/name': 'shop', 'kustomize.toolkit.fluxcd.io/ssa': 'Ignore' }, undefined],
  ['what Argo CD applied', { 'argocd.argoproj.io/tracking-id': 'shop:batch/Job:a' }, 'Argo CD (argocd.argoproj.io/tracking-id: shop:batch/Job:a)'],
  ['a hook', { 'argocd.argoproj.io/instance': 'shop', 'argocd.argoproj.io/hook': 'PreSync' }, undefined],
  ['what nobody marked', {}, undefined],
])('a deployer makes again what is missing: %s', (_, annotations, restorer) => {
  expect(restorerOf(annotated(annotations))).toBe(restorer);
});
