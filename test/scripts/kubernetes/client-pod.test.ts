import { clientPod } from '../../../scripts/kubernetes/client-pod';
import { restrictedViolations } from '../../support/pod-security';

const OPTIONS = { namespace: 'shop', name: 'client', image: 'redis:8.2.1', command: ['sleep', 'infinity'], env: { DATABASE: 'db' }, password: { variable: 'AUTH', secret: 'db-auth' } };

test('it is allowed in a namespace at the level restricted', () => {
  const pod = clientPod(OPTIONS);

  expect(restrictedViolations(pod)).toEqual([]);
});

test('it has the password of the database out of its Secret', () => {
  const pod = clientPod(OPTIONS);

  expect(pod.spec.containers[0].env).toEqual([
    { name: 'DATABASE', value: 'db' },
    { name: 'AUTH', valueFrom: { secretKeyRef: { name: 'db-auth', key: 'password' } } },
  ]);
});

test('files are mounted if there are any', () => {
  expect(clientPod(OPTIONS).spec.volumes).toBeUndefined();
  expect(clientPod({ ...OPTIONS, files: 'scripts' }).spec).toMatchObject({
    containers: [{ volumeMounts: [{ name: 'client', mountPath: '/client' }] }],
    volumes: [{ name: 'client', configMap: { name: 'scripts' } }],
  });
});
