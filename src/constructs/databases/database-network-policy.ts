import { readProps, everyProblem, listOf, struct } from '../../props/fields';
import { NETWORK_PEER } from '../../props/value-fields';
import { NetworkPeer } from '../options/network-peer';
import { peerProblems } from '../pod/network-policy';

/**
 * Who may connect to a database, beside its own members.
 */
export interface DatabaseNetworkPolicyOptions {
  /**
   * Who may connect to the ports for clients. A `Backup` of the database and its
   * own exporters always may.
   *
   * @default - every pod of the database's namespace
   */
  readonly allowFrom?: NetworkPeer[];

  /**
   * Who may scrape the metrics: Prometheus.
   *
   * @default - nobody
   */
  readonly metricsFrom?: NetworkPeer[];

  /**
   * Where members and exporters may connect to, beside each other and the DNS.
   * An empty list is nowhere else.
   *
   * @default - everywhere
   */
  readonly allowTo?: NetworkPeer[];
}

const OPTIONS = struct<DatabaseNetworkPolicyOptions>({
  allowFrom: listOf(NETWORK_PEER),
  metricsFrom: listOf(NETWORK_PEER),
  allowTo: listOf(NETWORK_PEER),
}, '{ allowFrom: [NetworkPeer.namespace("shop")] }', {
  from: "did you mean 'allowFrom'?",
  ingress: "did you mean 'allowFrom'?",
  to: "did you mean 'allowTo'?",
  egress: "did you mean 'allowTo'?",
  metrics: "did you mean 'metricsFrom'?",
});

/**
 * The NetworkPolicies of a database. They count where the cluster's network
 * plugin enforces them.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class DatabaseNetworkPolicy {
  /** Each port is open to those who need it, and to nobody else. docs/database-ports.md has a table of them. */
  public static restricted(options: DatabaseNetworkPolicyOptions = {}): DatabaseNetworkPolicy {
    return new DatabaseNetworkPolicy(options);
  }

  /** No NetworkPolicy: every pod of the cluster may connect to every port, unless another policy forbids it. */
  public static none(): DatabaseNetworkPolicy {
    return new DatabaseNetworkPolicy();
  }

  /**
   * Who may connect.
   *
   * @default - there is no NetworkPolicy
   */
  public readonly access?: DatabaseNetworkPolicyOptions;

  private readonly wrong: readonly string[];

  private constructor(options?: DatabaseNetworkPolicyOptions) {
    const read = options && readProps(OPTIONS, options);
    this.access = read?.usable;
    this.wrong = read ? everyProblem(read) : [];
  }

  /** Why the choice is not valid; an empty list means that it is. */
  public problems(): string[] {
    const { allowFrom = [], metricsFrom = [], allowTo = [] } = this.access ?? {};
    const peers = [...peerProblems(allowFrom, 'allowFrom'), ...peerProblems(metricsFrom, 'metricsFrom'), ...peerProblems(allowTo, 'allowTo')];
    return [...this.wrong, ...peers].map(problem => `'networkPolicy': ${problem}`);
  }
}
