import { WEB, together, workloadYaml } from './examples';
import { describeSelector } from './selecting';
import { Manifest } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

export const overlappingSelectors: Check = {
  id: 'overlapping-selectors',
  why: 'two workloads of a kind whose selectors match the same pods cannot tell them apart: one may adopt pods of the other, '
    + 'and a Service or budget for one reaches both',
  severity: 'warning',
  run: function* (_, { references }) {
    const twoOf = oncePerKey(twoOfEachKind);
    for (const { from, path, selector, namespaces } of references.selectionsFor('manages')) {
      const two = twoOf(references.pods.select(selector, namespaces[0])).get(from.kind);
      const other = two?.find(workload => workload.metadata?.name !== from.metadata?.name);
      if (!other) { continue; }
      yield {
        object: from,
        path,
        message: `${titleOf(from)} selects ${describeSelector(selector)}, which the pods of ${titleOf(other)} match, too`,
        fix: 'add a label to both selectors and templates that differs, such as app.kubernetes.io/instance or app.kubernetes.io/component',
      };
    }
  },
  bad: together(workloadYaml('Deployment', 'web', [WEB]), workloadYaml('Deployment', 'web', [WEB]).replace('{name: web}', '{name: worker}')),
  good: together(workloadYaml('Deployment', 'web', [WEB]), workloadYaml('Deployment', 'worker', [WEB])),
};

/** Two workloads of each kind that differ in name: one of them is another one, whoever asks. */
function twoOfEachKind(pods: readonly Pods[]): Map<string, Manifest[]> {
  const byKind = new Map<string, Manifest[]>();
  for (const { workload } of pods) {
    const known = byKind.get(workload.kind) ?? [];
    if (known.length < 2 && known[0]?.metadata?.name !== workload.metadata?.name) { known.push(workload); }
    byKind.set(workload.kind, known);
  }
  return byKind;
}
