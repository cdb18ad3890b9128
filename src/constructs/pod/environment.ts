import { PodOptions } from './pod-options';
import { plain } from '../../cdk8s/plain-data';
import type { EnvFromSource as KubernetesEnvFromSource, EnvVar } from '../../kubernetes/api/types.generated';
import { EnvFromSource } from '../options/env-from-source';

/** The container's `env`. */
export function envOf({ env = {}, envValues = {} }: PodOptions): EnvVar[] {
  const variables: EnvVar[] = [];
  for (const [name, value] of Object.entries(env)) { variables.push({ name, value: String(value) }); }
  for (const [name, { value, valueFrom }] of Object.entries(envValues)) { variables.push({ name, value, valueFrom: plain(valueFrom) }); }
  return variables;
}

/** The container's `envFrom`. */
export function envFromOf({ envFrom = [] }: PodOptions): KubernetesEnvFromSource[] {
  return envFrom.map(({ prefix, secretName, configMapName }: EnvFromSource) => ({
    prefix: prefix || undefined,
    secretRef: secretName ? { name: secretName } : undefined,
    configMapRef: configMapName ? { name: configMapName } : undefined,
  }));
}
