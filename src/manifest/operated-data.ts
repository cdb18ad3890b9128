import { Manifest, groupKindOf, listOf, recordOf, textOf } from '../kubernetes/manifest';

/** What becomes of the data when a custom resource is deleted, as far as its own fields say so: its operator deletes the volumes, or leaves them. */
type Fate = (resource: Manifest) => 'deleted' | 'left';

const deleted: Fate = () => 'deleted';

/** A field of spec that keeps the data. */
const unless = (field: string, ...values: readonly unknown[]): Fate => ({ spec }) => values.includes(recordOf(spec)[field]) ? 'left' : 'deleted';

/** Operators of Percona delete volumes if a finalizer says so. */
const withFinalizer = (word: string): Fate => ({ metadata }) => listOf(metadata?.finalizers).some(finalizer => textOf(finalizer).endsWith(word)) ? 'deleted' : 'left';

const deletesClaim = (storage: unknown): boolean => {
  const { deleteClaim, volumes } = recordOf(storage);
  return deleteClaim === true || listOf(volumes).some(volume => recordOf(volume).deleteClaim === true);
};

/**
 * By `group/Kind`.
 *
 * @see https://cloudnative-pg.io/documentation/current/storage/
 * @see https://www.elastic.co/docs/deploy-manage/deploy/cloud-on-k8s/volume-claim-templates
 * @see https://strimzi.io/docs/operators/latest/configuring
 * @see https://docs.percona.com/percona-operator-for-mysql/pxc/operator.html
 */
const FATES: Readonly<Record<string, Fate>> = {
  'acid.zalan.do/postgresql': deleted,
  'cassandra.datastax.com/CassandraDatacenter': deleted,
  'ceph.rook.io/CephFilesystem': unless('preserveFilesystemOnDelete', true),
  'ceph.rook.io/CephObjectStore': unless('preservePoolsOnDelete', true),
  'clickhouse.altinity.com/ClickHouseInstallation': ({ spec }) => {
    const templates = listOf(recordOf(recordOf(spec).templates).volumeClaimTemplates).map(recordOf);
    return templates.length > 0 && templates.every(({ reclaimPolicy }) => reclaimPolicy === 'Retain') ? 'left' : 'deleted';
  },
  'elasticsearch.k8s.elastic.co/Elasticsearch': unless('volumeClaimDeletePolicy', 'DeleteOnScaledownOnly'),
  'k8ssandra.io/K8ssandraCluster': deleted,
  'kafka.strimzi.io/Kafka': ({ spec }) => ['kafka', 'zookeeper'].some(part => deletesClaim(recordOf(recordOf(spec)[part]).storage)) ? 'deleted' : 'left',
  'kafka.strimzi.io/KafkaNodePool': ({ spec }) => deletesClaim(recordOf(spec).storage) ? 'deleted' : 'left',
  'pgv2.percona.com/PerconaPGCluster': withFinalizer('delete-pvc'),
  'postgres-operator.crunchydata.com/PostgresCluster': deleted,
  'postgresql.cnpg.io/Cluster': deleted,
  'psmdb.percona.com/PerconaServerMongoDB': withFinalizer('delete-psmdb-pvc'),
  'pxc.percona.com/PerconaXtraDBCluster': withFinalizer('delete-pxc-pvc'),
  'rabbitmq.com/RabbitmqCluster': deleted,
};

/** What an operator does with the data of a custom resource that is deleted; undefined if nothing is known of the kind. */
export function fateOfOperatedData(resource: Manifest): 'deleted' | 'left' | undefined {
  const key = groupKindOf(resource);
  return Object.hasOwn(FATES, key) ? FATES[key](resource) : undefined;
}

/** The kinds of which it is known. */
export const OPERATED_KINDS: readonly string[] = [...new Set(Object.keys(FATES).map(key => key.split('/')[1]))].sort();
