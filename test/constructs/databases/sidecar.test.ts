import { asSidecar, fileMounts } from '../../../src/constructs/databases/sidecar';

test('the port of a probe becomes what cdk8s-plus calls one', () => {
  const sidecar = asSidecar({ name: 'proxy', livenessProbe: { tcpSocket: { port: 6380 }, periodSeconds: 10 } });

  expect(sidecar).toEqual({ name: 'proxy', livenessProbe: { tcpSocket: { port: { value: 6380 } }, periodSeconds: 10 } });
});

test('a container without such a probe stays as it is', () => {
  const container = { name: 'metrics', livenessProbe: { exec: { command: ['true'] } } };

  expect(asSidecar(container)).toEqual(container);
});

test('files are mounted one by one, where the app has them', () => {
  const mounts = fileMounts([{ path: '/scripts/members.sh', content: '' }]);

  expect(mounts).toEqual([{ name: 'files', mountPath: '/scripts/members.sh', subPath: 'scripts.members.sh', readOnly: true }]);
});
