import { Chart, Size, Testing } from 'cdk8s';
import { DatabaseProps } from '../../../../src/constructs/databases/database-props';
import { MongoReplicaSet } from '../../../../src/constructs/databases/mongo/mongo-replica-set';
import { Manifest } from '../../../../src/kubernetes/manifest';

function synth(props: DatabaseProps = {}): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  new MongoReplicaSet(chart, 'db', props);
  return Testing.synth(chart);
}

test('clients are given all members and the name of the set, and no password', () => {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });

  const [plain, secure] = [new MongoReplicaSet(chart, 'db'), new MongoReplicaSet(chart, 'secure', { tlsSecret: 'tls', replicas: 5 })].map(set => set.connectionString());

  const host = (ordinal: number) => `db-${ordinal}.db-members.data.svc.cluster.local:27017`;
  expect(plain).toBe(`mongodb://${host(0)},${host(1)},${host(2)}/?replicaSet=db`);
  expect(secure.split(',')).toHaveLength(5);
  expect(secure).toMatch(/\?replicaSet=secure&tls=true$/);
});

test('the volume is mounted where the image declares one', () => {
  const [server] = synth().find(({ kind }) => kind === 'StatefulSet')!.spec.template.spec.containers;

  expect(server.volumeMounts).toContainEqual({ name: 'data', mountPath: '/data/db' });
});

test('refuses memory with which MongoDB does not start', () => {
  const attempt = () => synth({ memory: Size.mebibytes(1124) });

  expect(attempt).toThrow("'memory' must be at least 1280 MiB, for MongoDB needs a cache of 256 MiB and 1 GiB beside it, got 1124 MiB; write 'memory: Size.mebibytes(1280)'");
});

test('of nine members four may be down, but only three that vote', () => {
  const budget = synth({ replicas: 9 }).find(({ kind }) => kind === 'PodDisruptionBudget')!;

  expect(budget.spec.maxUnavailable).toBe(3);
});
