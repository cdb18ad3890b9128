import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { HeadlessService } from './headless-service';
import type { StatefulSet, StatefulSetSpec, StatefulSetUpdateStrategy } from '../kubernetes/api/types.generated';
import { DNS_1035_LABEL } from '../kubernetes/formats/dns-label';
import { STATEFUL_SET_NAME } from '../kubernetes/formats/workload-name';
import { ReadProps, choice, count, fitting, misfit, readProps, struct, text } from '../props/fields';
import { addObject } from '../synthesis/add-object';
import { clusterDomain } from '../synthesis/cluster-domain';
import { needs } from '../synthesis/version-needs';
import { IApp } from './options/app';
import { ClaimRetention } from './options/claim-retention';
import { freeId } from '../cdk8s/free-id';
import { Identity, SERVICE_LABEL, claimName, dnsName } from '../cdk8s/identity';
import { NamedPort } from './options/named-port';
import { Spread } from './options/spread';
import { UpdateStrategy } from './options/update-strategy';
import { VolumeProps } from './options/volume-props';
import { Additions } from './pod/additions';
import { addAutoscaler, autoscalingProblems } from './pod/autoscaler';
import { BoundVolumes, RequestedVolume, bindPerPod, requestVolumes, storageProblems } from './pod/claims';
import { addClientService } from './pod/client-service';
import { addConfigMap } from './pod/config-files';
import { addDisruptionBudget } from './pod/disruption-budget';
import { addMonitors, monitorProblems } from './pod/monitors';
import { addNetworkPolicy } from './pod/network-policy';
import { POD_FIELDS, POD_WORDS } from './pod/pod-fields';
import { podNeeds } from './pod/pod-needs';
import { podProblems } from './pod/pod-rules';
import { podTemplate } from './pod/pod-template';
import { AppServiceAccount } from './pod/service-account';
import { PodApp } from './pod-app';
import { StatefulAppProps } from './stateful-app-props';
import { podCount } from '../kubernetes/formats/number';
import { PropRule, brokenRules, refuse } from '../props/problems';
import { AUTOSCALING, CLAIM_RETENTION, CLIENT_SERVICE, METRICS_ENDPOINT, REPLICAS, SECONDS, UPDATE_STRATEGY } from '../props/value-fields';

const FIELDS = struct<StatefulAppProps>({
  ...POD_FIELDS,
  replicas: REPLICAS,
  autoscaling: AUTOSCALING,
  serviceName: fitting(text('web'), DNS_1035_LABEL),
  clientService: CLIENT_SERVICE,
  podManagementPolicy: choice('OrderedReady', 'Parallel'),
  updateStrategy: UPDATE_STRATEGY,
  minReady: SECONDS,
  revisionHistoryLimit: count(0, 10),
  startOrdinal: count(0, 0),
  claimRetention: CLAIM_RETENTION,
  maxUnavailable: count(1, 1, 'or no node can be drained'),
  unhealthyPodEvictionPolicy: choice('AlwaysAllow', 'IfHealthyBudget'),
  serviceMonitor: METRICS_ENDPOINT,
  podMonitor: METRICS_ENDPOINT,
}, '{ image: "httpd:2.4.62" }', POD_WORDS);

const RULES: readonly PropRule<StatefulAppProps>[] = [
  {
    broken: props => partitionOf(props) > firstBeyond(props) && firstBeyond(props) > 0,
    message: props => `'partition' is beyond the last pod, so that no pod is ever updated, got ${partitionOf(props)}; write 'partition: ${Math.max(0, firstBeyond(props) - 1)}' to update one pod, or 'partition: ${firstBeyond(props)}' to hold all of them back`,
  },
  {
    broken: ({ clientService, ports = [] }) => clientService !== undefined && ports.length === 0,
    message: () => "'clientService' needs a port and 'ports' is empty; write 'ports: [{ name: \"http\", port: 8080 }]'",
  },
];

/**
 * An app whose pods have names and data of their own: a StatefulSet with its
 * headless Service, ServiceAccount, claims, PodDisruptionBudget and, where the
 * props ask for them, client Service, ConfigMap, autoscaler and NetworkPolicy.
 *
 * Names come from the construct's id or from `name`, so moving the construct
 * within the tree changes nothing in the cluster. `ApiObject.of(app)` is the
 * StatefulSet; whatever has no prop can be patched there.
 *
 * Wrong props are reported together when the app is synthesized; nothing is
 * written then.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export class StatefulApp extends PodApp implements IApp {
  /** Name of the StatefulSet; pods are called `<name>-<ordinal>`. */
  public readonly name: string;

  /**
   * Namespace of the app.
   *
   * @default - the namespace that the deployment tool chooses
   */
  public readonly namespace?: string;

  /** Labels that select the app's pods and no others. */
  public readonly selectorLabels: { readonly [key: string]: string };

  /** Name of the headless Service. */
  public readonly serviceName: string;

  /**
   * The client Service, for example as the backend of an Ingress.
   *
   * @default - none without `clientService`
   */
  public readonly service?: kplus.Service;

  /** Names of the pods, in their order. With an autoscaler, as many as there may be at most. */
  public readonly podNames: string[];

  private readonly startOrdinal: number;
  private claimTemplateNames: string[];
  private readonly account: AppServiceAccount;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: StatefulAppProps) {
    super(scope, freeId(scope, id, new.target.name));
    const read = readProps(FIELDS, props);
    const { usable } = read;
    const identity = new Identity(this, usable);
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = identity.selectorLabels;
    this.serviceName = usable.serviceName ?? identity.name;
    this.startOrdinal = usable.startOrdinal ?? 0;
    const ordinals = ordinalsOf(this.startOrdinal, usable.autoscaling?.maxReplicas ?? usable.replicas ?? 1);
    this.podNames = ordinals.map(ordinal => identity.podName(ordinal));
    this.claimTemplateNames = (usable.volumes ?? []).map(({ name }) => name);
    this.account = new AppServiceAccount(this, identity, usable);

    const claimNames = (volume: VolumeProps) => ordinals.map(ordinal => claimName(volume.name, identity.name, ordinal));
    const request = (options: StatefulAppProps) => requestVolumes(identity, options, this.startOrdinal, claimNames);
    const additions = new Additions(this, usable, options => problemsOf(identity, readProps(FIELDS, options), request));
    if (refuse(this, problemsOf(identity, read, request))) { return; }

    const { ports = [], files = [], replicas = 1, autoscaling } = usable;
    needs(this, { ...podNeeds(usable), maxUnavailable: rollingUpdateOf(usable)?.maxUnavailable });
    this.account.addObject();
    if (files.length > 0) { addConfigMap(this, identity, files); }
    this.addHeadlessService(identity, ports);
    if (usable.clientService) { this.service = addClientService(this, identity, ports, usable.clientService); }
    const bound = bindPerPod(this, request(usable));
    const set = this.addStatefulSet(identity, usable, bound);
    additions.renderedBy(options => {
      this.claimTemplateNames = (options.volumes ?? []).map(({ name }) => name);
      set.spec = this.statefulSetSpec(identity, options, bindPerPod(this, request(options), bound));
    });
    if (replicas > 1 || autoscaling) { addDisruptionBudget(this, identity, usable.maxUnavailable, usable.unhealthyPodEvictionPolicy); }
    if (autoscaling) { addAutoscaler(this, identity, 'StatefulSet', autoscaling); }
    addNetworkPolicy(this, identity, ports, usable);
    addMonitors(this, identity, usable, 'headless');
  }

  /** DNS name that resolves to the addresses of all pods. Without a namespace on the chart it is valid within the app's own namespace. */
  public get dnsName(): string {
    return dnsName(this.serviceName, this.namespace, undefined, clusterDomain(this));
  }

  /** The ServiceAccount that the pods run as, for example as the subject of a RoleBinding. */
  public get serviceAccount(): kplus.IServiceAccount {
    return this.account.reference;
  }

  /**
   * DNS name of one pod, which it keeps when it is replaced.
   *
   * @param ordinal number of the pod, from `startOrdinal`
   * @throws if there is no such ordinal
   */
  public podDnsName(ordinal: number): string {
    return dnsName(this.serviceName, this.namespace, this.podName(ordinal), clusterDomain(this));
  }

  /**
   * Name of the claim that one pod holds.
   *
   * @param volume name of one of the app's `volumes`
   * @param ordinal number of the pod, from `startOrdinal`
   * @throws if there is no such volume or ordinal
   */
  public claimName(volume: string, ordinal: number): string {
    if (!this.claimTemplateNames.includes(volume)) {
      throw new Error(`[${this.node.path}] there is no volume '${volume}'; write ${oneOf(this.claimTemplateNames)}`);
    }
    this.podName(ordinal);
    return claimName(volume, this.name, ordinal);
  }

  private podName(ordinal: number): string {
    const name = this.podNames[ordinal - this.startOrdinal];
    if (name === undefined) {
      throw new Error(`[${this.node.path}] there is no pod with ordinal ${ordinal}; the pods are ${this.podNames.join(', ') || 'none'}`);
    }
    return name;
  }

  private addHeadlessService(identity: Identity, ports: NamedPort[]) {
    new HeadlessService(this, 'HeadlessService', {
      name: this.serviceName,
      selector: identity.selectorLabels,
      ports,
      labels: { ...identity.labels, [SERVICE_LABEL]: 'headless' },
    });
  }

  private addStatefulSet(identity: Identity, props: StatefulAppProps, bound: BoundVolumes): StatefulSet {
    const set: StatefulSet = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: identity.metadata(),
      spec: this.statefulSetSpec(identity, props, bound),
    };
    addObject(this, 'Default', set);
    return set;
  }

  private statefulSetSpec(identity: Identity, props: StatefulAppProps, { claimTemplates, podVolumes }: BoundVolumes): StatefulSetSpec {
    return {
      serviceName: this.serviceName,
      replicas: props.autoscaling ? undefined : props.replicas ?? 1,
      ordinals: props.startOrdinal ? { start: props.startOrdinal } : undefined,
      podManagementPolicy: props.podManagementPolicy || undefined,
      minReadySeconds: props.minReady?.toSeconds(),
      revisionHistoryLimit: props.revisionHistoryLimit,
      updateStrategy: (props.updateStrategy ?? UpdateStrategy.rollingUpdate()).toStrategy(),
      persistentVolumeClaimRetentionPolicy: (props.claimRetention ?? ClaimRetention.retain()).toPolicy(),
      selector: { matchLabels: identity.selectorLabels },
      template: podTemplate(identity, props, {
        serviceAccountName: this.account.name,
        podVolumes,
        defaultSpread: Spread.preferred(),
      }),
      volumeClaimTemplates: claimTemplates.length > 0 ? claimTemplates : undefined,
    };
  }
}

function problemsOf(
  identity: Identity, { usable: props, wrong, misfits }: ReadProps<StatefulAppProps>, request: (props: StatefulAppProps) => RequestedVolume[],
): string[] {
  if (wrong.length > 0) { return wrong; }
  return misfit('name', identity.name, STATEFUL_SET_NAME, '"web"').concat(
    misfits,
    brokenRules(props, RULES),
    autoscalingProblems(props, props.autoscaling, props.replicas),
    props.updateStrategy?.problems() ?? [],
    props.clientService?.problems(props.ports ?? []) ?? [],
    podProblems(identity, props),
    monitorProblems(props),
    storageProblems(request(props)),
  );
}

function partitionOf(props: StatefulAppProps): number {
  return rollingUpdateOf(props)?.partition ?? 0;
}

function rollingUpdateOf({ updateStrategy }: StatefulAppProps) {
  return (updateStrategy?.toStrategy() as StatefulSetUpdateStrategy | undefined)?.rollingUpdate;
}

/** The ordinal after the last one; 0 for an app that is scaled to zero. */
function firstBeyond({ startOrdinal = 0, replicas = 1, autoscaling }: StatefulAppProps): number {
  const most = autoscaling?.maxReplicas ?? replicas;
  return most === 0 ? 0 : startOrdinal + most;
}

function ordinalsOf(start: number, replicas: number): number[] {
  const ordinals: number[] = [];
  if (!podCount(0).fits(replicas)) { return ordinals; }
  for (let index = 0; index < replicas; index++) { ordinals.push(start + index); }
  return ordinals;
}

function oneOf(names: readonly string[]): string {
  return names.length > 0 ? `one of ${names.map(name => `'${name}'`).join(', ')}` : "it into 'volumes' first";
}
