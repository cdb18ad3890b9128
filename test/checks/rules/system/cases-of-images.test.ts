import { joined, testCases } from './cases';
import { findingsIn } from '../../findings';

// What images have, need and do, beyond the examples in the checks themselves.

const problems = (id: string, yaml: string) => findingsIn(yaml).filter(finding => finding.rule === id).map(({ severity, path, fix }) => `${severity} ${path}: ${fix}`);

const pod = (containers: string, spec = '') => `{apiVersion: v1, kind: Pod, metadata: {name: a, labels: {app: a}}, spec: {${spec} containers: [${containers}]}}`;
const deployment = (container: string, name = 'a', namespace = '') => `{apiVersion: apps/v1, kind: Deployment, metadata: {name: ${name}${namespace}},
  spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: main, ${container}}]}}}}`;
const service = (name: string, app = name, rest = 'ports: [{port: 3306}]', namespace = '') =>
  `{apiVersion: v1, kind: Service, metadata: {name: ${name}${namespace}}, spec: {selector: {app: ${app}}, ${rest}}}`;
const config = (data: string) => `{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {${data}}}`;
const claim = '{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}';
const onClaim = (image: string, spec = '', inits = '') => joined(claim, `{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {${spec} ${inits}
  containers: [{name: main, image: "${image}", volumeMounts: [{name: d, mountPath: /d}]}], volumes: [{name: d, persistentVolumeClaim: {claimName: c}}]}}`);

const MYSQL = deployment('image: "mysql:8.4.3", env: [{name: MYSQL_RANDOM_ROOT_PASSWORD, value: "1"}]', 'mysql');
const calling = (host: string, name = 'DB_HOST') => deployment(`image: "x:1", env: [{name: ${name}, value: "${host}"}]`, 'web');
const ENV = '/spec/template/spec/containers/0/env/0/value';

testCases({
  'unknown-host': [
    ['the name of the workload', joined(MYSQL, service('database', 'mysql'), calling('mysql')), [`warning ${ENV}: write database in place of mysql`]],
    ['with its port', joined(MYSQL, service('mysql-svc', 'mysql'), calling('mysql:3306')), [`warning ${ENV}: write mysql-svc in place of mysql`]],
    ['in an address', joined(MYSQL, service('shop-mysql', 'mysql'), calling('jdbc:mysql://mysql:3306/shop', 'JDBC')), [`warning ${ENV}: write shop-mysql in place of mysql`]],
    ['another port', joined(MYSQL, service('mysql-svc', 'mysql'), calling('mysql:9104')), []],
    ['another program', joined(MYSQL, service('cache-exporter', 'x'), calling('cache')), []],
    ['two that may be meant', joined(MYSQL, service('a-mysql', 'mysql'), service('b-mysql', 'mysql'), calling('mysql')), []],
    ['nobody is meant', joined(service('web'), calling('legacy')), []],
    ['the right name', joined(MYSQL, service('mysql'), service('mysql-headless', 'mysql'), calling('mysql')), []],
    ['a name with a dot', joined(MYSQL, service('mysql-svc', 'mysql'), calling('mysql.example')), []],
    ['no variable of a host', joined(MYSQL, service('mysql-svc', 'mysql'), calling('mysql', 'DB_KIND')), []],
    ['another domain is searched', joined(MYSQL, service('mysql-svc', 'mysql'), pod('{name: m, image: "x:1", env: [{name: DB_HOST, value: mysql}]}', 'dnsConfig: {searches: [example.com]},')), []],
    ['known to the pod', joined(MYSQL, service('mysql-svc', 'mysql'), pod('{name: m, image: "x:1", env: [{name: DB_HOST, value: mysql}]}', 'hostAliases: [{ip: 10.0.0.1, hostnames: [mysql]}],')), []],
    ['in a namespace of its own', joined(deployment('image: "mysql:8.4.3"', 'mysql', ', namespace: data'), service('mysql', 'mysql', 'ports: [{port: 3306}]', ', namespace: data'),
      deployment('image: "x:1", env: [{name: DB_HOST, value: mysql}]', 'web', ', namespace: shop')), [`warning ${ENV}: write mysql.data in place of mysql`]],
    ['perhaps in the same namespace', joined(service('mysql', 'mysql', 'ports: [{port: 3306}]', ', namespace: data'), calling('mysql')), []],
    ['waits for it', joined(MYSQL, service('mysql-svc', 'mysql'), deployment('image: "x:1", command: [sh, -c, "until nc -z mysql 3306; do sleep 1; done; run"]', 'web')),
      ['warning /spec/template/spec/containers/0/command/2: write mysql-svc in place of mysql']],
    ['in a ConfigMap that is read', joined(MYSQL, service('mysql-svc', 'mysql'), config('DB_HOST: mysql'), deployment('image: "x:1", envFrom: [{configMapRef: {name: settings}}]', 'web')),
      ['warning /data/DB_HOST: write mysql-svc in place of mysql']],
    ['in a ConfigMap that nobody reads', joined(MYSQL, service('mysql-svc', 'mysql'), config('DB_HOST: mysql')), []],
  ],
  'root-owned-volume': [
    ['a class that is not here', onClaim('jenkins/jenkins:2.479'), ['info /spec/securityContext/fsGroup: write fsGroup: 1000 in the security context of the pod, with fsGroupChangePolicy: OnRootMismatch']],
    ['a group', onClaim('jenkins/jenkins:2.479', 'securityContext: {fsGroup: 1000},'), []],
    ['prepared', onClaim('grafana/grafana:11.0.0', '', 'initContainers: [{name: i, image: busybox:1.36, volumeMounts: [{name: d, mountPath: /d}]}],'), []],
    ['before it had a user', onClaim('confluentinc/cp-kafka:5.5.0'), []],
    ['an image that begins as root', onClaim('postgres:17.2'), []],
    ['written by hand', joined('{apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], nfs: {server: 10.0.0.1, path: /d}}}',
      onClaim('jenkins/jenkins:2.479')), []],
  ],
  'missing-program': [
    ['the newest of all', pod('{name: m, image: mongo, livenessProbe: {exec: {command: [mongo]}}}'), ['warning /spec/containers/0/livenessProbe/exec/command/0: write mongosh']],
    ['an older one', pod('{name: m, image: "mongo:5.0", livenessProbe: {exec: {command: [mongo]}}}'), []],
    ['the oldest without it', pod('{name: m, image: "mariadb:11", livenessProbe: {exec: {command: [mysqladmin, ping]}}}'), ['warning /spec/containers/0/livenessProbe/exec/command/0: write mariadb-admin']],
    ['in a script', pod('{name: m, image: "busybox:1.36", command: [sh, -c, "until curl -s http://a; do sleep 1; done"]}'),
      ['warning /spec/containers/0/command/2: write wget -qO-, which busybox has; or take an image that has curl']],
    ['a script that installs it', pod('{name: m, image: "alpine:3.20", command: [sh, -c, "apk add curl && curl -s http://a && sleep 100"]}'), []],
    ['only a word', pod('{name: m, image: "busybox:1.36", command: [sh, -c, "echo no curl here; sleep 100"]}'), []],
    ['in Alpine', pod('{name: m, image: "node:22-alpine", command: [/bin/bash, -c, "node a.js"]}'),
      ['warning /spec/containers/0/command/0: call sh, which reads most scripts of bash; or take an image that has bash']],
    ['in Debian', pod('{name: m, image: "node:22", command: [/bin/bash, -c, "node a.js"]}'), []],
    ['an image of another registry', pod('{name: m, image: "example.com/busybox:1.36", command: [curl]}'), []],
  ],
  'removed-option': [
    ['the newest of a major version', pod('{name: m, image: "mysql:8", args: [--skip-host-cache]}'), ['warning /spec/containers/0/args/0: write --host-cache-size=0']],
    ['written with other dashes', pod('{name: m, image: "mysql:8.4", args: [mysqld, --skip_host_cache]}'), ['warning /spec/containers/0/args/1: write --host-cache-size=0']],
    ['ignored where it is not known', pod('{name: m, image: "mysql:8.4", args: [--loose-skip-host-cache]}'), []],
    ['an older server', pod('{name: m, image: "mysql:8.0", args: [--skip-host-cache]}'), []],
    ['another program', pod('{name: m, image: "mysql:8.4", command: [mysql, --skip-host-cache]}'), []],
  ],
  'listens-on-loopback': [
    ['in a script', joined(service('a'), pod('{name: m, image: "mongo:7.0", command: [sh, -c, "mongod --replSet rs0"]}')),
      ['warning /spec/containers/0/command: add --bind_ip_all, or write these words as args without command']],
    ['told by a file', joined(service('a'), pod('{name: m, image: "mongo:7.0", command: [mongod, --config, /etc/mongod.conf]}')), []],
    ['by the entry point', joined(service('a'), pod('{name: m, image: "mongo:7.0", args: [--replSet, rs0]}')), []],
    ['nobody asks for it', pod('{name: m, image: "mongo:7.0", command: [mongod, --replSet, rs0]}'), []],
  ],
  'ends-at-once': [
    ['a word that is printed', deployment('image: "x:1", command: [echo, hello]'),
      ['warning /spec/template/spec/containers/0/command: write kind: Job if it shall end; otherwise a command that goes on, such as [sleep, infinity]']],
    ['a script that prints', pod('{name: m, image: "x:1", command: [sh, -c, "echo a; date"]}'),
      ['warning /spec/containers/0/command: write restartPolicy: Never if it shall end; otherwise a command that goes on, such as [sleep, infinity]']],
    ['a script that goes on', pod('{name: m, image: "x:1", command: [sh, -c, "echo a; exec server"]}'), []],
    ['a terminal', pod('{name: m, image: "ubuntu:24.04", stdin: true, tty: true}'), []],
    ['it may end', pod('{name: m, image: "x:1", command: [echo, hello]}', 'restartPolicy: Never,'), []],
    ['its entry point says what it runs', pod('{name: m, image: "x:1", args: [echo, hello]}'), []],
    ['a server', deployment('image: "nginx:1.27.3"'), []],
  ],
  'image-needs-root': [
    ['told where to write', pod('{name: m, image: "nginx:1.27.3", volumeMounts: [{name: c, mountPath: /etc/nginx/nginx.conf, subPath: nginx.conf}]}',
      'securityContext: {runAsUser: 101}, volumes: [{name: c, configMap: {name: c, optional: true}}],'), []],
    ['its own user', pod('{name: m, image: "nginx:1.27.3", securityContext: {runAsUser: 101}}'),
      ['warning /spec/containers/0/securityContext/runAsUser: write image: nginxinc/nginx-unprivileged, which listens on port 8080']],
    ['root', pod('{name: m, image: "nginx:1.27.3"}'), []],
  ],
  'run-as-root': [
    ['an image that must be root', pod('{name: m, image: "nginx:1.27.3", securityContext: {runAsNonRoot: true}}'),
      ['error /spec/containers/0/securityContext/runAsNonRoot: write image: nginxinc/nginx-unprivileged, which listens on port 8080, or runAsNonRoot: false if it must be root']],
  ],
  'service-variable': [
    ['every variable is a setting', joined(service('neo4j'), pod('{name: m, image: "neo4j:5.26"}')),
      ['warning /spec/containers/0/env: write enableServiceLinks: false in the spec of the pod, or give the Service another name']],
    ['an older one', joined(service('neo4j'), pod('{name: m, image: "neo4j:4.4"}')), []],
    ['told to go on', joined(service('neo4j'), pod('{name: m, image: "neo4j:5.26", env: [{name: NEO4J_server_config_strict__validation_enabled, value: "false"}]}')), []],
  ],
  'script-not-executable': [
    ['hidden by a ConfigMap without it', joined(config('app.properties: x'), pod('{name: m, image: "x:1", command: [/app/run.sh], volumeMounts: [{name: c, mountPath: /app}]}',
      'volumes: [{name: c, configMap: {name: settings}}],')), ['error /spec/containers/0/command/0: mount the volume at another path, or only its file beside /app/run.sh, with subPath']],
    ['one of the files that are chosen', joined(config('run: x'), pod('{name: m, image: "x:1", command: [/app/run.sh], volumeMounts: [{name: c, mountPath: /app}]}',
      'volumes: [{name: c, configMap: {name: settings, defaultMode: 493, items: [{key: run, path: run.sh}]}}],')), []],
    ['of a ConfigMap that is not here', pod('{name: m, image: "x:1", command: [/app/run.sh], volumeMounts: [{name: c, mountPath: /app}]}',
      'volumes: [{name: c, configMap: {name: settings, defaultMode: 493}}],'), []],
  ],
  'port-taken-twice': [
    ['configured', pod('{name: a, image: "nginx:1.27.3"}, {name: b, image: "nginx:1.27.3", volumeMounts: [{name: c, mountPath: /etc/nginx/conf.d}]}',
      'volumes: [{name: c, configMap: {name: c, optional: true}}],'), []],
    ['three of them', pod('{name: a, image: "nginx:1.27.3"}, {name: b, image: "httpd:2.4.62"}, {name: c, image: "nginx:1.27.3"}'),
      ['warning /spec/containers/1/image: run one of them in a pod of its own, or tell it to listen on another port']],
  ],
}, problems);

test.each([
  ['the only one that no Service reaches', joined(service('web-service', 'web-deployment'), deployment('image: "x:1"', 'web')), 'write selector: {app: web}, the labels of Deployment \'web\''],
  ['another one', joined(service('redis', 'redis'), deployment('image: "x:1"', 'worker')), 'write the labels of the pod template that it should reach'],
  ['two of them', joined(service('web-service', 'x'), deployment('image: "x:1"', 'web'), deployment('image: "x:1"', 'web-2')), 'write the labels of the pod template that it should reach'],
])('the labels that a Service should have: %s', (_, yaml, fix) => {
  expect(findingsIn(yaml).filter(({ rule }) => rule === 'service-selects-pods').map(finding => finding.fix)).toEqual([fix]);
});
