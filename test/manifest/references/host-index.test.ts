import { Manifest } from '../../../src/kubernetes/manifest';
import { HostIndex } from '../../../src/manifest/references/host-index';

const service = (name: string, namespace = 'shop'): Manifest => ({ apiVersion: 'v1', kind: 'Service', metadata: { name, namespace } });
const pod = (container: object): Manifest => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: { containers: [container] } });

test.each([
  ['a name with its namespace', { args: ['--db=db.shop.svc.cluster.local'] }],
  ['a pod behind its Service', { command: ['join', 'db-0.db'] }],
  ['an address', { env: [{ name: 'URL', value: 'redis://db:6379' }] }],
  ['a variable for hosts', { env: [{ name: 'DB_HOST', value: 'db' }] }],
])('a container calls a Service by %s', (_, container) => {
  const web = pod(container);

  const hosts = new HostIndex([web]);

  expect([hosts.callersOf(service('db')), hosts.callersOf(service('db', 'other'))]).toEqual([[web], []]);
});

test('a word that is no host calls nobody', () => {
  const hosts = new HostIndex([pod({ env: [{ name: 'MODE', value: 'db' }] })]);

  expect(hosts.callersOf(service('db'))).toEqual([]);
});
