import { Construct } from 'constructs';
import { StorageDirectory } from './directory';
import { unsupportedModes } from './rules';
import { Storage } from './storage';
import { VolumeRequest } from './volume-request';

/**
 * An NFS server and a directory that it exports.
 */
export interface NfsExport {
  /** Name of the `NfsStorage`. */
  readonly name: string;

  /**
   * Namespace of its chart.
   *
   * @default - the chart has none
   */
  readonly namespace?: string;

  /** Host name or IP address of the server. */
  readonly server: string;

  /** Absolute path of the exported directory on the server, without a slash at its end. */
  readonly path: string;

  /**
   * Options with which nodes mount it.
   *
   * @default - what server and node agree on
   */
  readonly mountOptions?: string[];
}

/**
 * What happens to the directory of a volume when its claim is deleted.
 */
export enum NfsOnDelete {
  /** It stays as it is, and so does the PersistentVolume. */
  RETAIN = 'retain',
  /** It is renamed to `archived-…`. */
  ARCHIVE = 'archive',
  /** **It is deleted, with the data in it.** */
  DELETE = 'delete',
}

/**
 * The volumes that a backend makes of an NFS export, for the volumes of apps.
 */
export abstract class NfsVolumes extends Storage {
  /** `storageClassName` of their claims; the empty string if they have no class. */
  public abstract readonly storageClassName: string;

  /**
   * Name of what provisions them.
   *
   * @default - nothing does
   */
  public abstract readonly provisionerName?: string;

  /** Options of the export, as `/etc/exports` has them. */
  public abstract readonly exportOptions: string[];

  /** What must exist on the server, for the apps that are bound so far. */
  public abstract directories(): StorageDirectory[];
}

/** What `NfsBackend` promises, for its implementations, which must not import it. */
export interface Backend {
  problems(nfs: NfsExport): string[];
  volumes(nfs: NfsExport): NfsVolumes;
  install(scope: Construct, nfs: NfsExport): void;
}

/** Kubernetes offers ReadWriteOncePod with CSI drivers only, and the kubelet's own NFS client is none. */
export function inTreeModeProblems(request: VolumeRequest): string[] {
  return unsupportedModes(request.accessModes, ['ReadWriteOnce', 'ReadWriteMany', 'ReadOnlyMany'],
    'Kubernetes offers it with CSI drivers only', "'ReadWriteOnce', or use 'NfsBackend.csiDriver()'");
}
