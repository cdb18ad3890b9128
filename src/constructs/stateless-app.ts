import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import type { Deployment, DeploymentSpec, Volume } from '../kubernetes/api/types.generated';
import { DNS_1035_LABEL, shorter } from '../kubernetes/formats/dns-label';
import { addObject } from '../synthesis/add-object';
import { needs } from '../synthesis/version-needs';
import { IApp } from './options/app';
import { Autoscaling } from './options/autoscaling';
import { ClientService } from './options/client-service';
import { freeId } from '../cdk8s/free-id';
import { MetricsEndpoint } from './options/metrics-endpoint';
import { Identity } from '../cdk8s/identity';
import { ReadProps, misfit, readProps, struct } from '../props/fields';
import { Spread } from './options/spread';
import { Additions } from './pod/additions';
import { addAutoscaler, autoscalingProblems } from './pod/autoscaler';
import { bindShared, requestSharedVolumes, storageProblems } from './pod/claims';
import { addClientService } from './pod/client-service';
import { addConfigMap } from './pod/config-files';
import { addDisruptionBudget } from './pod/disruption-budget';
import { addMonitors, monitorProblems } from './pod/monitors';
import { addNetworkPolicy } from './pod/network-policy';
import { POD_FIELDS, POD_WORDS } from './pod/pod-fields';
import { podNeeds } from './pod/pod-needs';
import { PodOptions } from './pod/pod-options';
import { podProblems } from './pod/pod-rules';
import { podTemplate } from './pod/pod-template';
import { AppServiceAccount } from './pod/service-account';
import { PodApp } from './pod-app';
import { PropRule, brokenRules, refuse } from '../props/problems';
import { AUTOSCALING, CLIENT_SERVICE, METRICS_ENDPOINT, REPLICAS } from '../props/value-fields';

/**
 * Properties of a StatelessApp.
 */
export interface StatelessAppProps extends PodOptions {
  /**
   * Number of pods.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Let the cluster choose the number of pods by their load, instead of
   * `replicas`.
   *
   * @default - the number of pods is fixed
   */
  readonly autoscaling?: Autoscaling;

  /**
   * How clients reach the app.
   *
   * @default - `ClientService.clusterIp()` if the app has ports, else no client Service
   */
  readonly clientService?: ClientService;

  /**
   * Let Prometheus read the metrics of all pods by way of the client Service:
   * a ServiceMonitor, which reads each pod once.
   *
   * @default - there is no ServiceMonitor
   */
  readonly serviceMonitor?: MetricsEndpoint;

  /**
   * The same by way of the pods themselves: a PodMonitor, which reads ports of
   * `sidecars` too.
   *
   * @default - there is no PodMonitor
   */
  readonly podMonitor?: MetricsEndpoint;
}

const FIELDS = struct<StatelessAppProps>({
  ...POD_FIELDS,
  replicas: REPLICAS,
  autoscaling: AUTOSCALING,
  clientService: CLIENT_SERVICE,
  serviceMonitor: METRICS_ENDPOINT,
  podMonitor: METRICS_ENDPOINT,
}, '{ image: "httpd:2.4.62" }', POD_WORDS);

/** The client Service is called `<name>-client`. */
const NAME_WITH_SERVICE = shorter(DNS_1035_LABEL, 56, "for its Service adds '-client'");

const SINGLE_WRITER_MODES = ['ReadWriteOnce', 'ReadWriteOncePod'];

const RULES: readonly PropRule<StatelessAppProps>[] = [
  {
    broken: props => mostReplicas(props) > 1 && singleWriters(props).length > 0,
    message: props => `${singleWriters(props).map(name => `volume '${name}'`).join(', ')} can be mounted on one node only, and all ${mostReplicas(props)} pods share it; write 'accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY]' with a storage that can, or take a StatefulApp, whose pods have a volume each`,
  },
  {
    broken: ({ clientService, ports = [] }) => clientService !== undefined && ports.length === 0,
    message: () => "'clientService' needs a port and 'ports' is empty; write 'ports: [{ name: \"http\", port: 8080 }]'",
  },
];

/**
 * An app whose pods are all alike: a Deployment with its client Service,
 * ServiceAccount, PodDisruptionBudget and autoscaler. Pods share the claims of
 * their volumes, which are called `<app>-<volume>`.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 */
export class StatelessApp extends PodApp implements IApp {
  /** Name of the Deployment. */
  public readonly name: string;

  /**
   * Namespace of the app.
   *
   * @default - the namespace that the deployment tool chooses
   */
  public readonly namespace?: string;

  /** Labels that select the app's pods and no others. */
  public readonly selectorLabels: { readonly [key: string]: string };

  /**
   * The client Service, for example as the backend of an Ingress.
   *
   * @default - none without ports
   */
  public readonly service?: kplus.Service;

  private readonly account: AppServiceAccount;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: StatelessAppProps) {
    super(scope, freeId(scope, id, new.target.name));
    const read = readProps(FIELDS, props);
    const { usable } = read;
    const identity = new Identity(this, usable);
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = identity.selectorLabels;
    this.account = new AppServiceAccount(this, identity, usable);

    const additions = new Additions(this, usable, options => problemsOf(identity, readProps(FIELDS, options)));
    if (refuse(this, problemsOf(identity, read))) { return; }

    const { ports = [], files = [], replicas = 1, autoscaling, clientService = ClientService.clusterIp() } = usable;
    needs(this, podNeeds(usable));
    this.account.addObject();
    if (files.length > 0) { addConfigMap(this, identity, files); }
    if (ports.length > 0) { this.service = addClientService(this, identity, ports, clientService); }
    let bound = bindShared(this, identity, requestSharedVolumes(identity, usable));
    const deployment = this.addDeployment(identity, usable, bound);
    additions.renderedBy(options => {
      bound = bindShared(this, identity, requestSharedVolumes(identity, options), bound);
      deployment.spec = this.deploymentSpec(identity, options, bound);
    });
    if (replicas > 1 || autoscaling) { addDisruptionBudget(this, identity); }
    if (autoscaling) { addAutoscaler(this, identity, 'Deployment', autoscaling); }
    addNetworkPolicy(this, identity, ports, usable);
    addMonitors(this, identity, usable, 'client');
  }

  /** The ServiceAccount that the pods run as, for example as the subject of a RoleBinding. */
  public get serviceAccount(): kplus.IServiceAccount {
    return this.account.reference;
  }

  private addDeployment(identity: Identity, props: StatelessAppProps, bound: readonly Volume[]): Deployment {
    const deployment: Deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: identity.metadata(),
      spec: this.deploymentSpec(identity, props, bound),
    };
    addObject(this, 'Default', deployment);
    return deployment;
  }

  private deploymentSpec(identity: Identity, props: StatelessAppProps, podVolumes: readonly Volume[]): DeploymentSpec {
    return {
      replicas: props.autoscaling ? undefined : props.replicas ?? 1,
      // A volume that one node may mount must be let go before the next pod can take it.
      strategy: singleWriters(props).length > 0 ? { type: 'Recreate' } : undefined,
      selector: { matchLabels: identity.selectorLabels },
      template: podTemplate(identity, props, {
        serviceAccountName: this.account.name,
        podVolumes,
        defaultSpread: Spread.preferred(),
      }),
    };
  }
}

function problemsOf(identity: Identity, { usable, wrong, misfits }: ReadProps<StatelessAppProps>): string[] {
  if (wrong.length > 0) { return wrong; }
  return [
    ...misfit('name', identity.name, usable.ports?.length ? NAME_WITH_SERVICE : DNS_1035_LABEL, '"web"'),
    ...misfits,
    ...brokenRules(usable, RULES),
    ...autoscalingProblems(usable, usable.autoscaling, usable.replicas),
    ...usable.clientService?.problems(usable.ports ?? []) ?? [],
    ...podProblems(identity, usable),
    ...monitorProblems(usable),
    ...storageProblems(requestSharedVolumes(identity, usable)),
  ];
}

function mostReplicas({ replicas = 1, autoscaling }: StatelessAppProps): number {
  return autoscaling?.maxReplicas ?? replicas;
}

function singleWriters({ volumes = [] }: StatelessAppProps): string[] {
  return volumes
    .filter(({ storage }) => storage?.isShared() ?? true)
    .filter(({ accessModes = ['ReadWriteOnce' as kplus.PersistentVolumeAccessMode] }) => accessModes.every(mode => SINGLE_WRITER_MODES.includes(mode)))
    .map(({ name }) => name);
}
