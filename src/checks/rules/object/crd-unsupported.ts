import { crdSchema } from './crd-schema';
import { Broken, isGiven } from './rule';
import { pointer } from '../../../kubernetes/pointer';

/** What JSON schema knows and the API server does not. */
const UNSUPPORTED = ['$ref', '$schema', 'definitions', 'dependencies', 'patternProperties', 'additionalItems', 'id'];
/** Of these the server can tell an empty value from none. */
const EVEN_IF_EMPTY: readonly string[] = ['$ref', 'additionalItems'];

/** What no part of a schema may say, neither the schema itself nor a condition in it. */
export function checkUnsupported(schema: Record<string, any>, at: string, broken: Broken) {
  for (const field of UNSUPPORTED) {
    if (isSet(schema[field]) || EVEN_IF_EMPTY.includes(field) && isGiven(schema[field])) {
      broken(crdSchema, `${at}${pointer(field)}`, `'${field}' is not supported`, 'write the schema out');
    }
  }
  if (schema.uniqueItems === true) { broken(crdSchema, `${at}/uniqueItems`, 'uniqueItems is on', 'write x-kubernetes-list-type: set'); }
  if (Array.isArray(schema.items)) { broken(crdSchema, `${at}/items`, 'items is a list of schemas', 'write one schema for all items'); }
}

/** False for what is the same as nothing to the server. */
export function isSet(value: unknown): boolean {
  if (!isGiven(value) || value === false || value === '') { return false; }
  return typeof value !== 'object' || Object.keys(value as object).length > 0;
}
