/** What a driver wants of the parameters of a class. */
export interface ClassParameters {
  /** It refuses all others. @default - it ignores what it does not know */
  readonly known?: readonly string[];
  readonly needed?: readonly string[];
  /** True if a class without any parameters is for volumes that somebody writes by hand. @default - such a class makes volumes, too */
  readonly orNone?: true;
  /** Parameters of other drivers, and what they are called here. */
  readonly others?: Readonly<Record<string, string>>;
  /** Values that it takes. */
  readonly values?: readonly ClassParameterValue[];
}

/** What a driver wants of the value of a parameter. */
export interface ClassParameterValue {
  readonly parameters: readonly string[];
  /** @default - all */
  readonly fits?: RegExp;
  /** In words. */
  readonly wants: string;
  /** Values with which it wants one more parameter of these. */
  readonly beside?: { readonly values: RegExp; readonly oneOf: readonly string[] };
}

/** A driver of volumes, by what a StorageClass writes in `provisioner`. */
export interface KnownDriver {
  /** The access modes of file systems that it makes. Block volumes may have more. @default - not known, or all */
  readonly accessModes?: readonly string[];
  /** True if it makes ext4 unless the class says otherwise: a new volume holds a directory `lost+found`. @default - not known, or not */
  readonly makesExt4?: boolean;
  /** The parameters of a class; capitals do not count. @default - not known, or it ignores those that it does not know */
  readonly parameters?: ClassParameters;
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
  // @see https://github.com/kubernetes-sigs/azuredisk-csi-driver/blob/master/docs/driver-parameters.md
  'disk.csi.azure.com': {
    accessModes: ONE_NODE,
    makesExt4: true,
    parameters: { values: [{ parameters: ['skuName', 'storageAccountType'], fits: /_(LRS|ZRS)$/i, wants: 'a type of disk such as Premium_LRS, StandardSSD_LRS or Premium_ZRS' }] },
  },
  'dobs.csi.digitalocean.com': { accessModes: ONE_NODE, makesExt4: true },
  // @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
  'ebs.csi.aws.com': {
    accessModes: ONE_NODE,
    makesExt4: true,
    parameters: {
      values: [{
        parameters: ['type'],
        fits: /^(gp2|gp3|io1|io2|sc1|st1|sbg1|sbp1|standard)$/i,
        wants: 'one of gp2, gp3, io1, io2, sc1, st1, standard',
        beside: { values: /^io[12]$/i, oneOf: ['iops', 'iopsPerGB'] },
      }],
    },
  },
  // @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/README.md
  'efs.csi.aws.com': { parameters: { needed: ['provisioningMode', 'fileSystemId', 'directoryPerms'], orNone: true } },
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
  // @see https://github.com/kubernetes-sigs/gcp-compute-persistent-disk-csi-driver
  'pd.csi.storage.gke.io': {
    accessModes: ONE_WRITER,
    makesExt4: true,
    parameters: { values: [{ parameters: ['type'], fits: /^(?!(standard|balanced|ssd|extreme)$)/, wants: 'the whole name of a type of disk, such as pd-balanced or pd-ssd' }] },
  },
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

/** Rook puts the namespace of its operator before these names. */
const CEPH = /(^|\.)(rbd|cephfs)\.csi\.ceph\.com$/;

/** What is known of a driver. Names that begin with `kubernetes.io/` belong to Kubernetes, which has no others than these. */
export function driverOf(provisioner: unknown): KnownDriver {
  if (typeof provisioner !== 'string') { return {}; }
  if (Object.hasOwn(DRIVERS, provisioner)) { return DRIVERS[provisioner]; }
  if (CEPH.test(provisioner)) { return { parameters: { needed: ['clusterID'] } }; }
  return provisioner.startsWith('kubernetes.io/') ? { gone: '' } : {};
}
