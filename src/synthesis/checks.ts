import { Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { markAsChecked, startChecks } from './checks-at-synthesis';
import { addAcknowledgement, addCluster, addEnvironment } from './declarations';
import type { Cluster } from '../checks/configuration/cluster';
import { isClusterScopedKind } from '../kubernetes/kinds';
import type { Environment } from '../manifest/environment';

/**
 * How an object that exists already is declared.
 */
export interface ExistsOptions {
  /**
   * Namespace of the object. Cluster-scoped kinds have none.
   *
   * @default - the namespace of the chart
   */
  readonly namespace?: string;

  /**
   * Keys that the ConfigMap or Secret holds.
   *
   * @default - unknown: any key is taken to be there
   */
  readonly keys?: string[];
}

/**
 * How a finding is acknowledged.
 */
export interface AcknowledgeOptions {
  /** Why the findings are accepted, for the next reader. */
  readonly reason: string;
}

/**
 * Tells the checks at synthesis what exists in the cluster already, and which
 * findings you accept.
 *
 * Charts that hold constructs of this library are checked whenever the app is
 * synthesized. Errors fail the synthesis, warnings are printed.
 *
 * @see https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/checker.md
 */
export class Checks {
  /**
   * The checks of a construct and of everything below it.
   *
   * @param scope an app, a chart or any construct
   */
  public static of(scope: IConstruct): Checks {
    return new Checks(scope);
  }

  private constructor(private readonly scope: IConstruct) {
    startChecks(scope.node.root);
  }

  /**
   * Declares that an object exists in the cluster, or will before the manifests
   * are applied. It counts for the whole app; of an app for several clusters, in those that this construct is for.
   *
   * @param kind such as `Secret`, `StorageClass`, `Namespace` or `CSIDriver`
   * @param name name of the object
   * @param options its namespace, and the keys it holds
   */
  public exists(kind: string, name: string, options: ExistsOptions = {}): Checks {
    const namespace = options.namespace ?? this.namespaceOfChart();
    return this.declare({
      objects: [{ kind, name, ...namespace && !isClusterScopedKind(kind) && { namespace }, ...options.keys && { keys: options.keys } }],
    });
  }

  /**
   * Declares what else lives in the cluster: whether it has a default
   * StorageClass, which provisioners run, and whether that is all. It counts for
   * the whole app, or the clusters that this construct is for, in addition to what
   * was declared before.
   */
  public declare(environment: Environment): Checks {
    addEnvironment(this.scope, environment);
    return this;
  }

  /**
   * Accepts findings of one rule about objects of this construct. An
   * acknowledgement that covers nothing is reported.
   *
   * @param rule id of the rule, as the finding names it
   * @param options the reason
   */
  public acknowledge(rule: string, options: AcknowledgeOptions): Checks {
    // JavaScript may forget the options, or what stands in them.
    const reason: unknown = options?.reason;
    if (typeof reason !== 'string' || reason.trim() === '') {
      this.scope.node.addValidation({ validate: () => [`'reason' of the acknowledgement of '${rule}' must say something, got ${typeof reason === 'string' ? `'${reason}'` : typeof reason}; write '{ reason: "..." }' with why it is right that way`] });
      return this;
    }
    addAcknowledgement(this.scope, { rule, reason });
    return this;
  }

  /**
   * The cluster that everything below this construct is applied to: its version of Kubernetes, and what is there. Several
   * may be named, here or on other charts: each is checked for itself, and a finding says in which clusters it holds.
   * A chart below none is for every cluster of the app.
   *
   * @param cluster such as `new Cluster('prod', { kubernetesVersion: '1.35' })`
   */
  public cluster(cluster: Cluster): Checks {
    addCluster(this.scope, cluster);
    return this;
  }

  /**
   * Checks charts that hold no construct of this library, too.
   */
  public enable(): Checks {
    markAsChecked(this.scope);
    return this;
  }

  private namespaceOfChart(): string | undefined {
    return this.scope.node.scopes.filter((scope): scope is Chart => Chart.isChart(scope)).pop()?.namespace;
  }
}
