import { Construct } from 'constructs';
import type { HorizontalPodAutoscaler } from 'kubernetes-types/autoscaling/v2';
import { PodOptions } from './pod-options';
import { Identity } from '../../cdk8s/identity';
import { addObject } from '../../synthesis/add-object';
import { Autoscaling } from '../options/autoscaling';

const DEFAULT_CPU_UTILIZATION = 80;

/** Why an app cannot be scaled like this; an empty list means that it can. */
export function autoscalingProblems({ resources }: PodOptions, autoscaling?: Autoscaling, replicas?: number): string[] {
  if (!autoscaling) { return []; }
  const { minReplicas = 1, maxReplicas, cpuUtilization = DEFAULT_CPU_UTILIZATION } = autoscaling;
  return [
    ...replicas === undefined ? [] : [`'replicas' and 'autoscaling' exclude each other, got replicas ${replicas}; remove 'replicas' and write 'minReplicas: ${replicas}'`],
    ...isCount(minReplicas, 1) ? [] : [`'minReplicas' must be a whole number from 1, got ${minReplicas}; write 'minReplicas: 1'`],
    ...isCount(maxReplicas, minReplicas) ? [] : [`'maxReplicas' must be a whole number from minReplicas (${minReplicas}), got ${maxReplicas}; write 'maxReplicas: ${minReplicas}' or more${maxReplicas >= 1 ? `, or 'minReplicas: ${maxReplicas}'` : ''}`],
    ...isCount(cpuUtilization, 1) ? [] : [`'cpuUtilization' must be a whole number of percent from 1, got ${cpuUtilization}; write 'cpuUtilization: 80'`],
    ...resources?.cpu?.request ? [] : ["'autoscaling' measures CPU in percent of what the container requests, and it requests none; write 'resources: { cpu: { request: Cpu.millis(100) } }'"],
  ];
}

/** Adds the autoscaler of a workload. */
export function addAutoscaler(scope: Construct, identity: Identity, kind: 'StatefulSet' | 'Deployment', autoscaling: Autoscaling): void {
  const { minReplicas = 1, maxReplicas, cpuUtilization = DEFAULT_CPU_UTILIZATION } = autoscaling;
  addObject<HorizontalPodAutoscaler>(scope, 'Autoscaler', {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: identity.metadata(),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind, name: identity.name },
      minReplicas,
      maxReplicas,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpuUtilization } } }],
    },
  });
}

function isCount(value: number, min: number): boolean {
  return Number.isInteger(value) && value >= min;
}
