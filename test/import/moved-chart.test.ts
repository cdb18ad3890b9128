import { imported, problemsOf, synthesized } from './support';
import { ManifestDiff } from '../../src/diff/manifest-diff';
import { movedChart } from '../../src/import/moved-chart';
import { Manifest, listOf, recordOf } from '../../src/kubernetes/manifest';
import { readDocuments } from '../../src/manifest/read/read';

// Written by hand as the charts render them; the charts themselves were not tried.
interface Given {
  readonly name: string;
  readonly image: string;
  readonly volume: string;
  readonly env?: object[];
  readonly mounts?: object[];
  readonly volumes?: object[];
  readonly containers?: object[];
  readonly component?: string;
  readonly replicas?: number;
}

/** A StatefulSet with its Service, such as a chart renders. */
function chartOf({ name, image, volume, env = [], mounts = [], volumes = [], containers = [], component, replicas = 1 }: Given): Manifest[] {
  const labels = { 'app.kubernetes.io/name': name, 'app.kubernetes.io/instance': 'shop', ...component && { 'app.kubernetes.io/component': component } };
  const server = {
    name,
    image,
    env,
    command: ['/opt/bitnami/scripts/run.sh'],
    ports: [{ name: 'client', containerPort: 5000 }],
    securityContext: { runAsUser: 1001, runAsNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, seccompProfile: { type: 'RuntimeDefault' } },
    readinessProbe: { exec: { command: ['/opt/bitnami/ready.sh'] }, periodSeconds: 20 },
    volumeMounts: [{ name: 'data', mountPath: volume }, ...mounts],
  };
  return [
    { apiVersion: 'v1', kind: 'Service', metadata: { name: 'peers', namespace: 'shop' }, spec: { clusterIP: 'None', selector: labels, ports: [{ name: 'client', port: 5000 }] } },
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db', namespace: 'shop', labels: { ...labels, 'app.kubernetes.io/managed-by': 'Helm' } },
      spec: {
        replicas,
        serviceName: 'peers',
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { securityContext: { fsGroup: 1001 }, containers: [server, ...containers], volumes } },
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '8Gi' } } } }],
      },
    },
  ];
}

const key = (name: string) => ({ valueFrom: { secretKeyRef: { name: 'db', key: name } } });
const yamlOf = (manifests: readonly Manifest[]) => manifests.map(manifest => JSON.stringify(manifest)).join('\n---\n');
const serverOf = ({ spec }: Manifest) => recordOf(listOf(recordOf(recordOf(recordOf(spec).template).spec).containers)[0]);
const moved = (given: Given) => movedChart(chartOf(given)[1])!;

const SERVERS = [0, 1, 2].map(i => `db-${i}.peers.shop.svc.cluster.local:2888:3888::${i + 1}`).join(' ');

const CHARTS: Given[] = [
  { name: 'postgresql', image: 'docker.io/bitnami/postgresql:16.3.0-debian-12-r14', volume: '/bitnami/postgresql', component: 'primary', env: [{ name: 'PGDATA', value: '/bitnami/postgresql/data' }, { name: 'POSTGRES_PASSWORD', ...key('postgres-password') }] },
  { name: 'redis', image: 'bitnami/redis:7.2.5-debian-12-r0', volume: '/data', component: 'master', env: [{ name: 'REDIS_PASSWORD', ...key('redis-password') }] },
  { name: 'mariadb', image: 'bitnamilegacy/mariadb:11.3.2-debian-12-r9', volume: '/bitnami/mariadb', component: 'primary', env: [{ name: 'MARIADB_ROOT_PASSWORD', ...key('mariadb-root-password') }] },
  { name: 'mongodb', image: 'registry.example/bitnami/mongodb:7.0.12-debian-12-r4', volume: '/bitnami/mongodb', env: [{ name: 'MONGODB_ROOT_PASSWORD', ...key('mongodb-root-password') }] },
  { name: 'zookeeper', image: 'bitnami/zookeeper:3.9.2-debian-12-r8', volume: '/bitnami/zookeeper', replicas: 3, env: [{ name: 'ZOO_SERVERS', value: SERVERS }, { name: 'ZOO_ENABLE_AUTH', value: 'no' }] },
];
const CHART = new Map(CHARTS.map(chart => [chart.name, chart]));

test.each(CHARTS)('$name moves to a StatefulApp on the official image: claims, names and the directory of the data stay, and the plan says how', chart => {
  const before = chartOf(chart);

  const { text, made, move, comparison } = imported(yamlOf(before), { officialImages: true });
  const after = readDocuments(synthesized(text), 'main.yaml').flatMap(({ manifest }) => manifest ?? []);

  expect(made.get('StatefulApp')).toBe(1);
  expect(comparison.changes).toEqual([]);
  expect(problemsOf(text).filter(problem => !problem.startsWith('missing-secret '))).toEqual([]);
  expect(serverOf(after.find(({ kind }) => kind === 'StatefulSet')!).image).not.toContain('bitnami');
  // Whoever only changes the image has reason to be told.
  expect(ManifestDiff.of(before, after).dangers().map(({ message }) => message).filter(message => !/^(postgresql is replaced by postgres|mongodb is replaced by mongo),/.test(message))).toEqual([]);
  expect(move!.objects[0].plan!.join('\n')).toMatch(/^1\. Take a dump.*\n[^]*The way back: [^]*bitnamilegacy\//);
});

test('the version is that of the tag, as the official tags have it', () => {
  expect(CHARTS.map(chart => serverOf(moved(chart).manifest).image)).toEqual(['postgres:16.3', 'redis:7.2.5', 'mariadb:11.3.2', 'mongo:7.0.12', 'zookeeper:3.9.2']);
});

test('passwords come from the keys of the same Secret, by the variable of the official image, also where the chart mounts them as files', () => {
  const byFile: Given = {
    ...CHART.get('mongodb')!,
    env: [{ name: 'MONGODB_ROOT_PASSWORD_FILE', value: '/opt/bitnami/mongodb/secrets/mongodb-root-password' }],
    mounts: [{ name: 'secrets', mountPath: '/opt/bitnami/mongodb/secrets/' }],
    volumes: [{ name: 'secrets', secret: { secretName: 'db' } }],
  };

  const [byVariable, mounted] = [CHART.get('mongodb')!, byFile].map(chart => listOf(serverOf(moved(chart).manifest).env));

  expect(byVariable).toContainEqual({ name: 'MONGO_INITDB_ROOT_PASSWORD', ...key('mongodb-root-password') });
  expect(mounted).toEqual(byVariable);
});

test('Redis reads the configuration of the chart, which says how the data is written, and keeps its password and its primary', () => {
  const replica: Given = {
    ...CHART.get('redis')!,
    component: 'replica',
    env: [{ name: 'REDIS_PASSWORD', ...key('redis-password') }, { name: 'REDIS_MASTER_HOST', value: 'db-master-0.peers' }],
    mounts: [{ name: 'config', mountPath: '/opt/bitnami/redis/mounted-etc' }],
    volumes: [{ name: 'config', configMap: { name: 'redis' } }],
  };

  const args: string[] = serverOf(moved(replica).manifest).args;

  expect(args.join(' ')).toContain('--requirepass $(REDIS_PASSWORD) --masterauth $(REDIS_PASSWORD) --replicaof db-master-0.peers 6379 --include /opt/bitnami/redis/mounted-etc/redis.conf');
});

test('members of ZooKeeper find each other as before', () => {
  const env = listOf(serverOf(moved(CHART.get('zookeeper')!).manifest).env);

  expect(env).toContainEqual({ name: 'ZOO_SERVERS', value: [0, 1, 2].map(i => `server.${i + 1}=db-${i}.peers.shop.svc.cluster.local:2888:3888;2181`).join(' ') });
});

test('containers whose images are gone too are left out and named, those of others stay', () => {
  const { manifest, notes } = moved({ ...CHART.get('mariadb')!, containers: [{ name: 'metrics', image: 'bitnami/mysqld-exporter:0.15.1' }, { name: 'own', image: 'ghcr.io/acme/own:1' }] });

  expect(listOf(recordOf(recordOf(recordOf(manifest.spec).template).spec).containers).map(container => recordOf(container).name)).toEqual(['mariadb', 'own']);
  expect(notes.join('\n')).toContain('the container metrics is left out');
});

test.each([
  ['Sentinel', { ...CHART.get('redis')!, component: 'node' }, 'RedisReplication'],
  ['a read replica', { ...CHART.get('postgresql')!, component: 'read' }, 'follow its primary'],
  ['a replica set', { ...CHART.get('mongodb')!, env: [{ name: 'MONGODB_REPLICA_SET_MODE', value: 'primary' }] }, 'know each other'],
  ['TLS', { ...CHART.get('redis')!, env: [{ name: 'REDIS_TLS_ENABLED', value: 'yes' }] }, 'its TLS is set up by scripts'],
  ['no version', { ...CHART.get('redis')!, image: 'bitnami/redis:latest' }, 'redis-server --version'],
  ['a password from somewhere else', { ...CHART.get('redis')!, env: [{ name: 'REDIS_PASSWORD_FILE', value: '/vault/redis' }] }, 'the database would be open'],
  ['no volume', { ...CHART.get('mariadb')!, volume: '/elsewhere' }, 'nothing is mounted at /bitnami/mariadb'],
])('with %s it stays as it is, and the report says why', (_, chart, reason) => {
  const { manifest, notes, plan } = moved(chart as Given);

  expect(manifest).toEqual(chartOf(chart as Given)[1]);
  expect(notes).toEqual([expect.stringContaining(reason)]);
  expect(plan ?? []).toEqual([]);
});

test('what is no database of such a chart is not looked at', () => {
  expect(movedChart(chartOf({ name: 'redis', image: 'redis:7.2.5', volume: '/data' }).map(manifest => JSON.parse(JSON.stringify(manifest).replaceAll('/opt/bitnami/', '/opt/')))[1])).toBeUndefined();
  expect(movedChart(chartOf(CHARTS[0])[0])).toBeUndefined();
});

test('a copy of an image in a registry of one\'s own is known by what the chart tells it', () => {
  expect(serverOf(moved({ ...CHART.get('postgresql')!, image: 'registry.example/mirror/postgresql:16.3.0' }).manifest).image).toBe('postgres:16.3');
});
