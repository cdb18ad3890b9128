import { checkCompleteness, checkConditions, checkPattern } from './crd-conditions';
import { checkLists } from './crd-lists';
import { crdSchema } from './crd-schema';
import { checkUnsupported, isSet } from './crd-unsupported';
import { Broken, isGiven, isText } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { defaultFault } from '../../custom-resources/value-walk';

type Level = 'the object' | 'a field' | 'an item';

/** Fields that the schema of a whole object may have beside a status subresource, since the part for status is cut out of it. */
const BESIDE_STATUS: ReadonlySet<string> = new Set([
  'description', 'type', 'format', 'title', 'maximum', 'exclusiveMaximum', 'minimum', 'exclusiveMinimum', 'maxLength', 'minLength', 'pattern',
  'maxItems', 'minItems', 'uniqueItems', 'multipleOf', 'required', 'items', 'properties', 'externalDocs', 'example',
  'x-kubernetes-preserve-unknown-fields', 'x-kubernetes-validations',
]);

/** The schema of a whole custom resource. */
export function checkRootSchema(schema: Record<string, any>, withStatus: boolean, at: string, broken: Broken, model: ApiModel) {
  if (schema.nullable === true) { broken(crdSchema, `${at}/nullable`, 'the whole object may be null', 'remove nullable'); }
  if (isGiven(schema.additionalProperties)) {
    broken(crdSchema, `${at}/additionalProperties`, 'the whole object may have any fields', 'write x-kubernetes-preserve-unknown-fields: true');
  }
  for (const field of withStatus ? Object.keys(schema) : []) {
    if (!BESIDE_STATUS.has(field) && isWritten(field, schema[field])) {
      broken(crdSchema, `${at}${pointer(field)}`, `the whole object cannot have '${field}' beside a status subresource`, 'write it for spec');
    }
  }
  checkMetadata(recordOf(schema.properties).metadata, `${at}/properties/metadata`, broken);
  for (const name of HEAD) { checkNoDefault(recordOf(schema.properties)[name], `${at}/properties/${name}`, broken); }
  checkCompleteness(schema, at, broken);
  checkSchema(schema, 'the object', at, broken, model);
}

/** Every object has metadata, and a definition can say something of its names only. */
function checkMetadata(metadata: unknown, at: string, broken: Broken) {
  if (!isRecord(metadata)) { return; }
  const { type, default: _, properties, ...others } = metadata;
  const fields = Object.keys(recordOf(properties)).filter(name => name !== 'name' && name !== 'generateName');
  const more = Object.keys(others).filter(field => isSet(others[field]));
  if (fields.length > 0 || more.length > 0) {
    broken(crdSchema, at, `metadata has a meaning of its own, and cannot have ${show(fields[0] ?? more[0])}`, 'write metadata: {type: object}');
  }
}

const HEAD = ['apiVersion', 'kind', 'metadata'];

/** What every object begins with is filled in by nobody but who writes it. */
function checkNoDefault(schema: unknown, at: string, broken: Broken) {
  forEachSchema(schema, at, (part, path) => {
    if (isGiven(part.default)) { broken(crdSchema, `${path}/default`, 'what every object begins with has a default', 'remove default'); }
  });
}

function forEachSchema(schema: unknown, at: string, look: (schema: Record<string, any>, at: string) => void) {
  if (!isRecord(schema)) { return; }
  look(schema, at);
  for (const [name, property] of Object.entries(recordOf(schema.properties))) { forEachSchema(property, `${at}/properties${pointer(name)}`, look); }
  forEachSchema(schema.additionalProperties, `${at}/additionalProperties`, look);
  forEachSchema(schema.items, `${at}/items`, look);
}

/** Fields of which the server can tell an empty value from none. */
const POINTERS: ReadonlySet<string> = new Set([
  '$ref', 'additionalItems', 'additionalProperties', 'externalDocs', 'items', 'not', 'x-kubernetes-list-type', 'x-kubernetes-map-type',
]);

/** True if the server sees the field at all: an empty list or mapping is something, an empty text or false mostly nothing. */
function isWritten(field: string, value: unknown): boolean {
  return isGiven(value) && (POINTERS.has(field) || value !== false && value !== '');
}

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

function checkSchema(schema: Record<string, any>, level: Level, at: string, broken: Broken, model: ApiModel) {
  checkType(schema, level, at, broken);
  checkLists(schema, at, broken);
  if (level === 'the object' || schema[EMBEDDED] === true) { checkHead(recordOf(schema.properties), `${at}/properties`, broken); }
  if (schema[EMBEDDED] === true) { checkHeadDefaults(recordOf(schema.properties), `${at}/properties`, broken, model); }
  checkExtensions(schema, level, at, broken);
  checkConditions(schema, at, broken, model);
  checkPattern(schema, at, broken);
  checkDefault(schema, level, at, broken, model);
  checkUnsupported(schema, at, broken);
  const { properties, additionalProperties, items } = schema;
  if (isGiven(additionalProperties) && typeof additionalProperties !== 'boolean' && !isRecord(additionalProperties)) {
    broken(crdSchema, `${at}/additionalProperties`, `${show(additionalProperties)} is neither a schema nor true or false`, 'write a schema');
  }
  if (isRecord(properties) && Object.keys(properties).length > 0 && (additionalProperties === false || isRecord(additionalProperties))) {
    broken(crdSchema, `${at}/additionalProperties`, 'both properties and additionalProperties are given', 'keep one of them');
  }
  for (const [name, property] of Object.entries(recordOf(properties))) {
    if (isRecord(property)) { checkSchema(property, 'a field', `${at}/properties${pointer(name)}`, broken, model); }
  }
  if (isRecord(additionalProperties)) { checkSchema(additionalProperties, 'a field', `${at}/additionalProperties`, broken, model); }
  if (isRecord(items)) { checkSchema(items, 'an item', `${at}/items`, broken, model); }
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
  // The server reads neither a number nor a text here.
  if (type === 'array' && !isRecord(items) && !Array.isArray(items)) { broken(crdSchema, `${at}/items`, 'the list does not say what its items are', 'add items'); }
}

const KEEP_UNKNOWN = 'x-kubernetes-preserve-unknown-fields';
const INT_OR_STRING = 'x-kubernetes-int-or-string';
const EMBEDDED = 'x-kubernetes-embedded-resource';

function checkExtensions(schema: Record<string, any>, level: Level, at: string, broken: Broken) {
  if (schema[KEEP_UNKNOWN] === false) { broken(crdSchema, `${at}/${KEEP_UNKNOWN}`, `${KEEP_UNKNOWN} is false`, 'write true, or remove it'); }
  if (schema[INT_OR_STRING] === true) {
    for (const field of [KEEP_UNKNOWN, EMBEDDED]) {
      if (schema[field] === true) { broken(crdSchema, `${at}/${field}`, `${field} stands beside ${INT_OR_STRING}`, 'keep one of them'); }
    }
  }
  if (schema[EMBEDDED] === true) { checkEmbedded(schema, level, at, broken); }
}

/** An object within the object: with apiVersion, kind and metadata. */
function checkEmbedded(schema: Record<string, any>, level: Level, at: string, broken: Broken) {
  const { type, properties, additionalProperties } = schema;
  if (type !== 'object' && level !== 'the object') { broken(crdSchema, `${at}/type`, `an embedded resource is an object, not ${show(type ?? '')}`, 'write type: object'); }
  if (isGiven(additionalProperties)) { broken(crdSchema, `${at}/additionalProperties`, 'an embedded resource has fields with names', 'write properties'); }
  if (schema[KEEP_UNKNOWN] !== true && Object.keys(recordOf(properties)).length === 0) {
    broken(crdSchema, `${at}/properties`, 'the embedded resource would lose all its fields', `add properties, or ${KEEP_UNKNOWN}: true`);
  }
}

/** What every object begins with has types that everybody knows, and is no object with metadata of its own. */
function checkHead(properties: Record<string, any>, at: string, broken: Broken) {
  for (const name of HEAD) {
    forEachSchema(properties[name], `${at}/${name}`, (part, path) => {
      if (part[EMBEDDED] === true) { broken(crdSchema, `${path}/${EMBEDDED}`, `${EMBEDDED} stands within ${name}`, 'remove it'); }
    });
  }
  for (const [name, type] of [['apiVersion', 'string'], ['kind', 'string'], ['metadata', 'object']]) {
    const property = properties[name];
    if (isRecord(property) && property.type !== type) {
      broken(crdSchema, `${at}/${name}/type`, `${name} is of the type ${type}, not ${show(property.type ?? '')}`, `write type: ${type}`);
    }
  }
}

/** Takes the value of a field, and gives the object around it. */
type Around = (value: unknown) => unknown;

/** A default within what an embedded object begins with makes something that every object may begin with. */
function checkHeadDefaults(properties: Record<string, any>, at: string, broken: Broken, model: ApiModel) {
  const look = (schema: unknown, around: Around, path: string) => {
    if (!isRecord(schema)) { return; }
    const fault = isGiven(schema.default) ? defaultFault(around(schema.default), { type: 'object', [EMBEDDED]: true, [KEEP_UNKNOWN]: true }, model) : undefined;
    if (fault) { broken(crdSchema, `${path}/default`, `no object begins with this default: ${fault}`, 'write a default that objects may have'); }
    for (const [name, property] of Object.entries(recordOf(schema.properties))) {
      look(property, value => around({ [name]: value }), `${path}/properties${pointer(name)}`);
    }
    look(schema.items, value => around([value]), `${path}/items`);
  };
  for (const name of HEAD) {
    look(properties[name], value => ({ apiVersion: 'validation/v1', kind: 'Validation', [name]: value }), `${at}/${name}`);
  }
}

/** A default is a value that the schema allows. */
function checkDefault(schema: Record<string, any>, level: Level, at: string, broken: Broken, model: ApiModel) {
  const value = schema.default;
  if (!isGiven(value) || (isText(schema.type) && !TYPES.includes(schema.type))) { return; }
  const fault = defaultFault(value, level === 'the object' ? { ...schema, [EMBEDDED]: true } : schema, model);
  if (fault) { broken(crdSchema, `${at}/default`, `the schema does not allow the default: ${fault}`, 'write a default that the schema allows'); }
}
