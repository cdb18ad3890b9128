import { setYaml } from './examples';
import { imageName } from '../../../kubernetes/image';
import { textOf } from '../../../kubernetes/manifest';
import { containersOf, ordinalsOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { processCallsOf, scriptOf } from '../../../manifest/process-calls';
import { Check } from '../../engine/check';

const example = (command: string) => setYaml('cache', ['containers:', '- name: cache', '  image: redis:7.4.1', `  command: ${command}`], 'replicas: 3');

export const replicaOfItself: Check = {
  id: 'replica-of-itself',
  why: 'all pods of a set have the same arguments. Where they name one of the pods as the primary, this pod is told to copy from itself: it never has data, takes no writes, and all others wait for it',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const workload of inventory.ofKind('StatefulSet')) {
      const template = references.pods.of(workload)?.template;
      const { first, last } = ordinalsOf(workload);
      for (const placed of template ? containersOf(template) : []) {
        if (!/^(redis|valkey)/.test(imageName(placed.container.image))) { continue; }
        const call = processCallsOf(placed).find(({ by }) => by === 'container');
        // A script may ask which pod it is in.
        if (!call || scriptOf(call)) { continue; }
        const words = call.words.map(textOf);
        const index = words.findIndex(word => /^--(replicaof|slaveof)$/.test(word));
        const [host = ''] = (words[index + 1] ?? '').split(/[\s.]/);
        const [, ordinal] = host.startsWith(`${textOf(workload.metadata?.name)}-`) ? /-(\d+)$/.exec(host) ?? [] : [];
        if (index < 0 || ordinal === undefined || Number(ordinal) < first || Number(ordinal) > last) { continue; }
        yield {
          object: workload,
          path: call.pathOf(index + 1),
          message: `All pods of ${titleOf(workload)} are told to be replicas of ${host}, which is one of them: ${host} copies from itself, and there is no primary`,
          fix: `start by a script that leaves ${words[index]} out where the name of the pod is ${host}`,
        };
      }
    }
  },
  bad: example('[redis-server, --replicaof, cache-0.cache, "6379"]'),
  good: example('[sh, -c, \'if [ "$HOSTNAME" = cache-0 ]; then exec redis-server; else exec redis-server --replicaof cache-0.cache 6379; fi\']'),
};
