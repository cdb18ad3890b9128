import { WEB, WEB_WITH_CPU, objectYaml, together, workloadYaml } from './examples';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { groupBy } from '../../../manifest/group-by';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { References } from '../../../manifest/references/references';
import { Selection } from '../../../manifest/references/selections';
import { Check } from '../../engine/check';

const example = (selector: string) => together(objectYaml('policy/v1', 'PodDisruptionBudget', 'web', `spec: {maxUnavailable: 1, selector: ${selector}}`),
  workloadYaml('Deployment', 'web', [WEB]), workloadYaml('Deployment', 'api', [WEB_WITH_CPU]));

/** Kinds whose pods a drain may wait for; those of a DaemonSet stay. */
const EVICTED: ReadonlySet<string> = new Set(['Deployment', 'Pod', 'ReplicaSet', 'ReplicationController', 'StatefulSet']);

export const budgetOfAllPods: Check = {
  id: 'budget-of-all-pods',
  why: 'in policy/v1 an empty selector picks all pods of the namespace (in policy/v1beta1 it picked none). One pod that is not ready then keeps the pods of all other workloads from '
    + 'being evicted, and pods that come later are counted as well. Only worth knowing where the namespace has one workload',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const selection of onlyOnes(references)) {
      const { matchLabels, matchExpressions } = selection.selector;
      if (Object.keys(recordOf(matchLabels)).length > 0 || listOf(matchExpressions).length > 0) { continue; }
      const count = [...references.selected(selection)].filter(({ workload }) => EVICTED.has(workload.kind)).length;
      if (count === 0) { continue; }
      yield {
        object: selection.from,
        path: selection.path,
        severity: count > 1 ? 'warning' : 'info',
        message: `${titleOf(selection.from)} has an empty selector, which picks all pods of its namespace: those of ${count === 1 ? 'one workload' : `${count} workloads, counted together`}`,
        fix: 'write the labels of the workload that it should protect, and a budget for each',
      };
    }
  },
  bad: example('{}'),
  good: example('{matchLabels: {app: web}}'),
};

/** Where another budget is for one of the pods, `overlapping-budgets` says more. */
function onlyOnes(references: References): Selection[] {
  const effective = references.selectionsFor('protects').filter(selection => references.selectsAny(selection));
  return [...groupBy(effective, ({ from }) => namespaceOf(from)).values()].flatMap(budgets => budgets.length === 1 ? budgets : []);
}
