import { Manifest } from '../../../src/kubernetes/manifest';
import { Inventory } from '../../../src/manifest/inventory';
import { expectedPods } from '../../../src/manifest/references/expected-pods';
import { References } from '../../../src/manifest/references/references';

const workload = (kind: string, replicas?: number): Manifest => ({ apiVersion: 'apps/v1', kind, metadata: { name: 'a' }, spec: { replicas, template: { spec: { containers: [] } } } });
const count = (...manifests: Manifest[]) => {
  const references = new References(new Inventory(manifests));
  return expectedPods(references.pods.all, references);
};

test('pods are counted where manifests say how many there are', () => {
  expect(count(workload('Deployment', 2), { ...workload('StatefulSet', 3), metadata: { name: 'b' } })).toBe(5);
  expect(count(workload('DaemonSet'))).toBeUndefined();
  expect(count()).toBeUndefined();
});

test('the most that an autoscaler makes counts', () => {
  const scaler: Manifest = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata: { name: 's' }, spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' }, maxReplicas: 7 } };

  expect(count(workload('Deployment', 2), scaler)).toBe(7);
});
