import { podYaml } from './examples';
import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { isKnownGate } from '../../../kubernetes/readiness-gates';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (gates: string) => podYaml(`${gates}containers: [{name: web, image: httpd:2.4.62}]`);

export const readinessGate: Check = {
  id: 'readiness-gate',
  why: 'a pod with a readiness gate is ready when somebody has set its condition to True. Where no program does, it never is: its Service sends nothing to it, and no update ends',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const mayBeSet = once(() => someoneWritesConditions(inventory));
    for (const { workload, template } of references.pods.all) {
      for (const [i, { conditionType }] of listOf(template.spec.readinessGates).map(recordOf).entries()) {
        if (typeof conditionType !== 'string' || isKnownGate(conditionType) || mayBeSet()) { continue; }
        yield {
          object: workload,
          path: `${template.path}/spec/readinessGates/${i}/conditionType`,
          message: `The pods of ${titleOf(workload)} are not ready before something sets their condition '${conditionType}', and nothing among the manifests may do so`,
          fix: 'remove the readiness gate, or keep it if a controller in the cluster sets this condition',
        };
      }
    }
  },
  bad: example('readinessGates: [{conditionType: example.com/warmed-up}]\n  '),
  good: example('readinessGates: [{conditionType: target-health.elbv2.k8s.aws/web}]\n  '),
};

/** Whether a role lets somebody write the status of pods. */
function someoneWritesConditions(inventory: Inventory): boolean {
  return [...inventory.ofKind('Role'), ...inventory.ofKind('ClusterRole')].some(writesStatus);
}

function writesStatus({ rules }: Manifest): boolean {
  return listOf(rules).map(recordOf).some(({ resources, verbs }) => listOf(resources).some(resource => ['pods/status', '*/status', '*'].includes(resource))
    && listOf(verbs).some(verb => ['patch', 'update', '*'].includes(verb)));
}
