import { findingsIn } from '../../findings';

const set = (lists: string) => `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template: {metadata: {labels: {app: db}}, spec: {${lists}}}`;

const found = (lists: string) => findingsIn(set(lists)).filter(({ rule }) => rule === 'exporter-in-pod').map(({ severity, path }) => `${severity} ${path}`);

const DATABASE = '{name: db, image: "postgres:17.2"}';
const exporter = (image: string, more = '') => `{name: metrics, image: "${image}"${more}}`;

test.each(['prom/mysqld-exporter:v0.17.2', 'prom/mysqld-exporter@sha256:0', 'a.example.com:5000/postgres_exporter'])('%s beside a server is told', image => {
  expect(found(`containers: [${DATABASE}, ${exporter(image)}]`)).toEqual(['info /spec/template/spec/containers/1/image']);
});

test('so is one that is a sidecar among the init containers, and one that ends is not', () => {
  const init = (more: string) => `initContainers: [${exporter('prom/mysqld-exporter:v0.17.2', more)}], containers: [${DATABASE}]`;

  expect(found(init(', restartPolicy: Always'))).toEqual(['info /spec/template/spec/initContainers/0/image']);
  expect(found(init(''))).toEqual([]);
});

test('an exporter that is alone in its pod, and other images, are not told', () => {
  expect(found(`containers: [${exporter('prom/mysqld-exporter:v0.17.2')}]`)).toEqual([]);
  expect(found(`containers: [${DATABASE}, {name: proxy, image: "example.com/exporter-tools/proxy:1"}]`)).toEqual([]);
});

test('one that asks Java by JMX must be in the pod', () => {
  expect(found(`containers: [${DATABASE}, ${exporter('criteord/cassandra_exporter:2.3.8')}]`)).toEqual([]);
});
