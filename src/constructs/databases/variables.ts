import type * as kplus from 'cdk8s-plus-27';
import type { EnvVar } from '../../kubernetes/api/types.generated';

/** A variable whose value is in a Secret. One that is optional is not there if the Secret lacks the key. */
export function secretVariable(name: string, secretName: string, key: string, optional?: true): EnvVar {
  return { name, valueFrom: { secretKeyRef: { name: secretName, key, optional } } };
}

/** Variables as props of an app. */
export function asEnvValues(variables: readonly EnvVar[]): { [name: string]: kplus.EnvValue } {
  return Object.fromEntries(variables.map(({ name, value, valueFrom }) => [name, { value, valueFrom } as kplus.EnvValue]));
}
