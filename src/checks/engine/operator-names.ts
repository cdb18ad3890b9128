import { Manifest, groupKindOf, isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';

/** What names of objects begin with that an operator makes, besides the name of its custom resource. */
type Stems = (resource: Manifest) => readonly unknown[];

const nameOf = ({ metadata }: Manifest) => textOf(metadata?.name);
/** Names in fields of spec, each the path to one. */
const inFields = (...paths: readonly string[][]): Stems => ({ spec }) =>
  paths.map(path => path.reduce<any>((value, key) => recordOf(value)[key], spec));

/** Passwords that the operator of MariaDB makes, if it is told to. */
const generated: Stems = ({ spec }) =>
  Object.values(recordOf(spec)).filter(isRecord).filter(({ generate }) => generate === true).map(({ name }) => name);

/**
 * By `group/Kind`. A name here stands for itself and for all that begin with it and a `-`.
 *
 * @see https://rook.io/docs/rook/latest/Storage-Configuration/Block-Storage-RBD/block-storage/
 * @see https://docs.percona.com/percona-operator-for-mysql/pxc/operator.html
 */
const STEMS: Readonly<Record<string, Stems>> = {
  'cassandra.datastax.com/CassandraDatacenter': inFields(['clusterName']),
  'ceph.rook.io/CephCluster': () => ['rook-csi', 'rook-ceph', 'rook-external-cluster'],
  'ceph.rook.io/CephObjectStore': () => ['rook-ceph-rgw'],
  'ceph.rook.io/CephObjectStoreUser': () => ['rook-ceph-object-user'],
  'clickhouse.altinity.com/ClickHouseInstallation': resource => [`clickhouse-${nameOf(resource)}`, `chi-${nameOf(resource)}`],
  'app.redislabs.com/RedisEnterpriseDatabase': resource => [`redb-${nameOf(resource)}`],
  'infisical.com/InfisicalSecret': inFields(['managedSecretReference', 'secretName']),
  'k8s.mariadb.com/MariaDB': generated,
  'k8s.mariadb.com/User': generated,
  'minio.min.io/Tenant': () => ['minio'],
  'monitoring.coreos.com/Alertmanager': resource => [`alertmanager-${nameOf(resource)}`, 'alertmanager-operated'],
  'monitoring.coreos.com/Prometheus': resource => [`prometheus-${nameOf(resource)}`, 'prometheus-operated'],
  'mongodbcommunity.mongodb.com/MongoDBCommunity': ({ spec }) => listOf(recordOf(spec).users).map(recordOf)
    .flatMap(({ connectionStringSecretName, scramCredentialsSecretName }) => [connectionStringSecretName, scramCredentialsSecretName]),
  'psmdb.percona.com/PerconaServerMongoDB': resource => [
    ...Object.values(recordOf(recordOf(resource.spec).secrets)), `internal-${nameOf(resource)}`,
  ],
  'ps.percona.com/PerconaServerMySQL': resource => [
    ...inFields(['secretsName'], ['sslSecretName'])(resource), `internal-${nameOf(resource)}`,
  ],
  'pxc.percona.com/PerconaXtraDBCluster': resource => [
    ...inFields(['secretsName'], ['sslSecretName'], ['sslInternalSecretName'], ['logCollectorSecretName'])(resource), `internal-${nameOf(resource)}`,
  ],
  'secrets.doppler.com/DopplerSecret': inFields(['managedSecret', 'name']),
};

/** Such names of a custom resource, of whatever kind: some fields mean the same in all. */
export function stemsOf(resource: Manifest): readonly string[] {
  const written = inFields(['secretName'], ['target', 'name'], ['template', 'metadata', 'name'], ['writeConnectionSecretToRef', 'name'], ['destination', 'name']);
  const kind = groupKindOf(resource);
  return [nameOf(resource), ...written(resource), ...Object.hasOwn(STEMS, kind) ? STEMS[kind](resource) : []]
    .filter(name => typeof name === 'string' && name !== '') as string[];
}

/**
 * Ends of names, from a dot on: `shop.orders.credentials.postgresql.acid.zalan.do` is the password of a user in cluster `orders`.
 *
 * @see https://postgres-operator.readthedocs.io/en/latest/user/
 */
export function endingsOf(resource: Manifest): readonly string[] {
  return groupKindOf(resource) === 'acid.zalan.do/postgresql' ? [`${nameOf(resource)}.credentials.postgresql.acid.zalan.do`] : [];
}

/** Kinds whose objects make others of their name in every namespace. */
const IN_ALL_NAMESPACES: Readonly<Record<string, Stems>> = {
  'external-secrets.io/ClusterExternalSecret': ({ spec, metadata }) => {
    const { externalSecretName, externalSecretSpec } = recordOf(spec);
    return [metadata?.name, externalSecretName, recordOf(recordOf(externalSecretSpec).target).name];
  },
  'trust.cert-manager.io/Bundle': resource => [nameOf(resource)],
};

/** Annotations of a Secret or ConfigMap with which a program copies it into other namespaces, and the value that asks for it. */
const COPIES: Readonly<Record<string, RegExp>> = {
  'reflector.v1.k8s.emberstack.com/reflection-auto-enabled': /^true$/,
  'replicator.v1.mittwald.de/replicate-to': /./,
  'replicator.v1.mittwald.de/replicate-to-matching': /./,
};

/** The names of objects that this one has in other namespaces. */
export function copiesOf(object: Manifest): readonly string[] {
  const copied = ['Secret', 'ConfigMap'].includes(object.kind)
    && Object.entries(recordOf(object.metadata?.annotations)).some(([key, value]) => Object.hasOwn(COPIES, key) && COPIES[key].test(textOf(value)));
  const kind = groupKindOf(object);
  const names = copied ? [nameOf(object)] : Object.hasOwn(IN_ALL_NAMESPACES, kind) ? IN_ALL_NAMESPACES[kind](object) : [];
  return names.filter(name => typeof name === 'string') as string[];
}
