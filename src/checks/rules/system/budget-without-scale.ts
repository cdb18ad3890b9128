import { WEB, objectYaml, podYaml, together } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

/** Nobody says of these how many pods there are to be. */
const WITHOUT_SCALE = new Set(['Job', 'CronJob', 'DaemonSet']);

const example = (bound: string) => together(podYaml(WEB), objectYaml('policy/v1', 'PodDisruptionBudget', 'web', `spec: {${bound}, selector: {matchLabels: {app: web}}}`));

export const budgetWithoutScale: Check = {
  id: 'budget-without-scale',
  why: 'maxUnavailable and percentages are counted from the number of pods that there are to be. Where nobody says this number, a PodDisruptionBudget allows no eviction at all, and drains hang',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { from, selector, namespaces } of references.selectionsFor('protects')) {
      const field = countedField(from);
      const selected = field === undefined ? [] : references.pods.select(selector, namespaces[0]);
      const uncounted = selected.find(({ workload }) => WITHOUT_SCALE.has(workload.kind)) ?? (selected.every(isAlone) ? selected[0] : undefined);
      if (field === undefined || !uncounted) { continue; }
      yield {
        object: from,
        path: `/spec/${field}`,
        message: `${titleOf(from)} has ${field}: ${textOf(recordOf(from.spec)[field])}, and selects ${titleOf(uncounted.workload)}, for which no number of pods is known: no eviction is allowed`,
        fix: uncounted.workload.kind === 'DaemonSet' ? 'leave the budget out: drains pass over the pods of a DaemonSet' : 'write minAvailable with a number of pods, or select other pods',
      };
    }
  },
  bad: example('maxUnavailable: 1'),
  good: example('minAvailable: 1'),
};

/** The bound for which the controller must know the number of pods. A budget of 0 allows nothing on purpose. */
function countedField({ spec }: Manifest): 'maxUnavailable' | 'minAvailable' | undefined {
  const { maxUnavailable, minAvailable } = recordOf(spec);
  if (maxUnavailable !== undefined) { return /^0%?$/.test(textOf(maxUnavailable)) ? undefined : 'maxUnavailable'; }
  return typeof minAvailable === 'string' && minAvailable.endsWith('%') ? 'minAvailable' : undefined;
}

function isAlone({ workload }: Pods): boolean {
  return workload.kind === 'Pod' && listOf(workload.metadata?.ownerReferences).length === 0;
}
