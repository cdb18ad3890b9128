import { setYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext } from '../../engine/check';

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
      for (const { container, path } of containersOf(pods.template)) {
        const { directory, volume = directory, settings: [setting] = [], undeclared } = officialImage(container.image)?.data ?? {};
        if (directory === undefined) { continue; }
        const mounts = persistentMounts(container, pods);
        const above = undeclared ? undefined : mountAbove(volume!, mounts);
        if (above !== undefined && !isToldElsewhere(above, volume!, container, pods, context)) {
          yield {
            object: pods.workload,
            path: `${path}/volumeMounts`,
            message: `The image '${container.image}' declares a volume at ${volume}, and ${titleOf(pods.workload)} has its own at ${above}: `
              + `containerd and Docker mount an empty one over it at ${volume}, and the data is lost with the container`,
            fix: `write mountPath: ${volume}${/^[A-Z]/.test(setting ?? '') ? `, or the variable ${setting}: ${above}/database` : ''}`,
          };
          continue;
        }
        const isMeant = (mount: string) => isWithin(directory, mount) || mentions(mount, container, pods, context);
        if (mounts.length === 0 || mounts.some(isMeant)) { continue; }
        yield {
          object: pods.workload,
          path: `${path}/volumeMounts`,
          message: `The image '${container.image}' writes its data to ${directory}, and ${titleOf(pods.workload)} has its volume at ${mounts.join(', ')}: the data is lost with the container`,
          fix: `write mountPath: ${volume}${/^[A-Z]/.test(setting ?? '') ? `, or the variable ${setting}: ${mounts[0]}/data` : ''}`,
        };
      }
    }
  },
  bad: example('/var/lib/postgresql/data'),
  good: example('/var/lib/postgresql'),
};

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
