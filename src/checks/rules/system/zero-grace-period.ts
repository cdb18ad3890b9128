import { DB, setYaml } from './examples';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

export const zeroGracePeriod: Check = {
  id: 'zero-grace-period',
  why: 'with no time to end, a Pod is taken off the list before its processes are gone: the next Pod of the same name may start beside it and write to the same data',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      if (workload.kind !== 'StatefulSet' || template.spec.terminationGracePeriodSeconds !== 0) { continue; }
      yield {
        object: workload,
        path: `${template.path}/spec/terminationGracePeriodSeconds`,
        message: `${titleOf(workload)} gives its Pods 0 seconds to end, so they are killed at once, and two Pods of one name may run at a time`,
        fix: 'write the seconds that the program needs to end well, or remove the field: the default is 30',
      };
    }
  },
  bad: setYaml('db', [DB, 'terminationGracePeriodSeconds: 0']),
  good: setYaml('db', [DB, 'terminationGracePeriodSeconds: 60']),
};
