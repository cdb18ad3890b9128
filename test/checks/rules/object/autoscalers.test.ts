import { testRules, of } from './rule-cases';

const scaler = (fields: string, target = '{apiVersion: apps/v1, kind: Deployment, name: web}') =>
  of('HorizontalPodAutoscaler', 'autoscaling/v2', `spec: {maxReplicas: 3, scaleTargetRef: ${target}, ${fields}}`);
const external = 'metrics: [{type: External, external: {metric: {name: a}, target: {type: Value, value: 1}}}]';
const object = (reference: string) => scaler(`metrics: [{type: Object, object: {describedObject: ${reference}, metric: {name: a}, target: {type: Value, value: 1}}}]`);

describe('API versions', () => testRules([
  ['a group', scaler('')],
  ['none', scaler('', '{kind: Deployment, name: web}'), 'autoscaler-api-version /spec/scaleTargetRef/apiVersion'],
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
