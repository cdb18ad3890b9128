import { Construct } from 'constructs';
import { StorageDirectory } from './directory';
import { Backend, NfsExport, NfsOnDelete, NfsVolumes } from './nfs-volumes';
import { STAYS_IN_EXPORT, CLAIM_PATTERN } from './sub-directory';
import { VolumeBinding } from './volume-binding';
import { VolumeRequest } from './volume-request';
import type { StorageClass } from '../../kubernetes/api/types.generated';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { choice, everyProblem, fitting, readProps, struct, text } from '../../props/fields';
import { brokenRules, PropRule } from '../../props/problems';
import { addObject } from '../../synthesis/add-object';

/**
 * Options of `NfsBackend.csiDriver`.
 */
export interface NfsCsiDriverOptions {
  /**
   * Name of the StorageClass, unique in the cluster.
   *
   * @default - `<name of the NfsStorage>.<namespace>`, or the name alone if the chart has no namespace
   */
  readonly storageClassName?: string;

  /**
   * Directory of a volume, below the path of the export. It can hold
   * `${pvc.metadata.namespace}`, `${pvc.metadata.name}` and `${pv.metadata.name}`.
   * With the claim's name alone a claim that is created again finds its data,
   * and so does one of the same name in **another cluster** that has the same
   * export: give each cluster a path of its own.
   *
   * @default - a new directory for each volume, with the volume's name
   */
  readonly subDir?: string;

  /**
   * What happens to the directory of a volume when its claim is deleted.
   *
   * @default NfsOnDelete.RETAIN
   */
  readonly onDelete?: NfsOnDelete;

  /**
   * Permissions that a directory gets at each mount, in octal, for example
   * `0770`. Databases that insist on the permissions of their directory refuse
   * to start when somebody else sets them.
   *
   * @default - they are left alone, and the pod's `fsGroup` gets access
   */
  readonly mountPermissions?: string;
}

const DRIVER = 'nfs.csi.k8s.io';

const FIELDS = struct<NfsCsiDriverOptions>({
  storageClassName: fitting(text('nfs'), DNS_SUBDOMAIN),
  subDir: text(CLAIM_PATTERN),
  onDelete: choice(NfsOnDelete.RETAIN, NfsOnDelete.ARCHIVE, NfsOnDelete.DELETE),
  mountPermissions: text('0770'),
}, '{ storageClassName: "nfs" }');

const RULES: PropRule<NfsCsiDriverOptions>[] = [
  {
    broken: ({ subDir = CLAIM_PATTERN }) => !namesOneVolume(subDir),
    message: ({ subDir }) => `'subDir' must hold '\${pvc.metadata.namespace}' and '\${pvc.metadata.name}', or '\${pv.metadata.name}', for otherwise claims share a directory, got '${subDir}'; write 'subDir: "${CLAIM_PATTERN}"'`,
  },
  STAYS_IN_EXPORT,
  {
    broken: ({ mountPermissions = '0770' }) => !/^0?[0-7]{3,4}$/.test(mountPermissions),
    message: ({ mountPermissions }) => `'mountPermissions' must be permissions in octal, got '${mountPermissions}'; write 'mountPermissions: "0770"'`,
  },
  {
    // The driver throws an older archive of the same name away.
    broken: ({ subDir, onDelete }) => onDelete === NfsOnDelete.ARCHIVE && subDir !== undefined && !subDir.includes('${pv.metadata.name}'),
    message: ({ subDir }) => `'subDir' must hold '\${pv.metadata.name}' when 'onDelete' is 'archive', for the driver overwrites an older archive of the same name, got '${subDir}'; leave it out`,
  },
];

/** `NfsBackend.csiDriver`. */
export function csiDriver(options: NfsCsiDriverOptions): Backend {
  const { usable, ...read } = readProps(FIELDS, options);
  const volumes = (nfs: NfsExport) => new CsiVolumes(nfs, usable);
  return {
    problems: () => [...everyProblem(read), ...brokenRules(usable, RULES)],
    volumes,
    install: (scope, nfs) => {
      const { subDir, onDelete = NfsOnDelete.RETAIN, mountPermissions } = usable;
      addObject<StorageClass>(scope, 'Default', {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: volumes(nfs).storageClassName },
        provisioner: DRIVER,
        parameters: {
          server: nfs.server,
          share: nfs.path,
          onDelete,
          ...subDir && { subDir },
          ...mountPermissions && { mountPermissions },
        },
        reclaimPolicy: onDelete === NfsOnDelete.RETAIN ? 'Retain' : 'Delete',
        // An export is reached from every node, so there is nothing to wait for.
        volumeBindingMode: 'Immediate',
        allowVolumeExpansion: true,
        mountOptions: nfs.mountOptions,
      });
    },
  };
}

class CsiVolumes extends NfsVolumes {
  public readonly storageClassName: string;
  public readonly provisionerName = DRIVER;
  /** The driver makes directories as root, and the kubelet gives them to the pod's `fsGroup`. */
  public readonly exportOptions = ['rw', 'sync', 'no_subtree_check', 'no_root_squash'];

  constructor(private readonly nfs: NfsExport, options: NfsCsiDriverOptions) {
    super();
    this.storageClassName = options.storageClassName ?? [nfs.name, nfs.namespace].filter(Boolean).join('.');
  }

  public bind(_scope: Construct, _request: VolumeRequest): VolumeBinding {
    return { storageClassName: this.storageClassName };
  }

  public directories(): StorageDirectory[] {
    return [{ path: this.nfs.path, user: 0, group: 0, mode: '0755' }];
  }
}

function namesOneVolume(pattern: string): boolean {
  const byClaim = pattern.includes('${pvc.metadata.namespace}') && pattern.includes('${pvc.metadata.name}');
  return byClaim || pattern.includes('${pv.metadata.name}');
}
