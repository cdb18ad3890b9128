import { Environment } from '../../src/checks/environment';
import { checkDocuments } from '../../src/checks/run';
import { readDocuments } from '../../src/manifest/read';
import { EXAMPLES, runExample } from '../support/examples';

/** What an example expects to find in the cluster, as its user would declare it. */
const DECLARED: Readonly<Record<string, Environment>> = {
  'mariadb-replication': {
    objects: [
      { kind: 'Namespace', name: 'orders' },
      { kind: 'Secret', namespace: 'orders', name: 'orders-db-root' },
      { kind: 'Secret', namespace: 'orders', name: 'orders-db-tls' },
    ],
  },
  // A Job of the example creates its Secret.
  'redis-replication': { objects: [{ kind: 'Namespace', name: 'shop' }, { kind: 'Secret', namespace: 'shop', name: 'cache-auth' }] },
  'zookeeper-ensemble': {
    objects: [
      { kind: 'Namespace', name: 'coordination' },
      { kind: 'StorageClass', name: 'ssd' },
      { kind: 'Secret', namespace: 'coordination', name: 'zk-auth' },
    ],
  },
};

test.each(EXAMPLES)('the checker finds nothing to say about the example %s', name => {
  const yaml = runExample(name);

  const findings = checkDocuments(readDocuments(yaml, `${name}.yaml`), { environment: DECLARED[name] });

  expect(findings.map(({ id, severity, message }) => `${severity} ${id}: ${message}`)).toEqual([]);
});
