import { Schema, propertiesOf, schemaOfField } from './schema';
import { isRecord } from '../../kubernetes/manifest';

/**
 * The value as the server has it after it filled in defaults. A field that is null where the schema allows
 * no null counts as absent. What was given stays as it is: the result is a copy.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#defaulting
 */
export function withDefaults(value: unknown, schema: Schema): unknown {
  if (Array.isArray(value)) {
    return isRecord(schema.items) ? value.map(item => withDefaults(item, schema.items)) : value;
  }
  if (!isRecord(value)) { return value; }
  const filled: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const own = schemaOfField(schema, name);
    const isAbsent = field === null && own !== undefined && own.nullable !== true;
    if (!isAbsent) { filled[name] = own ? withDefaults(field, own) : field; }
  }
  for (const [name, own] of Object.entries(propertiesOf(schema))) {
    if (isRecord(own) && own.default !== undefined && !Object.hasOwn(filled, name)) { filled[name] = withDefaults(own.default, own); }
  }
  return filled;
}
