import { ApiObject, JsonPatch } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { DATABASE } from './database-fields';
import { DatabaseNetworkPolicy } from './database-network-policy';
import { DatabaseProps } from './database-props';
import { DumpMethod } from './dump-method';
import { GeneratedSecret, generatedSecretProblems } from './generated-secret';
import { namesFirst } from './names-first';
import { addNetworkPolicies } from './network-policies';
import { DatabasePort } from './ports';
import { tolerated } from './quorum';
import { backupLabels, componentProblems, exporterLabels } from './related-pods';
import { scriptFiles } from './scripts';
import { ServerImage } from './server-image';
import { asEnvValues, secretVariable } from './variables';
import { Identity, claimName, dnsName } from '../../cdk8s/identity';
import type { Container, EnvVar, NetworkPolicyEgressRule, Service, ServicePort } from '../../kubernetes/api/types.generated';
import { STATEFUL_SET_NAME } from '../../kubernetes/formats/workload-name';
import { DECOMMISSION_ANNOTATION, LEAVES_BY_ITSELF } from '../../manifest/decommission';
import { TRUSTING_PORTS_ANNOTATION } from '../../manifest/trusting-ports';
import { Problems, Struct, misfit, readProps } from '../../props/fields';
import { refuse } from '../../props/problems';
import { addObject } from '../../synthesis/add-object';
import { clusterDomain } from '../../synthesis/cluster-domain';
import { hasNativeSidecars } from '../../synthesis/version-needs';
import { ConfigFile } from '../options/config-file';
import { addPodMonitor } from '../pod/monitors';
import { PodOptions } from '../pod/pod-options';
import { StatefulApp } from '../stateful-app';
import { StatefulAppProps } from '../stateful-app-props';

/** Members start at the same time: each asks the others before it acts. The enum itself would load all of cdk8s-plus. */
const PARALLEL = 'Parallel' as kplus.PodManagementPolicy;

/** More than any database here may have. */
export const MOST_MEMBERS = 1000;

/** The members of a database: what they are called, and the objects that every database has. */
export class Members<Props extends DatabaseProps = DatabaseProps> {
  public readonly name: string;

  /** Name of the Service that gives members their DNS names, ready or not. */
  public readonly serviceName: string;

  public readonly replicas: number;

  /** Name of the Secret with the password. */
  public readonly passwordSecret: string;

  /** Names and labels of all its objects. */
  public readonly identity: Identity;

  /** What DNS names end in. */
  public readonly domain: string;

  /** The props, without those of a wrong type. */
  public readonly props: Props;

  private readonly wrongProps: Problems;

  /** Undefined until somebody asks. */
  private nativeSidecars?: boolean;

  /** @param fields what the props may hold, where the engine has more of them than all databases */
  constructor(private readonly scope: Construct, given: Props, fields: Struct<Props> = DATABASE as Struct<Props>) {
    const { usable: props, ...wrongProps } = readProps(fields, given);
    this.props = props;
    this.wrongProps = wrongProps;
    this.identity = new Identity(scope, { name: props.name, labels: props.labels });
    this.name = this.identity.name;
    this.domain = clusterDomain(scope);
    this.serviceName = this.identity.childName('members');
    this.replicas = props.replicas ?? 3;
    this.passwordSecret = props.passwordSecret ?? this.identity.childName('auth');
  }

  /** Image of the servers. */
  public image(server: ServerImage): string {
    return this.props.image ?? server.image;
  }

  /** True if members speak TLS with each other. */
  public get tls(): boolean {
    return this.props.tlsSecret !== undefined;
  }

  /** Host of a Service over the members that are ready. */
  public host(suffix?: string): string {
    return dnsName(suffix ? this.identity.childName(suffix) : this.name, this.identity.namespace, undefined, this.domain);
  }

  /** The DNS names of all members, lowest ordinal first. */
  public hosts(): string[] {
    return this.ordinals().map(ordinal => dnsName(this.serviceName, this.identity.namespace, this.identity.podName(ordinal), this.domain));
  }

  /** Scripts of the preset, with the domain of the cluster in them. */
  public scripts(paths: readonly string[]): ConfigFile[] {
    return scriptFiles(paths, this.domain);
  }

  /** Hosts and ports of all members, separated by commas. */
  public addresses(port: number): string {
    return this.hosts().map(host => `${host}:${port}`).join(',');
  }

  /** The claims of all members, lowest ordinal first. Every preset calls its one volume `data`. */
  public claimNames(): string[] {
    return this.ordinals().map(ordinal => claimName('data', this.name, ordinal));
  }

  /** None for a number of members that is refused: lists of names are made before that. */
  private ordinals(): number[] {
    const isRefused = !Number.isInteger(this.replicas) || this.replicas < 0 || this.replicas > MOST_MEMBERS;
    return Array.from({ length: isRefused ? 0 : this.replicas }, (_, ordinal) => ordinal);
  }

  /** Refuses the database if its props are wrong, or for these problems. True if there was one. */
  public refused(problems: readonly string[]): boolean {
    const { wrong, misfits } = this.wrongProps;
    return refuse(this.scope, wrong) || refuse(this.scope, [...misfits, ...problems, ...this.ownProblems(), ...this.networkPolicy.problems()]);
  }

  private ownProblems(): string[] {
    const { passwordSecret, resources, podMonitor, metrics, labels } = this.props;
    return [
      ...passwordSecret ? misfit('name', this.name, STATEFUL_SET_NAME, '"db"') : generatedSecretProblems(this.identity),
      ...componentProblems(labels),
      ...resources?.memory ? ["'resources.memory' is what 'memory' says; write 'memory: Size.gibibytes(4)'"] : [],
      ...podMonitor && !metrics ? ["'podMonitor' needs 'metrics'; write 'metrics: true'"] : [],
      ...podMonitor?.port !== undefined && podMonitor.port !== 'metrics' ? [`'podMonitor.port' must be 'metrics', the one port that offers them, got '${podMonitor.port}'; leave it out`] : [],
    ];
  }

  /** What pods beside the members have of the props: labels, Secrets for images, and nodes on which they may run. */
  public beside(): Pick<PodOptions, 'labels' | 'imagePullSecrets' | 'placement'> {
    const { labels, imagePullSecrets, placement } = this.props;
    const { nodeSelector, tolerations, priorityClassName } = placement ?? {};
    return { labels, imagePullSecrets, placement: placement && { nodeSelector, tolerations, priorityClassName } };
  }

  /** What members.sh needs to know: who I am, and who the others are. */
  public variables(): EnvVar[] {
    return [
      { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
      { name: 'SERVICE', value: this.serviceName },
      { name: 'REPLICAS', value: String(this.replicas) },
    ];
  }

  /** What scripts need to log in: a variable with the password and, with TLS, one that says so. */
  public login(password: string, tls: string): EnvVar[] {
    return [secretVariable(password, this.passwordSecret, 'password'), ...this.props.tlsSecret ? [{ name: tls, value: 'yes' }] : []];
  }

  /** What a dump needs to reach the members. With TLS it gets these keys of their Secret, or all. */
  public dumpAccess(login: readonly EnvVar[], keys?: string[]): Pick<DumpMethod, 'envValues' | 'secretFiles' | 'podLabels' | 'imagePullSecrets'> {
    const { tlsSecret, imagePullSecrets } = this.props;
    return {
      imagePullSecrets,
      envValues: asEnvValues([{ name: 'HOSTS', value: this.hosts().join(' ') }, ...login]),
      secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls', keys }] : [],
      podLabels: backupLabels(this.name),
    };
  }

  /**
   * Adds the policies that open these ports to those who need them, and members the way to elsewhere, unless it was asked for none. The set, which is
   * there already, says at which of the ports whoever connects is believed.
   */
  public addNetworkPolicies(ports: readonly DatabasePort[], elsewhere: readonly NetworkPolicyEgressRule[] = []): void {
    const { access } = this.networkPolicy;
    if (access) { addNetworkPolicies(this.scope, this.identity, this.props, ports, access, elsewhere); }
    const trusting = this.tls ? [] : ports.filter(port => port.trusting);
    const set = this.scope.node.tryFindChild('Default')?.node.tryFindChild('Default');
    if (trusting.length > 0 && set instanceof ApiObject) { set.metadata.addAnnotation(TRUSTING_PORTS_ANNOTATION, trusting.map(({ port }) => port).join(',')); }
  }

  private get networkPolicy(): DatabaseNetworkPolicy {
    return this.props.networkPolicy ?? DatabaseNetworkPolicy.restricted();
  }

  /** Adds the Secret with the password, unless one was given. */
  public addPassword(...keys: string[]): void {
    if (!this.props.passwordSecret) { this.addSecret('Password', this.passwordSecret, keys); }
  }

  /** Adds a Secret of random values. */
  public addSecret(id: string, secretName: string, keys: readonly string[]): void {
    new GeneratedSecret(this.scope, id, this.identity, secretName, keys, this.beside());
  }

  /** Adds what Prometheus reads the metrics by, if it was asked for: they are offered by the exporters where the ports say so, else by the members. */
  public addPodMonitor(ports: readonly DatabasePort[]): void {
    const { podMonitor } = this.props;
    if (!podMonitor) { return; }
    const isOfExporters = ports.some(port => port.with === 'metrics' && port.of === 'exporters');
    addPodMonitor(this.scope, this.identity, podMonitor, isOfExporters ? exporterLabels(this.name) : this.identity.selectorLabels, ['metrics']);
  }

  /**
   * Adds the StatefulSet. Members leave by themselves once `replicas` is lowered,
   * unless there is a command that the last one must run before that.
   */
  public add(props: StatefulAppProps, decommission: string = LEAVES_BY_ITSELF): StatefulApp {
    const { tlsSecret, labels, podAnnotations, imagePullSecrets, placement, podVolumes = [] } = this.props;
    const app = new StatefulApp(this.scope, 'Default', {
      name: this.name,
      serviceName: this.serviceName,
      replicas: this.replicas,
      maxUnavailable: tolerated(this.replicas),
      podManagementPolicy: PARALLEL,
      secretFiles: tlsSecret ? [{ secretName: tlsSecret, mountPath: '/tls' }] : [],
      initContainers: [namesFirst(props.image) as kplus.k8s.Container],
      labels,
      podAnnotations,
      imagePullSecrets,
      placement,
      ...props,
      podVolumes: [...props.podVolumes ?? [], ...podVolumes],
      resources: this.props.resources || props.resources ? { ...this.props.resources, ...props.resources } : undefined,
    });
    const set = app.node.tryFindChild('Default');
    if (set instanceof ApiObject) {
      askNamesBriefly(set);
      set.metadata.addAnnotation(DECOMMISSION_ANNOTATION, decommission);
    }
    return app;
  }

  /**
   * Containers beside the server. Helpers, such as proxies, start before it and stop after it where the clusters can do
   * that. The server does not start without them.
   */
  public sidecars(helpers: readonly Container[], others: readonly Container[] = []): kplus.k8s.Container[] {
    const native = helpers.length > 0 && this.hasNativeSidecars ? { restartPolicy: 'Always' } : {};
    // The props take what stands in YAML, too.
    return [...others, ...helpers.map(helper => ({ ...helper, ...native }))] as unknown as kplus.k8s.Container[];
  }

  /** The port of a helper as the target of a Service, which does not find those of native sidecars by name before Kubernetes 1.33. */
  public portOfHelper(name: string, number: number): string | number {
    return this.hasNativeSidecars ? number : name;
  }

  private get hasNativeSidecars(): boolean {
    return this.nativeSidecars ??= hasNativeSidecars(this.scope);
  }

  /** Adds a Service over the members that are ready. */
  public addService(id: string, suffix: string | undefined, ports: ServicePort[]): void {
    addObject<Service>(this.scope, id, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: this.identity.metadata(suffix),
      spec: { selector: this.identity.selectorLabels, ports },
    });
  }
}

/**
 * Servers stand still while they look up a name, so a lost answer may cost one
 * second and not ten. The names of members have dots enough to be asked for as
 * they are, before any search domain.
 */
function askNamesBriefly(set: ApiObject): void {
  const options = [{ name: 'ndots', value: '3' }, { name: 'timeout', value: '1' }, { name: 'attempts', value: '1' }];
  set.addJsonPatch(JsonPatch.add('/spec/template/spec/dnsConfig', { options }));
}
