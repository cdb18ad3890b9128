import { objectYaml, podYaml, together } from './examples';
import { USUAL_FILE_MODE, modeText, rightsOf } from '../../../kubernetes/file-mode';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { PodTemplate, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { processCallsOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (mode: string) => together(
  podYaml('containers: [{name: web, image: "registry.example.com/web:1.4.2", command: [/scripts/start.sh], volumeMounts: [{name: scripts, mountPath: /scripts}]}]',
    `volumes: [{name: scripts, configMap: {name: scripts${mode}}}]`),
  objectYaml('v1', 'ConfigMap', 'scripts', 'data: {start.sh: "#!/bin/sh\\nexec web\\n"}'));

export const scriptNotExecutable: Check = {
  id: 'script-not-executable',
  why: 'the files of a ConfigMap or Secret have the mode 0644, with which nobody may run them, root included: the container ends with "permission denied"',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const modes = once(() => modesOf(template));
      for (const placed of containersOf(template)) {
        for (const call of processCallsOf(placed)) {
          const file = call.namesProgram ? textOf(call.words[0]) : '';
          if (!file.startsWith('/')) { continue; }
          const mounts = listOf(placed.container.volumeMounts).map(recordOf).filter(({ name }) => modes().has(name));
          const mode = modeOfFile(file, mounts, modes());
          if (mode === undefined || Object.values(rightsOf(mode)).some(({ run }) => run)) { continue; }
          yield {
            object: workload,
            path: call.pathOf(0),
            message: `Container '${textOf(placed.container.name)}' of ${titleOf(workload)} runs ${file}, a file of a volume with the mode ${modeText(mode)}, which nobody may run`,
            fix: `write defaultMode: 0755 in the volume, or command: [sh, ${file}]`,
          };
        }
      }
    }
  },
  bad: example(''),
  good: example(', defaultMode: 493'),
};

/** Modes of the files of a volume: of single files, and of all others. */
interface Modes {
  readonly ofFiles: ReadonlyMap<string, unknown>;
  readonly ofOthers: unknown;
}

function modesOf({ spec }: PodTemplate): ReadonlyMap<unknown, Modes> {
  return new Map(listOf(spec.volumes).map(recordOf).flatMap(({ name, configMap, secret }): [unknown, Modes][] => {
    const source = configMap ?? secret;
    if (source === undefined) { return []; }
    const { items, defaultMode = USUAL_FILE_MODE } = recordOf(source);
    const ofFiles = new Map(listOf(items).map(recordOf).map(({ path, mode }) => [textOf(path), mode ?? defaultMode]));
    return [[name, { ofFiles, ofOthers: defaultMode }]];
  }));
}

/** The mode of a file that is in one of the mounts: the one whose path is the longest. */
function modeOfFile(file: string, mounts: readonly Record<string, unknown>[], modes: ReadonlyMap<unknown, Modes>): number | undefined {
  const inMount = ({ mountPath, subPath }: Record<string, unknown>) => {
    const path = textOf(mountPath).replace(/\/+$/, '');
    return subPath === undefined ? path !== '' && file.startsWith(`${path}/`) : file === path;
  };
  const [mount] = mounts.filter(inMount).sort((a, b) => textOf(b.mountPath).length - textOf(a.mountPath).length);
  if (!mount || mount.subPathExpr !== undefined) { return undefined; }
  const { ofFiles, ofOthers } = modes.get(mount.name)!;
  const name = mount.subPath === undefined ? file.slice(textOf(mount.mountPath).replace(/\/+$/, '').length + 1) : textOf(mount.subPath);
  const mode = ofFiles.get(name) ?? ofOthers;
  return typeof mode === 'number' ? mode : undefined;
}
