import { BEHAVIOR_PATH, METRICS_PATH, annotatedBehavior, annotatedMetrics } from './autoscaler-annotations';
import { example } from './examples';
import { isContainerResource, resourceName } from './resources';
import { Broken, Rule, forRecords, givenOf, isText, namesIn, rulesFor } from './rule';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { parseQuantity } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

const TARGET = 'scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}';

function scalerExample(spec: string): string {
  return example('HorizontalPodAutoscaler', 'autoscaling/v2', `spec: {${TARGET}, ${spec}}`);
}

export const scalerBounds: Rule = {
  id: 'autoscaler-bounds',
  why: 'an autoscaler moves between minReplicas (1 unless given) and maxReplicas',
  fix: 'write a minReplicas from 1 up, and a maxReplicas that is not below it',
  bad: scalerExample('minReplicas: 5, maxReplicas: 3'),
  good: scalerExample('minReplicas: 3, maxReplicas: 5'),
};

export const metricSource: Rule = {
  id: 'autoscaler-metric',
  why: 'the type of a metric says which of its fields is read, and that one must be there alone',
  fix: 'write the one field that the type names: resource for Resource, containerResource for ContainerResource, and so on',
  bad: scalerExample('maxReplicas: 3, metrics: [{type: Resource}]'),
  good: scalerExample('maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]'),
};

export const metricTarget: Rule = {
  id: 'autoscaler-target',
  why: 'an autoscaler compares a metric with one target above 0',
  fix: 'write one target value above 0: averageUtilization or averageValue for resources, averageValue for Pods, value or averageValue for others',
  bad: scalerExample('maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization}}}]'),
  good: scalerExample('maxReplicas: 3, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]'),
};

export const scalingPolicies: Rule = {
  id: 'autoscaler-policies',
  why: 'an empty list of policies would allow no step at all, and steps are counted over at most half an hour',
  fix: 'write at least one policy, or leave policies out',
  bad: scalerExample('maxReplicas: 3, behavior: {scaleDown: {policies: []}}'),
  good: scalerExample('maxReplicas: 3, behavior: {scaleDown: {policies: [{type: Pods, value: 1, periodSeconds: 60}]}}'),
};

export const scalerApiVersion: Rule = {
  id: 'autoscaler-api-version',
  why: 'an autoscaler finds what it scales, or measures, by its API group; of the core group it scales ReplicationControllers only',
  severity: 'error',
  since: '1.34',
  fix: 'write the apiVersion, such as apps/v1',
  bad: scalerExample('maxReplicas: 3').replace('apps/v1', 'v1'),
  good: scalerExample('maxReplicas: 3'),
};

/** Since an autoscaler can scale to 0, it needs something to measure where there are no Pods. */
const SCALED_TO_ZERO: Rule = { ...scalerBounds, since: '1.37', gate: 'HPAScaleToZero' };

/** The field that each type of metric is described in, and the kinds of targets it can have. */
const METRICS: Readonly<Record<string, { readonly field: string; readonly targets: readonly string[]; readonly alone: boolean }>> = {
  Resource: { field: 'resource', targets: ['averageUtilization', 'averageValue'], alone: true },
  ContainerResource: { field: 'containerResource', targets: ['averageUtilization', 'averageValue'], alone: true },
  Pods: { field: 'pods', targets: ['averageValue'], alone: false },
  Object: { field: 'object', targets: ['value', 'averageValue'], alone: false },
  External: { field: 'external', targets: ['value', 'averageValue'], alone: true },
};

const FIELDS = Object.values(METRICS).map(({ field }) => field);

export const autoscalerRules: ObjectCheck = rulesFor(
  ['autoscaling/HorizontalPodAutoscaler'], [scalerBounds, metricSource, metricTarget, scalingPolicies, scalerApiVersion, resourceName],
  (scaler, broken) => {
    const spec = recordOf(scaler.spec);
    const annotations = scaler.apiVersion === 'autoscaling/v1' ? recordOf(scaler.metadata).annotations : undefined;
    const metrics = annotatedMetrics(annotations);
    checkBounds({ ...spec, metrics: [...listOf(spec.metrics), ...metrics] }, broken);
    checkAnnotatedMetrics(metrics, broken);
    checkAnnotatedBehavior(annotatedBehavior(annotations), broken);
    checkApiVersion(spec.scaleTargetRef, recordOf(spec.scaleTargetRef).kind === 'ReplicationController', '/spec/scaleTargetRef', broken);
    if (scaler.apiVersion === 'autoscaling/v2') {
      forRecords(spec.metrics, (metric, index) => checkMetric(metric, `/spec/metrics/${index}`, broken));
    }
    for (const way of ['scaleUp', 'scaleDown']) {
      const { policies } = recordOf(recordOf(spec.behavior)[way]);
      if (Array.isArray(policies) && policies.length === 0) { broken(scalingPolicies, `/spec/behavior/${way}/policies`, 'the list of policies is empty'); }
    }
  },
);

/** The metrics of an annotation have no schema, and no path of their own. */
function checkAnnotatedMetrics(metrics: readonly Record<string, any>[], broken: Broken) {
  for (const metric of metrics) {
    const here: Broken = (rule, _, message, fix) => broken(rule, METRICS_PATH, message, fix);
    if (!isText(metric.type) || !Object.hasOwn(METRICS, metric.type)) {
      here(metricSource, '', `${show(metric.type ?? '')} is no type of a metric`, `write ${namesIn(Object.keys(METRICS), 'or')}`);
      continue;
    }
    checkMetric(metric, '', here);
    const source = metric[METRICS[metric.type].field];
    if (isRecord(source) && !isText(source.name ?? recordOf(source.metric).name)) { here(metricSource, '', `a metric of type ${metric.type} has no name`, 'name it'); }
  }
}

/** Nothing is filled in there, so that there must be policies. */
function checkAnnotatedBehavior(behavior: Readonly<Record<string, any>>, broken: Broken) {
  for (const way of ['scaleup', 'scaledown']) {
    if (isRecord(behavior[way]) && listOf(behavior[way].policies).length === 0) { broken(scalingPolicies, BEHAVIOR_PATH, 'there are no policies', 'write at least one policy'); }
  }
}

/** `v1` and nothing are the core group. */
function checkApiVersion(reference: unknown, mayBeCore: boolean, at: string, broken: Broken) {
  if (!isRecord(reference)) { return; }
  const apiVersion = reference.apiVersion ?? '';
  if (typeof apiVersion !== 'string') { return; }
  const parts = apiVersion.split('/');
  if (parts.length > 2) { broken(scalerApiVersion, `${at}/apiVersion`, `${show(apiVersion)} is no API version`); }
  if (parts.length < 2 && !mayBeCore || parts.length === 2 && parts[0] === '' && !mayBeCore) { broken(scalerApiVersion, `${at}/apiVersion`, `${show(apiVersion)} names no API group`); }
}

const METRICS_WITHOUT_PODS: ReadonlySet<unknown> = new Set(['Object', 'External']);

function checkBounds({ minReplicas, maxReplicas, metrics }: Record<string, any>, broken: Broken) {
  const least = minReplicas ?? 1;
  if (least === 0 && !listOf(metrics).some(metric => METRICS_WITHOUT_PODS.has(recordOf(metric).type))) {
    broken(SCALED_TO_ZERO, '/spec/metrics', 'minReplicas is 0, and there is nothing to measure where there are no Pods', 'add a metric of the type Object or External');
  }
  if (typeof least !== 'number' || typeof maxReplicas !== 'number') { return; }
  if (maxReplicas < least && maxReplicas > 0) {
    broken(scalerBounds, '/spec/maxReplicas', `maxReplicas is ${maxReplicas}, below minReplicas, ${least}`);
  }
}

function checkMetric(metric: Record<string, any>, at: string, broken: Broken) {
  const { type } = metric;
  if (!isText(type) || !Object.hasOwn(METRICS, type)) { return; }
  const { field, targets, alone } = METRICS[type];
  const given = givenOf(metric, FIELDS);
  if (!given.includes(field)) { broken(metricSource, at, `a metric of type ${type} is described in '${field}', which is missing`, `add ${field}`); }
  const others = given.filter(name => name !== field);
  if (others.length > 0) { broken(metricSource, `${at}/${others[0]}`, `a metric of type ${type} cannot have ${namesIn(others, 'and')}`, `leave ${field} only`); }
  const { name } = recordOf(metric.containerResource);
  if (isText(name) && !isContainerResource(name)) { broken(resourceName, `${at}/containerResource/name`, `${show(name)} is no resource of a container`); }
  if (type === 'Object') { checkApiVersion(recordOf(metric.object).describedObject, true, `${at}/object/describedObject`, broken); }
  const target = recordOf(metric[field]).target;
  if (isRecord(target)) { checkTarget(target, targets, alone, `${at}/${field}/target`, broken); }
}

function checkTarget(target: Record<string, any>, kinds: readonly string[], alone: boolean, at: string, broken: Broken) {
  const given = givenOf(target, kinds);
  if (given.length === 0) { broken(metricTarget, at, `the target says none of ${namesIn(kinds, 'and')}`, `write ${kinds.join(' or ')}`); }
  if (alone && given.length > 1) { broken(metricTarget, `${at}/${given[1]}`, `the target says both ${namesIn(given, 'and')}`, 'leave one of them'); }
  for (const kind of ['value', 'averageValue']) {
    const amount = parseQuantity(target[kind]);
    if (amount !== undefined && amount <= 0n) { broken(metricTarget, `${at}/${kind}`, `${kind} is ${show(target[kind])}, but must be above 0`); }
  }
  if (typeof target.averageUtilization === 'number' && target.averageUtilization < 1) {
    broken(metricTarget, `${at}/averageUtilization`, `averageUtilization is ${show(target.averageUtilization)}, but must be above 0`);
  }
}
