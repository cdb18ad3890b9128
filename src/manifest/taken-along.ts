import { Manifest, groupKindOf, isRecord, listOf, recordOf, textOf } from '../kubernetes/manifest';

/** What an object of a deployer takes along when it is deleted. */
export interface TakenAlong {
  readonly by: string;
  /** All objects that it applied, or only those of a release, whose claims of templates stay. */
  readonly what: 'everything' | 'release';
  /** What keeps them. */
  readonly fix: string;
}

/** A Kustomization or HelmRelease of Flux, or an Application of Argo CD, that deletes what it applied; undefined if it leaves it, or is none. */
export function takenAlongWith(object: Manifest): TakenAlong | undefined {
  const { metadata, spec } = object;
  const { prune, suspend, deletionPolicy } = recordOf(spec);
  switch (groupKindOf(object)) {
    case 'kustomize.toolkit.fluxcd.io/Kustomization':
      return suspend === true || !takesAlong(prune, deletionPolicy) ? undefined
        : { by: 'Flux', what: 'everything', fix: 'write spec.deletionPolicy: Orphan (or prune: false) and let it be applied; remove the Kustomization after that' };
    case 'helm.toolkit.fluxcd.io/HelmRelease':
      return suspend === true ? undefined : { by: 'Flux', what: 'release', fix: 'write spec.suspend: true and let it be applied; remove the HelmRelease after that' };
    case 'argoproj.io/Application':
      return listOf(metadata?.finalizers).some(finalizer => textOf(finalizer).startsWith('resources-finalizer.argocd.argoproj.io'))
        ? { by: 'Argo CD', what: 'everything', fix: 'take the finalizer resources-finalizer.argocd.argoproj.io out and let it be applied; remove the Application after that' } : undefined;
    case 'argoproj.io/ApplicationSet': {
      const { syncPolicy } = recordOf(spec);
      return isRecord(syncPolicy) && syncPolicy.preserveResourcesOnDeletion === true ? undefined
        : { by: 'Argo CD', what: 'everything', fix: 'write syncPolicy: {preserveResourcesOnDeletion: true} and let it be applied; remove the ApplicationSet after that' };
    }
    default: return undefined;
  }
}

/** Without a policy of its own, a Kustomization takes along what it prunes. */
function takesAlong(prune: unknown, deletionPolicy: unknown): boolean {
  switch (deletionPolicy) {
    case 'Orphan': return false;
    case 'Delete':
    case 'WaitForTermination': return true;
    default: return prune === true;
  }
}
