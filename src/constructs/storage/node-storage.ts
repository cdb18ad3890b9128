import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { claimsUpTo } from './claim-names';
import { directoryCommand, StorageDirectory } from './directory';
import { NodeVolume } from './node-volume';
import { addReservedVolume, namespaceProblems, volumeLabels, volumeOf } from './reserved-volume';
import { cleanPath, unsupportedModes } from './rules';
import { Storage } from './storage';
import { VolumeBinding } from './volume-binding';
import { VolumeRequest } from './volume-request';
import { freeId } from '../../cdk8s/free-id';
import type { StorageClass } from '../../kubernetes/api/types.generated';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { NODE_NAME } from '../../kubernetes/formats/label';
import { ABSOLUTE_PATH_WITHOUT_BACKSTEPS } from '../../kubernetes/formats/path';
import { fitting, instance, listOf, misfit, readProps, required, struct, text } from '../../props/fields';
import { duplicates, refuse } from '../../props/problems';
import { addObject } from '../../synthesis/add-object';

/**
 * What a `NodeStorage` is made of.
 */
export interface NodeStorageProps {
  /**
   * Names of the nodes: the first has the volumes of the first ordinal, the
   * second those of the second. Add nodes at the end; a volume cannot move.
   */
  readonly nodes: string[];

  /**
   * Absolute path of a directory that every node has. The volumes are
   * directories in it.
   */
  readonly path: string;

  /**
   * How a directory becomes a volume.
   *
   * @default NodeVolume.local()
   */
  readonly volume?: NodeVolume;

  /**
   * Name of the StorageClass, unique in the cluster.
   *
   * @default - `<construct's id>.<namespace>`, or the id alone if the chart has no namespace
   */
  readonly storageClassName?: string;
}

const FIELDS = struct<NodeStorageProps>({
  // Volumes find their node by its label kubernetes.io/hostname.
  nodes: required(listOf(fitting(text('node-a'), NODE_NAME))),
  path: required(fitting(text('/mnt/data'), ABSOLUTE_PATH_WITHOUT_BACKSTEPS)),
  volume: instance('a NodeVolume', 'source', 'NodeVolume.local()'),
  storageClassName: text('disks'),
}, '{ nodes: ["node-a"], path: "/mnt/data" }');

/**
 * Volumes on the disks of nodes. Pod *i* always runs on node *i*, with volume
 * *i*, which is reserved for its claim. **A node that is lost takes its data
 * with it**: for software that keeps copies of its own, or for development.
 *
 * Data stays when claims are deleted. Wrong props fail synthesis, all of them
 * in one error.
 *
 * @see https://kubernetes.io/docs/concepts/storage/volumes/#local
 */
export class NodeStorage extends Construct {
  /** Volumes on the nodes, for the volumes of an app. */
  public readonly storage: Storage;

  /** `storageClassName` of their claims. */
  public readonly storageClassName: string;

  private readonly volumes: NodeVolumes;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: NodeStorageProps) {
    super(scope, freeId(scope, id, new.target.name));
    const { usable, wrong, misfits } = readProps(FIELDS, props);
    this.storageClassName = usable.storageClassName ?? [id, Chart.of(this).namespace].filter(Boolean).join('.');
    this.volumes = new NodeVolumes(this.storageClassName, { ...usable, nodes: usable.nodes ?? [] });
    this.storage = this.volumes;
    if (refuse(this, wrong) || refuse(this, [...misfits, ...this.problems(usable)])) { return; }

    addObject<StorageClass>(this, 'Default', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: this.storageClassName },
      provisioner: 'kubernetes.io/no-provisioner',
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: false,
    });
  }

  /**
   * The directories that must exist on the nodes, with their owners, for the
   * apps that are bound so far: ask when all apps are there.
   */
  public directories(): StorageDirectory[] {
    return [...this.volumes.directories];
  }

  /** The shell commands that make the directories of a node, to be run as root on it. */
  public directoryCommands(node: string): string[] {
    return this.volumes.directories.filter(directory => directory.node === node).map(directoryCommand);
  }

  private problems({ nodes }: NodeStorageProps): string[] {
    return [
      ...misfit('storageClassName', this.storageClassName, DNS_SUBDOMAIN, '"disks"'),
      ...nodes.length === 0 ? ["'nodes' must name at least one node, got an empty list; 'kubectl get nodes' lists them"] : [],
      ...duplicates(nodes, String, node => `'nodes' must name each node once, got '${node}' again; write another node`),
    ];
  }
}

class NodeVolumes extends Storage {
  public readonly directories: StorageDirectory[] = [];

  constructor(private readonly storageClassName: string, private readonly props: NodeStorageProps) { super(); }

  public problems(request: VolumeRequest): string[] {
    const { nodes } = this.props;
    const claims = request.claimNames.length;
    return [
      ...super.problems(request),
      ...namespaceProblems(request),
      ...unsupportedModes(request.accessModes, ['ReadWriteOnce', 'ReadWriteOncePod'], 'a disk belongs to one node', "'ReadWriteOnce', or use an NfsStorage"),
      ...claims > nodes.length ? [`${claims} replicas need ${claims} nodes, one for each volume, got ${nodes.length} ('${nodes.join("', '")}'); add nodes to 'nodes' or write 'replicas: ${nodes.length}'`] : [],
    ];
  }

  public bind(scope: Construct, request: VolumeRequest): VolumeBinding {
    const { nodes, path, volume = NodeVolume.local() } = this.props;
    // Volumes on all nodes: with fewer replicas none of them leaves the manifests.
    claimsUpTo(request, nodes.length).forEach((claim, index) => {
      const directory = cleanPath(`${path}/${volumeOf(request, claim)}`);
      addReservedVolume(scope, claim, request, {
        storageClassName: this.storageClassName,
        nodeAffinity: { required: { nodeSelectorTerms: [onNode(nodes[index])] } },
        ...volume.source(directory),
      });
      this.directories.push({ path: directory, node: nodes[index], user: request.user, group: request.group, mode: '0770' });
    });
    return { storageClassName: this.storageClassName, matchLabels: volumeLabels(request) };
  }
}

function onNode(node: string) {
  return { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }] };
}
