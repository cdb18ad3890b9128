import { CHART_PROFILES } from '../../src/import/chart-profiles';
import { movePlan } from '../../src/import/move-plan';

const [POSTGRESQL] = CHART_PROFILES;
const CONTAINER = { name: 'postgresql', image: 'docker.io/bitnami/postgresql:16.3.0' };

test('the steps are commands for the pod that is meant, and say what Helm still remembers', () => {
  const labels = { 'app.kubernetes.io/managed-by': 'Helm', 'app.kubernetes.io/instance': 'shop' };

  const steps = movePlan({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db', namespace: 'shop', labels } }, CONTAINER, POSTGRESQL);

  expect(steps[0]).toContain('kubectl exec --namespace shop db-0 --container postgresql -- sh -c');
  expect(steps[2]).toContain('kubectl delete secret --namespace shop --selector owner=helm,name=shop');
  expect(steps.map(step => step.split('.')[0])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  expect(steps[6]).toContain('docker.io/bitnamilegacy/postgresql:16.3.0');
});

test('a Deployment has no pod with a number, and what Helm did not make needs no step for it', () => {
  const steps = movePlan({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'db' } }, CONTAINER, POSTGRESQL);

  expect(steps[0]).toContain('kubectl exec deployment/db --container postgresql -- sh -c');
  expect(steps.join('\n')).not.toContain('Helm');
});
