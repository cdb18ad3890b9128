import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { isPerPod } from './claim-names';
import { accessModeProblems, sizeProblems } from './rules';
import { VolumeBinding } from './volume-binding';
import { VolumeRequest } from './volume-request';
import { quantityOf } from '../../cdk8s/size';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { EXISTING_CLAIM } from '../../manifest/claims';
import { ReadProps, choice, everyProblem, flag, misfit, readProps, struct, text } from '../../props/fields';
import { STORAGE_CLASS_NAME, nameOf } from '../../props/value-fields';
import { addEnvironment } from '../../synthesis/declarations';

/**
 * Options of `Storage.dynamic`.
 */
export interface DynamicStorageOptions {
  /**
   * Name of a StorageClass that exists in the cluster. To create a class,
   * use `.storage` of a `StorageClass` construct.
   *
   * @default - the cluster's default StorageClass
   */
  readonly storageClassName?: string;

  /**
   * Name of a VolumeAttributesClass, which says how fast the volume is. The
   * StorageClass must be one of the same CSI driver. It needs Kubernetes 1.34.
   *
   * @default - as the StorageClass says
   */
  readonly volumeAttributesClassName?: string;
}

/**
 * Options of `Storage.existingClaim`.
 */
export interface ExistingClaimOptions {
  /**
   * True if the pods only read the data.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * Options of `Storage.emptyDir`.
 */
export interface EmptyDirStorageOptions {
  /**
   * What holds the directory: the node's disk, or its memory. In memory its
   * content counts against the memory limits of the pod's containers.
   *
   * @default EmptyDirMedium.DEFAULT
   */
  readonly medium?: kplus.EmptyDirMedium;
}

/**
 * Options of `Storage.ephemeral`.
 */
export interface EphemeralStorageOptions {
  /**
   * Name of a StorageClass that exists in the cluster.
   *
   * @default - the cluster's default StorageClass
   */
  readonly storageClassName?: string;
}

const CLASS = { storageClassName: STORAGE_CLASS_NAME };
const DYNAMIC = struct<DynamicStorageOptions>({ ...CLASS, volumeAttributesClassName: nameOf('a VolumeAttributesClass', text('fast')) }, '{ storageClassName: "fast" }');
const EXISTING_CLAIM_OPTIONS = struct<ExistingClaimOptions>({ readOnly: flag() }, '{ readOnly: true }');
const EMPTY_DIR = struct<EmptyDirStorageOptions>({ medium: choice('', 'Memory') }, '{ medium: EmptyDirMedium.MEMORY }');
const EPHEMERAL = struct<EphemeralStorageOptions>(CLASS, '{ storageClassName: "fast" }');

/**
 * Where the data of a volume lives.
 *
 * Choose one with the factories here, or take `.storage` of an `NfsStorage`,
 * a `StorageClass` or a `NodeStorage`. Extend this class to bring your own.
 */
export abstract class Storage {
  /**
   * A new volume for each claim, provisioned by the cluster.
   *
   * Whether deleting a claim deletes its data is for the class to say: many
   * default classes delete. A `StorageClass` created here retains.
   *
   * @see https://kubernetes.io/docs/concepts/storage/dynamic-provisioning/
   */
  public static dynamic(options: DynamicStorageOptions = {}): Storage {
    return new DynamicStorage(readProps(DYNAMIC, options));
  }

  /**
   * Claims that exist already, under the names that the app expects:
   * `<volume>-<app>-<ordinal>`, or `<app>-<volume>` where all pods share it.
   * A pod whose claim is missing stays Pending, instead of silently starting
   * with an empty volume.
   */
  public static existingClaims(): Storage {
    return new ExistingClaims();
  }

  /**
   * One claim that exists already and is shared by all pods of the app.
   * Size and access modes are the claim's own.
   *
   * @param claimName Name of a PersistentVolumeClaim in the app's namespace.
   */
  public static existingClaim(claimName: string, options: ExistingClaimOptions = {}): Storage {
    return new ExistingClaim(claimName, readProps(EXISTING_CLAIM_OPTIONS, options));
  }

  /**
   * An empty directory on the pod's node. **Its content is lost with the pod**,
   * for example when a node is drained. A pod that writes more than the
   * volume's size, if it has one, is evicted.
   *
   * @see https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
   */
  public static emptyDir(options: EmptyDirStorageOptions = {}): Storage {
    return new EmptyDirStorage(readProps(EMPTY_DIR, options));
  }

  /**
   * A new volume for each pod, provisioned by the cluster. **Kubernetes deletes
   * the claim with the pod.** For scratch data that is too large for the disk
   * of a node.
   *
   * @see https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes
   */
  public static ephemeral(options: EphemeralStorageOptions = {}): Storage {
    return new EphemeralStorage(readProps(EPHEMERAL, options));
  }

  /**
   * Why this storage cannot serve a request; each reason says what to write
   * instead. An empty list means it can. The default looks at size and access
   * modes alone.
   */
  public problems(request: VolumeRequest): string[] {
    return [...sizeProblems('size', request.size), ...accessModeProblems(request.accessModes)];
  }

  /**
   * Whether several pods that mount the volume see the same data. If so, the
   * access modes say how many of them there may be. A storage of your own
   * answers false if each pod or each node has its own data, as with an
   * `emptyDir` or a `hostPath`.
   */
  public isShared(): boolean {
    return true;
  }

  /**
   * Called once for each volume that uses the storage, with the app as scope.
   * A storage that needs objects of its own (PersistentVolumes) adds them here.
   */
  public abstract bind(scope: Construct, request: VolumeRequest): VolumeBinding;
}

class DynamicStorage extends Storage {
  constructor(private readonly options: ReadProps<DynamicStorageOptions>) { super(); }

  public problems(request: VolumeRequest): string[] {
    return [...super.problems(request), ...everyProblem(this.options)];
  }

  public bind(_scope: Construct, _request: VolumeRequest): VolumeBinding {
    const { storageClassName, volumeAttributesClassName } = this.options.usable;
    return { storageClassName, volumeAttributesClassName };
  }
}

class ExistingClaims extends Storage {
  /** A claim template must say a size even if it makes no claim. */
  public problems(request: VolumeRequest): string[] {
    return request.size || isPerPod(request) ? super.problems(request) : accessModeProblems(request.accessModes);
  }

  public bind(scope: Construct, request: VolumeRequest): VolumeBinding {
    if (!isPerPod(request)) {
      declareClaim(scope, request, request.claimNames[0]);
      return { volumeSource: { persistentVolumeClaim: { claimName: request.claimNames[0] } } };
    }
    // Neither class nor labels are compared with a claim that exists. One that
    // is created because it was missing finds no volume with this label.
    return { storageClassName: '', matchLabels: EXISTING_CLAIM };
  }
}

class ExistingClaim extends Storage {
  constructor(private readonly claimName: string, private readonly options: ReadProps<ExistingClaimOptions>) { super(); }

  public problems(_request: VolumeRequest): string[] {
    return [...everyProblem(this.options), ...misfit('claimName', String(this.claimName ?? ''), DNS_SUBDOMAIN, '"data"')];
  }

  public bind(scope: Construct, request: VolumeRequest): VolumeBinding {
    declareClaim(scope, request, this.claimName);
    return { volumeSource: { persistentVolumeClaim: { claimName: this.claimName, readOnly: this.options.usable.readOnly } } };
  }
}

class EmptyDirStorage extends Storage {
  constructor(private readonly options: ReadProps<EmptyDirStorageOptions>) { super(); }

  public problems(request: VolumeRequest): string[] {
    return [...everyProblem(this.options), ...request.size ? super.problems(request) : accessModeProblems(request.accessModes)];
  }

  public isShared(): boolean {
    return false;
  }

  public bind(_scope: Construct, request: VolumeRequest): VolumeBinding {
    return { volumeSource: { emptyDir: { medium: this.options.usable.medium || undefined, sizeLimit: request.size && quantityOf(request.size) } } };
  }
}

class EphemeralStorage extends Storage {
  constructor(private readonly options: ReadProps<EphemeralStorageOptions>) { super(); }

  public problems(request: VolumeRequest): string[] {
    return [...super.problems(request), ...everyProblem(this.options)];
  }

  public isShared(): boolean {
    return false;
  }

  public bind(_scope: Construct, request: VolumeRequest): VolumeBinding {
    const spec = {
      accessModes: request.accessModes,
      resources: request.size && { requests: { storage: quantityOf(request.size) } },
      storageClassName: this.options.usable.storageClassName,
    };
    return { volumeSource: { ephemeral: { volumeClaimTemplate: { spec } } } };
  }
}

/** Lets the checks know that the claim exists. */
function declareClaim(scope: Construct, { namespace }: VolumeRequest, name: string) {
  addEnvironment(scope, { objects: [{ kind: 'PersistentVolumeClaim', namespace, name }] });
}

