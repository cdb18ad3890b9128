import { storageClassOf } from '../../manifest/claims';
import { titleOf } from '../../manifest/inventory';
import { Check } from '../check';

export const noDefaultClass: Check = {
  id: 'no-default-class',
  why: 'a claim without a class stays Pending in a cluster without a default StorageClass, unless a volume without a class is there for it. '
    + 'It is an error only where the environment says that there is no default; where nothing is declared it is worth knowing',
  severity: 'info',
  run: function* (inventory, { claims, cluster }) {
    const isDefault = (annotations: Readonly<Record<string, string>> | undefined) =>
      annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
    if (cluster.defaultStorageClass || inventory.ofKind('StorageClass').some(({ metadata }) => isDefault(metadata?.annotations))) { return; }
    if (inventory.ofKind('PersistentVolume').some(volume => !storageClassOf(volume))) { return; }
    for (const claim of claims.all) {
      if (claim.storageClass !== undefined || claim.spec.volumeName) { continue; }
      yield {
        object: claim.from,
        path: `${claim.path}/spec`,
        severity: cluster.defaultStorageClass === false ? 'error' : 'info',
        message: `${titleOf(claim.from)} claims ${claim.title} without a class, and ${cluster.defaultStorageClass === false
          ? 'the cluster has no default StorageClass' : 'it is not declared whether the cluster has a default StorageClass'}`,
        fix: cluster.defaultStorageClass === false ? 'write storageClassName'
          : 'write storageClassName, or declare defaultStorageClass in the environment',
      };
    }
  },
  bad: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`,
  good: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: standard, annotations: {storageclass.kubernetes.io/is-default-class: "true"}}
provisioner: kubernetes.io/no-provisioner
`,
};
