import { objectYaml, podYaml, together } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { PlacedContainer, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { MountedFiles, filesOfVolume } from '../../../manifest/mounted-files';
import { NeededFiles, neededFiles } from '../../../manifest/needed-files';
import { Check } from '../../engine/check';

const example = (mount: string) => together(
  objectYaml('v1', 'ConfigMap', 'conf', 'data: {nginx.conf: "events {}\\nhttp {\\n  include mime.types;\\n}"}'),
  podYaml(`containers: [{name: web, image: nginx:1.27.2, volumeMounts: [{name: conf, ${mount}}]}]`, 'volumes: [{name: conf, configMap: {name: conf}}]'));

export const hiddenImageFile: Check = {
  id: 'hidden-image-file',
  why: 'a volume takes the place of the directory that it is mounted at: the files that the image has there are gone for the container. A program that reads one of them ends with an error',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const { workload, template, namespace } of references.pods.all) {
      for (const placed of containersOf(template)) {
        for (const needed of neededFiles(placed.container.image)) {
          const hiding = hidingMount(placed, needed.directory);
          const volume = hiding && listOf(template.spec.volumes).map(recordOf).find(({ name }) => name === hiding.mount.name);
          const files = volume && filesOfVolume(volume, namespace, inventory);
          const missing = files ? missingFiles(needed, files, placed) : [];
          if (missing.length === 0) { continue; }
          const own = [...files!.keys()][0] ?? '<file>';
          yield {
            object: workload,
            path: `${placed.path}/volumeMounts/${hiding!.index}/mountPath`,
            message: `The volume '${textOf(hiding!.mount.name)}' hides all that the image '${textOf(placed.container.image)}' has in ${needed.directory}, `
              + `and the program of ${titleOf(workload)} needs ${missing.join(', ')} there`,
            fix: `write mountPath: ${needed.directory}/${own} with subPath: ${own}, or add ${missing.join(', ')} to what is mounted`,
          };
        }
      }
    }
  },
  bad: example('mountPath: /etc/nginx'),
  good: example('mountPath: /etc/nginx/nginx.conf, subPath: nginx.conf'),
};

interface Hiding {
  readonly mount: Record<string, any>;
  readonly index: number;
}

/** A command may read its files elsewhere. */
function hidingMount({ container }: PlacedContainer, directory: string): Hiding | undefined {
  if (container.command !== undefined) { return undefined; }
  const mounts = listOf(container.volumeMounts).map(recordOf);
  const index = mounts.findIndex(({ mountPath, subPath, subPathExpr }) => textOf(mountPath).replace(/\/+$/, '') === directory && !subPath && !subPathExpr);
  return index < 0 ? undefined : { mount: mounts[index], index };
}

function missingFiles({ directory, files, reads }: NeededFiles, given: MountedFiles, { container }: PlacedContainer): string[] {
  const mounted = listOf(container.volumeMounts).map(mount => textOf(recordOf(mount).mountPath)).filter(path => path.startsWith(`${directory}/`));
  const there = new Set([...given.keys(), ...mounted.map(path => path.slice(directory.length + 1))].flatMap(path => [path, path.split('/')[0]]));
  const text = given.get(files[0]);
  const read = reads && text !== undefined ? [...text.matchAll(reads)].map(([, name]) => name) : [];
  return [...new Set([...files, ...read])].filter(file => !there.has(file));
}
