import { WEB, WEB_WITH_CPU, autoscalerYaml, together, workloadYaml } from './examples';
import { asksFor } from './requested';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { podTemplateOf } from '../../../kubernetes/workload';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

export const autoscalerNeedsRequests: Check = {
  id: 'autoscaler-needs-requests',
  why: 'utilization is a share of what the containers request: a HorizontalPodAutoscaler never scales Pods of which one container requests nothing',
  severity: 'warning',
  run: function* (inventory, { references }) {
    const withDefaults = new Set(inventory.ofKind('LimitRange').map(namespaceOf));
    for (const reference of references.all) {
      const target = reference.relation === 'scales' ? references.target(reference) : undefined;
      const template = target && podTemplateOf(target);
      if (!template || withDefaults.has(namespaceOf(target))) { continue; }
      const containers = listOf(template.spec.containers).map((container, i) => ({ container: recordOf(container), path: `${template.path}/spec/containers/${i}` }));
      for (const { resource, container: only } of utilizationsOf(reference.from)) {
        const asking = containers.find(placed => (only === undefined || placed.container.name === only) && !asksFor(placed.container, 'requests', resource));
        if (!asking || asksFor(template.spec, 'requests', resource)) { continue; }
        yield {
          object: target,
          path: `${asking.path}/resources`,
          message: `${titleOf(reference.from)} scales by the utilization of ${resource}, and container '${textOf(asking.container.name)}' of ${titleOf(target)} requests none`,
          fix: `write resources: {requests: {${resource}: <amount>}} in this container, or scale by an average value`,
        };
      }
    }
  },
  bad: together(autoscalerYaml(), workloadYaml('Deployment', 'web', [WEB])),
  good: together(autoscalerYaml(), workloadYaml('Deployment', 'web', [WEB_WITH_CPU])),
};

interface Utilization {
  readonly resource: string;
  /** The container that counts. @default - all of them */
  readonly container?: string;
}

/** What an autoscaler measures as a share of the request: the CPU, if it does not say. */
function utilizationsOf({ kind, spec }: Manifest): readonly Utilization[] {
  if (kind !== 'HorizontalPodAutoscaler') { return utilizationsOfTriggers(recordOf(spec).triggers); }
  const metrics = listOf(recordOf(spec).metrics).map(recordOf);
  if (metrics.length === 0) { return [{ resource: 'cpu' }]; }
  return metrics.map(metric => recordOf(metric.type === 'ContainerResource' ? metric.containerResource : metric.type === 'Resource' ? metric.resource : undefined))
    .filter(({ name, target }) => typeof name === 'string' && recordOf(target).type === 'Utilization')
    .map(({ name, container }) => ({ resource: name, ...typeof container === 'string' && { container } }));
}

/** KEDA makes a metric of each trigger, by the share of the request if it does not say. */
function utilizationsOfTriggers(triggers: unknown): readonly Utilization[] {
  return listOf(triggers).map(recordOf)
    .filter(({ type, metricType, metadata }) => ['cpu', 'memory'].includes(type) && (metricType ?? recordOf(metadata).type ?? 'Utilization') === 'Utilization')
    .map(({ type, metadata: { containerName } = {} as Record<string, unknown> }) => ({ resource: type, ...typeof containerName === 'string' && { container: containerName } }));
}
