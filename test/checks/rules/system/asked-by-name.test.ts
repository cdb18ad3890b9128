import { severityOfNoNames } from '../../../../src/checks/rules/system/asked-by-name';
import { Inventory } from '../../../../src/manifest/inventory';

const set = (replicas: number) => ({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' }, spec: { replicas } });
const reader = (host: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'hosts' }, data: { hosts: `primary=${host}\n` } });

test.each([
  ['several pods', 3, 'none', 'warning'],
  ['a pod that is asked for by its name', 1, 'db-0.db.shop', 'warning'],
  ['a pod that nobody asks for', 1, 'db.shop', 'info'],
  ['a pod whose name is the end of another one', 1, 'other-db-0.db', 'info'],
])('%s', (_, replicas, host, severity) => {
  const [db, hosts] = [set(replicas), reader(host)];

  expect(severityOfNoNames(db, new Inventory([db, hosts]))).toBe(severity);
});
