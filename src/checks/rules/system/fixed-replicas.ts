import { WEB_WITH_CPU, autoscalerYaml, together, workloadYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

export const fixedReplicas: Check = {
  id: 'fixed-replicas',
  why: 'every apply sets a workload back to the replicas that its manifest fixes, against the HorizontalPodAutoscaler that scales it',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const reference of references.all) {
      const target = reference.relation === 'scales' ? references.target(reference) : undefined;
      const replicas = recordOf(target?.spec).replicas;
      // In an object that was read from a cluster the autoscaler wrote them.
      if (!target || typeof replicas !== 'number' || target.metadata?.uid !== undefined) { continue; }
      yield {
        object: target,
        path: '/spec/replicas',
        message: `${titleOf(target)} fixes ${replicas} replicas and is scaled by ${titleOf(reference.from)}`,
        fix: 'leave spec.replicas out; the autoscaler starts from minReplicas',
      };
    }
  },
  bad: together(autoscalerYaml(), workloadYaml('Deployment', 'web', [WEB_WITH_CPU], 'replicas: 2')),
  good: together(autoscalerYaml(), workloadYaml('Deployment', 'web', [WEB_WITH_CPU])),
};
