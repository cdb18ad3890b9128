import { DATA, setYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

const example = (replicas: number) => setYaml('db',
  ['containers: [{name: db, image: "mysql:8.4.3", env: [{name: MYSQL_RANDOM_ROOT_PASSWORD, value: "1"}], volumeMounts: [{name: data, mountPath: /var/lib/mysql}]}]'],
  `replicas: ${replicas}`, DATA);

/** Official images of databases that never look for others by themselves. */
const ALONE = /^(?:docker\.io\/)?(?:library\/)?(postgres|mysql|mariadb|mongo|redis|valkey\/valkey|influxdb)(?::|@|$)/;
/** A setting that keeps a member from looking for others, in the name of a variable. */
const SINGLE: readonly { readonly image: RegExp; readonly name: RegExp; readonly value: RegExp }[] = [
  { image: /(^|\/)(elasticsearch|opensearch)(-oss|-wolfi)?(?=[:@]|$)/, name: /^(ES_SETTING_)?discovery[._]type$/i, value: /^single-node$/ },
];

/** Images whose members find one another by a variable or a file, and by nothing else; and what to write. */
const UNTOLD: readonly { readonly image: RegExp; readonly variables: RegExp; readonly files: RegExp; readonly fix: string }[] = [
  {
    image: /^(?:docker\.io\/)?(?:library\/)?zookeeper(?=[:@]|$)/,
    variables: /^ZOO_(SERVERS|CFG_EXTRA)$/,
    files: /^\/conf/,
    fix: 'write ZOO_SERVERS with each pod, and ZOO_MY_ID by the ordinal of the pod; or replicas: 1',
  },
  {
    image: /^(?:docker\.io\/)?(?:library\/)?cassandra(?=[:@]|$)/,
    variables: /^CASSANDRA_(SEEDS|CONF)$/,
    files: /cassandra(\.yaml)?$/,
    fix: 'write CASSANDRA_SEEDS with the name of the first pod; or replicas: 1',
  },
  // Without the same cookie each makes one of its own, and lets nobody in.
  {
    image: /^(?:docker\.io\/)?(?:library\/)?rabbitmq(?=[:@]|$)/,
    variables: /COOKIE|ERL_ARGS/,
    files: /cookie|^\/etc\/rabbitmq/,
    fix: 'write RABBITMQ_ERLANG_COOKIE from one Secret, and cluster_formation in rabbitmq.conf; or replicas: 1',
  },
];

/** Caches, whose clients may know all pods of a set by their names, and spread the keys over them themselves. */
const CACHE = /^(redis|valkey\/valkey)$/;

export const unreplicatedDatabase: Check = {
  id: 'unreplicated-database',
  why: 'replicas starts more pods with the same image, and nothing tells the databases in them of one another: each has its own data, and a Service sends a client to another one each time',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const pods of references.pods.all) {
      const { workload } = pods;
      if (!['StatefulSet', 'Deployment'].includes(workload.kind) || replicasOf(workload) < 2) { continue; }
      const untold = untoldMembers(pods);
      const image = loneImage(pods) ?? singleImage(pods) ?? untold?.image;
      if (image === undefined) { continue; }
      yield {
        object: workload,
        path: '/spec/replicas',
        message: `${titleOf(workload)} runs ${replicasOf(workload)} databases of the image '${image}' that know nothing of one another: what is written to one is not in the others`,
        fix: untold?.fix ?? 'write replicas: 1, or set up replication, best with an operator of this database',
      };
    }
  },
  bad: example(3),
  good: example(1),
};

/**
 * The image of a database that is started as it comes: what may tell the members of one another,
 * such as a command, a configuration, another container or a variable of the pod's name, is not there.
 */
function loneImage({ workload, template: { spec } }: Pods): string | undefined {
  const containers = listOf(spec.containers).map(recordOf);
  const image = textOf(containers.find(({ image: one }) => ALONE.test(textOf(one)) && officialImage(one))?.image);
  const [, name = ''] = ALONE.exec(image) ?? [];
  if (workload.kind === 'StatefulSet' && CACHE.test(name)) { return undefined; }
  const mayBeTold = containers.some(container => isTold(container)) || listOf(spec.initContainers).length > 0
    || listOf(spec.volumes).map(recordOf).some(volume => volume.persistentVolumeClaim === undefined && volume.emptyDir === undefined);
  return image === '' || mayBeTold || containers.length > 1 ? undefined : image;
}

/** The image of a database whose members are told to look for no others. */
function singleImage({ template: { spec } }: Pods): string | undefined {
  const single = listOf(spec.containers).map(recordOf).find(({ image, env }) => SINGLE.some(row => row.image.test(textOf(image))
    && listOf(env).map(recordOf).some(({ name, value }) => row.name.test(textOf(name)) && row.value.test(textOf(value)))));
  return single && textOf(single.image);
}

interface UntoldMembers {
  readonly image: string;
  readonly fix: string;
}

/** Members that nobody tells of one another. */
function untoldMembers({ workload, template: { spec } }: Pods): UntoldMembers | undefined {
  const containers = listOf(spec.containers).map(recordOf);
  const alone = containers.find(({ image, command, args }) => isAloneServer(textOf(image), command, args));
  if (alone) {
    const { serviceName } = recordOf(workload.spec);
    const pods = `${textOf(workload.metadata?.name)}-{0...${replicasOf(workload) - 1}}.${textOf(serviceName)}`;
    return { image: textOf(alone.image), fix: `write args: [server, "http://${pods}/data"], for at least four pods; or replicas: 1` };
  }
  for (const container of listOf(spec.initContainers).length > 0 ? [] : containers) {
    const image = textOf(container.image);
    const row = UNTOLD.find(one => one.image.test(image));
    if (row && !mayKnowOthers(container, row)) { return { image, fix: row.fix }; }
  }
  return undefined;
}

function mayKnowOthers(container: Record<string, any>, { variables, files }: typeof UNTOLD[number]): boolean {
  const { command, args, env, envFrom, lifecycle, volumeMounts } = container;
  const paths = listOf(volumeMounts).map(mount => textOf(recordOf(mount).mountPath));
  return command !== undefined || args !== undefined || lifecycle !== undefined || listOf(envFrom).length > 0
    || listOf(env).some(variable => variables.test(textOf(recordOf(variable).name)))
    || paths.some(path => files.test(path) && !/^\/var\/lib\/\w+$/.test(path));
}

/** MinIO is told of the others by their addresses: `server http://minio-{0...3}.minio/data`. */
function isAloneServer(image: string, command: unknown, args: unknown): boolean {
  const [server, ...rest] = listOf(args).map(textOf);
  const places = rest.filter(word => word.startsWith('/') || word.includes('://'));
  return /(^|\/)minio\/minio(?=[:@]|$)/.test(image) && command === undefined && server === 'server'
    && places.length > 0 && places.every(word => word.startsWith('/'));
}

function isTold({ command, args, env, envFrom, lifecycle }: Record<string, unknown>): boolean {
  const variables = listOf(env).map(recordOf);
  const isOther = command !== undefined || lifecycle !== undefined || listOf(envFrom).length > 0;
  return isOther || listOf(args).some(word => /repl|slave|primary|master|cluster|server-id|wal|gtid/i.test(textOf(word)))
    || variables.some(({ name, valueFrom }) => recordOf(valueFrom).fieldRef !== undefined || /REPL|MASTER|PRIMARY|CLUSTER|SLAVE/i.test(textOf(name)));
}
