import { ApiModel } from '../../../kubernetes/api/model';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';
import { crdExample } from '../object/examples';
import { Broken, Rule, forRecords, isText, rulesFor } from '../object/rule';

const definition = (size: string) => crdExample('widgets.example.com', `{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {size: {${size}}}}}}`);

export const unknownTextFormat: Rule = {
  id: 'unknown-text-format',
  why: 'the server does not know the format, so it takes any value of the type',
  severity: 'warning',
  since: '1.34',
  fix: 'write a format that the server knows, such as date-time, or a pattern',
  bad: definition('type: string, format: currency'),
  good: definition('type: string, format: date-time'),
};

export const setOfObjects: Rule = {
  id: 'set-of-objects',
  why: 'items of a set are compared as wholes: server-side apply cannot merge them, and rules in CEL cannot use them as a set',
  severity: 'warning',
  since: '1.37',
  fix: 'write x-kubernetes-list-type: map with x-kubernetes-list-map-keys',
  bad: definition('type: array, x-kubernetes-list-type: set, items: {type: object, x-kubernetes-map-type: atomic, properties: {a: {type: string}}}'),
  good: definition('type: array, x-kubernetes-list-type: set, items: {type: string}'),
};

/** Formats of texts, without dashes, and since when the server knows them. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ...['bsonobjectid', 'uri', 'email', 'hostname', 'ipv4', 'ipv6', 'cidr', 'mac', 'uuid', 'uuid3', 'uuid4', 'uuid5', 'isbn', 'isbn10', 'isbn13', 'creditcard', 'ssn',
    'hexcolor', 'rgbcolor', 'byte', 'password', 'date', 'duration', 'datetime'].map(name => [name, '1.27'] as const),
  ['k8sshortname', '1.34'], ['k8slongname', '1.34'],
]);

const OF_TYPES: Readonly<Record<string, readonly string[]>> = { integer: ['int32', 'int64'], number: ['float', 'double'] };

export const definitionWarnings: ObjectCheck = rulesFor(['apiextensions.k8s.io/CustomResourceDefinition'], [unknownTextFormat, setOfObjects], (crd, broken, model) => {
  forRecords(recordOf(crd.spec).versions, (version, index) => {
    const schema = recordOf(version.schema).openAPIV3Schema;
    if (isRecord(schema)) { checkSchema(schema, `/spec/versions/${index}/schema/openAPIV3Schema`, broken, model); }
  });
});

const PARTS = ['items', 'not', 'additionalProperties', 'additionalItems'];
const LISTS = ['allOf', 'oneOf', 'anyOf', 'items'];

function checkSchema(schema: Record<string, any>, at: string, broken: Broken, model: ApiModel) {
  const { type, format, items } = schema;
  if (isText(format) && !isKnown(type, format, model)) { broken(unknownTextFormat, `${at}/format`, `the server knows no format ${show(format)} of the type ${show(type ?? '')}`); }
  if (schema['x-kubernetes-list-type'] === 'set' && ['object', 'array'].includes(recordOf(items).type)) {
    broken(setOfObjects, `${at}/x-kubernetes-list-type`, `the items of the set are of the type ${show(items.type)}`);
  }
  for (const name of Object.keys(recordOf(schema.properties))) {
    if (isRecord(schema.properties[name])) { checkSchema(schema.properties[name], `${at}/properties${pointer(name)}`, broken, model); }
  }
  for (const field of PARTS) {
    if (isRecord(schema[field])) { checkSchema(schema[field], `${at}/${field}`, broken, model); }
  }
  for (const field of LISTS) {
    if (Array.isArray(schema[field])) { forRecords(schema[field], (one, index) => checkSchema(one, `${at}/${field}/${index}`, broken, model)); }
  }
}

function isKnown(type: unknown, format: string, model: ApiModel): boolean {
  if (isText(type) && type !== 'string') { return Object.hasOwn(OF_TYPES, type) && OF_TYPES[type].includes(format); }
  const since = TEXTS.get(format.replaceAll('-', ''));
  return since !== undefined && model.isSince(since);
}
