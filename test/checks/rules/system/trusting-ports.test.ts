import { Chart, Testing, Yaml } from 'cdk8s';
import { CassandraRing } from '../../../../src/constructs/databases/cassandra/cassandra-ring';
import { DatabaseNetworkPolicy } from '../../../../src/constructs/databases/database-network-policy';
import { DatabaseProps } from '../../../../src/constructs/databases/database-props';
import { MariaDbReplication } from '../../../../src/constructs/databases/mariadb/mariadb-replication';
import { MySqlReplication } from '../../../../src/constructs/databases/mysql/mysql-replication';
import { findingsIn } from '../../findings';

const PRESETS = { MariaDbReplication, CassandraRing, MySqlReplication };

function said(preset: keyof typeof PRESETS, props: DatabaseProps): string[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  new PRESETS[preset](chart, 'db', props);
  return findingsIn(Yaml.stringify(...Testing.synth(chart))).filter(({ rule }) => rule === 'trusting-ports').map(({ message }) => message);
}

const WITHOUT = { networkPolicy: DatabaseNetworkPolicy.none() };

test.each<[keyof typeof PRESETS, DatabaseProps, string[]]>([
  ['MariaDbReplication', {}, []],
  ['MariaDbReplication', WITHOUT, ["StatefulSet 'db' has pods that believe whoever connects to the ports 4444, 4567, 4568, and no NetworkPolicy says who may"]],
  ['MariaDbReplication', { ...WITHOUT, tlsSecret: 'tls' }, []],
  ['CassandraRing', {}, []],
  ['CassandraRing', WITHOUT, ["StatefulSet 'db' has pods that believe whoever connects to port 7000, and no NetworkPolicy says who may"]],
  ['CassandraRing', { ...WITHOUT, tlsSecret: 'tls' }, []],
  ['MySqlReplication', WITHOUT, []],
])('%s with %j', (preset, props, messages) => {
  expect(said(preset, props)).toEqual(messages);
});

const SET = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, annotations: {cdk8s-stateful/trusting-ports: "4567"}}
spec:
  serviceName: db
  selector: {matchLabels: {app: db}}
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: "mariadb:11.8.3"}]}}
---
`;
const policy = (spec: string) => `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec: ${spec}\n`;

test.each([
  ['closes the way in of all pods', '{podSelector: {}}', 0],
  ['is about the way out', '{podSelector: {}, policyTypes: [Egress]}', 1],
  ['is about other pods', '{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}', 1],
])('a policy that %s', (_, spec, count) => {
  expect(findingsIn(SET + policy(spec)).filter(({ rule }) => rule === 'trusting-ports')).toHaveLength(count);
});
