import { isRecord, listOf, recordOf } from '../../manifest/manifest';
import { pointer } from '../../manifest/pointer';
import { show } from '../show';
import { crdExample } from './examples';
import { Broken, Rule, isGiven, isText } from './rule';

function schemaExample(size: string): string {
  return crdExample('widgets.example.com',
    `{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: ${size}}}}}}}`);
}

export const crdSchema: Rule = {
  id: 'crd-schema',
  why: 'the API server drops fields that the schema does not name, so the schema must say what every field holds',
  severity: 'error',
  fix: 'write a type for each field, and the items of each list',
  bad: schemaExample('{description: how many}'),
  good: schemaExample('{type: integer}'),
};

export const SCHEMA_RULES = [crdSchema];

type Level = 'the object' | 'a field' | 'an item';

/** The schema of a whole custom resource. */
export function checkRootSchema(schema: Record<string, any>, at: string, broken: Broken) {
  if (schema.nullable === true) { broken(crdSchema, `${at}/nullable`, 'the whole object may be null', 'remove nullable'); }
  checkSchema(schema, 'the object', at, broken);
}

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/** What JSON schema knows and the API server does not. */
const FORBIDDEN = ['$ref', 'definitions', 'dependencies', 'patternProperties', 'additionalItems', 'id'];

function checkSchema(schema: Record<string, any>, level: Level, at: string, broken: Broken) {
  checkType(schema, level, at, broken);
  checkListKeys(schema, at, broken);
  for (const field of FORBIDDEN) {
    const value = schema[field];
    if (isGiven(value) && value !== '' && !(isRecord(value) && Object.keys(value).length === 0)) {
      broken(crdSchema, `${at}${pointer(field)}`, `'${field}' is not supported`, 'write the schema out');
    }
  }
  if (schema.uniqueItems === true) { broken(crdSchema, `${at}/uniqueItems`, 'uniqueItems is on', 'write x-kubernetes-list-type: set'); }
  const { properties, additionalProperties, items } = schema;
  if (isRecord(properties) && Object.keys(properties).length > 0 && (additionalProperties === false || isRecord(additionalProperties))) {
    broken(crdSchema, `${at}/additionalProperties`, 'both properties and additionalProperties are given', 'keep one of them');
  }
  for (const [name, property] of Object.entries(recordOf(properties))) {
    if (isRecord(property)) { checkSchema(property, 'a field', `${at}/properties${pointer(name)}`, broken); }
  }
  if (isRecord(additionalProperties)) { checkSchema(additionalProperties, 'a field', `${at}/additionalProperties`, broken); }
  if (isRecord(items)) { checkSchema(items, 'an item', `${at}/items`, broken); }
}

function checkType(schema: Record<string, any>, level: Level, at: string, broken: Broken) {
  const { type, items } = schema;
  if (level === 'the object') {
    if (type !== 'object') { broken(crdSchema, `${at}/type`, `the type of the whole object is ${show(type ?? '')}`, 'write type: object'); }
    return;
  }
  if (isText(type) && !TYPES.includes(type)) { broken(crdSchema, `${at}/type`, `there is no type ${show(type)}`, `write one of ${TYPES.join(', ')}`); }
  const free = schema['x-kubernetes-int-or-string'] === true || schema['x-kubernetes-preserve-unknown-fields'] === true;
  if ((type === '' || !isGiven(type)) && !free) { broken(crdSchema, `${at}/type`, `the schema of ${level} has no type`); }
  if (type === 'array' && !isGiven(items)) { broken(crdSchema, `${at}/items`, 'the list does not say what its items are', 'add items'); }
  if (Array.isArray(items)) { broken(crdSchema, `${at}/items`, 'items is a list of schemas', 'write one schema for all items'); }
}

/** A list that is merged by keys has items with these keys. */
function checkListKeys(schema: Record<string, any>, at: string, broken: Broken) {
  const type = schema['x-kubernetes-list-type'];
  const keys = listOf(schema['x-kubernetes-list-map-keys']);
  if (isText(type) && !['atomic', 'set', 'map'].includes(type)) {
    broken(crdSchema, `${at}/x-kubernetes-list-type`, `there is no list type ${show(type)}`, 'write one of atomic, set, map');
  }
  if (type === 'map' && keys.length === 0) { broken(crdSchema, `${at}/x-kubernetes-list-map-keys`, 'the list is a map, but has no keys', 'add x-kubernetes-list-map-keys'); }
  if (type !== 'map' && keys.length > 0) { broken(crdSchema, `${at}/x-kubernetes-list-map-keys`, 'the list has keys, but is no map', 'write x-kubernetes-list-type: map'); }
  const properties = recordOf(recordOf(schema.items).properties);
  keys.forEach((key, index) => {
    if (type === 'map' && isText(key) && !Object.hasOwn(properties, key)) {
      broken(crdSchema, `${at}/x-kubernetes-list-map-keys/${index}`, `the items have no field ${show(key)}`, 'name fields of the items');
    }
  });
}
