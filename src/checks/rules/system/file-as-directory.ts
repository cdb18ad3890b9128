import { objectYaml, podYaml, together } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { mountsOfVolume } from '../../../kubernetes/workload';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (subPath: string) => together(
  objectYaml('v1', 'ConfigMap', 'conf', 'data: {httpd.conf: "Listen 80"}'),
  podYaml(`containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: conf, mountPath: /usr/local/apache2/conf/httpd.conf${subPath}}]}]`,
    'volumes: [{name: conf, configMap: {name: conf}}]'));

export const fileAsDirectory: Check = {
  id: 'file-as-directory',
  why: 'a volume is mounted as a directory. At the path of a file the container does not start ("not a directory"), or finds a directory where it wants to read a file',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const { workload, template, namespace } of references.pods.all) {
      for (const volume of listOf(template.spec.volumes)) {
        const files = filesIn(recordOf(volume), namespace, inventory);
        if (files.size === 0) { continue; }
        for (const { mount, container, path } of mountsOfVolume(template, recordOf(volume).name)) {
          const file = textOf(mount.mountPath).replace(/\/+$/, '').split('/').at(-1)!;
          if (mount.subPath || mount.subPathExpr || !/[^.]\.[^.]+$/.test(file) || !files.has(file)) { continue; }
          yield {
            object: workload,
            path: `${path}/mountPath`,
            message: `Container '${textOf(container.name)}' of ${titleOf(workload)} gets a directory at ${mount.mountPath}, and the file at ${textOf(mount.mountPath).replace(/\/+$/, '')}/${file}`,
            fix: `write subPath: ${file} beside this mountPath, or mount the whole volume at a directory of its own`,
          };
        }
      }
    }
  },
  bad: example(''),
  good: example(', subPath: httpd.conf'),
};

const SOURCES: readonly [field: string, kind: string, name: string][] = [['configMap', 'ConfigMap', 'name'], ['secret', 'Secret', 'secretName']];

/** The files of a volume, as far as they are among the manifests. */
function filesIn(volume: Record<string, any>, namespace: string, inventory: Inventory): ReadonlySet<unknown> {
  return new Set(SOURCES.flatMap(([field, kind, nameField]) => {
    const source = recordOf(volume[field]);
    if (listOf(source.items).length > 0) { return listOf(source.items).map(item => recordOf(item).path); }
    const { data, binaryData, stringData } = recordOf(inventory.findIn(kind, namespace, source[nameField]));
    return [data, binaryData, stringData].flatMap(part => Object.keys(recordOf(part)));
  }));
}
