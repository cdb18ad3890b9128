import { podYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Few nodes have as many cores, and hardly any program uses them; thousandths are mostly written in hundreds. */
const MANY = 100;

const example = (cpu: string) => podYaml(`containers: [{name: web, image: httpd:2.4.62, resources: {requests: {cpu: ${cpu}}}}]`);

export const wholeCores: Check = {
  id: 'whole-cores',
  why: 'cpu is counted in cores, and 100 is 100 cores: no node has as many free, and the Pod stays Pending for ever. Thousandths of a core are written with m; Mi is for memory',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      for (const { container, path } of containersOf(template)) {
        for (const field of ['requests', 'limits']) {
          const { cpu } = recordOf(recordOf(container.resources)[field]);
          const [, digits, unit] = /^([1-9]\d*)([KMGkEPT]i?)?$/.exec(textOf(cpu)) ?? [];
          if (digits === undefined || unit === undefined && (Number(digits) < MANY || digits.length > 4)) { continue; }
          yield {
            object: workload,
            path: `${path}/resources/${field}/cpu`,
            message: `Container '${textOf(container.name)}' of ${titleOf(workload)} ${field === 'limits' ? 'may use' : 'asks for'} ${cpu} whole cores`,
            fix: `write ${digits}m for ${digits} thousandths of a core`,
          };
        }
      }
    }
  },
  bad: example('250'),
  good: example('250m'),
};
