import { setYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { PlacedContainer, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { DataDirectory, bitnamiData, officialImage } from '../../../manifest/official-image';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (mountPath: string) => setYaml('db',
  [`containers: [{name: db, image: "postgres:18.1", env: [{name: POSTGRES_PASSWORD_FILE, value: /run/password}], volumeMounts: [{name: data, mountPath: ${mountPath}}]}]`],
  'volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]');

export const imageDataDirectory: Check = {
  id: 'image-data-directory',
  why: 'what a database writes beside its volume is in the container, and gone when the container is created anew. Since 18 the image of PostgreSQL writes to another '
    + 'directory than before. A volume above the one that an image declares does not hold what is written there',
  severity: 'warning',
  run: function* (_, context) {
    for (const pods of context.references.pods.all) {
      for (const placed of containersOf(pods.template)) {
        const data = officialImage(placed.container.image)?.data;
        const problem = data ? besideVolume(placed, pods, data, context) : besideVolumeOfBitnami(placed, pods, context);
        if (problem) { yield { object: pods.workload, ...problem }; }
      }
    }
  },
  bad: example('/var/lib/postgresql/data'),
  good: example('/var/lib/postgresql'),
};

type Found = Omit<SystemProblem, 'object'>;

function besideVolume({ container, path }: PlacedContainer, pods: Pods, data: DataDirectory, context: CheckContext): Found | undefined {
  const { directory, volume = directory, settings = [], undeclared } = data;
  const mounts = persistentMounts(container, pods);
  const told = path.includes('/containers/') ? toldDirectory(container, settings) : undefined;
  const isBeside = told !== undefined && mounts.length > 0 && !isMounted(told.directory, container);
  if (isBeside && !mounts.some(mount => mentions(mount, container, pods, context))) {
    return {
      path: path + told.path,
      message: `${titleOf(pods.workload)} has its volume at ${mounts.join(', ')}, and the program of '${textOf(container.image)}' is told to write to ${told.directory}: the data is lost with the container`,
      fix: `write ${told.setting} with ${mounts[0]}, or mountPath: ${told.directory}`,
    };
  }
  const above = undeclared ? undefined : mountAbove(volume, mounts);
  if (above !== undefined && !isToldElsewhere(above, volume, container, pods, context)) {
    return {
      path: `${path}/volumeMounts`,
      message: `The image '${textOf(container.image)}' declares a volume at ${volume}, and ${titleOf(pods.workload)} has its own at ${above}: `
        + `containerd and Docker mount an empty one over it at ${volume}, and the data is lost with the container`,
      fix: `write ${[`mountPath: ${volume}`, ...variableFor(settings, `${above}/database`)].join(', or ')}`,
    };
  }
  return withoutVolume({ container, path }, pods, [data], context);
}

interface ToldDirectory {
  readonly setting: string;
  readonly directory: string;
  readonly path: string;
}

/** Where a container is said to write, among the settings of its image, if that is written out. */
function toldDirectory({ env, command, args }: Readonly<Record<string, any>>, settings: readonly string[]): ToldDirectory | undefined {
  const variable = listOf(env).map(recordOf).findIndex(({ name, value }) => settings.includes(textOf(name)) && typeof value === 'string');
  if (variable >= 0) { return absolute(textOf(recordOf(env[variable]).name), textOf(recordOf(env[variable]).value), `/env/${variable}/value`); }
  for (const [field, list] of [['command', command], ['args', args]]) {
    const words = listOf(list).map(textOf);
    for (const [i, word] of words.entries()) {
      const setting = settings.find(one => one.startsWith('-') && (word === one || word.startsWith(`${one}=`)));
      if (setting === undefined) { continue; }
      return word === setting ? absolute(setting, words[i + 1] ?? '', `/${field}/${i + 1}`) : absolute(setting, word.slice(setting.length + 1), `/${field}/${i}`);
    }
  }
  return undefined;
}

function absolute(setting: string, value: string, path: string): ToldDirectory | undefined {
  return /^\/[^$,]+$/.test(value) ? { setting, directory: value.replace(/\/+$/, ''), path } : undefined;
}

/** True if any volume is mounted there or above, also one that goes with the pod: that is somebody's choice. */
function isMounted(directory: string, { volumeMounts }: Readonly<Record<string, any>>): boolean {
  return listOf(volumeMounts).some(mount => isWithin(directory, textOf(recordOf(mount).mountPath).replace(/\/+$/, '')));
}

function besideVolumeOfBitnami(placed: PlacedContainer, pods: Pods, context: CheckContext): Found | undefined {
  const directories = bitnamiData(placed.container.image);
  return directories && placed.path.includes('/containers/') ? withoutVolume(placed, pods, directories, context) : undefined;
}

/** None of the directories is on a volume, and the container has one elsewhere. */
function withoutVolume({ container, path }: PlacedContainer, pods: Pods, directories: readonly DataDirectory[], context: CheckContext)
  : Found | undefined {
  const mounts = persistentMounts(container, pods);
  const [{ directory, volume = directory, settings = [] }] = directories;
  const isMeant = (mount: string) => directories.some(one => isWithin(one.directory, mount)) || mentions(mount, container, pods, context);
  if (mounts.length === 0 || mounts.some(isMeant)) { return undefined; }
  // Nobody keeps data in /tmp on purpose.
  const ways = [...directory.startsWith('/tmp/') ? [] : [`mountPath: ${volume}`], ...variableFor(settings, `${mounts[0]}/data`)];
  return {
    path: `${path}/volumeMounts`,
    message: `The image '${textOf(container.image)}' writes its data to ${directory}, and ${titleOf(pods.workload)} has its volume at ${mounts.join(', ')}: the data is lost with the container`,
    fix: `write ${ways.join(', or ')}`,
  };
}

function variableFor([setting = '']: readonly string[], directory: string): string[] {
  return /^[A-Z]/.test(setting) ? [`the variable ${setting}: ${directory}`] : [];
}

/** Where the container has volumes that stay when it goes. */
function persistentMounts(container: Readonly<Record<string, unknown>>, { workload, template }: Pods): string[] {
  const made = listOf(recordOf(workload.spec).volumeClaimTemplates).map(claim => recordOf(recordOf(claim).metadata).name);
  const claimed = listOf(template.spec.volumes).map(recordOf).filter(volume => volume.persistentVolumeClaim !== undefined).map(({ name }) => name);
  const lasting = new Set([...made, ...claimed]);
  return listOf(container.volumeMounts).map(recordOf).filter(({ name }) => lasting.has(name))
    .map(({ mountPath }) => textOf(mountPath).replace(/\/+$/, '')).filter(path => path !== '');
}

/** The mount that holds the place of a volume that the image declares, and is not at that very place; undefined if none is. */
function mountAbove(volume: string, mounts: readonly string[]): string | undefined {
  return mounts.includes(volume) ? undefined : mounts.filter(mount => isWithin(volume, mount)).sort((a, b) => b.length - a.length)[0];
}

/** Whether the program may write to the mount, and beside the volume of the image. */
function isToldElsewhere(mount: string, volume: string, container: Readonly<Record<string, unknown>>, pods: Pods, context: CheckContext): boolean {
  const { env, ...rest } = container;
  const others = listOf(env).map(recordOf).filter(({ value }) => typeof value !== 'string' || !isWithin(value.replace(/\/+$/, ''), volume));
  return mentions(mount, { ...rest, env: others }, pods, context);
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
