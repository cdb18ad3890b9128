import { Manifest } from '../../kubernetes/manifest';
import { keeperOf, recreatorOf } from '../../manifest/deployers';
import { ChangeStatement, Rule } from '../changes/rule';

/** To delete one of these takes data along, whoever does it: what the server says of the update counts. */
const HOLD_DATA: ReadonlySet<string> = new Set(['PersistentVolumeClaim', 'PersistentVolume', 'StatefulSet', 'Namespace', 'CustomResourceDefinition']);

/** An object that is gone from the manifests, and that nobody deletes. */
export const KEPT: Rule = {
  id: 'kept-by-deployer',
  title: 'Gone from the manifests, and kept in the cluster',
  severity: 'info',
  effect: 'in-place',
  kinds: ['every kind'],
  fields: 'the whole object, with helm.sh/resource-policy: keep, argocd.argoproj.io/sync-options: Prune=false or kustomize.toolkit.fluxcd.io/prune: disabled',
  why: 'what deploys the manifests keeps the object: it stays as it is, and nobody manages it any more',
  removed: object => {
    const keeper = keeperOf(object);
    return keeper ? [{ path: '', message: `the ${object.kind} stays in the cluster, for ${keeper} keeps it; no manifest manages it any more` }] : [];
  },
};

/** An object that is deleted and created again, so that nothing of it is an update. */
export const RECREATED: Rule = {
  id: 'recreated-by-deployer',
  title: 'Deleted and created again',
  severity: 'info',
  effect: 'in-place',
  kinds: ['every kind but those that hold data'],
  fields: 'every field, with helm.sh/hook, argocd.argoproj.io/hook, argocd.argoproj.io/sync-options: Force=true or kustomize.toolkit.fluxcd.io/force: enabled',
  why: 'what deploys the manifests deletes the object first, so fields may change that no update can change; a Job or Pod runs again',
};

/** What is said of an update that is none; undefined if it is one. */
export function recreated(after: Manifest): ChangeStatement | undefined {
  const recreator = HOLD_DATA.has(after.kind) ? undefined : recreatorOf(after);
  const runs = ['Job', 'Pod'].includes(after.kind) ? ': it runs again' : '';
  return recreator === undefined ? undefined : { path: '', message: `the ${after.kind} is deleted and created again by ${recreator}${runs}` };
}
