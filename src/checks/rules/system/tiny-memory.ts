import { podYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { parseQuantity } from '../../../kubernetes/quantity';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** No process lives in less: the container is killed while it starts. */
const LEAST = parseQuantity('1Mi')!;

/** Parts of a byte are told as such. */
const BYTE = parseQuantity('1')!;

const example = (memory: string) => podYaml(`containers: [{name: web, image: httpd:2.4.62, resources: {limits: {memory: ${memory}}}}]`);

export const tinyMemory: Check = {
  id: 'tiny-memory',
  why: 'memory is counted in bytes, and 64 is 64 bytes. No container starts with such a limit, and such a request keeps no memory free',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        for (const field of ['limits', 'requests']) {
          const { memory } = recordOf(recordOf(container.resources)[field]);
          const bytes = parseQuantity(memory);
          if (bytes === undefined || bytes <= 0n || bytes >= LEAST || bytes % BYTE !== 0n) { continue; }
          yield {
            object: workload,
            path: `${path}/resources/${field}/memory`,
            message: `Container '${textOf(container.name)}' of ${titleOf(workload)} ${field === 'limits' ? 'may use' : 'asks for'} ${memory} of memory, which is less than 1 MiB`,
            fix: `write a unit, such as ${/^\d+/.exec(String(memory))?.[0] ?? '512'}Mi`,
          };
        }
      }
    }
  },
  bad: example('64'),
  good: example('64Mi'),
};
