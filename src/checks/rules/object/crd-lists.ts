import { crdSchema } from './crd-schema';
import { Broken, forRepeated, isGiven, isText } from './rule';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

const LIST_TYPE = 'x-kubernetes-list-type';
const LIST_KEYS = 'x-kubernetes-list-map-keys';
const MAP_TYPE = 'x-kubernetes-map-type';

/** How lists and maps are merged: as a whole, as a set, or by keys of their items. */
export function checkLists(schema: Record<string, any>, at: string, broken: Broken) {
  checkMapType(schema, at, broken);
  const type = schema[LIST_TYPE];
  const keys = listOf(schema[LIST_KEYS]);
  if (typeof type === 'string') { checkListType(schema, type, at, broken); }
  if (type !== 'map' && keys.length > 0) { broken(crdSchema, `${at}/${LIST_KEYS}`, 'the list has keys, but is no map', `write ${LIST_TYPE}: map`); }
  if (type === 'map') { checkKeys(schema, keys, at, broken); }
  if (type === 'set' && isRecord(schema.items)) { checkSetItems(schema.items, `${at}/items`, broken); }
}

function checkMapType({ type, [MAP_TYPE]: mapType }: Record<string, any>, at: string, broken: Broken) {
  if (typeof mapType !== 'string') { return; }
  if (mapType !== 'atomic' && mapType !== 'granular') { broken(crdSchema, `${at}/${MAP_TYPE}`, `there is no map type ${show(mapType)}`, 'write atomic or granular'); }
  if (type !== 'object') { broken(crdSchema, `${at}/${MAP_TYPE}`, `${MAP_TYPE} is for objects, not for the type ${show(type ?? '')}`, 'remove it'); }
}

function checkListType({ type, items }: Record<string, any>, listType: string, at: string, broken: Broken) {
  if (!['atomic', 'set', 'map'].includes(listType)) {
    broken(crdSchema, `${at}/${LIST_TYPE}`, `there is no list type ${show(listType)}`, 'write one of atomic, set, map');
  }
  if (type !== 'array') { broken(crdSchema, `${at}/${LIST_TYPE}`, `${LIST_TYPE} is for lists, not for the type ${show(type ?? '')}`, 'remove it'); }
  if ((listType === 'set' || listType === 'map') && recordOf(items).nullable === true) {
    broken(crdSchema, `${at}/items/nullable`, `an item of a ${listType} cannot be null`, 'remove nullable');
  }
}

/** Items that are merged by keys are objects that have these keys, always. */
function checkKeys({ items }: Record<string, any>, keys: readonly any[], at: string, broken: Broken) {
  if (keys.length === 0) { broken(crdSchema, `${at}/${LIST_KEYS}`, 'the list is a map, but has no keys', `add ${LIST_KEYS}`); }
  forRepeated(keys, key => key, (key, index) => broken(crdSchema, `${at}/${LIST_KEYS}/${index}`, `the key ${show(key)} is there already`, 'remove it'));
  if (!isRecord(items)) { return; }
  if (items.type !== 'object') {
    broken(crdSchema, `${at}/items/type`, `the list is a map, but its items are of the type ${show(items.type ?? '')}`, 'write type: object');
    return;
  }
  const properties = recordOf(items.properties);
  const required = listOf(items.required);
  keys.forEach((given, index) => {
    // The server reads null as an empty text.
    const key = given ?? '';
    if (typeof key !== 'string') { return; }
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!isRecord(property)) {
      broken(crdSchema, `${at}/${LIST_KEYS}/${index}`, `the items have no field ${show(key)}`, 'name fields of the items');
    } else if (property.type === 'array' || property.type === 'object') {
      broken(crdSchema, `${at}/${LIST_KEYS}/${index}`, `the field ${show(key)} is an ${property.type}, which cannot be a key`, 'name fields with plain values');
    } else if (!required.includes(key) && !isGiven(property.default)) {
      broken(crdSchema, `${at}/${LIST_KEYS}/${index}`, `the key ${show(key)} may be missing in an item`, 'name it in required, or give it a default');
    } else if (property.nullable === true) {
      broken(crdSchema, `${at}/${LIST_KEYS}/${index}`, `the key ${show(key)} may be null`, 'remove nullable');
    }
  });
}

/** Items of a set are compared as a whole. */
function checkSetItems(items: Record<string, any>, at: string, broken: Broken) {
  if (items.type === 'object' && items[MAP_TYPE] !== 'atomic') {
    broken(crdSchema, `${at}/${MAP_TYPE}`, 'objects in a set are compared as a whole', `write ${MAP_TYPE}: atomic`);
  }
  if (items.type === 'array' && isText(items[LIST_TYPE]) && items[LIST_TYPE] !== 'atomic') {
    broken(crdSchema, `${at}/${LIST_TYPE}`, 'lists in a set are compared as a whole', `write ${LIST_TYPE}: atomic`);
  }
}
