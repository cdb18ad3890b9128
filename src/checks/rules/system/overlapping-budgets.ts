import { Manifest } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

const example = `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}
---
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {containers: [{name: web, image: httpd:2.4.62}]}
`;

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
  bad: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: all}
spec: {maxUnavailable: 1, selector: {}}
---${example}`,
  good: example,
};
