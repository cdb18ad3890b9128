import type * as kplus from 'cdk8s-plus-27';
import { NamedPort } from './named-port';
import { TrafficDistribution } from './traffic-distribution';
import { CIDR } from '../../kubernetes/formats/address';
import { NODE_PORT as NODE_PORT_NUMBER } from '../../kubernetes/formats/port';
import { ReadProps, choice, everyProblem, fitting, listOf, number, readProps, struct, text } from '../../props/fields';
import { annotations } from '../../props/value-fields';

/**
 * Options of a client Service, whatever its type.
 */
export interface ClientServiceOptions {
  /**
   * Names of the app's ports that clients use. Others are reached by the DNS
   * names of the pods.
   *
   * @default - all ports of the app
   */
  readonly ports?: string[];

  /**
   * Which pods clients are led to. `PREFER_CLOSE` needs Kubernetes 1.31, the
   * others 1.34.
   *
   * @default - any pod that is ready
   */
  readonly trafficDistribution?: TrafficDistribution;
}

/**
 * Options of a client Service that listens on every node.
 */
export interface NodePortOptions extends ClientServiceOptions {
  /**
   * Port of the nodes, 30000 to 32767, for the first of the ports.
   *
   * @default - the cluster chooses
   */
  readonly nodePort?: number;
}

/**
 * Options of a client Service with an address outside the cluster.
 */
export interface LoadBalancerOptions extends ClientServiceOptions {
  /**
   * Address ranges from which clients may connect.
   *
   * @default - everywhere
   */
  readonly sourceRanges?: string[];

  /**
   * Annotations of the Service, by which clouds configure their load balancers.
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };
}

const ANY = { ports: listOf(text('http')), trafficDistribution: choice(...Object.values(TrafficDistribution)) };
const CLUSTER_IP = struct<ClientServiceOptions>(ANY, '{ trafficDistribution: TrafficDistribution.PREFER_SAME_ZONE }');
const NODE_PORT = struct<NodePortOptions>({ ...ANY, nodePort: fitting(number(30080), NODE_PORT_NUMBER) }, '{ nodePort: 30080 }');
const LOAD_BALANCER = struct<LoadBalancerOptions>({
  ...ANY,
  sourceRanges: listOf(fitting(text('10.0.0.0/8'), CIDR)),
  annotations: annotations(text('true'), '"example.com/internal"'),
}, '{ sourceRanges: ["10.0.0.0/8"] }');

/**
 * The Service through which clients reach any ready pod of an app. Its name
 * is `<app>-client`.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types
 */
export abstract class ClientService {
  /** An address within the cluster. */
  public static clusterIp(options: ClientServiceOptions = {}): ClientService {
    return new Exposure('ClusterIP', readProps(CLUSTER_IP, options));
  }

  /** A port on every node. */
  public static nodePort(options: NodePortOptions = {}): ClientService {
    return new Exposure('NodePort', readProps(NODE_PORT, options));
  }

  /** An address outside the cluster, made by the cluster's load balancer. */
  public static loadBalancer(options: LoadBalancerOptions = {}): ClientService {
    return new Exposure('LoadBalancer', readProps(LOAD_BALANCER, options));
  }

  /** Why the choice is not valid for an app with these ports; an empty list means that it is. */
  public abstract problems(ports: NamedPort[]): string[];

  /** Props of the cdk8s-plus Service, without name and selector. */
  public abstract toProps(ports: kplus.ServicePort[]): kplus.ServiceProps;

  /** Fields of the Service's spec that cdk8s-plus has no props for. */
  public toFields(): object {
    return {};
  }
}

class Exposure extends ClientService {
  constructor(private readonly type: `${kplus.ServiceType}`, private readonly options: ReadProps<NodePortOptions & LoadBalancerOptions>) {
    super();
  }

  public problems(ports: NamedPort[]) {
    const known = ports.map(({ name }) => name);
    const wanted = this.options.usable.ports;
    const unknown = (wanted ?? []).filter(name => !known.includes(name))
      .map(name => `'ports' must name ports of the app (${known.map(one => `'${one}'`).join(', ') || 'it has none'}), got '${name}'; write 'ports: ["${known[0] ?? 'http'}"]'`);
    const none = wanted?.length === 0 ? ["'ports' must name a port, got none; leave it out for all ports, or leave 'clientService' out"] : [];
    return [...everyProblem(this.options), ...unknown, ...none].map(problem => `'clientService': ${problem}`);
  }

  public toProps(ports: kplus.ServicePort[]): kplus.ServiceProps {
    const { nodePort, sourceRanges, annotations: own, ports: wanted } = this.options.usable;
    const published = wanted ? ports.filter(({ name }) => wanted.includes(name!)) : ports;
    return {
      type: this.type as kplus.ServiceType,
      ports: published.map((port, index) => index === 0 && nodePort ? { ...port, nodePort } : port),
      ...sourceRanges && { loadBalancerSourceRanges: sourceRanges },
      ...own && { metadata: { annotations: own } },
    };
  }

  public toFields() {
    const { trafficDistribution } = this.options.usable;
    return trafficDistribution ? { trafficDistribution } : {};
  }
}
