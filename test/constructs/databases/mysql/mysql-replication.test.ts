import { Chart, Size, Testing } from 'cdk8s';
import { DatabaseProps } from '../../../../src/constructs/databases/database-props';
import { MySqlReplication } from '../../../../src/constructs/databases/mysql/mysql-replication';
import { Manifest } from '../../../../src/kubernetes/manifest';

function synth(props: DatabaseProps = {}): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  new MySqlReplication(chart, 'db', props);
  return Testing.synth(chart);
}

test('the buffer pool has the size that was asked for, and the container 1 GiB more', () => {
  const manifests = synth({ memory: Size.gibibytes(5) });

  const { data } = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata!.name === 'db-files')!;
  const [server] = manifests.find(({ kind }) => kind === 'StatefulSet')!.spec.template.spec.containers;
  expect(data['scripts.mysql-extra.cnf']).toBe('innodb_buffer_pool_size=4096M\n');
  expect(server.resources.limits.memory).toBe('5Gi');
});

test('the Service of the primary leads to the proxy, that for reading to the servers', () => {
  const services = synth().filter(({ kind }) => kind === 'Service');

  const targets = Object.fromEntries(services.map(({ metadata, spec }) => [metadata!.name, spec.ports[0].targetPort]));

  expect(targets).toMatchObject({ 'db': 'primary', 'db-read': 'mysql' });
});
