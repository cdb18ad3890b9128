import { Construct } from 'constructs';
import { NfsCsiDriverOptions, csiDriver } from './nfs-csi';
import { StaticNfsOptions, staticVolumes } from './nfs-static';
import { SubdirectoryProvisionerOptions, subdirectoryProvisioner } from './nfs-subdirectory';
import { Backend, NfsExport, NfsVolumes } from './nfs-volumes';

/**
 * How volumes are made of an NFS export.
 *
 * Choose one with the factories here. Extend this class to bring your own.
 */
export abstract class NfsBackend {
  /**
   * A Deployment that makes a directory for each claim. It needs nothing but
   * the cluster, and runs in the chart's namespace (`default` if it has none).
   * Its volumes cannot grow and their size is not enforced.
   *
   * @see https://github.com/kubernetes-sigs/nfs-subdir-external-provisioner
   */
  public static subdirectoryProvisioner(options: SubdirectoryProvisionerOptions = {}): NfsBackend {
    return new ProvidedBackend(subdirectoryProvisioner(options));
  }

  /**
   * The CSI driver `nfs.csi.k8s.io`, which must be installed in the cluster.
   * It makes a directory for each claim, and has snapshots and clones.
   *
   * @see https://github.com/kubernetes-csi/csi-driver-nfs
   */
  public static csiDriver(options: NfsCsiDriverOptions = {}): NfsBackend {
    return new ProvidedBackend(csiDriver(options));
  }

  /**
   * A PersistentVolume in the manifests for each claim, reserved for it: pod
   * *i* always gets directory *i*. Nothing has to run in the cluster; the
   * directories must be made on the server (`NfsStorage.directories()`).
   * `subPath` of a volume works only if the server exports with
   * `no_root_squash`, for the kubelet looks for that directory as root.
   */
  public static staticVolumes(options: StaticNfsOptions = {}): NfsBackend {
    return new ProvidedBackend(staticVolumes(options));
  }

  /**
   * Why the backend cannot serve an export; each reason says what to write
   * instead. An empty list means it can.
   */
  public problems(_nfs: NfsExport): string[] {
    return [];
  }

  /** The volumes of the export. Called once, also if there are problems. */
  public abstract volumes(nfs: NfsExport): NfsVolumes;

  /**
   * Adds the objects of the export itself. Called once, with the `NfsStorage`
   * as scope and only if there are no problems.
   */
  public abstract install(scope: Construct, nfs: NfsExport): void;
}

/** A backend of this library. They are in files of their own, which must not import this one. */
class ProvidedBackend extends NfsBackend {
  constructor(private readonly backend: Backend) { super(); }

  public problems(nfs: NfsExport): string[] {
    return this.backend.problems(nfs);
  }

  public volumes(nfs: NfsExport): NfsVolumes {
    return this.backend.volumes(nfs);
  }

  public install(scope: Construct, nfs: NfsExport): void {
    this.backend.install(scope, nfs);
  }
}
