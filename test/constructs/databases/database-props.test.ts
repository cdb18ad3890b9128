import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import {
  CassandraRing, DatabaseProps, MariaDbReplication, MongoReplicaSet, MySqlReplication, PostgreSqlCluster, RabbitMqCluster, RedisReplication,
  Spread, ZooKeeperEnsemble,
} from '../../../src';
import { Manifest, listOf } from '../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../src/kubernetes/workload';
import { newChart, refusals, synth } from '../../support/synth';

function only(manifests: readonly Manifest[], kind: string): any {
  const found = manifests.filter(manifest => manifest.kind === kind);
  expect(found).toHaveLength(1);
  return found[0];
}

describe.each([
  CassandraRing, MariaDbReplication, MongoReplicaSet, MySqlReplication, PostgreSqlCluster, RabbitMqCluster, RedisReplication, ZooKeeperEnsemble,
])('%p', Preset => {
  function synthOf(props: DatabaseProps = {}): Manifest[] {
    const chart = newChart();
    new Preset(chart, 'db', props);
    return synth(chart);
  }

  test('takes what all databases are given in production: for its members, and for the pods beside them what these need', () => {
    const placement = { nodeSelector: { disk: 'ssd' }, tolerations: [{ key: 'databases', operator: 'Exists' }], priorityClassName: 'high', spread: Spread.required() };
    const [tested] = only(synthOf(), 'StatefulSet').spec.template.spec.containers;
    const image = `registry.example.com/mirror/${tested.image.split('/').pop()}`;

    const manifests = synthOf({
      image,
      placement,
      imagePullSecrets: ['registry'],
      labels: { team: 'shop' },
      podAnnotations: { 'example.com/cost': 'shop' },
      resources: { cpu: { request: Cpu.millis(500) } },
      podVolumes: [{ volume: { name: 'settings', configMap: { name: 'settings' } } as any, mountPath: '/etc/settings' }],
      metrics: true,
      podMonitor: { labels: { release: 'prometheus' }, interval: Duration.seconds(30) },
    });

    const { template } = only(manifests, 'StatefulSet').spec;
    const [server] = template.spec.containers;
    expect(server).toMatchObject({ image, resources: { requests: { cpu: '500m' } } });
    expect(server.volumeMounts).toContainEqual(expect.objectContaining({ name: 'settings', mountPath: '/etc/settings' }));
    expect(template.metadata).toMatchObject({ labels: { team: 'shop' }, annotations: { 'example.com/cost': 'shop' } });
    expect(template.spec.topologySpreadConstraints[0].whenUnsatisfiable).toBe('DoNotSchedule');
    expect(manifests.filter(({ metadata }) => metadata!.labels!.team !== 'shop').map(({ kind }) => kind)).toEqual([]);
    for (const pod of manifests.flatMap(manifest => podTemplateOf(manifest)?.spec ?? [])) {
      expect(pod).toMatchObject({ imagePullSecrets: [{ name: 'registry' }], nodeSelector: placement.nodeSelector, tolerations: placement.tolerations, priorityClassName: 'high' });
    }
    const monitor = only(manifests, 'PodMonitor');
    const isSelected = (labels: any = {}) => Object.entries(monitor.spec.selector.matchLabels).every(([key, value]) => labels[key] === value);
    const selected = manifests.flatMap(manifest => podTemplateOf(manifest) ?? []).filter(({ metadata }) => isSelected(metadata?.labels));
    expect(selected.flatMap(({ spec }) => spec.containers).flatMap((container: any) => listOf(container.ports)).map(({ name }: any) => name)).toContain('metrics');
    expect(monitor).toMatchObject({ metadata: { labels: { release: 'prometheus', team: 'shop' } }, spec: { podMetricsEndpoints: [{ port: 'metrics', interval: '30s' }] } });
  });

  test.each([
    [{ resources: { memory: { request: Size.gibibytes(1) } } }, "'resources.memory' is what 'memory' says; write 'memory: Size.gibibytes(4)'"],
    [{ labels: { 'app.kubernetes.io/component': 'backup' } }, "'labels' has 'app.kubernetes.io/component: backup', by which NetworkPolicies know pods that belong to a database; choose another value"],
    [{ podMonitor: {} }, "'podMonitor' needs 'metrics'; write 'metrics: true'"],
    [{ metrics: true, podMonitor: { port: 'http' } }, "'podMonitor.port' must be 'metrics', the one port that offers them, got 'http'; leave it out"],
    [{ image: 'db:1.0' }, expect.stringMatching(/^'image' must be of \w+ /)],
  ])('refuses %j', (props, message) => {
    const chart = newChart();

    new Preset(chart, 'db', props);

    expect(refusals(chart).map(problem => problem.replace('[chart/db] ', ''))).toEqual([message]);
  });
});
