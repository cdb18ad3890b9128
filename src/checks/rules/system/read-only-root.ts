import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { officialImage } from '../../../manifest/official-image';
import { Check } from '../../engine/check';

const example = (mounts: string) => podYaml(
  `containers: [{name: web, image: httpd:2.4.62, securityContext: {readOnlyRootFilesystem: true}, volumeMounts: [${mounts}]}]`, 'volumes: [{name: logs, emptyDir: {}}, {name: pages, emptyDir: {}}]');

export const readOnlyRoot: Check = {
  id: 'read-only-root',
  why: 'with readOnlyRootFilesystem a container writes to its volumes only. A server that cannot write its lock or its temporary files ends with "Read-only file system"',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        const isReadOnly = recordOf(container.securityContext).readOnlyRootFilesystem === true;
        const { writes = [], configuration } = isReadOnly ? officialImage(container.image) ?? {} : {};
        if (writes.length === 0 || container.command !== undefined || isOtherProgram(container.args)) { continue; }
        const mounts = listOf(container.volumeMounts).map(mount => inRun(textOf(recordOf(mount).mountPath).replace(/\/+$/, '')));
        // A configuration of one's own may name other directories.
        if (configuration && mounts.some(mount => isWithin(mount, configuration) || isWithin(configuration, mount))) { continue; }
        const missing = writes.filter(directory => !mounts.some(mount => isWithin(inRun(directory), mount)));
        if (missing.length === 0) { continue; }
        yield {
          object: workload,
          path: `${path}/securityContext/readOnlyRootFilesystem`,
          message: `The image '${textOf(container.image)}' of ${titleOf(workload)} writes to ${missing.join(' and ')}, where it has no volume, and all else is read-only`,
          fix: `mount an emptyDir at ${missing.join(' and one at ')}`,
        };
      }
    }
  },
  bad: example('{name: pages, mountPath: /usr/local/apache2/htdocs}'),
  good: example('{name: logs, mountPath: /usr/local/apache2/logs}'),
};

/** `/var/run` is a link to `/run`. */
function inRun(path: string): string {
  return path.replace(/^\/var\/run(?=\/|$)/, '/run');
}

function isWithin(directory: string, mount: string): boolean {
  return mount !== '' && (directory === mount || directory.startsWith(`${mount}/`));
}

/** Arguments that begin with a dash are for the server of the image. */
function isOtherProgram(args: unknown): boolean {
  const [first] = listOf(args);
  return first !== undefined && !textOf(first).startsWith('-');
}
