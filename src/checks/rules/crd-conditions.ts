import { crdSchema } from './crd-schema';
import { Broken, isGiven } from './rule';
import { isRecord, listOf, recordOf } from '../../manifest/manifest';
import { pointer } from '../../manifest/pointer';

/** What only the schema itself can say of a field, not a condition on it. */
const NOT_IN_CONDITIONS = [
  'type', 'additionalProperties', 'default', 'title', 'description', 'nullable', 'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource', 'x-kubernetes-int-or-string', 'x-kubernetes-list-map-keys', 'x-kubernetes-list-type', 'x-kubernetes-map-type',
  'x-kubernetes-validations',
];

/**
 * Conditions on a value: they can narrow what the schema allows, not say what
 * a field holds. Only directly in a schema they may tell integers from strings.
 */
export function checkConditions(schema: Record<string, any>, at: string, broken: Broken) {
  checkJunctors(schema, isIntOrString(schema.anyOf), isIntOrString(recordOf(listOf(schema.allOf)[0]).anyOf), at, broken);
}

/** Goes through all conditions but those that tell integers from strings: `anyOf`, or `anyOf` in the first of `allOf`. */
function checkJunctors(schema: Record<string, any>, typesInAnyOf: boolean, typesInFirst: boolean, at: string, broken: Broken) {
  for (const junctor of typesInAnyOf ? ['allOf', 'oneOf'] : ['allOf', 'anyOf', 'oneOf']) {
    listOf(schema[junctor]).forEach((condition, index) =>
      checkCondition(condition, typesInFirst && junctor === 'allOf' && index === 0, `${at}/${junctor}/${index}`, broken));
  }
  checkCondition(schema.not, false, `${at}/not`, broken);
}

/** `[{type: integer}, {type: string}]` and nothing else. */
function isIntOrString(conditions: unknown): boolean {
  const [first, second, ...more] = listOf(conditions).map(recordOf);
  return more.length === 0 && isOnlyType(first, 'integer') && isOnlyType(second, 'string');
}

function isOnlyType(schema: Record<string, any> | undefined, type: string): boolean {
  return schema !== undefined && schema.type === type && Object.keys(schema).length === 1;
}

function checkCondition(condition: unknown, typesInAnyOf: boolean, at: string, broken: Broken) {
  if (!isRecord(condition)) { return; }
  for (const field of NOT_IN_CONDITIONS) {
    const value = condition[field];
    if (isGiven(value) && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)) {
      broken(crdSchema, `${at}${pointer(field)}`, `a condition cannot have '${field}'`, `write ${field} outside of allOf, anyOf, oneOf and not`);
    }
  }
  const properties = recordOf(condition.properties);
  if (isGiven(properties.metadata)) { broken(crdSchema, `${at}/properties/metadata`, 'there can be no condition on metadata', 'remove metadata'); }
  for (const [name, property] of Object.entries(properties)) { checkCondition(property, false, `${at}/properties${pointer(name)}`, broken); }
  checkCondition(condition.items, false, `${at}/items`, broken);
  checkJunctors(condition, typesInAnyOf, false, at, broken);
}
