import { Construct } from 'constructs';
import { PodOptions } from './pod-options';
import { Identity } from '../../cdk8s/identity';
import type { HPAScalingRules, HorizontalPodAutoscaler, MetricSpec } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';
import { needs } from '../../synthesis/version-needs';
import { Autoscaling } from '../options/autoscaling';

const DEFAULT_CPU_UTILIZATION = 80;

/** Why an app cannot be scaled like this; an empty list means that it can. */
export function autoscalingProblems({ resources }: PodOptions, autoscaling?: Autoscaling, replicas?: number): string[] {
  if (!autoscaling) { return []; }
  const { minReplicas = 1, maxReplicas, metrics = [] } = autoscaling;
  return [
    ...replicas === undefined ? [] : [`'replicas' and 'autoscaling' exclude each other, got replicas ${replicas}; remove 'replicas' and write 'minReplicas: ${replicas}'`],
    ...maxReplicas >= minReplicas ? [] : [`'maxReplicas' must be at least minReplicas (${minReplicas}), got ${maxReplicas}; write 'maxReplicas: ${minReplicas}' or more${maxReplicas >= 1 ? `, or 'minReplicas: ${maxReplicas}'` : ''}`],
    ...!measured(autoscaling).cpu || resources?.cpu?.request ? [] : ["'autoscaling' measures CPU in percent of what the container requests, and it requests none; write 'resources: { cpu: { request: Cpu.millis(100) } }'"],
    ...!measured(autoscaling).memory || resources?.memory?.request ? [] : ["'autoscaling' measures memory in percent of what the container requests, and it requests none; write 'resources: { memory: { request: Size.mebibytes(256) } }'"],
    ...metrics.flatMap((metric, index) => metric.problems().map(problem => `'autoscaling.metrics[${index}]': ${problem}`)),
  ];
}

/** What is measured, in percent of what is requested. */
function measured({ cpuUtilization, memoryUtilization: memory, metrics = [] }: Autoscaling): { readonly cpu?: number; readonly memory?: number } {
  const isCpuAlone = memory === undefined && metrics.length === 0;
  return { cpu: cpuUtilization ?? (isCpuAlone ? DEFAULT_CPU_UTILIZATION : undefined), memory };
}

function metricsOf(autoscaling: Autoscaling): MetricSpec[] {
  const ofResources: MetricSpec[] = Object.entries(measured(autoscaling)).filter(([, percent]) => percent !== undefined)
    .map(([name, averageUtilization]) => ({ type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } }));
  return [...ofResources, ...(autoscaling.metrics ?? []).map(metric => metric.toMetric() as MetricSpec)];
}

/** Adds the autoscaler of a workload. */
export function addAutoscaler(scope: Construct, identity: Identity, kind: 'StatefulSet' | 'Deployment', autoscaling: Autoscaling): void {
  const { minReplicas = 1, maxReplicas, tolerance } = autoscaling;
  needs(scope, { tolerance });
  addObject<HorizontalPodAutoscaler>(scope, 'Autoscaler', {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: identity.metadata(),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name: identity.name },
      minReplicas,
      maxReplicas,
      behavior: tolerance === undefined ? undefined : { scaleUp: tolerating(tolerance), scaleDown: tolerating(tolerance) },
      metrics: metricsOf(autoscaling),
    },
  });
}

function tolerating(percent: number): HPAScalingRules {
  return { tolerance: `${Math.round(percent * 10)}m` };
}
