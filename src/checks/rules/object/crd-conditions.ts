import { crdSchema } from './crd-schema';
import { checkUnsupported } from './crd-unsupported';
import { Broken, isGiven, isText } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { patternFault } from '../../../kubernetes/formats/pattern';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';

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
export function checkConditions(schema: Record<string, any>, at: string, broken: Broken, model: ApiModel) {
  const countsFalse = (field: string) => field === 'x-kubernetes-preserve-unknown-fields' || field === 'additionalProperties' && !model.isSince(FALSE_IS_NONE);
  const isWritten = (field: string, value: unknown) => isGiven(value) && value !== '' && (value !== false || countsFalse(field)) && !(Array.isArray(value) && value.length === 0);
  checkJunctors(schema, isIntOrString(schema.anyOf), isIntOrString(recordOf(listOf(schema.allOf)[0]).anyOf), at, { broken, isWritten });
}

/** Since when `additionalProperties: false` in a condition is as good as none. */
const FALSE_IS_NONE = '1.31';

interface Looking {
  readonly broken: Broken;
  /** True if the server sees the field at all. */
  readonly isWritten: (field: string, value: unknown) => boolean;
}

/** Goes through all conditions but those that tell integers from strings: `anyOf`, or `anyOf` in the first of `allOf`. */
function checkJunctors(schema: Record<string, any>, typesInAnyOf: boolean, typesInFirst: boolean, at: string, looking: Looking) {
  for (const junctor of typesInAnyOf ? ['allOf', 'oneOf'] : ['allOf', 'anyOf', 'oneOf']) {
    listOf(schema[junctor]).forEach((condition, index) =>
      checkCondition(condition, typesInFirst && junctor === 'allOf' && index === 0, `${at}/${junctor}/${index}`, looking));
  }
  checkCondition(schema.not, false, `${at}/not`, looking);
}

/** `[{type: integer}, {type: string}]` and nothing else. */
function isIntOrString(conditions: unknown): boolean {
  const [first, second, ...more] = listOf(conditions).map(recordOf);
  return more.length === 0 && isOnlyType(first, 'integer') && isOnlyType(second, 'string');
}

function isOnlyType(schema: Record<string, any> | undefined, type: string): boolean {
  return schema !== undefined && schema.type === type && Object.keys(schema).length === 1;
}

function checkCondition(condition: unknown, typesInAnyOf: boolean, at: string, looking: Looking) {
  if (!isRecord(condition)) { return; }
  const { broken, isWritten } = looking;
  for (const field of NOT_IN_CONDITIONS) {
    if (isWritten(field, condition[field])) {
      broken(crdSchema, `${at}${pointer(field)}`, `a condition cannot have '${field}'`, `write ${field} outside of allOf, anyOf, oneOf and not`);
    }
  }
  checkPattern(condition, at, broken);
  checkUnsupported(condition, at, broken);
  const properties = recordOf(condition.properties);
  if (isGiven(properties.metadata)) { broken(crdSchema, `${at}/properties/metadata`, 'there can be no condition on metadata', 'remove metadata'); }
  for (const [name, property] of Object.entries(properties)) { checkCondition(property, false, `${at}/properties${pointer(name)}`, looking); }
  checkCondition(condition.items, false, `${at}/items`, looking);
  checkJunctors(condition, typesInAnyOf, false, at, looking);
}

export function checkPattern({ pattern }: Record<string, any>, at: string, broken: Broken) {
  const fault = isText(pattern) ? patternFault(pattern) : undefined;
  if (fault) { broken(crdSchema, `${at}/pattern`, `the pattern is no regular expression of Go's: ${fault}`, 'write one that Go knows (RE2)'); }
}

/** What conditions on the whole object speak of must be there for itself; deeper down the server does not look. */
export function checkCompleteness(schema: Record<string, any>, at: string, broken: Broken) {
  for (const { condition, path } of conditionsOf(schema, at)) { checkNamed(condition, schema, path, broken); }
}

function conditionsOf(schema: Record<string, any>, at: string): { condition: Record<string, any>; path: string }[] {
  const listed = ['allOf', 'anyOf', 'oneOf'].flatMap(junctor => listOf(schema[junctor]).map((condition, index) => ({ condition, path: `${at}/${junctor}/${index}` })));
  return [...listed, { condition: schema.not, path: `${at}/not` }].filter(({ condition }) => isRecord(condition));
}

function checkNamed(condition: Record<string, any>, schema: Record<string, any>, at: string, broken: Broken) {
  for (const [name, nested] of Object.entries(recordOf(condition.properties))) {
    const path = `${at}/properties${pointer(name)}`;
    const own = recordOf(schema.properties)[name];
    if (!isRecord(own)) {
      broken(crdSchema, path, `the condition is about '${name}', and the schema has no such field`, `add '${name}' to properties`);
    } else if (isRecord(nested)) {
      checkNamed(nested, own, path, broken);
    }
  }
  if (isRecord(condition.items) && isRecord(schema.items)) { checkNamed(condition.items, schema.items, `${at}/items`, broken); }
  for (const nested of conditionsOf(condition, at)) { checkNamed(nested.condition, schema, nested.path, broken); }
}
