import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { parseQuantity } from '../../../kubernetes/quantity';

/** `autoscaling/v1` has one metric, the CPU. All others stand in this annotation, as the old API wrote them. */
const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';

export const METRICS_PATH = pointer('metadata', 'annotations', METRICS);

const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';

export const BEHAVIOR_PATH = pointer('metadata', 'annotations', BEHAVIOR);

type Fields = Readonly<Record<string, any>>;

/** What the server makes of each source: the same metric of `autoscaling/v2`. */
const SOURCES: Readonly<Record<string, (source: Fields) => Fields>> = {
  resource: ({ name, targetAverageUtilization, targetAverageValue }) =>
    ({ name, target: { averageUtilization: targetAverageUtilization, averageValue: targetAverageValue } }),
  containerResource: ({ name, container, targetAverageUtilization, targetAverageValue }) =>
    ({ name, container, target: { averageUtilization: targetAverageUtilization, averageValue: targetAverageValue } }),
  pods: ({ metricName, selector, targetAverageValue }) => ({ metric: { name: metricName, selector }, target: { averageValue: targetAverageValue ?? '0' } }),
  object: ({ metricName, selector, target, targetValue, averageValue }) =>
    ({ metric: { name: metricName, selector }, describedObject: recordOf(target), target: objectTarget(targetValue ?? '0', averageValue) }),
  external: ({ metricName, metricSelector, targetValue, targetAverageValue }) =>
    ({ metric: { name: metricName, selector: metricSelector }, target: { value: targetValue, averageValue: targetAverageValue } }),
};

/** A value of 0 beside an average is what the old API could not leave out. */
function objectTarget(value: unknown, averageValue: unknown): Fields {
  return averageValue !== undefined && parseQuantity(value) === 0n ? { averageValue } : { value, averageValue };
}

/** The metrics of the annotation. What is no list of metrics is ignored by the server, too. */
export function annotatedMetrics(annotations: unknown): Record<string, any>[] {
  const metrics = parsed(recordOf(annotations)[METRICS]);
  if (!Array.isArray(metrics) || !metrics.every(isMetric)) { return []; }
  return metrics.map(recordOf).map(metric => Object.fromEntries(Object.entries(metric).map(([name, value]) =>
    [name, Object.hasOwn(SOURCES, name) && isRecord(value) ? SOURCES[name](value) : value])));
}

function isMetric(value: unknown): boolean {
  return value === null || isRecord(value) && (value.type === undefined || typeof value.type === 'string');
}

/** The steps of the annotation, with the names of fields as `autoscaling/v2` has them: the server takes them in any case. */
export function annotatedBehavior(annotations: unknown): Fields {
  const behavior = parsed(recordOf(annotations)[BEHAVIOR]);
  const ways = isRecord(behavior) ? Object.entries(behavior) : [];
  return Object.fromEntries(ways.flatMap(([name, way]) => isRecord(way) ? [[name.toLowerCase(), inLowerCase(way)]] : []));
}

function inLowerCase(record: Fields): Fields {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]));
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') { return undefined; }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
