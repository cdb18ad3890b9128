import { copiesOf, endingsOf, stemsOf } from '../../../src/checks/engine/operator-names';
import { findingsIn } from '../findings';

const resource = (apiVersion: string, kind: string, spec: object = {}, annotations = {}) => ({ apiVersion, kind, metadata: { name: 'a', annotations }, spec });

test.each<[string, ReturnType<typeof resource>, string[]]>([
  ['a kind that nobody knows is the name of what it makes', resource('example.com/v1', 'Database'), ['a']],
  ['a name in its spec counts, too', resource('example.com/v1', 'Database', { secretName: 'b', writeConnectionSecretToRef: { name: 'c' } }), ['a', 'b', 'c']],
  ['Rook calls its Secrets by names of its own', resource('ceph.rook.io/v1', 'CephCluster'), ['a', 'rook-csi', 'rook-ceph', 'rook-external-cluster']],
  ['a name that is no text is none', resource('pxc.percona.com/v1', 'PerconaXtraDBCluster', { secretsName: {}, sslSecretName: 'tls' }), ['a', 'tls', 'internal-a']],
  ['passwords that are to be made', resource('k8s.mariadb.com/v1alpha1', 'MariaDB', { rootPasswordSecretKeyRef: { name: 'root', generate: true }, other: { name: 'no' } }), ['a', 'root']],
])('%s', (_, manifest, names) => {
  expect(stemsOf(manifest)).toEqual(names);
});

test('a cluster of Zalando stands at the end of the names of its users', () => {
  expect(endingsOf(resource('acid.zalan.do/v1', 'postgresql'))).toEqual(['a.credentials.postgresql.acid.zalan.do']);
  expect(endingsOf(resource('example.com/v1', 'postgresql'))).toEqual([]);
});

test('a Secret is copied if its annotation says so', () => {
  const copied = (value: unknown) => copiesOf(resource('v1', 'Secret', {}, { 'reflector.v1.k8s.emberstack.com/reflection-auto-enabled': value }));

  expect(copied('true')).toEqual(['a']);
  expect(copied('false')).toEqual([]);
  expect(copied({ toString: 1 })).toEqual([]);
});

const READER = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec: {containers: [{name: web, image: "a:1", envFrom: [{secretRef: {name: NAME}}]}]}\n---\n';
const alarms = (name: string, made: string) => findingsIn(READER.replace('NAME', name) + made).filter(({ rule }) => rule === 'missing-secret').length;

test.each([
  ['a user of a cluster', 'shop.orders.credentials.postgresql.acid.zalan.do', '{apiVersion: acid.zalan.do/v1, kind: postgresql, metadata: {name: orders, namespace: shop}}', 0],
  ['a user of another cluster', 'shop.other.credentials.postgresql.acid.zalan.do', '{apiVersion: acid.zalan.do/v1, kind: postgresql, metadata: {name: orders, namespace: shop}}', 1],
  ['a bundle for all namespaces', 'ca', '{apiVersion: trust.cert-manager.io/v1alpha1, kind: Bundle, metadata: {name: ca}}', 0],
  ['a copy', 'pull', '{apiVersion: v1, kind: Secret, metadata: {name: pull, namespace: infra, annotations: {replicator.v1.mittwald.de/replicate-to: "*"}}}', 0],
  ['a Secret of a mounted provider', 'login', '{apiVersion: secrets-store.csi.x-k8s.io/v1, kind: SecretProviderClass, metadata: {name: p, namespace: shop}, spec: {secretObjects: [{secretName: login, data: [{key: a}]}]}}', 0],
  ['one in another namespace', 'conn', '{apiVersion: rds.aws.example.org/v1, kind: Instance, metadata: {name: db}, spec: {writeConnectionSecretToRef: {namespace: shop, name: conn}}}', 0],
])('%s is no missing Secret, or is one', (_, name, made, count) => {
  expect(alarms(name, made)).toBe(count);
});
