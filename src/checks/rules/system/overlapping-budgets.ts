import { WEB, objectYaml, together, workloadYaml } from './examples';
import { Manifest } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

const budget = (name: string, selector: string) => objectYaml('policy/v1', 'PodDisruptionBudget', name, `spec: {maxUnavailable: 1, selector: ${selector}}`);

export const overlappingBudgets: Check = {
  id: 'overlapping-budgets',
  why: 'a pod that two PodDisruptionBudgets select cannot be evicted at all: the server answers every eviction with an error, and drains hang',
  severity: 'warning',
  run: function* (_, { references }) {
    const budgets = new Map<Pods, Manifest>();
    for (const selection of references.selectionsFor('protects')) {
      for (const pods of references.selected(selection)) {
        const other = budgets.get(pods);
        if (!other) { budgets.set(pods, selection.from); continue; }
        yield {
          object: selection.from,
          path: selection.path,
          message: `${titleOf(selection.from)} and ${titleOf(other)} both select the pods of ${titleOf(pods.workload)}`,
          fix: 'narrow one of the selectors, or remove one of the budgets',
        };
        break;
      }
    }
  },
  bad: together(budget('web', '{matchLabels: {app: web}}'), budget('all', '{}'), workloadYaml('Deployment', 'web', [WEB])),
  good: together(budget('web', '{matchLabels: {app: web}}'), workloadYaml('Deployment', 'web', [WEB])),
};
