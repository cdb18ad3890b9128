import { joined, object, testCases } from './cases';
import { findingsIn } from '../../findings';

// Variables, arguments and files that images read, beyond the examples in the checks themselves.

const pod = (containers: string, spec = '') => `{apiVersion: v1, kind: Pod, metadata: {name: a, labels: {app: a}}, spec: {${spec} containers: [${containers}]}}`;
const of = (image: string, env: string, rest = '') => pod(`{name: m, image: "${image}", env: [${env}]${rest}}`);
const secret = (data: string) => object('v1', 'Secret', 's', data);
const config = (data: string) => object('v1', 'ConfigMap', 'c', `data: {${data}}`);
const FROM_SECRET = 'valueFrom: {secretKeyRef: {name: s, key: p}}';
const OF_CONFIG = 'volumes: [{name: c, configMap: {name: c}}, {name: e, emptyDir: {}}],';
const mounted = (image: string, mounts: string, rest = '') => pod(`{name: m, image: "${image}", volumeMounts: [${mounts}]${rest}}`, OF_CONFIG);
const ENV = (index: number) => `warning /spec/containers/0/env/${index}`;
const ROOT = '{name: MONGO_INITDB_ROOT_USERNAME, value: root}, {name: MONGO_INITDB_ROOT_PASSWORD, value: pw}';
const deployment = (spec: string, rest = '') => object('apps/v1', 'Deployment', 'a', `spec: {${rest} selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {${spec}}}}`);
const QUEUE = 'volumes: [{name: d, persistentVolumeClaim: {claimName: d}}], containers: [{name: m, image: "rabbitmq:4", volumeMounts: [{name: d, mountPath: /var/lib/rabbitmq}]';
const server = (version: string, rest = '') => joined(
  object('v1', 'Service', 'db', 'spec: {selector: {app: db}, ports: [{port: 5432}]}'),
  `{apiVersion: v1, kind: Pod, metadata: {name: db, labels: {app: db}}, spec: {containers: [{name: db, image: "postgres:${version}", env: [{name: POSTGRES_PASSWORD, value: x}${rest}]}]}}`);
const client = (script: string, image = 'postgres:16', env = '') => pod(`{name: m, image: "${image}", command: [sh, -c, "${script}"], env: [${env}]}`);
const job = (script: string, container = '') => object('batch/v1', 'Job', 'j', `spec: {template: {spec: {restartPolicy: Never, containers: [{name: m, image: "postgres:16", command: [sh, -c, "${script}"], ${container}}], volumes: [{name: b, persistentVolumeClaim: {claimName: b}}]}}}`);
const SCRIPT = 'warning /spec/containers/0/command/2';
const OF_JOB = 'warning /spec/template/spec/containers/0/command/2';
const broker = (env: string, replicas = 1, name = 'k') => object('apps/v1', 'StatefulSet', name,
  `spec: {serviceName: ${name}, replicas: ${replicas}, selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: m, image: "confluentinc/cp-kafka:7.6.1", env: [${env}]}]}}}`);

const POD_NAME = 'valueFrom: {fieldRef: {fieldPath: metadata.name}}';
const ES = (masters: string) => `env: [{name: node.name, ${POD_NAME}}, {name: cluster.initial_master_nodes, value: "${masters}"}]`;
const ETCD = (list: string) => `env: [{name: ETCD_NAME, ${POD_NAME}}, {name: ETCD_INITIAL_CLUSTER, value: "${list}"}]`;
const members = (image: string, rest: string, name = 'k', variable = '') => object('apps/v1', 'StatefulSet', name,
  `spec: {serviceName: ${name}, replicas: 3, selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: m, image: "${image}", ${rest.replace('env: [', `env: [${variable}`)}}]}}}`);

testCases({
  'image-setup': [
    ['both of a pair', of('mongo:7', '{name: MONGO_INITDB_ROOT_PASSWORD, value: x}'), ['warning /spec/containers/0/env']],
    ['none of a pair', of('mongo:7', ''), []],
    ['a pair, one of them in a file', of('mongo:7', '{name: MONGO_INITDB_ROOT_PASSWORD_FILE, value: /x}, {name: MONGO_INITDB_ROOT_USERNAME, value: x}'), []],
    ['perhaps from elsewhere', of('couchdb:3.3', '', ', envFrom: [{secretRef: {name: s}}]'), []],
    ['a file that says the same', mounted('couchdb:3.3', '{name: c, mountPath: /opt/couchdb/etc/local.d}'), []],
    ['an older version', of('couchdb:2.3', ''), []],
    ['a setup that nobody asked for', of('influxdb:2.7', ''), []],
    ['a setup without its parts', of('influxdb:2.7', '{name: DOCKER_INFLUXDB_INIT_MODE, value: setup}, {name: DOCKER_INFLUXDB_INIT_ORG, value: x}'), ['warning /spec/containers/0/env']],
    ['a broker with ZooKeeper', of('confluentinc/cp-kafka:7.6.1', '{name: KAFKA_ZOOKEEPER_CONNECT, value: zk}'), []],
    ['a script for a shell', pod('{name: m, image: "postgres:16", args: ["-c", "pg_dump shop > /b"]}'), []],
    ['options of the server', pod('{name: m, image: "postgres:16", args: ["-c", "max_connections=300"]}'), ['warning /spec/containers/0/env']],
    ['the server by its name', pod('{name: m, image: "mysql:8.4", args: [mysqld, --skip-log-bin]}'), ['warning /spec/containers/0/env']],
  ],
  'refused-variable': [
    ['an empty one beside the file', of('postgres:16', '{name: POSTGRES_PASSWORD, value: ""}, {name: POSTGRES_PASSWORD_FILE, value: /x}'), []],
    ['a value in a Secret', joined(secret('stringData: {p: short}'), of('minio/minio:latest', `{name: MINIO_ROOT_PASSWORD, ${FROM_SECRET}}`)), [ENV(0)]],
    ['a value in base64', joined(secret(`data: {p: ${Buffer.from('long enough').toString('base64')}}`), of('minio/minio:latest', `{name: MINIO_ROOT_PASSWORD, ${FROM_SECRET}}`)), []],
    ['a Secret that is not here', of('minio/minio:latest', `{name: MINIO_ROOT_PASSWORD, ${FROM_SECRET}}`), []],
    ['an older version', of('rabbitmq:3.8', '{name: RABBITMQ_VM_MEMORY_HIGH_WATERMARK, value: "0.6"}'), []],
    ['a version that ends', of('rabbitmq:3-management', '{name: RABBITMQ_VM_MEMORY_HIGH_WATERMARK, value: "0.6"}'), [ENV(0)]],
    ['the default password', of('neo4j:5', '{name: NEO4J_AUTH, value: neo4j/neo4j}'), [ENV(0)]],
    ['no password at all', of('neo4j:5', '{name: NEO4J_AUTH, value: none}'), []],
    ['another name', of('neo4j:5', '{name: NEO4J_AUTH, value: admin/secret-one}'), [ENV(0)]],
    ['an address', of('dpage/pgadmin4:8.1', '{name: PGADMIN_DEFAULT_EMAIL, value: a@b.example}'), []],
    ['servers without a port for clients', of('zookeeper:3.9', '{name: ZOO_SERVERS, value: "server.1=a:2888:3888;2181 server.2=b:2888:3888"}'), [ENV(0)]],
    ['servers with it', of('zookeeper:3.9', '{name: ZOO_SERVERS, value: "server.1=a:2888:3888;2181 server.2=b:2888:3888;2181"}'), []],
    ['servers of an old version', of('zookeeper:3.4', '{name: ZOO_SERVERS, value: "server.1=a:2888:3888"}'), []],
    ['a port by other means', of('zookeeper:3.9', '{name: ZOO_SERVERS, value: "server.1=a:2888:3888"}, {name: ZOO_CFG_EXTRA, value: clientPort=2181}'), []],
  ],
  'unread-variable': [
    ['the right one beside it', of('postgres:16', '{name: POSTGRES_DATABASE, value: a}, {name: POSTGRES_DB, value: a}'), []],
    ['one that a probe asks for', of('postgres:16', '{name: POSTGRES_USERNAME, value: a}', ', livenessProbe: {exec: {command: [sh, -c, "pg_isready -U $POSTGRES_USERNAME"]}}'), []],
    ['one that an argument has', of('redis:7', '{name: REDIS_PASSWORD, value: a}', ', args: [--requirepass, $(REDIS_PASSWORD)]'), []],
    ['one that nobody has', of('redis:7', '{name: REDIS_PASSWORD, value: a}'), [`${ENV(0)}/name`]],
    ['a command that may ask', of('redis:7', '{name: REDIS_PASSWORD, value: a}', ', command: [/run.sh]'), []],
    ['an image of others', of('bitnamilegacy/redis:7', '{name: REDIS_PASSWORD, value: a}'), []],
    ['Keycloak as it was', of('quay.io/keycloak/keycloak:16.1.1', '{name: KEYCLOAK_USER, value: a}'), []],
    ['Keycloak as it is', of('quay.io/keycloak/keycloak:26.0', '{name: KEYCLOAK_USER, value: a}', ', args: [start]'), [`${ENV(0)}/name`]],
    ['MariaDB under both names', of('mariadb:11', '{name: MARIADB_DB, value: a}, {name: MYSQL_DB, value: a}'), [`${ENV(0)}/name`, `${ENV(1)}/name`]],
  ],
  'missing-key-file': [
    ['passwords by an option', of('mongo:7', '', ', command: [mongod, --auth, --replSet=r]'), [SCRIPT]],
    ['a command, which reads no variables', of('mongo:7', ROOT, ', command: [mongod, --replSet, r]'), []],
    ['a file of settings', of('mongo:7', ROOT, ', args: [--replSet, r, --config, /c]'), []],
    ['no passwords', of('mongo:7', '', ', args: [--replSet, r]'), []],
    ['no members', of('mongo:7', ROOT, ', args: [--bind_ip_all]'), []],
  ],
  'data-by-pod-name': [
    ['a name by a variable', deployment(`${QUEUE}, env: [{name: RABBITMQ_NODENAME, value: rabbit@localhost}]}]`), []],
    ['a volume that goes with the pod', deployment(`${QUEUE}}]`.replace('persistentVolumeClaim: {claimName: d}', 'emptyDir: {}')), []],
    ['no name', deployment(`${QUEUE}}]`), ['warning /spec/template/spec/containers/0/volumeMounts/0']],
  ],
  'script-for-server': [
    ['an image that may begin with a shell', pod('{name: m, image: "example.com/m:1", args: ["-c", "run it"]}'), []],
  ],
  'config-file-syntax': [
    ['a comment in quotes, and a hash of a password', joined(config('redis.conf: "requirepass \'a #b\'\\nuser a on >p #0f\\n  # b\\n"'), mounted('redis:7', '{name: c, mountPath: /e}', ', args: [/e/redis.conf]')), []],
    ['a file that the server does not read', joined(config('redis.conf: "a b # c"'), mounted('redis:7', '{name: c, mountPath: /e}')), []],
    ['a file that it reads', joined(config('redis.conf: "a b # c"'), mounted('redis:7', '{name: c, mountPath: /e/redis.conf, subPath: redis.conf}', ', args: [/e/redis.conf]')), ['warning /spec/containers/0/volumeMounts/0']],
    ['another file of the command', joined(config('run.sh: "set -eu"'), mounted('mysql:8.4', '{name: c, mountPath: /e}', ', command: [sh, /e/run.sh]')), []],
    ['an old HAProxy', joined(config('haproxy.cfg: "global"'), mounted('haproxy:2.2', '{name: c, mountPath: /usr/local/etc/haproxy}')), []],
    ['a new HAProxy', joined(config('haproxy.cfg: "global"'), mounted('haproxy:3.0', '{name: c, mountPath: /usr/local/etc/haproxy}')), ['warning /spec/containers/0/volumeMounts/0']],
    ['other files, and groups', joined(config('a.cnf: "# x\\n!includedir /x\\n", b.txt: "x"'), mounted('mysql:8.4', '{name: c, mountPath: /etc/mysql/conf.d}')), []],
  ],
  'init-file-ignored': [
    ['SQL for MongoDB', joined(config('a.sql: x'), mounted('mongo:7', '{name: c, mountPath: /docker-entrypoint-initdb.d}')), ['warning /spec/containers/0/volumeMounts/0']],
    ['a file for a script beside it', joined(config('a.json: x, b.sh: x'), mounted('postgres:16', '{name: c, mountPath: /docker-entrypoint-initdb.d}')), []],
    ['a packed file', joined(config('a.sql.gz: x'), mounted('postgres:16', '{name: c, mountPath: /docker-entrypoint-initdb.d}')), []],
    ['the directory of another image', mounted('nginx:1.27', '{name: e, mountPath: /docker-entrypoint.d}'), []],
    ['another spelling', mounted('mariadb:11', '{name: e, mountPath: /docker-entrypoint-initdb/}'), ['warning /spec/containers/0/volumeMounts/0/mountPath']],
  ],
  'file-not-mounted': [
    ['a file of another volume in it', joined(config('a.yml: x'), mounted('example.com/m:1', '{name: c, mountPath: /e}, {name: e, mountPath: /e/f}', ', args: [--c=/e/b.yml]')), []],
    ['a ConfigMap that others fill', joined(object('v1', 'ConfigMap', 'c', 'data: {}'), mounted('example.com/m:1', '{name: c, mountPath: /e}', ', args: [--c=/e/b.yml]')), []],
    ['one that is not here', mounted('example.com/m:1', '{name: c, mountPath: /e}', ', args: [--c=/e/b.yml]'), []],
    ['a word of its own', joined(config('a.yml: x'), mounted('example.com/m:1', '{name: c, mountPath: /e}', ', command: [/m], args: [-c, /e/b.yml]')), ['warning /spec/containers/0/args/1']],
    ['a pattern', joined(config('a.yml: x'), mounted('example.com/m:1', '{name: c, mountPath: /e}', ', args: ["--c=/e/*.yml"]')), []],
  ],
  'ends-at-once': [
    ['a program that wants to be told', deployment('containers: [{name: m, image: "minio/minio:latest"}]'), ['warning /spec/template/spec/containers/0/image']],
    ['one that is told', deployment('containers: [{name: m, image: "minio/minio:latest", args: [server, /data]}]'), []],
    ['Keycloak as it was', deployment('containers: [{name: m, image: "quay.io/keycloak/keycloak:16.1.1"}]'), []],
  ],
  'listens-on-loopback': [
    ['Mosquitto without a listener', joined(object('v1', 'Service', 's', 'spec: {selector: {app: a}, ports: [{port: 1883}]}'), pod('{name: m, image: "eclipse-mosquitto:2.0"}')), ['warning /spec/containers/0/image']],
    ['Mosquitto that nobody calls', pod('{name: m, image: "eclipse-mosquitto:2.0"}'), []],
    ['Mosquitto as it was', joined(object('v1', 'Service', 's', 'spec: {selector: {app: a}, ports: [{port: 1883}]}'), pod('{name: m, image: "eclipse-mosquitto:1.6"}')), []],
  ],
  'folded-script': [
    ['options alone', pod('{name: m, image: "m:1", command: [sh, -c, "set -eo pipefail"]}'), []],
    ['options in words', pod('{name: m, image: "m:1", command: [bash, -c, "set -e -o pipefail cp a b"]}'), [SCRIPT]],
    ['a second command', pod('{name: m, image: "m:1", command: [sh, -c, "set -e && cp a b"]}'), []],
    ['words that are asked for', pod('{name: m, image: "m:1", command: [sh, -c, "set -- a b"]}'), []],
  ],
  'printed-by-template': [
    ['in an argument', pod('{name: m, image: "m:1", args: ["--port=%!d(string=80)"]}'), ['warning /spec/containers/0/args/0']],
    ['nothing', of('m:1', '{name: A, value: "%!s(<nil>)"}'), ['warning /spec/containers/0/env/0/value']],
    ['in a ConfigMap', config('a: "<nil>", b: "1e+06", c: "map[a:b]", d: "see map[a]"'), ['warning /data/a', 'warning /data/b', 'warning /data/c']],
    ['a number that was meant', of('m:1', '{name: A, value: "1e6"}, {name: B, value: "100%!"}, {name: C, value: "5%!(sure)"}'), []],
  ],
  'dump-of-newer-server': [
    ['an older server', joined(server('15'), client('pg_dump -h db a', 'postgres:16', '{name: PGPASSWORD, value: x}')), []],
    ['by a variable, in a pipe', joined(server('17'), client('pg_dumpall | gzip > /b', 'postgres:16', '{name: PGPASSWORD, value: x}, {name: PGHOST, value: db.default.svc}')), [SCRIPT]],
    ['another image', joined(server('17'), client('pg_dump -h db a', 'example.com/dump:16', '{name: PGPASSWORD, value: x}')), []],
    ['another program', joined(server('17'), client('psql -h db a', 'postgres:16', '{name: PGPASSWORD, value: x}')), []],
  ],
  'call-without-password': [
    ['a password in the script', joined(server('16'), client('PGPASSWORD=$P pg_dump -h db a')), []],
    ['an address with it', joined(server('16'), client('psql postgres://a:b@db/c')), []],
    ['a server that trusts', joined(server('16', ', {name: POSTGRES_HOST_AUTH_METHOD, value: trust}'), client('psql -h db a')), []],
    ['a server elsewhere', client('psql -h db a'), []],
    ['none', joined(server('16'), client('until psql -hdb a; do sleep 1; done')), [SCRIPT]],
    ['MySQL with one', joined(server('16').replace('postgres:16', 'mysql:8.4').replace('POSTGRES_PASSWORD', 'MYSQL_ROOT_PASSWORD'), client('mysqldump -h db -u root -p$P a')), []],
    ['MySQL without', joined(server('16').replace('postgres:16', 'mysql:8.4').replace('POSTGRES_PASSWORD', 'MYSQL_ROOT_PASSWORD'), client('mysqldump -h db -u root a')), [SCRIPT]],
  ],
  'backup-not-kept': [
    ['sent away', job('pg_dump a > /b/a && aws s3 cp /b/a s3://a'), []],
    ['an option', job('pg_dump -f /b/a.sql a'), [OF_JOB]],
    ['in a volume', job('mkdir -p /b/c; pg_dump a > /b/c/a', 'volumeMounts: [{name: b, mountPath: /b/}]'), []],
    ['to nobody', job('pg_dump a > /dev/null'), []],
  ],
  'variable-defined-later': [
    ['a sign that stands for itself', of('m:1', '{name: A, value: "$$(B)"}, {name: B, value: b}'), []],
    ['one that is not in the list', of('m:1', '{name: A, value: "$(B)"}'), []],
    ['perhaps from elsewhere', of('m:1', '{name: A, value: "$(B)"}, {name: B, value: b}', ', envFrom: [{configMapRef: {name: c}}]'), []],
    ['there twice', of('m:1', '{name: B, value: a}, {name: A, value: "$(B)"}, {name: B, value: b}'), []],
  ],
  'unreplicated-database': [
    ['ZooKeeper without a list', members('zookeeper:3.9', ''), ['warning /spec/replicas']],
    ['ZooKeeper with one', members('zookeeper:3.9', 'env: [{name: ZOO_SERVERS, value: x}]'), []],
    ['Cassandra with a file', members('cassandra:5.0', 'volumeMounts: [{name: c, mountPath: /etc/cassandra}]'), []],
    ['Cassandra with data alone', members('cassandra:5.0', 'volumeMounts: [{name: c, mountPath: /var/lib/cassandra}]'), ['warning /spec/replicas']],
    ['RabbitMQ with a cookie', members('rabbitmq:4.0', 'env: [{name: RABBITMQ_ERLANG_COOKIE, value: x}]'), []],
    ['MinIO with the others', members('minio/minio:latest', 'args: [server, "http://k-{0...3}.k/data"]'), []],
    ['MinIO alone', members('minio/minio:latest', 'args: [server, /data]'), ['warning /spec/replicas']],
  ],
  'unknown-member': [
    ['names of another set', joined(members('elasticsearch:8.14.0', ES('l-0')), members('elasticsearch:8.14.0', ES('l-0'), 'l')), []],
    ['names of one\'s own', members('elasticsearch:8.14.0', 'env: [{name: node.name, value: es-0}, {name: cluster.initial_master_nodes, value: es-0}]'), []],
    ['too few', members('quay.io/coreos/etcd:v3.5.1', ETCD('k-0=http://k-0.k:2380')), ['warning /spec/template/spec/containers/0']],
    ['all', members('quay.io/coreos/etcd:v3.5.1', ETCD('k-0=http://k-0.k:2380,k-1=x,k-2=x')), []],
    ['a cluster that is there', members('quay.io/coreos/etcd:v3.5.1', ETCD('k-0=http://k-0.k:2380'), 'k', '{name: ETCD_INITIAL_CLUSTER_STATE, value: existing}, '), []],
  ],
  'lone-broker': [
    ['several brokers', broker('', 3), []],
    ['one beside another', joined(broker(''), broker('', 1, 'l')), []],
    ['a controller alone', broker('{name: KAFKA_PROCESS_ROLES, value: controller}'), []],
    ['voters elsewhere', broker('{name: KAFKA_CONTROLLER_QUORUM_VOTERS, value: "1@a:1,2@b:1"}'), []],
  ],
});

test.each([
  ['a line of a configuration', joined(config('redis.conf: "requirepass hunter22 # x"'), mounted('redis:7', '{name: c, mountPath: /e}', ', args: [/e/redis.conf]')), 'config-file-syntax'],
  ['an address', of('m:1', '{name: A, value: "postgres://u:hunter22@<nil>:5432"}'), 'printed-by-template'],
  ['a password that is too short', joined(secret('stringData: {p: hunter2}'), of('minio/minio:latest', `{name: MINIO_ROOT_PASSWORD, ${FROM_SECRET}}`)), 'refused-variable'],
])('%s is not printed', (_, yaml, id) => {
  const said = findingsIn(yaml).filter(({ rule }) => rule === id).map(({ message, fix }) => message + fix).join();

  expect(said).not.toBe('');
  expect(said).not.toContain('hunter2');
});
