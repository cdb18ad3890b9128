import { textOf } from './text';
import { FieldType } from '../api/field-type';
import { ApiModel } from '../api/model';
import { isRecord } from '../manifest';

/** Claim templates are replaced as a whole, and compared one by one all the same. */
const BY_NAME: readonly string[] = ['metadata/name'];

/** What distinguishes the items of a list where two lists are compared. */
export function keysOf(type: FieldType | undefined): readonly string[] | undefined {
  return type?.keys ?? (type?.holds === 'list' && type.item?.struct === 'PersistentVolumeClaim' ? BY_NAME : undefined);
}

/** What distinguishes an item from the others, as one string. */
export function itemKey(item: unknown, keys: readonly string[], type: FieldType, model: ApiModel): string {
  if (keys.length === 1) { return textOf(keyPart(item, keys[0], type, model) ?? ''); }
  return keys.map(path => textOf(keyPart(item, path, type, model) ?? '')).join('|');
}

/** One field of the key, with its default. */
export function keyPart(item: unknown, path: string, type: FieldType, model: ApiModel): unknown {
  if (!isRecord(item)) { return undefined; }
  if (path === BY_NAME[0]) { return isRecord(item.metadata) ? item.metadata.name : undefined; }
  const value = Object.hasOwn(item, path) ? item[path] : undefined;
  return value ?? (type.item?.struct === undefined ? undefined : model.type(type.item.struct)?.field(path)?.default);
}
