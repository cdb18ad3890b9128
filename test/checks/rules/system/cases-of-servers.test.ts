import { joined, object, testCases } from './cases';

// Servers that are told where to listen, where to write and who they are, beyond the examples in the checks themselves.

const container = (image: string, rest: string) => `{name: m, image: "${image}", ${rest}}`;
const pod = (image: string, rest: string, spec = '') => object('v1', 'Pod', 'p', `spec: {${spec} containers: [${container(image, rest)}]}`, 'labels: {app: p}');
const set = (image: string, rest: string, spec = '', more = '') => object('apps/v1', 'StatefulSet', 'd', `spec: {serviceName: d, selector: {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec: {${spec} containers: [${container(image, rest)}]}}, ${more}}`);
const withData = (image: string, rest: string) => set(image, rest, '', 'volumeClaimTemplates: [{metadata: {name: v}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]');
const service = (app: string) => object('v1', 'Service', 's', `spec: {selector: {app: ${app}}, ports: [{port: 1}]}`);
const config = (data: string) => object('v1', 'ConfigMap', 'c', `data: {${data}}`);
const FILES = 'volumes: [{name: c, configMap: {name: c}}],';
const at = (mountPath: string) => `volumeMounts: [{name: c, mountPath: ${mountPath}}]`;
const AT = '/spec/containers/0';
const IN_SET = '/spec/template/spec/containers/0';
const POD_NAME = 'valueFrom: {fieldRef: {fieldPath: metadata.name}}';
const ORDINAL = '{name: KAFKA_NODE_ID, valueFrom: {fieldRef: {fieldPath: "metadata.labels[\'apps.kubernetes.io/pod-index\']"}}}';
const configuration = (text: string) => config(`postgresql.conf: "${text}"`);
const postgres = (argument: string) => pod('postgres:17.2', `args: [-c, ${argument}], ${at('/etc/pg')}`, FILES);
const broker = (lines: string) => joined(config(`server.properties: "${lines}"`), pod('apache/kafka:3.9.0', at('/mnt/shared/config'), FILES), service('p'));
const etcd = (rest: string) => joined(set('quay.io/coreos/etcd:v3.5.17', rest), service('d'));
const redis = (rest: string) => joined(config('redis.conf: "maxmemory 1gb", users.acl: "user a"'), pod('redis:7.4.1', `${rest}${at('/etc/redis')}`, FILES));
const ping = (script: string, env = '') => pod('redis:7.4.1', `args: [--requirepass, x], ${env}livenessProbe: {exec: {command: [sh, -c, '${script}']}}`);
const sentinel = (words: string) => joined(config('s.conf: ""'), pod('redis:7.4.1', `${words}, ${at('/c')}`, FILES));
const cookie = (mode: string) => pod('rabbitmq:3.13.7', 'volumeMounts: [{name: k, mountPath: /var/lib/rabbitmq/.erlang.cookie, subPath: c}]', `volumes: [{name: k, secret: {secretName: k${mode}}}],`);
const init = (script: string, mounts = '', reader = 'args: [/conf/a.ini]') => object('v1', 'Pod', 'p',
  `spec: {volumes: [{name: e, emptyDir: {}}], initContainers: [{name: i, image: "b:1", command: [sh, -c, '${script}'], volumeMounts: [${mounts}]}], containers: [{name: m, image: "m:1", ${reader}}]}`);
const LOST = ['warning /spec/initContainers/0/command/2'];
const masters = (names: string) => set('elasticsearch:8.16.1', `env: [{name: node.name, ${POD_NAME}}, {name: cluster.initial_master_nodes, value: "${names}"}]`);

testCases({
  'listens-on-loopback': [
    ['a configuration of PostgreSQL without addresses', joined(configuration('max_connections = 5'), postgres('config_file=/etc/pg/postgresql.conf'), service('p')), [`warning ${AT}/volumeMounts/0`]],
    ['that reads another file', joined(configuration("include 'other.conf'"), postgres('config_file=/etc/pg/postgresql.conf'), service('p')), []],
    ['that an argument completes', joined(configuration('max_connections = 5'), postgres('config_file=/etc/pg/postgresql.conf, -c, "listen_addresses=*"'), service('p')), []],
    ['that nobody reads', joined(configuration('max_connections = 5'), postgres('max_connections=6'), service('p')), []],
    ['etcd by an argument', etcd('args: [--listen-client-urls, "http://127.0.0.1:2379"]'), [`warning ${IN_SET}`]],
    ['etcd by a variable', etcd('env: [{name: ETCD_LISTEN_CLIENT_URLS, value: "http://localhost:2379"}]'), [`warning ${IN_SET}`]],
    ['etcd on another address, too', etcd('args: ["--listen-client-urls=http://127.0.0.1:2379,http://0.0.0.0:2379"]'), []],
  ],
  'advertises-loopback': [
    ['by a file', broker('advertised.listeners=PLAINTEXT://localhost:9092'), [`warning ${AT}/volumeMounts/0`]],
    ['a comment', broker('#advertised.listeners=PLAINTEXT://localhost:9092'), []],
    ['another word takes its place', joined(config('server.properties: "advertised.listeners=PLAINTEXT://localhost:9092"'), pod('apache/kafka:3.9.0', `args: [--override, "advertised.listeners=A://p:1"], ${at('/mnt/shared/config')}`, FILES), service('p')), []],
    ['one of two', broker('advertised.listeners=A://localhost:9092,B://p:9093'), []],
  ],
  'image-data-directory': [
    ['a flag beside the volume', withData('redis:7.4.1', 'args: [--dir, /var/redis], volumeMounts: [{name: v, mountPath: /data}]'), [`warning ${IN_SET}/args/1`]],
    ['a flag with its value', withData('mysql:8.4.3', 'args: ["--datadir=/var/db"], volumeMounts: [{name: v, mountPath: /var/lib/mysql}]'), [`warning ${IN_SET}/args/0`]],
    ['a variable beside the volume', withData('postgres:17.2', 'env: [{name: PGDATA, value: /pgdata}], volumeMounts: [{name: v, mountPath: /var/lib/postgresql/data}]'), [`warning ${IN_SET}/env/0/value`]],
    ['below the volume', withData('redis:7.4.1', 'args: [--dir, /data/a], volumeMounts: [{name: v, mountPath: /data}]'), []],
    ['on a volume that goes with the pod', set('redis:7.4.1', 'args: [--dir, /tmp/a], volumeMounts: [{name: v, mountPath: /data}, {name: t, mountPath: /tmp/}]', 'volumes: [{name: t, emptyDir: {}}],',
      'volumeClaimTemplates: [{metadata: {name: v}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]'), []],
    ['Kafka writes to /tmp', withData('apache/kafka:3.9.0', 'volumeMounts: [{name: v, mountPath: /var/lib/kafka/data}]'), [`warning ${IN_SET}/volumeMounts`]],
    ['unless it is told', withData('apache/kafka:3.9.0', 'env: [{name: KAFKA_LOG_DIRS, value: /var/lib/kafka/data}], volumeMounts: [{name: v, mountPath: /var/lib/kafka/data}]'), []],
    ['Bitnami with the directory of the other image', withData('bitnamilegacy/postgresql:16.2.0', 'volumeMounts: [{name: v, mountPath: /var/lib/postgresql/data}]'), [`warning ${IN_SET}/volumeMounts`]],
    ['Bitnami with its own', withData('bitnami/postgresql:16.2.0', 'volumeMounts: [{name: v, mountPath: /bitnami/postgresql}]'), []],
    ['Redis of Bitnami as the chart has it', withData('bitnami/redis:7.2.4', 'volumeMounts: [{name: v, mountPath: /data}]'), []],
  ],
  'unread-configuration': [
    ['the server is named, and no file', redis('args: [redis-server, --appendonly, "yes"], '), [`warning ${AT}/volumeMounts/0`]],
    ['a command of its own', redis('command: [/start], '), []],
    ['the file is named', redis('args: [/etc/redis/redis.conf], '), []],
    ['another file', joined(config('users.acl: "user a"'), pod('redis:7.4.1', at('/etc/redis'), FILES)), []],
    ['another image', joined(config('redis.conf: "maxmemory 1gb"'), pod('bitnami/redis:7.4.1', at('/etc/redis'), FILES)), []],
  ],
  'read-only-configuration': [
    ['as a server that is told so', sentinel('args: [redis-server, /c/s.conf, --sentinel]'), [`warning ${AT}/args/0`]],
    ['in a script', sentinel('command: [sh, -c, "exec redis-sentinel /c/s.conf"]'), [`warning ${AT}/command/0`]],
    ['a server', sentinel('args: [redis-server, /c/s.conf]'), []],
    ['a copy', sentinel('command: [sh, -c, "cp /c/s.conf /tmp/; exec redis-sentinel /tmp/s.conf"]'), []],
  ],
  'replica-of-itself': [
    ['in one word, by its old name', set('valkey/valkey:8.0.1', 'args: [valkey-server, --slaveof, "d-0.d.default.svc.cluster.local 6379"]'), [`warning ${IN_SET}/args/2`]],
    ['of another set', set('redis:7.4.1', 'args: [--replicaof, e-0.d, "6379"]'), []],
    ['of a pod that is not there', set('redis:7.4.1', 'args: [--replicaof, d-1.d, "6379"]'), []],
  ],
  'refused-variable': [
    ['a name that is no number', set('zookeeper:3.9.2', `env: [{name: ZOO_MY_ID, ${POD_NAME}}]`), [`warning ${IN_SET}/env/0`]],
    ['a number', set('zookeeper:3.9.2', 'env: [{name: ZOO_MY_ID, value: "1"}]'), []],
    ['the same of Kafka', set('apache/kafka:3.9.0', `env: [{name: KAFKA_NODE_ID, ${POD_NAME}}]`), [`warning ${IN_SET}/env/0`]],
    ['the number of the pod', set('apache/kafka:3.9.0', 'env: [{name: KAFKA_NODE_ID, valueFrom: {fieldRef: {fieldPath: "metadata.labels[\'apps.kubernetes.io/pod-index\']"}}}]'), []],
    ['a long name of RabbitMQ', set('rabbitmq:4.0.2', 'env: [{name: RABBITMQ_NODENAME, value: rabbit@$(P).d.svc}]'), [`warning ${IN_SET}/env/0`]],
    ['that it is told of', set('rabbitmq:4.0.2', 'env: [{name: RABBITMQ_NODENAME, value: rabbit@$(P).d.svc}, {name: RABBITMQ_USE_LONGNAME, value: "true"}]'), []],
    ['that envFrom may tell of', set('rabbitmq:4.0.2', 'env: [{name: RABBITMQ_NODENAME, value: rabbit@$(P).d.svc}], envFrom: [{configMapRef: {name: c}}]'), []],
    ['that a file may tell of', set('rabbitmq:4.0.2', `env: [{name: RABBITMQ_NODENAME, value: rabbit@$(P).d.svc}], ${at('/etc/rabbitmq')}`, FILES), []],
  ],
  'image-setup': [
    ['ZooKeeper, which Kafka does not know any more', set('apache/kafka:4.0.0', 'env: [{name: KAFKA_ZOOKEEPER_CONNECT, value: zk}]'), [`warning ${IN_SET}/env`]],
    ['and which it knew', set('apache/kafka:3.9.0', 'env: [{name: KAFKA_ZOOKEEPER_CONNECT, value: zk}]'), []],
    ['a leftover', set('apache/kafka:4.0.0', 'env: [{name: KAFKA_ZOOKEEPER_CONNECT, value: zk}, {name: KAFKA_PROCESS_ROLES, value: broker}]'), []],
  ],
  'unknown-member': [
    ['voters with other numbers', set('apache/kafka:3.9.0', `env: [${ORDINAL}, {name: KAFKA_CONTROLLER_QUORUM_VOTERS, value: "1@d-0.d:9093"}]`), [`warning ${IN_SET}/env/1/value`]],
    ['voters with their own', set('apache/kafka:3.9.0', `env: [${ORDINAL}, {name: KAFKA_CONTROLLER_QUORUM_VOTERS, value: "0@d-0.d:9093,7@e-1.e:9093"}]`), []],
    ['masters with their domain', masters('d-0.d,d-1.d'), [`warning ${IN_SET}/env/1/value`]],
    ['of another set', masters('e-0.e,e-1.e'), []],
    ['etcd with a name that is not in its list', set('etcd:3.5', 'args: [--name, one, --initial-cluster=d-0=http://d-0.d:2380]'), [`warning ${IN_SET}`]],
    ['etcd with one that is', set('etcd:3.5', 'args: [--name=one, --initial-cluster=one=http://d-0.d:2380]'), []],
  ],
  'unread-variable': [
    ['the server takes the place of the entry point', set('mongo:7.0.15', 'command: [mongod, --bind_ip_all], env: [{name: A, value: b}, {name: MONGO_INITDB_ROOT_USERNAME, value: root}]'), [`warning ${IN_SET}/env/1/name`]],
    ['a script may do what the entry point does', set('mongo:7.0.15', 'command: [sh, -c, "mongod"], env: [{name: MONGO_INITDB_ROOT_USERNAME, value: root}]'), []],
    ['a probe may ask for it', set('postgres:17.2', 'command: [postgres], env: [{name: POSTGRES_USER, value: a}], livenessProbe: {exec: {command: [sh, -c, "pg_isready -U $POSTGRES_USER"]}}'), []],
  ],
  'unknown-pod-name': [
    ['a range of MinIO that is too long', set('minio/minio:1', 'args: [server, "http://d-{0...3}.d/data"]', '', 'replicas: 3'), [`warning ${IN_SET}/args/1`]],
    ['and one that fits', set('minio/minio:1', 'args: [server, "http://d-{0...2}.d/data"]', '', 'replicas: 3'), []],
  ],
  'unknown-host': [
    ['the name of a pod alone', joined(service('d'), set('m:1', ''), pod('m:1', 'env: [{name: DB_HOST, value: d-0}]')), [`warning ${AT}/env/0/value`]],
    ['of a pod that is not there', joined(service('d'), set('m:1', ''), pod('m:1', 'env: [{name: DB_HOST, value: d-1}]')), []],
    ['a Service of this name', joined(service('d'), set('m:1', ''), object('v1', 'Service', 'd-0', 'spec: {ports: [{port: 1}]}'), pod('m:1', 'env: [{name: DB_HOST, value: d-0}]')), []],
    ['in the pod itself', joined(service('d'), set('m:1', 'env: [{name: MY_HOST, value: d-0}]')), []],
  ],
  'hidden-failure': [
    ['in a program that goes on', set('m:1', 'command: [sh, -c, "pg_dump a | gzip > b"]'), []],
    ['one command or the other', pod('m:1', 'command: [sh, -c, "pg_dump a > b || exit 1"]'), []],
    ['a list of what the pipe did', pod('m:1', 'command: [bash, -c, "mysqldump a | zstd > b; exit $PIPESTATUS"]'), []],
    ['at the end of lines', pod('m:1', 'command: [sh, -c, "set -e\nmongodump --archive | aws s3 cp - s3://a/b"]'), [`info ${AT}/command/2`]],
  ],
  'mode-of-key-file': [
    ['a cookie that all may read', cookie(''), ['warning /spec/volumes/0/secret/defaultMode']],
    ['one of its owner', cookie(', defaultMode: 256'), []],
  ],
  'probe-needs-login': [
    ['an answer is looked for', ping('redis-cli ping | grep PONG'), [`warning ${AT}/livenessProbe/exec/command`]],
    ['or compared', ping('test "$(redis-cli ping)" = PONG'), [`warning ${AT}/livenessProbe/exec/command`]],
    ['the code alone', ping('redis-cli ping'), []],
    ['with the password', ping('redis-cli -a x ping | grep PONG'), []],
    ['with the password and no blank', ping('redis-cli -ax ping | grep PONG'), []],
    ['with a variable', ping('redis-cli ping | grep PONG', 'env: [{name: REDISCLI_AUTH, value: x}], '), []],
  ],
  'init-file-lost': [
    ['what wget fetches', init('wget -q -O /conf/a.ini http://x/a'), LOST],
    ['what curl fetches', init('curl -s http://x/a -o /conf/a.ini'), LOST],
    ['in a volume', init('echo a > /conf/a.ini', '{name: e, mountPath: /conf/}'), []],
    ['nobody reads it', init('echo a > /conf/a.ini', '', 'args: [/conf/b.ini]'), []],
    ['an error that is thrown away', init('true 2> /dev/null > /dev/null', '', 'args: [/dev/null]'), []],
    ['a variable names it', init('echo a >> /conf/a.ini', '', 'env: [{name: F, value: "file:///conf/a.ini"}]'), []],
  ],
  'undefined-variable': [
    ['another name in envFrom', joined(config('A: "1"'), pod('m:1', 'args: ["$(A)"], envFrom: [{prefix: X_, configMapRef: {name: c}}]')), [`warning ${AT}/args/0`]],
    ['a name with its prefix', joined(config('A: "1"'), pod('m:1', 'args: ["$(X_A)"], envFrom: [{prefix: X_, configMapRef: {name: c}}]')), []],
    ['a source that is filled later', joined(config(''), pod('m:1', 'args: ["$(B)"], envFrom: [{configMapRef: {name: c}}]')), []],
    ['one source is not here', joined(config('A: "1"'), pod('m:1', 'args: ["$(B)"], envFrom: [{configMapRef: {name: c}}, {secretRef: {name: s}}]')), []],
  ],
  'variable-not-expanded': [
    ['a command in a word', pod('m:1', 'command: [dump, "/b/$(date +%F).sql"]'), [`warning ${AT}/command/1`]],
    ['of a shell', pod('m:1', 'command: [sh, -c, "dump /b/$(date +%F).sql"]'), []],
    ['of an image that may have a shell', pod('m:1', 'args: ["dump /b/$(date +%F).sql"]'), []],
  ],
});
