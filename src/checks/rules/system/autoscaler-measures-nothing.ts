import { WEB_WITH_CPU, objectYaml, together, workloadYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf, podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Proxies that a service mesh adds when the pods are created. */
const ADDED_LATER = new Set(['istio-proxy', 'linkerd-proxy', 'envoy', 'daprd', 'cloud-sql-proxy']);

const example = (container: string) => together(
  objectYaml('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', `spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, maxReplicas: 5,
  metrics: [{type: ContainerResource, containerResource: {name: cpu, container: ${container}, target: {type: Utilization, averageUtilization: 80}}}]}`),
  workloadYaml('Deployment', 'web', [WEB_WITH_CPU]));

export const autoscalerMeasuresNothing: Check = {
  id: 'autoscaler-measures-nothing',
  why: 'an autoscaler that finds no number for its metric scales nothing. Of containers the cluster measures cpu and memory, and only those that the pods have',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const reference of references.all) {
      const target = reference.relation === 'scales' && reference.from.kind === 'HorizontalPodAutoscaler' ? references.target(reference) : undefined;
      const template = target && podTemplateOf(target);
      for (const [i, metric] of (template ? listOf(recordOf(reference.from.spec).metrics) : []).entries()) {
        const { type, resource, containerResource } = recordOf(metric);
        const field = type === 'ContainerResource' ? 'containerResource' : 'resource';
        const { name, container } = recordOf(type === 'ContainerResource' ? containerResource : type === 'Resource' ? resource : undefined);
        const at = `/spec/metrics/${i}/${field}`;
        const names = containersOf(template!).map(one => textOf(one.container.name));
        if (typeof name === 'string' && name !== 'cpu' && name !== 'memory') {
          yield {
            object: reference.from,
            path: `${at}/name`,
            message: `${titleOf(reference.from)} scales by the resource '${name}', and of containers only cpu and memory are measured`,
            fix: 'write cpu or memory; for a metric of the program write type: Pods with pods.metric.name, and install an adapter that serves it',
          };
        } else if (typeof container === 'string' && !names.includes(container) && !ADDED_LATER.has(container)) {
          yield {
            object: reference.from,
            path: `${at}/container`,
            message: `${titleOf(reference.from)} measures container '${container}', and ${titleOf(target!)} has only ${names.join(', ')}`,
            fix: names.length === 1 ? `write container: ${names[0]}` : `write one of ${names.join(', ')}`,
          };
        }
      }
    }
  },
  bad: example('main'),
  good: example('web'),
};
