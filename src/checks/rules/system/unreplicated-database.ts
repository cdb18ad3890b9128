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

/** Caches, whose clients may know all pods of a set by their names, and spread the keys over them themselves. */
const CACHE = /^(redis|valkey\/valkey)$/;

export const unreplicatedDatabase: Check = {
  id: 'unreplicated-database',
  why: 'replicas starts more pods with the same image, and nothing tells the databases in them of one another: each has its own data, and a Service sends a client to another one each time',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const pods of references.pods.all) {
      const { workload } = pods;
      const image = ['StatefulSet', 'Deployment'].includes(workload.kind) && replicasOf(workload) > 1 ? loneImage(pods) ?? singleImage(pods) : undefined;
      if (image === undefined) { continue; }
      yield {
        object: workload,
        path: '/spec/replicas',
        message: `${titleOf(workload)} runs ${replicasOf(workload)} databases of the image '${image}' that know nothing of one another: what is written to one is not in the others`,
        fix: 'write replicas: 1, or set up replication, best with an operator of this database',
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

function isTold({ command, args, env, envFrom, lifecycle }: Record<string, unknown>): boolean {
  const variables = listOf(env).map(recordOf);
  const isOther = command !== undefined || lifecycle !== undefined || listOf(envFrom).length > 0;
  return isOther || listOf(args).some(word => /repl|slave|primary|master|cluster|server-id|wal|gtid/i.test(textOf(word)))
    || variables.some(({ name, valueFrom }) => recordOf(valueFrom).fieldRef !== undefined || /REPL|MASTER|PRIMARY|CLUSTER|SLAVE/i.test(textOf(name)));
}
