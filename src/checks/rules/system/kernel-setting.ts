import { setYaml } from './examples';
import { isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { containersOf, wordsOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { kernelNeedOf } from '../../../manifest/kernel-needs';
import { Pods } from '../../../manifest/references/pods';
import { References } from '../../../manifest/references/references';
import { Check } from '../../engine/check';

const example = (init: string) => setYaml('search', [
  ...init ? [`initContainers: [{name: kernel, image: busybox:1.36.1, command: [${init}], securityContext: {privileged: true}}]`] : [],
  'containers: [{name: search, image: "docker.elastic.co/elasticsearch/elasticsearch:8.15.3"}]',
]);

export const kernelSetting: Check = {
  id: 'kernel-setting',
  why: 'some programs ask the kernel of their node for more than it gives, and end with an error. The setting belongs to the node: a pod cannot ask for it in its sysctls. '
    + 'Whether the nodes have it no manifest says: worth knowing',
  severity: 'info',
  run: function* (_, { references }) {
    const words = once(() => references.pods.all.flatMap(({ workload }) => wordsOf(workload)));
    for (const pods of references.pods.all) {
      for (const { container, path } of containersOf(pods.template)) {
        const need = kernelNeedOf(container);
        // Some program of the system may change it on the nodes, and a file that is mounted may say that the program does without.
        if (!need || hasOwnFiles(container, pods, references) || words().some(word => word.includes(need.setting))) { continue; }
        yield {
          object: pods.workload,
          path: `${path}/image`,
          message: `Container '${textOf(container.name)}' of ${titleOf(pods.workload)} ('${textOf(container.image)}') does not start on nodes whose ${need.setting} is below ${need.least}; `
            + `the kernel's own value is ${need.usual}`,
          fix: `set ${need.setting}=${need.least} on the nodes, or by a privileged init container: command: [sysctl, -w, ${need.setting}=${need.least}]`,
        };
      }
    }
  },
  bad: example(''),
  good: example('sysctl, -w, vm.max_map_count=262144'),
};

/** True if the container mounts files that say how it runs; the pages that we see must not name what it does without. */
function hasOwnFiles({ volumeMounts }: Record<string, unknown>, { template, workload }: Pods, references: References): boolean {
  const mounted = new Set(listOf(volumeMounts).map(mount => recordOf(mount).name));
  const hasFiles = listOf(template.spec.volumes).map(recordOf)
    .some(({ name, configMap, projected }) => mounted.has(name) && (isRecord(configMap) || isRecord(projected)));
  if (!hasFiles) { return false; }
  const files = references.from(workload).filter(({ kind, relation }) => kind === 'ConfigMap' && relation === 'mounts')
    .map(reference => references.target(reference));
  return files.some(file => !file || Object.values(recordOf(file.data)).some(text => /single-node|allow_mmap/.test(textOf(text))));
}
