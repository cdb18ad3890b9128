import { podYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { once, oncePerKey } from '../../../kubernetes/once';
import { DEFAULT_SCHEDULER, MANAGED_SCHEDULERS, OTHER_SCHEDULERS } from '../../../kubernetes/schedulers';
import { containersOf, wordsOf } from '../../../kubernetes/workload';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { References } from '../../../manifest/references/references';
import { closest } from '../../../reports/did-you-mean';
import { Check } from '../../engine/check';

const example = (name: string) => podYaml(`schedulerName: ${name}`, 'containers: [{name: web, image: httpd:2.4.62}]');

export const unknownScheduler: Check = {
  id: 'unknown-scheduler',
  why: 'a pod whose schedulerName no scheduler has stays Pending for ever, without an event that says so',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const texts = once(() => textsOf(inventory, references));
    const isNamed = oncePerKey((name: string) => texts().some(text => text.includes(name)));
    for (const { workload, template } of references.pods.all) {
      const { schedulerName: name } = template.spec;
      if (typeof name !== 'string' || name === '' || name === DEFAULT_SCHEDULER || MANAGED_SCHEDULERS.includes(name)) { continue; }
      const isOther = OTHER_SCHEDULERS.includes(name);
      if (isNamed(name)) { continue; }
      const meant = isOther ? undefined : closest(name, [DEFAULT_SCHEDULER, ...OTHER_SCHEDULERS], 3);
      yield {
        object: workload,
        path: `${template.path}/spec/schedulerName`,
        severity: meant ? 'warning' : 'info',
        message: `${titleOf(workload)} waits for the scheduler '${name}', which ${isOther ? 'nothing here installs' : 'is not known and not among the manifests'}`
          + `${meant ? `; did you mean '${meant}'?` : ''}`,
        fix: meant && meant !== DEFAULT_SCHEDULER ? `write schedulerName: ${meant}` : 'remove schedulerName: the scheduler of Kubernetes takes pods that name none; keep it if one of this name runs in the cluster',
      };
    }
  },
  bad: example('defaultscheduler'),
  good: example(DEFAULT_SCHEDULER),
};

/** Where the name of a scheduler stands that is among the manifests: names, arguments and files. */
function textsOf(inventory: Inventory, { pods }: References): string[] {
  return [
    ...inventory.ofKind('ConfigMap').flatMap(({ data }) => Object.values(recordOf(data)).map(textOf)).filter(text => text.includes('schedulerName')),
    ...pods.all.flatMap(({ workload, template }) => [
      textOf(workload.metadata?.name), ...wordsOf(workload), ...containersOf(template).map(({ container }) => textOf(container.image)),
    ]),
  ];
}
