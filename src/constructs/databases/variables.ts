import type * as kplus from 'cdk8s-plus-27';
import type { EnvVar } from '../../kubernetes/api/types.generated';

/** A variable whose value is in a Secret. */
export function secretVariable(name: string, secretName: string, key: string): EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secretName, key } } };
}

/** Variables as props of an app. */
export function asEnvValues(variables: readonly EnvVar[]): { [name: string]: kplus.EnvValue } {
  return Object.fromEntries(variables.map(({ name, value, valueFrom }) => [name, { value, valueFrom } as kplus.EnvValue]));
}
