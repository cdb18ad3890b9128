import * as kplus from 'cdk8s-plus-27';

/**
 * Options of `NodeVolume.hostPath`.
 */
export interface HostPathVolumeOptions {
  /**
   * What must be at the path before a pod starts. `DIRECTORY_OR_CREATE` makes
   * an empty directory that belongs to root, also where a disk was not mounted.
   *
   * @default HostPathVolumeType.DIRECTORY
   */
  readonly type?: kplus.HostPathVolumeType;
}

/**
 * How a directory of a node becomes a volume.
 *
 * Choose one with the factories here. Extend this class to bring your own.
 */
export abstract class NodeVolume {
  /**
   * A `local` volume. Its directory must exist; the kubelet gives it to the
   * pod's `fsGroup`.
   *
   * @see https://kubernetes.io/docs/concepts/storage/volumes/#local
   */
  public static local(): NodeVolume {
    return new LocalVolume();
  }

  /**
   * A `hostPath` volume. Its directory keeps its owner, so the app's user must
   * be able to write to it beforehand.
   *
   * @see https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
   */
  public static hostPath(options: HostPathVolumeOptions = {}): NodeVolume {
    return new HostPathVolume(options);
  }

  /** The source of a PersistentVolume, by its field name: `{ local: { path } }`. */
  public abstract source(path: string): object;
}

class LocalVolume extends NodeVolume {
  public source(path: string) {
    return { local: { path } };
  }
}

class HostPathVolume extends NodeVolume {
  constructor(private readonly options: HostPathVolumeOptions) { super(); }

  public source(path: string) {
    return { hostPath: { path, type: this.options.type ?? 'Directory' } };
  }
}
