import { objectYaml, setYaml, together } from './examples';
import { classOfNewVolume, mountedClaim } from './mounted-claim';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { driverOf } from '../../../kubernetes/provisioners';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext } from '../../engine/check';

const example = (env: string) => together(
  objectYaml('storage.k8s.io/v1', 'StorageClass', 'disks', 'provisioner: ebs.csi.aws.com'),
  objectYaml('storage.k8s.io/v1', 'CSIDriver', 'ebs.csi.aws.com', 'spec: {attachRequired: true}'),
  setYaml('db',
    [`containers: [{name: db, image: "postgres:17.2", env: [{name: POSTGRES_PASSWORD_FILE, value: /run/password}${env}], volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]}]`],
    'volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: disks, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]'));

/** What names another directory than the image does. */
const SETTING = 'PGDATA';

export const lostAndFound: Check = {
  id: 'lost-and-found',
  why: 'a new disk with ext4 holds a directory `lost+found`, and PostgreSQL makes its first database in an empty directory only: initdb ends with an error, again and again',
  severity: 'warning',
  run: function* (_, context) {
    for (const pods of context.references.pods.all) {
      // What runs already has its data.
      if (pods.workload.metadata?.uid !== undefined) { continue; }
      for (const { container, path } of containersOf(pods.template)) {
        const { directory, settings } = officialImage(container.image)?.data ?? {};
        if (directory === undefined || !settings?.includes(SETTING) || isToldElsewhere(container, directory)) { continue; }
        const at = listOf(container.volumeMounts).findIndex(mount => isRootOfDisk(recordOf(mount), directory, pods, context));
        if (at < 0) { continue; }
        yield {
          object: pods.workload,
          path: `${path}/volumeMounts/${at}`,
          message: `The image '${container.image}' of ${titleOf(pods.workload)} makes its first database in ${directory}, which is the root of a new disk with a directory lost+found in it: initdb refuses that`,
          fix: `write the variable ${SETTING}: ${directory}/pgdata`,
        };
      }
    }
  },
  bad: example(''),
  good: example(', {name: PGDATA, value: /var/lib/postgresql/data/pgdata}'),
};

/** Variables and arguments may name another directory, and another command need not be the database. */
function isToldElsewhere({ env, envFrom, command, args }: Record<string, unknown>, directory: string): boolean {
  return command !== undefined || listOf(envFrom).length > 0 || listOf(args).some(argument => /^-D|data_directory/.test(textOf(argument)))
    || listOf(env).map(recordOf).some(({ name, value }) => name === SETTING && textOf(value).replace(/\/+$/, '') !== directory);
}

function isRootOfDisk(mount: Record<string, unknown>, directory: string, pods: Pods, context: CheckContext): boolean {
  const { name, mountPath, subPath, subPathExpr } = mount;
  if (textOf(mountPath).replace(/\/+$/, '') !== directory || subPath || subPathExpr) { return false; }
  const claim = mountedClaim(name, pods, context);
  const storageClass = claim && classOfNewVolume(claim, context);
  if (!storageClass) { return false; }
  const fileSystem = Object.entries(recordOf(storageClass.parameters)).find(([key]) => /(^|\/)fstype$/i.test(key))?.[1];
  return driverOf(storageClass.provisioner).makesExt4 === true && (fileSystem === undefined || /^ext[34]$/.test(textOf(fileSystem)));
}
