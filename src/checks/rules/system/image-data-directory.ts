import { setYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext } from '../../engine/check';

/** Where an official image keeps its data, from a version on. */
interface DataDirectory {
  /** @default - from the first one on */
  readonly since?: number;
  readonly directory: string;
}

/** The last that holds counts. */
const DIRECTORIES: Readonly<Record<string, readonly DataDirectory[]>> = {
  cassandra: [{ directory: '/var/lib/cassandra' }],
  couchdb: [{ directory: '/opt/couchdb/data' }],
  elasticsearch: [{ directory: '/usr/share/elasticsearch/data' }],
  influxdb: [{ directory: '/var/lib/influxdb' }, { since: 2, directory: '/var/lib/influxdb2' }],
  mariadb: [{ directory: '/var/lib/mysql' }],
  mongo: [{ directory: '/data/db' }],
  mysql: [{ directory: '/var/lib/mysql' }],
  neo4j: [{ directory: '/data' }],
  // PGDATA moved into a directory for each version, and the volume of the image one level up.
  postgres: [{ directory: '/var/lib/postgresql/data' }, { since: 18, directory: '/var/lib/postgresql/18/docker' }],
  rabbitmq: [{ directory: '/var/lib/rabbitmq' }],
  redis: [{ directory: '/data' }],
  valkey: [{ directory: '/data' }],
};

const OFFICIAL = /^(?:docker\.io\/)?(?:library\/|valkey\/)?([a-z0-9]+)(?::(\d+)?[^@]*)?(?:@|$)/;

const example = (mountPath: string) => setYaml('db',
  [`containers: [{name: db, image: "postgres:18.1", volumeMounts: [{name: data, mountPath: ${mountPath}}]}]`],
  'volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]');

export const imageDataDirectory: Check = {
  id: 'image-data-directory',
  why: 'what a database writes beside its volume is in the container, and gone when the container is created anew. Since 18 the image of PostgreSQL writes to another '
    + 'directory than before',
  severity: 'warning',
  run: function* (_, context) {
    for (const pods of context.references.pods.all) {
      for (const { container, path } of containersOf(pods.template)) {
        const directory = directoryOf(container.image);
        const mounts = directory === undefined ? [] : persistentMounts(container, pods);
        const isMeant = (mount: string) => isWithin(directory!, mount) || mentions(mount, container, pods, context);
        if (mounts.length === 0 || mounts.some(isMeant)) { continue; }
        yield {
          object: pods.workload,
          path: `${path}/volumeMounts`,
          message: `The image '${container.image}' writes its data to ${directory}, and ${titleOf(pods.workload)} has its volume at ${mounts.join(', ')}: the data is lost with the container`,
          fix: directory!.startsWith('/var/lib/postgresql/') ? `write mountPath: /var/lib/postgresql, or the variable PGDATA: ${mounts[0]}/pgdata` : `write mountPath: ${directory}`,
        };
      }
    }
  },
  bad: example('/var/lib/postgresql/data'),
  good: example('/var/lib/postgresql'),
};

function directoryOf(image: unknown): string | undefined {
  const [, name, version] = typeof image === 'string' ? OFFICIAL.exec(image) ?? [] : [];
  if (name === undefined || !Object.hasOwn(DIRECTORIES, name)) { return undefined; }
  const all = DIRECTORIES[name];
  // Without a version it may be any.
  return version === undefined && all.length > 1 ? undefined : all.filter(({ since = 0 }) => Number(version ?? 0) >= since).at(-1)?.directory;
}

/** Where the container has volumes that stay when it goes. */
function persistentMounts(container: Readonly<Record<string, unknown>>, { workload, template }: Pods): string[] {
  const made = listOf(recordOf(workload.spec).volumeClaimTemplates).map(claim => recordOf(recordOf(claim).metadata).name);
  const claimed = listOf(template.spec.volumes).map(recordOf).filter(volume => volume.persistentVolumeClaim !== undefined).map(({ name }) => name);
  const lasting = new Set([...made, ...claimed]);
  return listOf(container.volumeMounts).map(recordOf).filter(({ name }) => lasting.has(name))
    .map(({ mountPath }) => textOf(mountPath).replace(/\/+$/, '')).filter(path => path !== '');
}

function isWithin(directory: string, mount: string): boolean {
  return directory === mount || directory.startsWith(`${mount}/`);
}

/** Whether the program may have been told to write there: by a variable, an argument, or a file that it is given. */
function mentions(mount: string, { env, command, args }: Readonly<Record<string, unknown>>, pods: Pods, { references }: CheckContext): boolean {
  const files = references.from(pods.workload).filter(({ kind, relation }) => kind === 'ConfigMap' && relation === 'mounts')
    .map(reference => references.target(reference));
  // A file that we do not see may say so.
  if (files.includes(undefined)) { return true; }
  const texts = [
    ...listOf(env).map(variable => recordOf(variable).value), ...listOf(command), ...listOf(args),
    ...files.flatMap(file => Object.values(recordOf(file!.data))),
  ];
  return texts.some(text => typeof text === 'string' && text.includes(mount));
}
