import { Chart, Size, Testing } from 'cdk8s';
import { certificateFor } from './harness/certificate';
import { Cluster } from './harness/cluster';
import { until } from './harness/command';
import { inRoot } from './harness/images';
import { missingForClusters } from './harness/requirements';
import { CassandraRing } from '../../src/constructs/databases/cassandra/cassandra-ring';
import { MariaDbReplication } from '../../src/constructs/databases/mariadb/mariadb-replication';
import { MySqlReplication } from '../../src/constructs/databases/mysql/mysql-replication';
import { RabbitMqCluster } from '../../src/constructs/databases/rabbitmq/rabbitmq-cluster';
import { RedisReplication } from '../../src/constructs/databases/redis/redis-replication';
import { ZooKeeperEnsemble } from '../../src/constructs/databases/zookeeper/zookeeper-ensemble';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

const PASSWORD = 'correcthorse';
const props = { passwordSecret: 'auth', tlsSecret: 'tls' };
const MEMBERS = 'db-members.default.svc.cluster.local';

/** Cassandra's members join one after the other. */
const SLOW = { patience: 5, timeoutMs: 1_200_000 };

/** Runs three members with TLS until all are ready, then a proof on top. */
async function formed(build: (chart: Chart) => void, proof: (cluster: Cluster) => Promise<boolean>, patience = 1): Promise<void> {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
  build(chart);
  const tls = certificateFor([`*.${MEMBERS}`, 'db.default.svc.cluster.local', 'localhost', '127.0.0.1']);
  const cluster = new Cluster({ manifests: Testing.synth(chart), secrets: { auth: { password: PASSWORD, cookie: 'a1b2c3d4' }, tls }, patience });
  try {
    await cluster.open();
    await Promise.all([0, 1, 2].map(ordinal => cluster.start(ordinal)));
    await cluster.ready([0, 1, 2]);
    await until('the proof holds', 30 * patience, () => proof(cluster), () => cluster.logs());
  } finally {
    await cluster.close();
  }
}

/** True if a port of a member speaks TLS with the certificate of the members. */
async function speaksTls(cluster: Cluster, ordinal: number, port: number): Promise<boolean> {
  const { address } = cluster.pod(ordinal).place;
  const { stdout } = await cluster.run(['bash', '--norc', '-c', `timeout 5 openssl s_client -connect ${address}:${port} </dev/null 2>/dev/null`]);
  return /subject=CN ?= ?members/.test(stdout);
}

function describeReal(engine: string, images: readonly string[], what: string, proof: () => Promise<void>, timeoutMs?: number): void {
  const missing = missingForClusters(images);
  needs(!missing && ALL, missing ?? WITH_ALL).describe(engine, () => { test(what, proof, timeoutMs); });
}

describeReal('Redis with TLS', ['redis', 'haproxy'], 'forms, and a client reaches the primary through the proxy', () => formed(
  chart => new RedisReplication(chart, 'db', props),
  async cluster => {
    const [{ host, port }] = cluster.endpoints('db', 'redis');
    const command = `redis-cli --no-auth-warning -a ${PASSWORD} --tls --insecure -h ${host} -p ${port}`;
    const { stdout } = await cluster.run(inRoot('redis', 'bash', '-c', `printf 'SET a b\\nWAIT 1 2000\\n' | timeout 5 ${command}`));
    return /^OK\n[1-9]/.test(stdout) && await speaksTls(cluster, 0, 26379);
  },
));

describeReal('MariaDB with TLS', ['mariadb'], 'forms with copies of all data sent over TLS, and a client checks the certificate', () => formed(
  chart => new MariaDbReplication(chart, 'db', { ...props, memory: Size.mebibytes(1152) }),
  async cluster => {
    const statement = "CREATE DATABASE IF NOT EXISTS test; SHOW STATUS LIKE 'Ssl_cipher'";
    const { stdout } = await cluster.pod(0).container('db').exec(['sh', '-c',
      `mariadb --no-defaults -uroot -h db-1.${MEMBERS} --ssl-ca=/tls/ca.crt --ssl-verify-server-cert -N -e "${statement}"`], 10_000);
    const copied = [1, 2].every(ordinal => cluster.pod(ordinal).container('db').printed("encrypt='3'") > 0);
    return /TLS_|ECDHE/.test(stdout) && copied && await speaksTls(cluster, 1, 4567);
  },
));

describeReal('MySQL with TLS', ['mysql', 'haproxy'], 'forms with copies of all data sent over TLS, and a client checks who a member is', () => formed(
  chart => new MySqlReplication(chart, 'db', { ...props, memory: Size.mebibytes(1152) }),
  async cluster => {
    const [{ host, port }] = cluster.endpoints('db', 'mysql');
    const client = ['mysql', '--no-defaults', '--user=root', `--password=${PASSWORD}`, `--host=${host}`, `--port=${port}`];
    const { code } = await cluster.run(inRoot('mysql', ...client, '--execute', 'CREATE DATABASE IF NOT EXISTS test'), 10_000);
    await cluster.crash(2);
    cluster.loseVolumes(2);
    await cluster.start(2);
    await cluster.ready([2]);
    const query = async (statement: string) => (await cluster.pod(0).container('db').exec(['sh', '-c',
      `mysql --no-defaults -uroot -h db-2.${MEMBERS} --ssl-ca=/tls/ca.crt --ssl-mode=VERIFY_IDENTITY -N -e "${statement}"`], 10_000)).stdout;
    const [cipher, mode] = [await query("SHOW STATUS LIKE 'Ssl_cipher'"), await query('SELECT @@group_replication_ssl_mode')];
    return code === 0 && /TLS_|ECDHE/.test(cipher) && mode === 'VERIFY_CA\n' && cluster.pod(2).container('db').printed('restarts with the data it was sent') > 0;
  },
));

describeReal('ZooKeeper with TLS', ['zookeeper'], 'forms, and a client reaches a member on the secure port', () => formed(
  chart => new ZooKeeperEnsemble(chart, 'db', { ...props, memory: Size.mebibytes(640) }),
  async cluster => {
    const flags = [
      '-Xmx64m', '-Dzookeeper.clientCnxnSocket=org.apache.zookeeper.ClientCnxnSocketNetty', '-Dzookeeper.client.secure=true',
      '-Dzookeeper.ssl.trustStore.location=/tls/ca.crt', '-Dzookeeper.ssl.trustStore.type=PEM',
    ];
    const { stdout } = await cluster.pod(0).container('db').exec(['bash', '-c',
      `printf 'create /tls x\\nget /tls\\nquit\\n' | CLIENT_JVMFLAGS='${flags.join(' ')}' timeout 20 zkCli.sh -server db-1.${MEMBERS}:2281 2>&1`], 25_000);
    return /^(Created |Node already exists)/m.test(stdout) && await speaksTls(cluster, 1, 3888);
  },
));

describeReal('RabbitMQ with TLS', ['rabbitmq'], 'forms, its users log in, and clients, members and metrics have ports of their own', () => formed(
  chart => new RabbitMqCluster(chart, 'db', { ...props, metrics: true }),
  async cluster => {
    const server = cluster.pod(0).container('db');
    const login = await server.exec(['bash', '-c', 'printf "%s\\n" "$RABBITMQ_PASSWORD" | rabbitmqctl authenticate_user admin'], 25_000);
    const metrics = await cluster.run(['bash', '--norc', '-c',
      `exec 3<>/dev/tcp/${cluster.pod(1).place.address}/15692; printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3; timeout 10 cat <&3`]);
    return login.code === 0 && /^rabbitmq_build_info/m.test(metrics.stdout) && await speaksTls(cluster, 1, 5671) && await speaksTls(cluster, 2, 25672);
  },
));

describeReal('Cassandra with TLS', ['cassandra'], 'forms, members speak TLS alone, and a client checks the certificate and writes to all copies', () => formed(
  chart => new CassandraRing(chart, 'db', { ...props, memory: Size.mebibytes(2048) }),
  async cluster => {
    const statements = [
      "CREATE KEYSPACE IF NOT EXISTS test WITH replication = {'class': 'NetworkTopologyStrategy', 'dc1': 3}",
      'CREATE TABLE IF NOT EXISTS test.written (k text PRIMARY KEY)', 'CONSISTENCY ALL', "INSERT INTO test.written (k) VALUES ('tls')", 'SELECT k FROM test.written',
    ];
    const client = `HOME=/tmp SSL_CERTFILE=/tls/ca.crt SSL_VALIDATE=true timeout 60 cqlsh --ssl -u admin -p "$CASSANDRA_PASSWORD" db-1.${MEMBERS} 9042`;
    const { stdout } = await cluster.pod(0).container('db').exec(['bash', '-c', `printf '%s;\\n' ${statements.map(statement => `"${statement}"`).join(' ')} | ${client} 2>&1`], 65_000);
    return /^\s*tls$/m.test(stdout) && await speaksTls(cluster, 1, 7000) && await speaksTls(cluster, 2, 9042);
  },
  SLOW.patience,
), SLOW.timeoutMs);
