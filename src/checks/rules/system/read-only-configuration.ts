import { objectYaml, podYaml, together } from './examples';
import { imageName } from '../../../kubernetes/image';
import { textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { ProcessCall, processCallsOf, scriptOf } from '../../../manifest/process-calls';
import { volumeFileAt } from '../../../manifest/volume-file';
import { Check } from '../../engine/check';

const example = (file: string) => together(
  objectYaml('v1', 'ConfigMap', 'watch', 'data: {sentinel.conf: "sentinel monitor shop 192.0.2.7 6379 2"}'),
  podYaml(`containers: [{name: watch, image: "redis:7.4.1", command: [redis-sentinel, ${file}], volumeMounts: [{name: conf, mountPath: /conf}, {name: own, mountPath: /own}]}]`,
    'initContainers: [{name: copy, image: "redis:7.4.1", command: [cp, /conf/sentinel.conf, /own/], volumeMounts: [{name: conf, mountPath: /conf}, {name: own, mountPath: /own}]}]',
    'volumes: [{name: conf, configMap: {name: watch}}, {name: own, emptyDir: {}}]'));

export const readOnlyConfiguration: Check = {
  id: 'read-only-configuration',
  why: 'Sentinel writes what it finds out into its configuration, and ends at once if it cannot write there. The files of ConfigMaps and Secrets are read-only',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const placed of containersOf(template)) {
        if (!/^(redis|valkey)/.test(imageName(placed.container.image))) { continue; }
        const call = processCallsOf(placed).find(({ by }) => by === 'container');
        const file = call && configurationOfSentinel(call);
        const found = file === undefined ? undefined : volumeFileAt(file, placed.container, template);
        if (!call || !found) { continue; }
        yield {
          object: workload,
          path: call.pathOf(0),
          message: `Container '${textOf(placed.container.name)}' of ${titleOf(workload)} runs Sentinel with ${file}, which is a file of ${found.source.kind} '${found.source.name}' and read-only: Sentinel ends at once`,
          fix: 'copy the file in an init container to an emptyDir, or to a volume that stays, and name it there',
        };
      }
    }
  },
  bad: example('/conf/sentinel.conf'),
  good: example('/own/sentinel.conf'),
};

/** The file in a line such as `redis-sentinel FILE` or `redis-server FILE --sentinel`. */
function configurationOfSentinel(call: ProcessCall): string | undefined {
  const text = scriptOf(call)?.text ?? call.words.map(textOf).join(' ');
  const [, file, other] = /(?:redis|valkey)-sentinel\s+(\/[^\s;&|$"']+)|(?:redis|valkey)-server\s+(\/[^\s;&|$"']+)\s+--sentinel\b/.exec(text) ?? [];
  return file ?? other;
}
