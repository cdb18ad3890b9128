import { objectYaml, podYaml, together } from './examples';
import { modeText, rightsOf } from '../../../kubernetes/file-mode';
import { Manifest, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { processCallsOf } from '../../../manifest/process-calls';
import { VolumeFile, volumeFileAt } from '../../../manifest/volume-file';
import { Check } from '../../engine/check';

const example = (mode: string) => together(
  podYaml('containers: [{name: web, image: "registry.example.com/web:1.4.2", command: [/scripts/start.sh], volumeMounts: [{name: scripts, mountPath: /scripts}]}]',
    `volumes: [{name: scripts, configMap: {name: scripts${mode}}}]`),
  objectYaml('v1', 'ConfigMap', 'scripts', 'data: {start.sh: "#!/bin/sh\\nexec web\\n"}'));

export const scriptNotExecutable: Check = {
  id: 'script-not-executable',
  why: 'the files of a ConfigMap or Secret have the mode 0644, with which nobody may run them, root included: the container ends with "permission denied"; '
    + 'and at their mount path there is nothing else, whatever the image has there',
  run: function* (_, { references }) {
    for (const { workload, namespace, template } of references.pods.all) {
      for (const placed of containersOf(template)) {
        for (const call of processCallsOf(placed)) {
          const file = call.namesProgram ? textOf(call.words[0]) : '';
          if (!file.startsWith('/')) { continue; }
          const found = volumeFileAt(file, placed.container, template);
          if (!found) { continue; }
          if (lacks(references.inventory.findIn(found.source.kind, namespace, found.source.name), found)) {
            yield {
              object: workload,
              path: call.pathOf(0),
              message: `Container '${textOf(placed.container.name)}' of ${titleOf(workload)} runs ${file}, and what the image has there `
                + `is hidden by ${found.source.kind} '${found.source.name}', which has no such file`,
              fix: `mount the volume at another path, or only its file beside ${file}, with subPath`,
            };
            continue;
          }
          if (Object.values(rightsOf(found.mode)).some(({ run }) => run)) { continue; }
          yield {
            object: workload,
            path: call.pathOf(0),
            message: `Container '${textOf(placed.container.name)}' of ${titleOf(workload)} runs ${file}, a file of a volume with the mode ${modeText(found.mode)}, which nobody may run`,
            fix: `write defaultMode: 0755 in the volume, or command: [sh, ${file}]`,
          };
        }
      }
    }
  },
  bad: example(''),
  good: example(', defaultMode: 493'),
};

/** True if the files of the volume are known, and this is none of them. */
function lacks(object: Manifest | undefined, { name, files }: VolumeFile): boolean {
  const keys = object && ['data', 'stringData', 'binaryData'].flatMap(field => Object.keys(recordOf(object[field])));
  const known = files ?? keys;
  return keys !== undefined && keys.length > 0 && known !== undefined && !known.includes(name);
}
