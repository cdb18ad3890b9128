import { ContainerOptions } from './container-options';
import { plain } from '../../cdk8s/plain-data';
import type { EnvFromSource as KubernetesEnvFromSource, EnvVar } from '../../kubernetes/api/types.generated';
import { variableReferences } from '../../kubernetes/variable-references';
import { EnvFromSource } from '../options/env-from-source';

/** Names like those that programs read; others in `$(...)`, such as `$(hostname)`, are commands of a shell. */
const VARIABLE = /^[A-Z_][A-Z0-9_]*$/;
/** The kubelet sets these in every container. */
const OF_KUBELET = /^KUBERNETES_/;

/**
 * The container's `env`. A variable may refer to others, as in `$(POD_NAME)`, which only works for those that stand
 * before it; so they are put there.
 */
export function envOf(options: ContainerOptions): EnvVar[] {
  const variables = variablesOf(options);
  if (!refers(variables)) { return [...variables.values()]; }
  const ordered = new Set<EnvVar>();
  const begun = new Set<EnvVar>();
  const add = (variable: EnvVar) => {
    if (begun.has(variable)) { return; }
    begun.add(variable);
    for (const name of referencesOf(variable)) {
      const other = variables.get(name);
      if (other) { add(other); }
    }
    ordered.add(variable);
  };
  for (const variable of variables.values()) { add(variable); }
  return [...ordered];
}

/** The container's `envFrom`. */
export function envFromOf({ envFrom = [] }: ContainerOptions): KubernetesEnvFromSource[] {
  return envFrom.map(({ prefix, secretName, configMapName }: EnvFromSource) => ({
    prefix: prefix || undefined,
    secretRef: secretName ? { name: secretName } : undefined,
    configMapRef: configMapName ? { name: configMapName } : undefined,
  }));
}

/** References that Kubernetes would not fill in; with `envFrom` nobody knows all names. */
export function referenceProblems(options: ContainerOptions): string[] {
  const variables = variablesOf(options);
  if (!refers(variables)) { return []; }
  const isKnown = (name: string) => variables.has(name) || !VARIABLE.test(name) || OF_KUBELET.test(name) || (options.envFrom ?? []).length > 0;
  return [...variables.values()].flatMap(variable => [
    ...referencesOf(variable).filter(name => !isKnown(name))
      .map(name => `'${variable.name}' refers to '$(${name})', and there is no such variable; add it to 'env' or 'envValues', or write '$$(${name})' if these characters are meant`),
    ...isFirstOfCircle(variable, variables, options)
      ? [`'${variable.name}' refers to itself${referencesOf(variable).includes(variable.name) ? '' : ' by way of others'}, so that Kubernetes cannot fill it in; got '${variable.value}'; write the value of one of them out`] : [],
  ]);
}

function variablesOf({ env, envValues }: ContainerOptions): Map<string, EnvVar> {
  const variables = new Map<string, EnvVar>();
  if (env) {
    for (const name of Object.keys(env)) { variables.set(name, { name, value: env[name] }); }
  }
  if (envValues) {
    for (const name of Object.keys(envValues)) {
      const { value, valueFrom } = envValues[name];
      variables.set(name, { name, value, valueFrom: plain(valueFrom) });
    }
  }
  return variables;
}

/** True if any variable refers to another. Most refer to none. */
function refers(variables: ReadonlyMap<string, EnvVar>): boolean {
  for (const variable of variables.values()) {
    if (referencesOf(variable).length > 0) { return true; }
  }
  return false;
}

/** Values that cdk8s works out at synthesis are not known yet. */
function referencesOf({ value }: EnvVar): string[] {
  return typeof value === 'string' ? variableReferences(value) : [];
}

/** Whether a circle of references begins here; a value of the same name from `envFrom` may end it. */
function isFirstOfCircle(first: EnvVar, variables: ReadonlyMap<string, EnvVar>, { envFrom = [] }: ContainerOptions): boolean {
  if (envFrom.length > 0) { return false; }
  const order = [...variables.keys()];
  const seen = new Set<string>();
  const leadsBack = (variable: EnvVar): boolean => referencesOf(variable).some(name => {
    const other = variables.get(name);
    if (!other || order.indexOf(name) < order.indexOf(first.name)) { return false; }
    if (other === first) { return true; }
    if (seen.has(name)) { return false; }
    seen.add(name);
    return leadsBack(other);
  });
  return leadsBack(first);
}
