import { isRecord, listOf, recordOf } from '../../kubernetes/manifest';

/**
 * What a CustomResourceDefinition says of a value: a structural schema.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export type Schema = Readonly<Record<string, any>>;

const KEEPS_UNKNOWN = 'x-kubernetes-preserve-unknown-fields';
const EMBEDDED = 'x-kubernetes-embedded-resource';
const INT_OR_STRING = 'x-kubernetes-int-or-string';

/** Fields of every object, which a schema need not name. */
export const OBJECT_FIELDS: readonly string[] = ['apiVersion', 'kind', 'metadata'];

const keepsUnknown = (schema: Schema): boolean => schema[KEEPS_UNKNOWN] === true;
export const isEmbedded = (schema: Schema): boolean => schema[EMBEDDED] === true;
export const isIntOrString = (schema: Schema): boolean => schema[INT_OR_STRING] === true;
export const isListOf = (schema: Schema, type: 'set' | 'map'): boolean => schema['x-kubernetes-list-type'] === type;

/** The schemas of the fields that have names. */
export const propertiesOf = (schema: Schema): Readonly<Record<string, Schema>> => recordOf(schema.properties);

/** The schema of a field; undefined if the schema does not say what the field holds. */
export function schemaOfField(schema: Schema, name: string): Schema | undefined {
  const properties = propertiesOf(schema);
  if (Object.hasOwn(properties, name)) { return properties[name]; }
  return isRecord(schema.additionalProperties) ? schema.additionalProperties : undefined;
}

/** Whether the server keeps a field of this name. */
export function knowsField(schema: Schema, name: string): boolean {
  return schemaOfField(schema, name) !== undefined || schema.additionalProperties === true || keepsUnknown(schema)
    || isEmbedded(schema) && OBJECT_FIELDS.includes(name);
}

/** The keys that tell the items of a list apart. */
export const listKeys = (schema: Schema): readonly string[] => listOf(schema['x-kubernetes-list-map-keys']).filter(key => typeof key === 'string');
