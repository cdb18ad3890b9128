import { Manifest } from '../../kubernetes/manifest';
import { hookOf } from '../../manifest/deployer-hooks';
import { ignorerOf, keeperOf } from '../../manifest/deployers';
import { ChangeStatement, Rule } from '../changes/rule';

/** To delete one of these takes data along, whoever does it. */
export const HOLD_DATA: ReadonlySet<string> = new Set(['PersistentVolumeClaim', 'PersistentVolume', 'Namespace', 'CustomResourceDefinition']);

/** An object that is gone from the manifests, and that nobody deletes. */
export const KEPT: Rule = {
  id: 'kept-by-deployer',
  title: 'Gone from the manifests, and kept in the cluster',
  severity: 'info',
  effect: 'in-place',
  kinds: ['every kind'],
  fields: 'the whole object, with helm.sh/resource-policy: keep, argocd.argoproj.io/sync-options: Prune=false or kustomize.toolkit.fluxcd.io/prune: disabled; a hook',
  why: 'what deploys the manifests keeps the object: it stays as it is, and nobody manages it any more',
  removed: object => {
    const keeper = keeperOf(object);
    return keeper ? [{ path: '', message: `the ${object.kind} stays in the cluster, for ${keeper} keeps it; no manifest manages it any more` }] : [];
  },
};

/** An object that the deployer neither creates nor updates. */
export const LEFT: Rule = {
  id: 'left-by-deployer',
  title: 'Not applied by its deployer',
  severity: 'info',
  effect: 'none',
  kinds: ['every kind'],
  fields: 'every field, with kustomize.toolkit.fluxcd.io/ssa: IfNotPresent or Ignore, kustomize.toolkit.fluxcd.io/reconcile: disabled, or a hook of another time',
  why: 'Flux does not change such an object, and a hook is made at its time only: what the manifests say of it now happens later, or by hand',
  added: object => {
    const ignorer = ignorerOf(object);
    return ignorer === undefined ? [] : [{ path: '', message: `the ${object.kind} is not created now, for ${ignorer} says so` }];
  },
};

/** What is said of an object that is on both sides and is not updated. */
export function left(object: Manifest, reader: string): ChangeStatement {
  const { kind } = object;
  const hook = hookOf(object);
  return {
    path: '',
    message: hook?.isKnown && hook.deletedFirst ? `the ${kind} stays as it is for now: ${reader} deletes it and creates it again when its hook runs, which no update does`
      : `the ${kind} stays as it is, for ${reader} updates nothing that is there`,
  };
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
    const keeper = HOLD_DATA.has(after.kind) && !keeperOf(after) ? keeperOf(before) : undefined;
    return keeper === undefined ? [] : [{
      path: '/metadata/annotations',
      message: `${keeper} kept it, and does so no longer: from now on it is deleted, with its data, when it leaves the manifests`,
    }];
  },
};
