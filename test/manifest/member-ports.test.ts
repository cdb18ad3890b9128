import { memberPortsOf } from '../../src/manifest/member-ports';

const template = (container: object) => ({ metadata: {}, spec: { containers: [container] }, path: '/spec/template' });
const set = (annotations = {}) => ({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db', annotations }, spec: { serviceName: 'peers' } });
const portsOf = (container: object, annotations = {}) => memberPortsOf(set(annotations), template(container)).map(({ port }) => port);

test.each<[string, object, number[]]>([
  ['an image that is known', { image: 'zookeeper:3.9.3' }, [2888, 3888]],
  ['one that is not', { image: 'example.com/db:1' }, []],
  ['a replica set', { image: 'mongo:7', args: ['--replSet', 'rs0'] }, [27017]],
  ['a server alone', { image: 'mongo:7' }, []],
  ['another port', { image: 'quay.io/coreos/etcd:v3.5.13', args: ['--listen-peer-urls=http://0.0.0.0:5000'] }, []],
  ['the usual port, told', { image: 'quay.io/coreos/etcd:v3.5.13', args: ['--listen-peer-urls=http://0.0.0.0:2380'] }, [2380]],
  ['the names of its peers', { image: 'example.com/db:1', args: ['--join=db-0.peers:5000,db-1.peers.default.svc:5001'] }, [5000, 5001]],
  ['the names of others', { image: 'example.com/db:1', args: ['--join=web-0.peers:5000,db-1.web:5001'] }, []],
])('%s', (_, container, ports) => {
  expect(portsOf(container)).toEqual(ports);
});

test('what the annotation says counts', () => {
  expect(portsOf({ image: 'zookeeper:3.9.3' }, { 'cdk8s-stateful/trusting-ports': '4567, 4568' })).toEqual([4567, 4568]);
});
