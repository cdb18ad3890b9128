import { facts, together, workload } from './support';
import { podCount } from '../../src/describe/pod-count';

const SCALER = '{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: s, namespace: shop}, spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: 6}}';

const countOf = (text: string) => {
  const all = facts(text);
  return podCount(all.references.pods.all[0], all);
};

test('the workload says how many, unless an autoscaler does', () => {
  expect(countOf(workload('Deployment', { spec: 'replicas: 3' }))).toEqual({ least: 3, most: 3 });
  expect(countOf(together(workload('Deployment', { spec: 'replicas: 3' }), SCALER))).toEqual({ least: 1, most: 6 });
});

test('what is scaled to nothing is left alone', () => {
  expect(countOf(together(workload('Deployment', { spec: 'replicas: 0' }), SCALER))).toEqual({ least: 0, most: 0 });
});
