import { Manifest } from '../../kubernetes/manifest';
import { keeperOf, leaverOf, recreatorOf } from '../../manifest/deployers';
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

/** An update that the deployer does not make. */
export const LEFT: Rule = {
  id: 'left-by-deployer',
  title: 'In the cluster already, and left as it is',
  severity: 'info',
  effect: 'none',
  kinds: ['every kind'],
  fields: 'every field, with kustomize.toolkit.fluxcd.io/ssa: IfNotPresent or Ignore, or kustomize.toolkit.fluxcd.io/reconcile: disabled',
  why: 'Flux creates such an object, and does not change it afterwards: what the manifests say of it now happens only by hand',
};

/** What is said of an object that is on both sides and is not updated; undefined if it is updated, or nothing differs. */
export function left(before: Manifest, after: Manifest): ChangeStatement | undefined {
  const leaver = leaverOf(after);
  if (leaver === undefined || JSON.stringify(before) === JSON.stringify(after)) { return undefined; }
  return { path: '', message: `the ${after.kind} stays as it is, for ${leaver} updates nothing that is there` };
}

/** What protected the data of an object is gone, and the object stays: nothing happens until somebody removes it. */
export const UNPROTECTED: Rule = {
  id: 'protection-removed',
  title: 'No deployer keeps it any more',
  effect: 'deletes-data',
  kinds: ['PersistentVolumeClaim', 'PersistentVolume', 'Namespace', 'CustomResourceDefinition'],
  fields: 'helm.sh/resource-policy: keep, argocd.argoproj.io/sync-options: Prune=false, kustomize.toolkit.fluxcd.io/prune: disabled, and the words of kapp and kpt',
  why: 'without this word the object, and the data with it, is deleted when it leaves the manifests or its release is uninstalled',
  fix: 'keep the word; delete the object by name when its data is not wanted any more',
  updated: ({ before, after }) => {
    const keeper = HOLD_DATA.has(after.kind) && after.kind !== 'StatefulSet' && !keeperOf(after) ? keeperOf(before) : undefined;
    return keeper === undefined ? [] : [{
      path: '/metadata/annotations',
      message: `${keeper} kept it, and does so no longer: from now on it is deleted, with its data, when it leaves the manifests`,
    }];
  },
};

/** What is said of an update that is none; undefined if it is one. */
export function recreated(after: Manifest): ChangeStatement | undefined {
  const recreator = HOLD_DATA.has(after.kind) ? undefined : recreatorOf(after);
  const runs = ['Job', 'Pod'].includes(after.kind) ? ': it runs again' : '';
  return recreator === undefined ? undefined : { path: '', message: `the ${after.kind} is deleted and created again by ${recreator}${runs}` };
}
