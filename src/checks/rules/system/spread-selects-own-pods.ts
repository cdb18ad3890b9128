import { WEB, workloadYaml } from './examples';
import { describeSelector } from './selecting';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { flow } from '../../../reports/flow';
import { Check } from '../../engine/check';

const example = (app: string) => workloadYaml('Deployment', 'web', [
  WEB,
  'topologySpreadConstraints:',
  `  - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: ${app}}}}`,
], 'replicas: 3');

export const spreadSelectsOwnPods: Check = {
  id: 'spread-selects-own-pods',
  why: 'a topology spread constraint counts the pods its selector matches; if these are not its own pods, they are not spread at all',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const selection of references.selectionsFor('spreads')) {
      const own = references.pods.of(selection.from);
      if (!own || references.selects(selection, own)) { continue; }
      yield {
        object: selection.from,
        path: selection.path,
        message: `${titleOf(selection.from)} spreads by ${describeSelector(selection.selector)}, which its own pods do not match`,
        fix: 'write labels of its own pod template',
      };
    }
    for (const { workload, template } of references.pods.all) {
      // Without a selector no pod is counted, unless labels are named by their keys alone.
      const i = listOf(template.spec.topologySpreadConstraints)
        .findIndex(one => isRecord(one) && one.labelSelector === undefined && listOf(one.matchLabelKeys).length === 0);
      if (i < 0) { continue; }
      const labels = recordOf(recordOf(recordOf(workload.spec).selector).matchLabels);
      yield {
        object: workload,
        path: `${template.path}/spec/topologySpreadConstraints/${i}`,
        message: `${titleOf(workload)} has a spread constraint without labelSelector, which counts no pods at all`,
        fix: Object.keys(labels).length > 0 ? `write labelSelector: {matchLabels: ${flow(labels)}}` : 'write labelSelector with labels of its own pod template',
      };
    }
  },
  bad: example('db'),
  good: example('web'),
};
