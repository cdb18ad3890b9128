import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { claimTemplatesOf, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Directories without which no program of an image starts. */
const OF_THE_SYSTEM = new Set(['', '/bin', '/sbin', '/lib', '/lib64', '/usr', '/usr/bin', '/usr/sbin', '/usr/lib', '/etc']);

/** Sources that do not hold what stands there in the image. */
const SOURCES = ['configMap', 'secret', 'emptyDir', 'projected', 'downwardAPI', 'persistentVolumeClaim', 'ephemeral'];

const example = (mount: string) => podYaml(`containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: scripts, ${mount}}]}]`, 'volumes: [{name: scripts, emptyDir: {}}]');

export const hiddenDirectory: Check = {
  id: 'hidden-directory',
  why: 'a volume takes the place of the directory that it is mounted at: what the image has there is gone for the container. Without its programs and libraries it does not start',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const volumes = new Set([
        ...listOf(template.spec.volumes).map(recordOf).filter(volume => SOURCES.some(source => volume[source] !== undefined)).map(({ name }) => name),
        ...workload.kind === 'StatefulSet' ? claimTemplatesOf(workload).map(claim => recordOf(recordOf(claim).metadata).name) : [],
      ]);
      if (volumes.size === 0) { continue; }
      for (const { container, path } of containersOf(template)) {
        for (const [i, mount] of listOf(container.volumeMounts).map(recordOf).entries()) {
          const directory = textOf(mount.mountPath).replace(/\/+$/, '');
          if (!textOf(mount.mountPath).startsWith('/') || !OF_THE_SYSTEM.has(directory) || !volumes.has(mount.name)) { continue; }
          const isFile = mount.subPath !== undefined || mount.subPathExpr !== undefined;
          yield {
            object: workload,
            path: `${path}/volumeMounts/${i}/mountPath`,
            message: `The volume '${textOf(mount.name)}' hides all that the image of container '${textOf(container.name)}' has in ${directory || '/'} (${titleOf(workload)})`,
            fix: `write mountPath: ${directory}/<name>${isFile ? '' : ', with subPath for a single file'}`,
          };
        }
      }
    }
  },
  bad: example('mountPath: /etc'),
  good: example('mountPath: /etc/scripts'),
};
