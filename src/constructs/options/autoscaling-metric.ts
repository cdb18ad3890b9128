import type { MetricSpec } from '../../kubernetes/api/types.generated';
import { Format } from '../../kubernetes/formats/format';
import { PATH_SEGMENT } from '../../kubernetes/formats/other-names';
import { parseQuantity } from '../../kubernetes/quantity';
import { ReadProps, everyProblem, fitting, readProps, required, struct, text } from '../../props/fields';
import { LABELS } from '../../props/value-fields';

interface Measured {
  readonly name: string;
  readonly averageValue: string;
  readonly labels?: { readonly [key: string]: string };
}

const METRIC_NAME: Format<string> = {
  ...PATH_SEGMENT,
  mustBe: 'a name without `/` and `%`, not empty',
  fits: value => value !== '' && PATH_SEGMENT.fits(value),
};

const POSITIVE_QUANTITY: Format<string> = {
  family: 'range',
  mustBe: 'a quantity of more than 0, such as 100, 500m or 2k',
  fits: value => (parseQuantity(value) ?? 0n) > 0n,
};

const MEASURED = struct<Measured>({
  name: required(fitting(text('http_requests_per_second'), METRIC_NAME)),
  averageValue: required(fitting(text('100'), POSITIVE_QUANTITY)),
  labels: LABELS,
}, '{ name: "http_requests_per_second", averageValue: "100" }');

/**
 * What an autoscaler measures besides CPU and memory. The cluster needs an
 * adapter that serves the metric, such as the Prometheus adapter or KEDA.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#support-for-metrics-apis
 */
export abstract class AutoscalingMetric {
  /**
   * A metric that each pod has, such as its requests per second
   * (`custom.metrics.k8s.io`).
   *
   * @param name name of the metric, for example `http_requests_per_second`
   * @param averageValue what it should be on average over all pods, as a quantity: `100`, `500m` or `2k`
   * @param labels labels that the metric must have; without them all of the name
   */
  public static pods(name: string, averageValue: string, labels?: { readonly [key: string]: string }): AutoscalingMetric {
    return new Metric('Pods', { name, averageValue, labels });
  }

  /**
   * A metric from outside the cluster or of no object in it, such as the length
   * of a queue (`external.metrics.k8s.io`).
   *
   * @param name name of the metric, for example `queue_messages_ready`
   * @param averageValue how much of it each pod should have, as a quantity: `30`, `500m` or `2k`
   * @param labels labels that the metric must have; without them all of the name
   */
  public static external(name: string, averageValue: string, labels?: { readonly [key: string]: string }): AutoscalingMetric {
    return new Metric('External', { name, averageValue, labels });
  }

  /** Why it cannot be measured; each reason says what to write instead. An empty list means that it can. */
  public problems(): string[] {
    return [];
  }

  /** The metric as it stands in a HorizontalPodAutoscaler. */
  public abstract toMetric(): object;
}

class Metric extends AutoscalingMetric {
  private readonly read: ReadProps<Measured>;

  constructor(private readonly type: 'Pods' | 'External', measured: Measured) {
    super();
    this.read = readProps(MEASURED, measured);
  }

  public problems(): string[] {
    return everyProblem(this.read);
  }

  public toMetric(): MetricSpec {
    const { name, averageValue, labels } = this.read.usable;
    const source = { metric: { name, selector: labels && { matchLabels: labels } }, target: { type: 'AverageValue', averageValue } };
    return this.type === 'Pods' ? { type: 'Pods', pods: source } : { type: 'External', external: source };
  }
}
