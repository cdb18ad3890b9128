import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProcessPlan, flags } from '../control-plane';
import { GoModule } from '../go-module';

const DRIVER = 'csi.cdk8s-stateful.dev';
/** Where the driver is reached on its node. The kernel allows about a hundred characters, so it is not in the cluster's folder. */
const SOCKET = '/var/lib/kubelet/plugins/csi.sock';
const PLUGINS = '/var/lib/kubelet/plugins_registry';

/** What asks the driver for what the API server is asked for, and the Go package of each. */
const SIDECARS = {
  'csi-provisioner': 'github.com/kubernetes-csi/external-provisioner/v6/cmd/csi-provisioner',
  'csi-resizer': 'github.com/kubernetes-csi/external-resizer/v2/cmd/csi-resizer',
  'csi-snapshotter': 'github.com/kubernetes-csi/external-snapshotter/v8/cmd/csi-snapshotter',
  'snapshot-controller': 'github.com/kubernetes-csi/external-snapshotter/v8/cmd/snapshot-controller',
} as const;
export type CsiSidecar = keyof typeof SIDECARS;
export const CSI_SIDECARS = Object.keys(SIDECARS) as readonly CsiSidecar[];

const module = () => new GoModule('csi');
const driverProgram = () => module().program({ name: 'csi-driver', package: '.' });
const sidecarProgram = (name: CsiSidecar) => module().program({ name, package: SIDECARS[name] });

/** Builds all of it that was never built. */
export function buildCsi(): void {
  driverProgram();
  for (const name of CSI_SIDECARS) { sidecarProgram(name); }
  snapshotDefinitions();
}

/** The driver on a node. */
export function csiDriver(node: string, volumes: string): ProcessPlan {
  return { name: 'csi-driver', program: driverProgram(), args: flags({ socket: SOCKET, plugins: PLUGINS, node, data: volumes }) };
}

/** A sidecar, beside the driver of a node: a cluster needs each once. */
export function csiSidecar(name: CsiSidecar, kubeconfig: string): ProcessPlan {
  const driver: Record<string, string> = name === 'snapshot-controller' ? {} : { 'csi-address': SOCKET };
  return { name, program: sidecarProgram(name), args: flags({ kubeconfig, ...driver }) };
}

/** A file with the definitions of snapshots, from the module of their controller. */
export function snapshotDefinitions(): string {
  return module().file('snapshot-definitions.yaml', target => {
    const folder = join(module().sourceOf('github.com/kubernetes-csi/external-snapshotter/client/v8'), 'config', 'crd');
    const files = readdirSync(folder).filter(file => file.includes('.k8s.io_'));
    writeFileSync(target, files.map(file => readFileSync(join(folder, file), 'utf8')).join('\n---\n'));
  });
}

/** What users of the driver name: classes of claims and of snapshots. */
export const csiObjects = [
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'CSIDriver',
    metadata: { name: DRIVER },
    // Any node reaches any volume, so none is attached. The kubelet gives the files to the group of the pod.
    spec: { attachRequired: false, fsGroupPolicy: 'File', volumeLifecycleModes: ['Persistent'] },
  },
  csiClass('csi'),
  {
    apiVersion: 'snapshot.storage.k8s.io/v1',
    kind: 'VolumeSnapshotClass',
    metadata: { name: 'csi' },
    driver: DRIVER,
    deletionPolicy: 'Delete',
  },
];

/** A class of the driver. */
export function csiClass(name: string, fields: object = {}): object {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name },
    provisioner: DRIVER,
    reclaimPolicy: 'Delete',
    volumeBindingMode: 'WaitForFirstConsumer',
    allowVolumeExpansion: true,
    ...fields,
  };
}
