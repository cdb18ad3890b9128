import { OF_SEVERAL_CLUSTERS } from './duplicate-object';
import { sameData } from '../../../kubernetes/manifest';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (one: string, two: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ${one}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: default, namespace: default}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: ${two}}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: default, namespace: kube-public}]
`;

export const clusterWideName: Check = {
  id: 'cluster-wide-name',
  why: 'names of cluster-wide objects are shared by all installations: the second one silently takes the place of the first, '
    + 'which loses its rights, its class or its volume',
  run: function* (inventory) {
    for (const [first, ...others] of inventory.duplicates()) {
      for (const other of others) {
        if (namespaceOf(other) !== '' || !other.metadata?.name || sameData(first, other)) { continue; }
        yield {
          object: other,
          path: '/metadata/name',
          message: `${titleOf(other)} belongs to the whole cluster and is there twice with different contents, as if by two installations`,
          fix: `give each installation a name of its own, for example with its namespace in it. ${OF_SEVERAL_CLUSTERS}`,
        };
      }
    }
  },
  bad: example('run-nfs', 'run-nfs'),
  good: example('run-nfs-default', 'run-nfs-public'),
};
