import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const COUNT = 64;
const CLASS = 'standard';

/**
 * Volumes that claims without a class get: folders of this machine. Every node reaches each of them, as it reaches a disk in the network:
 * nodes are processes of one machine. A volume is used by one claim, and never again.
 */
export function volumeObjects(folder: string): object[] {
  const volumes = Array.from({ length: COUNT }, (_, index) => {
    const name = `volume-${index + 1}`;
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    return volume(name, path);
  });
  return [storageClass, ...volumes];
}

const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: CLASS, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
  provisioner: 'kubernetes.io/no-provisioner',
  reclaimPolicy: 'Retain',
  volumeBindingMode: 'WaitForFirstConsumer',
};

const volume = (name: string, path: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec: {
    storageClassName: CLASS,
    capacity: { storage: '100Gi' },
    accessModes: ['ReadWriteOnce', 'ReadWriteMany', 'ReadOnlyMany'],
    persistentVolumeReclaimPolicy: 'Retain',
    local: { path },
    nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'kubernetes.io/os', operator: 'In', values: ['linux'] }] }] } },
  },
});
