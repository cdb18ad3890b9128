import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { mountOptionProblems, unsupportedModes } from './rules';
import { Storage } from './storage';
import { VolumeBinding } from './volume-binding';
import { VolumeRequest } from './volume-request';
import { freeId } from '../../cdk8s/free-id';
import type { StorageClass as StorageClassManifest } from '../../kubernetes/api/types.generated';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { QUALIFIED_NAME_IN_ANY_CASE } from '../../kubernetes/formats/qualified-name';
import { choice, fitting, flag, listOf, mapOf, misfit, readProps, required, struct, text } from '../../props/fields';
import { refuse } from '../../props/problems';
import { addObject } from '../../synthesis/add-object';

/**
 * When a claim gets its volume.
 */
export enum VolumeBindingMode {
  /** As soon as the claim exists, wherever its pod will run. */
  IMMEDIATE = 'Immediate',
  /** When the first pod that uses the claim is scheduled, where that pod can reach the volume. */
  WAIT_FOR_FIRST_CONSUMER = 'WaitForFirstConsumer',
}

/**
 * What a `StorageClass` is made of.
 */
export interface StorageClassProps {
  /**
   * Name of the class, unique in the cluster.
   *
   * @default - the construct's id
   */
  readonly name?: string;

  /**
   * The driver that makes the volumes, for example `ebs.csi.aws.com`.
   * `kubernetes.io/no-provisioner` means that somebody creates them by hand.
   */
  readonly provisioner: string;

  /**
   * Parameters of the driver. Its documentation lists their names.
   *
   * @default - none
   */
  readonly parameters?: { readonly [key: string]: string };

  /**
   * What happens to a volume when its claim is deleted. `DELETE` deletes the data.
   *
   * @default PersistentVolumeReclaimPolicy.RETAIN
   */
  readonly reclaimPolicy?: kplus.PersistentVolumeReclaimPolicy;

  /**
   * When a claim gets its volume.
   *
   * @default VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER
   */
  readonly volumeBindingMode?: VolumeBindingMode;

  /**
   * True if claims may grow after they were created; the driver must be able to do that.
   *
   * @default false
   */
  readonly allowVolumeExpansion?: boolean;

  /**
   * Options with which nodes mount the volumes.
   *
   * @default - the driver's own
   */
  readonly mountOptions?: string[];
}

const FIELDS = struct<StorageClassProps>({
  name: text('fast'),
  provisioner: required(fitting(text('ebs.csi.aws.com'), QUALIFIED_NAME_IN_ANY_CASE)),
  parameters: mapOf(text('gp3'), 'type', { family: 'empty', mustBe: 'given', fits: name => name !== '' }),
  reclaimPolicy: choice('Retain', 'Delete'),
  volumeBindingMode: choice(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER, VolumeBindingMode.IMMEDIATE),
  allowVolumeExpansion: flag(),
  mountOptions: listOf(text('noatime')),
}, '{ provisioner: "ebs.csi.aws.com" }');

/** Drivers of disks that one node at a time can write to. */
const SINGLE_NODE_PROVISIONERS: ReadonlySet<string> = new Set([
  'cinder.csi.openstack.org', 'disk.csi.azure.com', 'dobs.csi.digitalocean.com', 'ebs.csi.aws.com', 'csi.hetzner.cloud',
  'kubernetes.io/aws-ebs', 'kubernetes.io/azure-disk', 'kubernetes.io/cinder', 'kubernetes.io/gce-pd', 'kubernetes.io/no-provisioner',
  'openebs.io/local', 'pd.csi.storage.gke.io', 'rancher.io/local-path', 'rbd.csi.ceph.com', 'topolvm.io',
]);

const SINGLE_NODE_MODES = ['ReadWriteOnce', 'ReadWriteOncePod', 'ReadOnlyMany'];

/**
 * A class of storage that is created together with the app. Volumes are
 * retained when their claim is deleted, unless you say otherwise.
 *
 * Wrong props fail synthesis, all of them in one error.
 *
 * @see https://kubernetes.io/docs/concepts/storage/storage-classes/
 */
export class StorageClass extends Construct {
  /** Name of the class: the `storageClassName` of its claims. */
  public readonly name: string;

  /** Volumes of this class, for the volumes of an app. */
  public readonly storage: Storage;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: StorageClassProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    this.name = usable.name ?? id;
    this.storage = new ClassStorage(this.name, usable.provisioner);
    if (refuse(this, wrong) || refuse(this, [...misfit('name', this.name, DNS_SUBDOMAIN, '"fast"'), ...misfits, ...mountOptionProblems(usable.mountOptions)])) { return; }

    addObject<StorageClassManifest>(this, 'Default', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: this.name },
      provisioner: usable.provisioner,
      parameters: usable.parameters,
      reclaimPolicy: usable.reclaimPolicy ?? 'Retain',
      volumeBindingMode: usable.volumeBindingMode ?? 'WaitForFirstConsumer',
      allowVolumeExpansion: usable.allowVolumeExpansion ?? false,
      mountOptions: usable.mountOptions,
    });
  }
}

class ClassStorage extends Storage {
  constructor(private readonly className: string, private readonly provisioner: string) { super(); }

  public problems(request: VolumeRequest): string[] {
    const shared = SINGLE_NODE_PROVISIONERS.has(this.provisioner)
      ? unsupportedModes(request.accessModes, SINGLE_NODE_MODES, `'${this.provisioner}' makes disks that one node at a time can write to`, "'ReadWriteOnce', or use an NfsStorage")
      : [];
    return [...super.problems(request), ...shared];
  }

  public bind(_scope: Construct, _request: VolumeRequest): VolumeBinding {
    return { storageClassName: this.className };
  }
}
