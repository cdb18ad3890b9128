import { Environment } from '../../src/checks/environment';
import { checkDocuments } from '../../src/checks/run';
import { readDocuments } from '../../src/manifest/read';
import { EXAMPLES, runExample } from '../support/examples';

/** Secrets that a Job of the example creates in the cluster. */
const DECLARED: Readonly<Record<string, Environment>> = {
  'mariadb-replication': { objects: [{ kind: 'Secret', namespace: 'orders', name: 'orders-db-auth' }] },
  'redis-replication': { objects: [{ kind: 'Secret', namespace: 'shop', name: 'cache-auth' }] },
  'zookeeper-ensemble': { objects: [{ kind: 'Secret', namespace: 'coordination', name: 'zk-auth' }] },
};

test.each(EXAMPLES)('the checker finds nothing to say about the example %s', name => {
  const yaml = runExample(name);

  const findings = checkDocuments(readDocuments(yaml, `${name}.yaml`), { environment: DECLARED[name] });

  expect(findings.map(({ id, severity, message }) => `${severity} ${id}: ${message}`)).toEqual([]);
});
