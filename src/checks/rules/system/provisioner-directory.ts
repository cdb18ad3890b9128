import { workloadYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

/** Where its program makes the directories of claims. */
const DIRECTORY = '/persistentvolumes';
const IMAGE = /(^|\/)nfs-(subdir-external|client)-provisioner(-arm)?(:|@|$)/;

const example = (path: string) => workloadYaml('Deployment', 'nfs', [
  'containers:',
  '- name: nfs',
  '  image: registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2',
  '  env: [{name: PROVISIONER_NAME, value: example.com/nfs}, {name: NFS_SERVER, value: 192.0.2.1}, {name: NFS_PATH, value: /export}]',
  '  volumeMounts: [{name: root, mountPath: /persistentvolumes}]',
  `volumes: [{name: root, nfs: {server: 192.0.2.1, path: ${path}}}]`,
]);

export const provisionerDirectory: Check = {
  id: 'provisioner-directory',
  why: 'the provisioner for NFS makes directories below /persistentvolumes, and volumes of NFS_SERVER and NFS_PATH. If these are not one directory, no node finds what it has made, and the pods do not start',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const problem = IMAGE.test(textOf(container.image)) ? misplaced(container, listOf(template.spec.volumes).map(recordOf)) : undefined;
        if (problem) { yield { object: workload, path: path + problem.path, message: `${titleOf(workload)} ${problem.message}`, fix: problem.fix }; }
      }
    }
  },
  bad: example('/export/other'),
  good: example('/export'),
};

function misplaced({ volumeMounts, env }: Readonly<Record<string, unknown>>, volumes: readonly Record<string, any>[]): Omit<SystemProblem, 'object'> | undefined {
  const mounts = listOf(volumeMounts).map(recordOf);
  const index = mounts.findIndex(({ mountPath }) => trimmed(mountPath) === DIRECTORY);
  const nfs = recordOf(volumes.find(({ name }) => name === mounts[index]?.name)?.nfs);
  if (index < 0) {
    const isElsewhere = mounts.some(({ name }) => volumes.some(volume => volume.name === name && volume.nfs !== undefined));
    return isElsewhere ? { path: '/volumeMounts', message: `makes the directories of claims in ${DIRECTORY}, where no volume is mounted`, fix: `write mountPath: ${DIRECTORY} for the NFS volume` } : undefined;
  }
  for (const [name, field] of [['NFS_SERVER', 'server'], ['NFS_PATH', 'path']]) {
    const i = listOf(env).findIndex(variable => recordOf(variable).name === name);
    const { value } = recordOf(listOf(env)[i]);
    if (typeof value !== 'string' || value.includes('$') || typeof nfs[field] !== 'string' || trimmed(value) === trimmed(nfs[field])) { continue; }
    return { path: `/env/${i}/value`, message: `makes directories in ${textOf(nfs.server)}:${textOf(nfs.path)}, and volumes with ${name} '${value}'`, fix: `write ${nfs[field]}, or the same in the volume` };
  }
  return undefined;
}

function trimmed(path: unknown): string {
  return textOf(path).replace(/(?<=.)\/+$/, '');
}
