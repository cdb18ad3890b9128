import { isRecord } from '../kubernetes/manifest';
import { yamlKey, yamlScalar } from '../manifest/write/yaml-scalar';

/** A value as YAML in one line: `{type: Resource, resource: {name: cpu}}`. Fields that are undefined are left out. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) { return `[${value.map(flow).join(', ')}]`; }
  return isRecord(value) ? `{${fieldsInFlow(value)}}` : scalar(value, yamlScalar);
}

/** The same without the outer braces, to stand among other fields. */
export function fieldsInFlow(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields).filter(([, value]) => value !== undefined).map(([key, value]) => `${scalar(key, yamlKey)}: ${flow(value)}`).join(', ');
}

/** Within brackets, more characters have a meaning than on a line of their own. */
function scalar(value: unknown, asYaml: (text: string, indent: string) => string | undefined): string {
  if (typeof value !== 'string') { return JSON.stringify(value) ?? 'null'; }
  const written = /[,[\]{}\n]/.test(value) ? undefined : asYaml(value, '');
  return written ?? JSON.stringify(value);
}
