/** A driver of volumes, by what a StorageClass writes in `provisioner`. */
export interface KnownDriver {
  /** The access modes of file systems that it makes. Block volumes may have more. @default - not known, or all */
  readonly accessModes?: readonly string[];
  /** True if it makes ext4 unless the class says otherwise: a new volume holds a directory `lost+found`. @default - not known, or not */
  readonly makesExt4?: boolean;
  /** The parameters of a class; capitals do not count. @default - not known, or it ignores those that it does not know */
  readonly parameters?: {
    readonly known: readonly string[];
    readonly needed: readonly string[];
    /** Parameters of other drivers, and what they are called here. */
    readonly others?: Readonly<Record<string, string>>;
  };
  /** The version of Kubernetes that took it out, if Kubernetes itself brought it; an empty text if there never was one. @default - it is there */
  readonly gone?: string;
}

/** The provisioner of classes whose volumes somebody writes by hand. */
export const NO_PROVISIONER = 'kubernetes.io/no-provisioner';

/** The version of Kubernetes that took the driver of a volume type out: no node mounts it since. */
export const GONE_SINCE = {
  cephfs: '1.31',
  flocker: '1.25',
  gitRepo: '1.33',
  glusterfs: '1.26',
  photonPersistentDisk: '1.31',
  quobyte: '1.25',
  rbd: '1.31',
  scaleIO: '1.22',
  storageos: '1.25',
} as const;

const ONE_NODE = ['ReadWriteOnce', 'ReadWriteOncePod'];
const ONE_WRITER = [...ONE_NODE, 'ReadOnlyMany'];

/**
 * What is known of drivers that are often used.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes
 */
const DRIVERS: Readonly<Record<string, KnownDriver>> = {
  'cinder.csi.openstack.org': { makesExt4: true },
  'csi.hetzner.cloud': { accessModes: ONE_NODE, makesExt4: true },
  'disk.csi.azure.com': { accessModes: ONE_NODE, makesExt4: true },
  'dobs.csi.digitalocean.com': { accessModes: ONE_NODE, makesExt4: true },
  'ebs.csi.aws.com': { accessModes: ONE_NODE, makesExt4: true },
  'linodebs.csi.linode.com': { accessModes: ONE_NODE, makesExt4: true },
  'local.csi.openebs.io': { accessModes: ONE_NODE },
  'nfs.csi.k8s.io': {
    parameters: {
      known: ['server', 'share', 'subDir', 'mountPermissions', 'onDelete'],
      needed: ['server'],
      others: { path: 'share', nfsPath: 'share', nfsServer: 'server' },
    },
  },
  'openebs.io/local': { accessModes: ONE_NODE },
  'pd.csi.storage.gke.io': { accessModes: ONE_WRITER, makesExt4: true },
  'rancher.io/local-path': { accessModes: ONE_NODE },
  'topolvm.io': { accessModes: ONE_NODE },
  'zfs.csi.openebs.io': { accessModes: ONE_NODE },
  'kubernetes.io/aws-ebs': { accessModes: ONE_NODE, makesExt4: true },
  'kubernetes.io/azure-disk': { accessModes: ONE_NODE, makesExt4: true },
  'kubernetes.io/cinder': { makesExt4: true },
  'kubernetes.io/gce-pd': { accessModes: ONE_WRITER, makesExt4: true },
  'kubernetes.io/azure-file': {},
  [NO_PROVISIONER]: {},
  'kubernetes.io/portworx-volume': {},
  'kubernetes.io/vsphere-volume': {},
  'kubernetes.io/flocker': { gone: GONE_SINCE.flocker },
  'kubernetes.io/glusterfs': { gone: GONE_SINCE.glusterfs },
  'kubernetes.io/quobyte': { gone: GONE_SINCE.quobyte },
  'kubernetes.io/rbd': { gone: GONE_SINCE.rbd, accessModes: ONE_WRITER },
  'kubernetes.io/scaleio': { gone: GONE_SINCE.scaleIO },
  'kubernetes.io/storageos': { gone: GONE_SINCE.storageos },
  // Only where the controller manager is told to, which nobody but Kubernetes' own tests does.
  'kubernetes.io/host-path': { gone: '' },
};

/** What is known of a driver. Names that begin with `kubernetes.io/` belong to Kubernetes, which has no others than these. */
export function driverOf(provisioner: unknown): KnownDriver {
  if (typeof provisioner !== 'string') { return {}; }
  if (Object.hasOwn(DRIVERS, provisioner)) { return DRIVERS[provisioner]; }
  return provisioner.startsWith('kubernetes.io/') ? { gone: '' } : {};
}
