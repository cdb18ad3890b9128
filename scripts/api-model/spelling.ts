import { Property, lastName, targetOf } from './documents';
import { EnumValues } from './enums';

/** Types whose JSON is not what their schema says. */
const SPECIAL: Readonly<Record<string, string>> = {
  Quantity: 'quantity',
  IntOrString: 'intOrString',
  Time: 'time',
  MicroTime: 'microTime',
  RawExtension: 'any',
  FieldsV1: 'any',
  JSON: 'any',
  JSONSchemaPropsOrBool: 'any',
  JSONSchemaPropsOrArray: 'any',
  JSONSchemaPropsOrStringArray: 'any',
};

const NUMBERS: Readonly<Record<string, string>> = { 'integer/int32': 'int32', 'integer/int64': 'int64', 'integer/': 'int64', 'number/double': 'number', 'number/': 'number' };

export function isSpecial(type: string): boolean {
  return Object.hasOwn(SPECIAL, lastName(type));
}

/**
 * What a field holds, in short, as src/kubernetes/api/field-type.ts reads it:
 *
 * - `string`, `boolean`, `int32`, `quantity`, ...
 * - `=TCP|UDP`: one of these values; `OnDelete|Recreate?Gate`: the second one needs its gate
 * - `@Container`: a struct; `-@LabelSelector`: server-side apply replaces it as a whole
 * - `[]string`: a list that is replaced as a whole; `[name]@Container`: items have keys; `[*]string`: a set
 * - `{}string`: a map; `{-}string`: replaced as a whole
 */
export function spell(property: Property, enumValues: EnumValues | undefined, nameOf: (type: string) => string | undefined): string {
  const target = targetOf(property);
  const atomic = property['x-kubernetes-map-type'] === 'atomic';
  if (target) { return SPECIAL[lastName(target)] ?? `${atomic ? '-' : ''}@${nameOf(target)}`; }
  const inner = (part: Property) => spell(part, enumValues?.ofItems ? { ...enumValues, ofItems: false } : undefined, nameOf);
  if (property.type === 'array') { return `[${listKeys(property)}]${inner(property.items!)}`; }
  if (property.type === 'object' && property.additionalProperties) { return `{${atomic ? '-' : ''}}${inner(property.additionalProperties)}`; }
  if (enumValues && !enumValues.ofItems) { return `=${enumValues.values.map(checked).join('|')}`; }
  switch (property.type) {
    case 'string': case 'boolean': return property.type;
    case 'integer': case 'number': return NUMBERS[`${property.type}/${property.format ?? ''}`];
    default: return 'any';
  }
}

/** Where a list does not say how server-side apply merges it, it says so for strategic merge patches, and the server takes that. */
function listKeys(property: Property): string {
  switch (property['x-kubernetes-list-type']) {
    case 'atomic': return '';
    case 'map': return property['x-kubernetes-list-map-keys']!.join(',');
    case 'set': return '*';
    default: return /^merge(,retainKeys)?$/.test(property['x-kubernetes-patch-strategy'] ?? '') ? property['x-kubernetes-patch-merge-key'] ?? '*' : '';
  }
}

/** Values stand between these signs. */
function checked(value: string): string {
  if (/[|;!\t]/.test(value)) { throw new Error(`cannot write the value '${value}'`); }
  return value;
}
