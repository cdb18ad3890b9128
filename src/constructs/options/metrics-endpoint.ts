import type { Duration } from 'cdk8s';

/**
 * Where an app tells its metrics, for the Prometheus operator, which must be
 * installed in the cluster. Whoever has `allowFrom` lets Prometheus in there,
 * too; a database does by `DatabaseNetworkPolicy.restricted({ metricsFrom })`.
 *
 * @see https://prometheus-operator.dev/docs/api-reference/api/
 */
export interface MetricsEndpoint {
  /**
   * Name of the port.
   *
   * @default - the port `metrics`, or the only port
   */
  readonly port?: string;

  /**
   * Path of the metrics, without a host.
   *
   * @default - that of Prometheus, `/metrics`
   */
  readonly path?: string;

  /**
   * How often they are read; parts of a second are rounded up.
   *
   * @default - as Prometheus is configured
   */
  readonly interval?: Duration;

  /**
   * Labels of the monitor, beside those of the app: many a Prometheus reads
   * only monitors with a label such as `release`.
   *
   * @default - those of the app alone
   */
  readonly labels?: { readonly [key: string]: string };
}
