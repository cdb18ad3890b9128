import { takenAlongWith } from '../../src/manifest/taken-along';

const resource = (apiVersion: string, kind: string, spec: object = {}, finalizers: string[] = []) => ({ apiVersion, kind, metadata: { name: 'a', finalizers }, spec });

test.each<[string, ReturnType<typeof resource>, string | undefined]>([
  ['a Kustomization that prunes', resource('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { prune: true }), 'everything'],
  ['one that does not', resource('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { prune: false }), undefined],
  ['one that does not, but deletes all in the end', resource('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { prune: false, deletionPolicy: 'Delete' }), 'everything'],
  ['one that leaves its objects', resource('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { prune: true, deletionPolicy: 'Orphan' }), undefined],
  ['one that is suspended', resource('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { prune: true, suspend: true }), undefined],
  ['a configuration of kustomize itself', resource('kustomize.config.k8s.io/v1beta1', 'Kustomization', { prune: true }), undefined],
  ['a release', resource('helm.toolkit.fluxcd.io/v2', 'HelmRelease'), 'release'],
  ['an Application', resource('argoproj.io/v1alpha1', 'Application'), undefined],
  ['an Application with its finalizer', resource('argoproj.io/v1alpha1', 'Application', {}, ['resources-finalizer.argocd.argoproj.io/background']), 'everything'],
  ['an ApplicationSet that keeps them', resource('argoproj.io/v1alpha1', 'ApplicationSet', { syncPolicy: { preserveResourcesOnDeletion: true } }), undefined],
])('%s', (_, manifest, what) => {
  expect(takenAlongWith(manifest)?.what).toBe(what);
});
