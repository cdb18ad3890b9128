import type { EnvFromSource as KubernetesEnvFromSource, EnvVar } from 'kubernetes-types/core/v1';
import { EnvFromSource } from './env-from-source';
import { PodOptions } from './pod-options';
import { plain } from '../plain';

/** The container's `env`. */
export function envOf({ env = {}, envValues = {} }: PodOptions): EnvVar[] {
  return [
    ...Object.entries(env).map(([name, value]) => ({ name, value: String(value) })),
    ...Object.entries(envValues).map(([name, { value, valueFrom }]) => ({ name, value, valueFrom: plain(valueFrom) })),
  ];
}

/** The container's `envFrom`. */
export function envFromOf({ envFrom = [] }: PodOptions): KubernetesEnvFromSource[] {
  return envFrom.map(({ prefix, secretName, configMapName }: EnvFromSource) => ({
    ...prefix && { prefix },
    ...secretName && { secretRef: { name: secretName } },
    ...configMapName && { configMapRef: { name: configMapName } },
  }));
}
