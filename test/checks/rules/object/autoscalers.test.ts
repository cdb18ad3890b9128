import { testRules, of } from './rule-cases';

const scaler = (fields: string, target = '{apiVersion: apps/v1, kind: Deployment, name: web}') =>
  of('HorizontalPodAutoscaler', 'autoscaling/v2', `spec: {maxReplicas: 3, scaleTargetRef: ${target}, ${fields}}`);
const external = 'metrics: [{type: External, external: {metric: {name: a}, target: {type: Value, value: 1}}}]';
const object = (reference: string) => scaler(`metrics: [{type: Object, object: {describedObject: ${reference}, metric: {name: a}, target: {type: Value, value: 1}}}]`);

describe('API versions', () => testRules([
  ['a group', scaler('')],
  ['none', scaler('', '{kind: Deployment, name: web}'), 'autoscaler-api-version /spec/scaleTargetRef/apiVersion'],
  ['null', scaler('', '{apiVersion: null, kind: Deployment, name: web}'), 'autoscaler-api-version /spec/scaleTargetRef/apiVersion'],
  ['the core group', scaler('', '{apiVersion: v1, kind: Deployment, name: web}'), 'autoscaler-api-version /spec/scaleTargetRef/apiVersion'],
  ['the only kind of the core group', scaler('', '{apiVersion: v1, kind: ReplicationController, name: web}')],
  ['no version', scaler('', '{apiVersion: a/b/c, kind: Deployment, name: web}'), 'autoscaler-api-version /spec/scaleTargetRef/apiVersion'],
  ['an object of the core group that is measured', object('{apiVersion: v1, kind: Service, name: web}')],
  ['an object of no version that is measured', object('{apiVersion: a/b/c, kind: Service, name: web}'), 'autoscaler-api-version /spec/metrics/0/object/describedObject/apiVersion'],
], '1.34'));

describe('before the server looked at API versions', () => testRules([
  ['none', scaler('', '{kind: Deployment, name: web}')],
], '1.33'));

describe('no Pods at all', () => testRules([
  ['with something to measure', scaler(`minReplicas: 0, ${external}`)],
  ['with nothing to measure', scaler('minReplicas: 0'), 'autoscaler-bounds /spec/metrics'],
], '1.37'));

describe('what containers use', () => testRules([
  ['of memory', scaler('metrics: [{type: ContainerResource, containerResource: {name: memory, container: web, target: {type: AverageValue, averageValue: 1Gi}}}]')],
  ['of nothing that containers have', scaler('metrics: [{type: ContainerResource, containerResource: {name: mem, container: web, target: {type: AverageValue, averageValue: 1Gi}}}]'),
    'resource-name /spec/metrics/0/containerResource/name'],
]));

const annotated = (name: string, value: unknown, fields = '') => ({
  ...of('HorizontalPodAutoscaler', 'autoscaling/v1', `spec: {maxReplicas: 3, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, ${fields}}`),
  metadata: { name: 'web', annotations: { [`autoscaling.alpha.kubernetes.io/${name}`]: typeof value === 'string' ? value : JSON.stringify(value) } },
});
const METRICS = '/metadata/annotations/autoscaling.alpha.kubernetes.io~1metrics';

describe('what autoscaling/v1 says in annotations', () => testRules([
  ['metrics', annotated('metrics', [
    { type: 'Resource', resource: { name: 'memory', targetAverageUtilization: 50 } },
    { type: 'Pods', pods: { metricName: 'lag', targetAverageValue: '5' } },
    { type: 'Object', object: { metricName: 'lag', target: { kind: 'Service', name: 'web' }, averageValue: '5' } },
    { type: 'External', external: { metricName: 'lag', targetValue: '5' } },
  ])],
  ['what is no list of metrics', annotated('metrics', 'not JSON')],
  ['metrics of which one has no text as its type', annotated('metrics', [{ type: 5 }, {}])],
  ['a metric of no type', annotated('metrics', [null]), `autoscaler-metric ${METRICS}`],
  ['a metric without its source', annotated('metrics', [{ type: 'Resource' }]), `autoscaler-metric ${METRICS}`],
  ['a metric without a name', annotated('metrics', [{ type: 'External', external: { targetValue: '5' } }]), `autoscaler-metric ${METRICS}`],
  ['a target of 0', annotated('metrics', [{ type: 'Pods', pods: { metricName: 'lag' } }]), `autoscaler-target ${METRICS}`],
  ['what is measured without Pods', annotated('metrics', [{ type: 'External', external: { metricName: 'lag', targetValue: '5' } }], 'minReplicas: 0')],
  ['steps', annotated('behavior', { ScaleUp: { Policies: [{ Type: 'Pods', Value: 1, PeriodSeconds: 5 }] } })],
  ['steps without policies', annotated('behavior', { scaleUp: {} }), 'autoscaler-policies /metadata/annotations/autoscaling.alpha.kubernetes.io~1behavior'],
], '1.37'));
