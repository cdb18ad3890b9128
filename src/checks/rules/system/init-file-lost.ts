import { podYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { PlacedContainer, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { processCallsOf, scriptOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (mount: string) => podYaml(
  `initContainers: [{name: write, image: "busybox:1.36.1", command: [sh, -c, "echo level=info > /conf/web.ini"]${mount}}]`,
  `containers: [{name: web, image: "registry.example.com/web:1.4.2", args: [--config, /conf/web.ini]${mount}}]`, 'volumes: [{name: conf, emptyDir: {}}]');

export const initFileLost: Check = {
  id: 'init-file-lost',
  why: 'each container has files of its own, which are gone when it ends. What an init container writes is there for another container only if it is in a volume that both of them mount',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      if (listOf(template.spec.initContainers).length === 0) { continue; }
      const all = containersOf(template);
      const readers = all.filter(({ path }) => path.includes('/containers/'));
      for (const placed of all.filter(({ path }) => path.includes('/initContainers/'))) {
        const call = processCallsOf(placed).find(({ by }) => by === 'container');
        const script = call && scriptOf(call);
        const lost = script && writtenFiles(script.text).find(file => !isInVolume(file, placed) && readers.some(reader => names(reader, file)));
        if (!call || !script || lost === undefined) { continue; }
        const reader = readers.find(one => names(one, lost))!;
        yield {
          object: workload,
          path: call.pathOf(script.index),
          message: `Init container '${textOf(placed.container.name)}' of ${titleOf(workload)} writes ${lost}, which is in none of its volumes: container '${textOf(reader.container.name)}', which reads this file, has files of its own`,
          fix: `mount one volume, such as an emptyDir, at ${lost.slice(0, lost.lastIndexOf('/'))} in both containers`,
        };
      }
    }
  },
  bad: example(''),
  good: example(', volumeMounts: [{name: conf, mountPath: /conf}]'),
};

/** Files that a script writes to, by their whole names. */
const WRITTEN = /(?:(?<!\d)>>?\s*|\btee\s+(?:-a\s+)?|\bwget\b[^\n;&|]*\s-O\s*|\bcurl\b[^\n;&|]*\s-o\s*)["']?(\/[\w.@/-]+)/g;

function writtenFiles(script: string): string[] {
  return [...script.matchAll(WRITTEN)].map(([, file]) => file).filter(file => file.lastIndexOf('/') > 0 && !/^\/(dev|proc|sys|tmp)\//.test(file) && !file.endsWith('/'));
}

function isInVolume(file: string, { container }: PlacedContainer): boolean {
  return listOf(container.volumeMounts).map(mount => textOf(recordOf(mount).mountPath).replace(/\/+$/, '')).some(path => path === file || file.startsWith(`${path}/`));
}

/** True if the container is told of this very file. */
function names({ container: { command, args, env } }: PlacedContainer, file: string): boolean {
  const texts = [...listOf(command), ...listOf(args), ...listOf(env).map(variable => recordOf(variable).value)].filter(text => typeof text === 'string');
  return texts.some(text => text.split(/[^\w.@/-]+/).includes(file));
}
