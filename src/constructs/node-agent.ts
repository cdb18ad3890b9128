import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import type { DaemonSet, DaemonSetSpec, Volume } from '../kubernetes/api/types.generated';
import { DNS_LABEL } from '../kubernetes/formats/dns-label';
import { addObject } from '../synthesis/add-object';
import { needs } from '../synthesis/version-needs';
import { IApp } from './options/app';
import { freeId } from '../cdk8s/free-id';
import { Identity } from '../cdk8s/identity';
import { ReadProps, fitting, flag, listOf, misfit, readProps, required, struct, text } from '../props/fields';
import { Spread } from './options/spread';
import { Additions } from './pod/additions';
import { bindShared, requestSharedVolumes, storageProblems } from './pod/claims';
import { addConfigMap } from './pod/config-files';
import { namesByPath } from './pod/mounts';
import { addNetworkPolicy } from './pod/network-policy';
import { POD_FIELDS, POD_WORDS } from './pod/pod-fields';
import { podNeeds } from './pod/pod-needs';
import { PodOptions } from './pod/pod-options';
import { podProblems } from './pod/pod-rules';
import { podTemplate } from './pod/pod-template';
import { AppServiceAccount } from './pod/service-account';
import { PodApp } from './pod-app';
import { ABSOLUTE_PATH_WITHOUT_BACKSTEPS, MOUNT_PATH } from '../kubernetes/formats/path';
import { duplicates, refuse } from '../props/problems';
import { unsupportedModes } from './storage/rules';

/**
 * A directory of the node that a NodeAgent sees.
 */
export interface HostDirectory {
  /** Absolute path on the node. */
  readonly path: string;

  /**
   * Absolute path in the container.
   *
   * @default - the same as `path`
   */
  readonly mountPath?: string;

  /**
   * Mount the directory read-only.
   *
   * @default true
   */
  readonly readOnly?: boolean;
}

/**
 * Properties of a NodeAgent.
 */
export interface NodeAgentProps extends PodOptions {
  /**
   * Directories of the node. With one of them the pods no longer satisfy Pod
   * Security `restricted` nor `baseline`: their namespace needs `privileged`.
   *
   * @default - none
   */
  readonly hostDirectories?: HostDirectory[];

  /**
   * Run on control-plane nodes too, whose taints keep other pods away.
   *
   * @default true
   */
  readonly controlPlane?: boolean;
}

const FIELDS = struct<NodeAgentProps>({
  ...POD_FIELDS,
  hostDirectories: listOf(struct<HostDirectory>({ path: required(fitting(text('/var/log'), ABSOLUTE_PATH_WITHOUT_BACKSTEPS)), mountPath: fitting(text('/host/log'), MOUNT_PATH), readOnly: flag() }, '{ path: "/var/log" }')),
  controlPlane: flag(),
}, '{ image: "fluent-bit:4.0.7" }', POD_WORDS);

/** Taints of control-plane nodes, today's and the one before Kubernetes 1.25. */
const CONTROL_PLANE_TAINTS = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master'];

/**
 * An agent that runs on every node: a DaemonSet with its ServiceAccount.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/
 */
export class NodeAgent extends PodApp implements IApp {
  /** Name of the DaemonSet. */
  public readonly name: string;

  /**
   * Namespace of the agent.
   *
   * @default - the namespace that the deployment tool chooses
   */
  public readonly namespace?: string;

  /** Labels that select the agent's pods and no others. */
  public readonly selectorLabels: { readonly [key: string]: string };

  private readonly account: AppServiceAccount;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: NodeAgentProps) {
    super(scope, freeId(scope, id, new.target.name));
    const read = readProps(FIELDS, props);
    const { usable } = read;
    const identity = new Identity(this, usable);
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = identity.selectorLabels;
    this.account = new AppServiceAccount(this, identity, usable);

    const { hostDirectories = [], files = [] } = usable;
    const additions = new Additions(this, usable, options => problemsOf(identity, readProps(FIELDS, options)));
    if (refuse(this, problemsOf(identity, read))) { return; }

    needs(this, podNeeds(usable));
    this.account.addObject();
    if (files.length > 0) { addConfigMap(this, identity, files); }
    let bound = bindShared(this, identity, requestSharedVolumes(identity, usable));
    const set = this.addDaemonSet(identity, usable, [...bound, ...hostVolumes(hostDirectories)]);
    additions.renderedBy(options => {
      bound = bindShared(this, identity, requestSharedVolumes(identity, options), bound);
      set.spec = this.daemonSetSpec(identity, options, [...bound, ...hostVolumes(hostDirectories)]);
    });
    addNetworkPolicy(this, identity, usable.ports ?? [], usable);
  }

  /** The ServiceAccount that the pods run as, for example as the subject of a RoleBinding. */
  public get serviceAccount(): kplus.IServiceAccount {
    return this.account.reference;
  }

  private addDaemonSet(identity: Identity, props: NodeAgentProps, podVolumes: readonly Volume[]): DaemonSet {
    const set: DaemonSet = {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: identity.metadata(),
      spec: this.daemonSetSpec(identity, props, podVolumes),
    };
    addObject(this, 'Default', set);
    return set;
  }

  private daemonSetSpec(identity: Identity, props: NodeAgentProps, podVolumes: readonly Volume[]): DaemonSetSpec {
    const { hostDirectories = [], controlPlane = true } = props;
    const template = podTemplate(identity, props, { serviceAccountName: this.account.name, podVolumes, defaultSpread: Spread.none() });
    const [container, ...others] = template.spec!.containers;
    const volumeMounts = [...container.volumeMounts ?? [], ...hostMounts(hostDirectories)];
    return {
      selector: { matchLabels: identity.selectorLabels },
      template: {
        ...template,
        spec: {
          ...template.spec!,
          tolerations: [
            ...controlPlane ? CONTROL_PLANE_TAINTS.map(key => ({ key, operator: 'Exists', effect: 'NoSchedule' })) : [],
            ...template.spec!.tolerations ?? [],
          ],
          containers: [{ ...container, volumeMounts: volumeMounts.length > 0 ? volumeMounts : undefined }, ...others],
        },
      },
    };
  }
}

function problemsOf(identity: Identity, { usable, wrong, misfits }: ReadProps<NodeAgentProps>): string[] {
  if (wrong.length > 0) { return wrong; }
  const { hostDirectories = [] } = usable;
  const volumes = requestSharedVolumes(identity, usable);
  return [
    ...misfit('name', identity.name, DNS_LABEL, '"agent"'),
    ...misfits,
    ...duplicates(hostDirectories, ({ path }) => path, path => `two 'hostDirectories' have the path '${path}'; remove one`),
    ...podProblems(identity, usable, hostDirectories.map(({ path, mountPath = path }) => mountPath)),
    ...storageProblems(volumes),
    ...volumes.filter(({ storage }) => storage.isShared()).flatMap(({ request }) => unsupportedModes(
      request.accessModes, ['ReadWriteOnce', 'ReadWriteMany', 'ReadOnlyMany'], 'every node has a pod, and all pods have the same claim', "'ReadWriteMany'",
    )),
  ];
}

function hostVolumeNames(directories: readonly HostDirectory[]): string[] {
  return namesByPath('host', directories.map(({ path }) => path));
}

function hostVolumes(directories: readonly HostDirectory[]): Volume[] {
  const names = hostVolumeNames(directories);
  return directories.map(({ path }, index) => ({ name: names[index], hostPath: { path } }));
}

function hostMounts(directories: readonly HostDirectory[]) {
  const names = hostVolumeNames(directories);
  return directories.map(({ path, mountPath = path, readOnly = true }, index) => (
    { name: names[index], mountPath, readOnly: readOnly || undefined }
  ));
}
