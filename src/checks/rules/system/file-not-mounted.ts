import { objectYaml, podYaml, together } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { volumesOf } from '../../../manifest/files-in-container';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { filesOfVolume } from '../../../manifest/mounted-files';
import { processCallsOf } from '../../../manifest/process-calls';
import { Pods } from '../../../manifest/references/pods';
import { closest } from '../../../reports/did-you-mean';
import { Check } from '../../engine/check';

const example = (key: string) => together(
  objectYaml('v1', 'ConfigMap', 'conf', `data: {${key}: "a: 1"}`),
  podYaml('containers: [{name: web, image: "registry.example.com/web:1.4.2", args: ["--config.file=/etc/web/web.yml"], volumeMounts: [{name: conf, mountPath: /etc/web}]}]',
    'volumes: [{name: conf, configMap: {name: conf}}]'));

export const fileNotMounted: Check = {
  id: 'file-not-mounted',
  why: 'the volume of a ConfigMap holds its keys as files, and nobody can write others there. A program that is told to read another one does not find it',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const pods of references.pods.all) {
      for (const placed of containersOf(pods.template)) {
        const directories = configDirectories(placed.container, pods, inventory);
        const call = directories.size === 0 ? undefined : processCallsOf(placed).find(({ by }) => by === 'container');
        for (const [index, word] of call?.words.entries() ?? []) {
          const [, file, directory = '', name = ''] = /^(?:--?[\w.-]+=)?((\/[\w./-]+)\/([\w.-]+\.\w+))$/.exec(textOf(word)) ?? [];
          const keys = directories.get(directory);
          if (!keys || keys.has(name) || [...keys].some(key => key.startsWith(`${name}/`))) { continue; }
          const meant = keys.size === 1 ? [...keys][0] : closest(name, [...keys]);
          yield {
            object: pods.workload,
            path: call!.pathOf(index),
            message: `Container '${textOf(placed.container.name)}' of ${titleOf(pods.workload)} is told to read ${file}, and the ConfigMap mounted at ${directory} has no such key`
              + (keys.size > 0 ? `; it has ${[...keys].slice(0, 6).join(', ')}` : ''),
            fix: meant === undefined ? `add the key ${name} to the ConfigMap` : `write ${directory}/${meant}, or give the key the name ${name}`,
          };
        }
      }
    }
  },
  bad: example('web.yaml'),
  good: example('web.yml'),
};

/** The keys by the path at which they are mounted. */
type Directories = ReadonlyMap<string, ReadonlySet<string>>;

/** The directories in a container that hold a ConfigMap of the manifests and nothing else, and its keys. */
function configDirectories({ volumeMounts }: Record<string, any>, { template, namespace }: Pods, inventory: Inventory): Directories {
  const mounts = listOf(volumeMounts).map(recordOf);
  const paths = mounts.map(({ mountPath }) => textOf(mountPath).replace(/\/+$/, ''));
  const volumes = volumesOf(template);
  const directories = new Map<string, ReadonlySet<string>>();
  for (const [i, { name, subPath, subPathExpr }] of mounts.entries()) {
    const volume = volumes.get(name);
    if (volume?.configMap === undefined || subPath || subPathExpr) { continue; }
    const isOpen = paths.some((path, other) => other !== i && (path === paths[i] || path.startsWith(`${paths[i]}/`)));
    const files = isOpen ? undefined : filesOfVolume(volume, namespace, inventory);
    if (files && files.size > 0) { directories.set(paths[i], new Set(files.keys())); }
  }
  return directories;
}
