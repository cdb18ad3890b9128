import { withoutLeftovers } from '../../../src/kubernetes/api-server/retained';

const deployment = (spec: object, volumes: object[] = []) => ({
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' }, spec: { ...spec, template: { metadata: {}, spec: { containers: [], volumes } } },
});

test('of a strategy and of volumes only the keys that are written are left', () => {
  const stored = deployment({ strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } }, replicas: 1 }, [{ name: 'v', emptyDir: {}, secret: { secretName: 's' } }, { name: 'other', emptyDir: {} }]);
  const written = deployment({ strategy: { type: 'Recreate' } }, [{ name: 'v', secret: { secretName: 's' } }]);

  const kept = withoutLeftovers(stored, written);

  expect(kept).toEqual(deployment({ strategy: { type: 'Recreate' }, replicas: 1 }, [{ name: 'v', secret: { secretName: 's' } }, { name: 'other', emptyDir: {} }]));
});

test('a set keeps what is around its strategy, and what is not written stays', () => {
  const stored = { ...deployment({ updateStrategy: { type: 'OnDelete', rollingUpdate: {} } }), kind: 'StatefulSet' };
  const untouched = deployment({ strategy: { type: 'RollingUpdate', rollingUpdate: {} } });

  expect(withoutLeftovers(stored, { ...deployment({ updateStrategy: { type: 'OnDelete' } }), kind: 'StatefulSet' })).toEqual(stored);
  expect(withoutLeftovers(untouched, deployment({}))).toEqual(untouched);
});
