import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf, runAsUserOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { Check } from '../../engine/check';

const example = (image: string) => podYaml('securityContext: {runAsUser: 101}', `containers: [{name: web, image: "${image}"}]`);

export const imageNeedsRoot: Check = {
  id: 'image-needs-root',
  why: 'some images begin as root, since only root may write to the directories that their program needs. As another user it ends with "Permission denied"',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const user = runAsUserOf(container, template);
        if (typeof user !== 'number' || user === 0) { continue; }
        const { unprivileged, writes = [], configuration = '' } = officialImage(container.image) ?? {};
        if (unprivileged === undefined || container.command !== undefined || container.args !== undefined) { continue; }
        const mounts = listOf(container.volumeMounts).map(mount => textOf(recordOf(mount).mountPath).replace(/\/+$/, ''));
        // Whoever mounts one of these directories, or a configuration that names others, has seen to it.
        if (mounts.some(mount => configuration.startsWith(mount) || writes.some(directory => directory === mount || directory.startsWith(`${mount}/`)))) { continue; }
        yield {
          object: workload,
          path: `${recordOf(container.securityContext).runAsUser === undefined ? `${template.path}/spec` : path}/securityContext/runAsUser`,
          message: `Container '${textOf(container.name)}' of ${titleOf(workload)} runs as user ${user}, and its image '${textOf(container.image)}' writes to ${writes.join(' and ')}, where only root may`,
          fix: `write image: ${unprivileged}, which listens on port 8080`,
        };
      }
    }
  },
  bad: example('nginx:1.27.3'),
  good: example('nginxinc/nginx-unprivileged:1.27.3'),
};
