import { isClusterScoped } from '../../../kubernetes/kinds';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

export const namespaceOnClusterScopedKind: Check = {
  id: 'namespace-on-cluster-scoped-kind',
  why: 'objects of this kind belong to the whole cluster: the namespace is dropped without a word, '
    + 'and what looks like one object per namespace is one for all',
  severity: 'warning',
  run: function* (inventory) {
    for (const manifest of inventory.manifests) {
      const namespace = manifest.metadata?.namespace;
      if (typeof namespace !== 'string' || namespace === '' || !isClusterScoped(manifest.apiVersion, manifest.kind)) { continue; }
      yield {
        object: manifest,
        path: '/metadata/namespace',
        message: `${titleOf(manifest)} carries the namespace '${namespace}', but a ${manifest.kind} has none`,
        fix: 'remove metadata.namespace',
      };
    }
  },
  bad: `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: disks, namespace: data}
provisioner: kubernetes.io/no-provisioner
`,
  good: `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: disks}
provisioner: kubernetes.io/no-provisioner
`,
};
