import { Manifest } from '../../src/kubernetes/manifest';
import { hookOf } from '../../src/manifest/deployer-hooks';

const annotated = (annotations: Record<string, any>, kind = 'Job'): Manifest => ({ apiVersion: 'v1', kind, metadata: { name: 'a', annotations } });
const HELM = 'helm.sh/hook';
const HELM_POLICY = 'helm.sh/hook-delete-policy';
const ARGO_CD = 'argocd.argoproj.io/hook';
const ARGO_CD_POLICY = 'argocd.argoproj.io/hook-delete-policy';

test.each<[Record<string, string>, object]>([
  [{ [HELM]: 'pre-install, Post-Upgrade' }, { isKnown: true, runs: true, runsLast: true, isMade: true, deletedFirst: true, deletedAfter: false }],
  [{ [HELM]: 'pre-install' }, { isKnown: true, runs: false, isMade: true }],
  [{ [HELM]: 'test' }, { isKnown: true, runs: false, isMade: false }],
  [{ [HELM]: 'pre-upgrade,crd-install' }, { isKnown: false, runs: false, isMade: false }],
  [{ [HELM]: 'pre-upgrade', [HELM_POLICY]: 'Hook-Succeeded, hook-failed' }, { deletedFirst: false, deletedAfter: true }],
  [{ [HELM]: 'pre-upgrade', [HELM_POLICY]: 'never' }, { deletedFirst: false, deletedAfter: false }],
  [{ [ARGO_CD]: 'PreSync' }, { by: 'Argo CD', isKnown: true, runs: true, runsLast: false, deletedFirst: true }],
  [{ [ARGO_CD]: 'PostSync', [ARGO_CD_POLICY]: 'HookSucceeded' }, { runsLast: true, deletedFirst: false, deletedAfter: true }],
  [{ [ARGO_CD]: 'Sync', [ARGO_CD_POLICY]: 'beforehookcreation' }, { deletedFirst: true }],
  [{ [ARGO_CD]: 'SyncFail' }, { isKnown: true, runs: false, isMade: false }],
  [{ [ARGO_CD]: 'Skip' }, { isKnown: false, runs: false }],
])('%p is the hook %p', (annotations, expected) => {
  expect(hookOf(annotated(annotations))).toMatchObject(expected);
});

test('an object without such a word is none', () => {
  expect(hookOf(annotated({ [HELM]: 5 }))).toBeUndefined();
  expect(hookOf(annotated({}))).toBeUndefined();
});

test('Helm deletes no definition', () => {
  const definition = annotated({ [HELM]: 'pre-upgrade', [HELM_POLICY]: 'before-hook-creation,hook-succeeded' }, 'CustomResourceDefinition');

  expect(hookOf(definition)).toMatchObject({ deletedFirst: false, deletedAfter: false });
});
