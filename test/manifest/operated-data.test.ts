import { fateOfOperatedData } from '../../src/manifest/operated-data';

const resource = (apiVersion: string, kind: string, spec: object = {}, finalizers: string[] = []) => ({ apiVersion, kind, metadata: { name: 'a', finalizers }, spec });

test.each<[string, ReturnType<typeof resource>, string | undefined]>([
  ['CloudNativePG', resource('postgresql.cnpg.io/v1', 'Cluster'), 'deleted'],
  ['another Cluster', resource('cluster.x-k8s.io/v1beta1', 'Cluster'), undefined],
  ['Elasticsearch', resource('elasticsearch.k8s.elastic.co/v1', 'Elasticsearch'), 'deleted'],
  ['Elasticsearch that keeps them', resource('elasticsearch.k8s.elastic.co/v1', 'Elasticsearch', { volumeClaimDeletePolicy: 'DeleteOnScaledownOnly' }), 'left'],
  ['brokers of Kafka', resource('kafka.strimzi.io/v1beta2', 'KafkaNodePool', { storage: { type: 'jbod', volumes: [{ id: 0 }, { id: 1, deleteClaim: true }] } }), 'deleted'],
  ['brokers that keep them', resource('kafka.strimzi.io/v1beta2', 'KafkaNodePool', { storage: { type: 'persistent-claim' } }), 'left'],
  ['Percona with a finalizer', resource('pxc.percona.com/v1', 'PerconaXtraDBCluster', {}, ['percona.com/delete-pxc-pvc']), 'deleted'],
  ['Percona without', resource('pxc.percona.com/v1', 'PerconaXtraDBCluster'), 'left'],
  ['ClickHouse with a policy for each template', resource('clickhouse.altinity.com/v1', 'ClickHouseInstallation', { templates: { volumeClaimTemplates: [{ reclaimPolicy: 'Retain' }] } }), 'left'],
])('%s', (_, manifest, fate) => {
  expect(fateOfOperatedData(manifest)).toBe(fate);
});
