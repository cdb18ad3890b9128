import { Manifest } from '../../src/kubernetes/manifest';
import { keeperOf, recreatorOf, restorerOf } from '../../src/manifest/deployers';

const annotated = (annotations: Record<string, any>): Manifest => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a', annotations } });

test.each([
  [{ 'helm.sh/resource-policy': 'keep' }, 'Helm (helm.sh/resource-policy: keep)'],
  [{ 'argocd.argoproj.io/sync-options': 'ServerSideApply=true, Prune=false' }, 'Argo CD (argocd.argoproj.io/sync-options: ServerSideApply=true, Prune=false)'],
  [{ 'kustomize.toolkit.fluxcd.io/prune': 'disabled' }, 'Flux (kustomize.toolkit.fluxcd.io/prune: disabled)'],
  [{ 'kustomize.toolkit.fluxcd.io/reconcile': 'disabled' }, 'Flux (kustomize.toolkit.fluxcd.io/reconcile: disabled)'],
  [{ 'kapp.k14s.io/delete-strategy': 'orphan' }, 'kapp (kapp.k14s.io/delete-strategy: orphan)'],
  [{ 'cli-utils.sigs.k8s.io/on-remove': 'keep' }, 'kpt (cli-utils.sigs.k8s.io/on-remove: keep)'],
  [{ 'client.lifecycle.config.k8s.io/deletion': 'detach' }, 'kpt (client.lifecycle.config.k8s.io/deletion: detach)'],
  [{ 'helm.sh/resource-policy': 'delete' }, undefined],
  [{ 'argocd.argoproj.io/sync-options': 'Prune=true' }, undefined],
  [{}, undefined],
])('who keeps an object with %p', (annotations, expected) => {
  const keeper = keeperOf(annotated(annotations));

  expect(keeper).toBe(expected);
});

test.each([
  [{ 'helm.sh/hook': 'test' }, true],
  [{ 'helm.sh/hook': 'pre-upgrade', 'helm.sh/hook-delete-policy': 'hook-failed' }, false],
  [{ 'argocd.argoproj.io/hook': 'PreSync' }, true],
  [{ 'argocd.argoproj.io/hook': 'Skip' }, false],
  [{ 'argocd.argoproj.io/sync-options': 'Replace=true,Force=true' }, true],
  [{ 'argocd.argoproj.io/sync-options': 'Replace=true' }, false],
  [{ 'kustomize.toolkit.fluxcd.io/force': 'enabled' }, true],
  [{ 'helm.sh/hook': 5 }, false],
])('%p: deleted and created again: %p', (annotations, expected) => {
  const recreator = recreatorOf(annotated(annotations));

  expect(recreator !== undefined).toBe(expected);
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
