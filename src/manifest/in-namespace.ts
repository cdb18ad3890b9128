import { isClusterScoped } from '../kubernetes/kinds';
import { Manifest, groupKindOf, recordOf, textOf } from '../kubernetes/manifest';

/** Something that may hold a manifest. */
interface Holder {
  readonly manifest?: Manifest;
}

/** The same with the namespace that a deployer gives to objects that name none, such as `helm -n`; as they are if nobody knows it. */
export function inNamespace<D extends Holder>(documents: readonly D[], namespace: string | undefined): readonly D[] {
  if (namespace === undefined) { return documents; }
  const ofCluster = new Set(documents.flatMap(({ manifest }) => clusterScopedKind(manifest)));
  return documents.map(document => {
    const { manifest } = document;
    const isPlaced = !manifest || typeof manifest.metadata?.namespace === 'string' && manifest.metadata.namespace !== '';
    const hasNone = isPlaced || isClusterScoped(manifest.apiVersion, manifest.kind)
      || ofCluster.has(groupKindOf(manifest));
    return hasNone ? document : { ...document, manifest: { ...manifest, metadata: { ...manifest.metadata, namespace } } };
  });
}

/** The custom kind that a definition makes cluster-scoped. */
function clusterScopedKind(manifest: Manifest | undefined): string[] {
  if (manifest?.kind !== 'CustomResourceDefinition') { return []; }
  const { group, scope, names } = recordOf(manifest.spec);
  return scope === 'Cluster' ? [`${textOf(group)}/${textOf(recordOf(names).kind)}`] : [];
}
