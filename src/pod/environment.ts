import type { EnvFromSource as KubernetesEnvFromSource, EnvVar } from 'kubernetes-types/core/v1';
import { EnvFromSource } from './env-from-source';
import { PodOptions } from './pod-options';
import { plain } from '../plain';

/** The container's `env`. */
export function envOf({ env = {}, envValues = {} }: PodOptions): EnvVar[] {
  const texts: EnvVar[] = Object.entries(env).map(([name, value]) => ({ name, value: String(value) }));
  return texts.concat(Object.entries(envValues).map(([name, { value, valueFrom }]) => ({ name, value, valueFrom: plain(valueFrom) })));
}

/** The container's `envFrom`. */
export function envFromOf({ envFrom = [] }: PodOptions): KubernetesEnvFromSource[] {
  return envFrom.map(({ prefix, secretName, configMapName }: EnvFromSource) => ({
    prefix: prefix || undefined,
    secretRef: secretName ? { name: secretName } : undefined,
    configMapRef: configMapName ? { name: configMapName } : undefined,
  }));
}
