import { checkManifests } from '../../../../src/checks/run';

function idsOf(apiVersion: string): string[] {
  const set = {
    apiVersion,
    kind: 'StatefulSet',
    metadata: { name: 'db' },
    spec: {
      serviceName: 'db',
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2 } },
      selector: { matchLabels: { app: 'db' } },
      template: { metadata: { labels: { app: 'db' } }, spec: { containers: [{ name: 'db', image: 'a:1' }] } },
    },
  };
  return checkManifests([set]).map(({ rule }) => rule);
}

test('the API server drops fields of its own StatefulSets, and knows nothing of those of others', () => {
  expect(idsOf('apps/v1')).toContain('dropped-field');
  expect(idsOf('apps.kruise.io/v1beta1')).not.toContain('dropped-field');
});
