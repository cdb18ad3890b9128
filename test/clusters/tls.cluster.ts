import { Chart, Testing } from 'cdk8s';
import { certificateFor } from './harness/certificate';
import { Cluster } from './harness/cluster';
import { until } from './harness/command';
import { missingForClusters } from './harness/requirements';
import { RedisReplication } from '../../src/presets/redis-replication';

const PASSWORD = 'correcthorse';
const props = { passwordSecret: 'auth', tlsSecret: 'tls' };
const missing = missingForClusters(['openssl', 'redis-server', 'redis-sentinel', 'haproxy']);

/** Runs three members with TLS until all are ready, then a proof on top. */
async function formed(build: (chart: Chart) => void, proof: (cluster: Cluster) => Promise<boolean>): Promise<void> {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
  build(chart);
  const tls = certificateFor(['*.db-members.default.svc.cluster.local', 'db.default.svc.cluster.local', 'localhost', '127.0.0.1']);
  const cluster = new Cluster({ manifests: Testing.synth(chart), secrets: { auth: { password: PASSWORD }, tls } });
  try {
    await cluster.open();
    await Promise.all([0, 1, 2].map(ordinal => cluster.start(ordinal)));
    await cluster.ready([0, 1, 2]);
    await until('the proof holds', 30, () => proof(cluster), () => cluster.logs());
  } finally {
    await cluster.close();
  }
}

(missing ? describe.skip : describe)(`with TLS${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test('Redis forms, and a client reaches the primary through the proxy', () => formed(
    chart => new RedisReplication(chart, 'db', props),
    async cluster => {
      const [{ host, port }] = cluster.endpoints('db', 'redis');
      const command = `redis-cli --no-auth-warning -a ${PASSWORD} --tls --insecure -h ${host} -p ${port}`;
      const { stdout } = await cluster.run(['bash', '-c', `printf 'SET a b\\nWAIT 1 2000\\n' | timeout 5 ${command}`]);
      return /^OK\n[1-9]/.test(stdout);
    },
  ));
});
