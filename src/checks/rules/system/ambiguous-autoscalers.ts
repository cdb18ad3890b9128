import { WEB_WITH_CPU, autoscalerYaml, together, workloadYaml } from './examples';
import { Manifest, recordOf, textOf } from '../../../kubernetes/manifest';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

export const ambiguousAutoscalers: Check = {
  id: 'ambiguous-autoscalers',
  why: 'where two HorizontalPodAutoscalers scale the same pods, Kubernetes stops both of them (AmbiguousSelector): nothing is scaled any more',
  run: function* (inventory) {
    const known = new Map<string, Manifest>();
    for (const object of inventory.ofKind('HorizontalPodAutoscaler')) {
      const { kind, name } = recordOf(recordOf(object.spec).scaleTargetRef);
      if (typeof kind !== 'string' || typeof name !== 'string') { continue; }
      const key = JSON.stringify([namespaceOf(object), kind, name]);
      const first = known.get(key);
      if (!first) { known.set(key, object); continue; }
      if (textOf(first.metadata?.name) === textOf(object.metadata?.name)) { continue; }
      yield {
        object,
        path: '/spec/scaleTargetRef',
        message: `${titleOf(object)} scales ${kind} '${name}', and so does ${titleOf(first)}: neither of them works`,
        fix: 'write all metrics into one HorizontalPodAutoscaler: the one that wants most replicas counts',
      };
    }
  },
  bad: together(autoscalerYaml(), autoscalerYaml().replace('name: web', 'name: memory'), workloadYaml('Deployment', 'web', [WEB_WITH_CPU])),
  good: together(autoscalerYaml(), workloadYaml('Deployment', 'web', [WEB_WITH_CPU])),
};
