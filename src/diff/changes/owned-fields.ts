import { Manifest, isRecord, listOf, recordOf, sameData } from '../../kubernetes/manifest';

/** Fields as the API server notes them: `f:` names a field, `k:` an item by its keys, `v:` a value of a set. */
type FieldSet = Record<string, any>;

/** What our plans own in claims that they make: nobody writes it. */
const NOT_A_WRITER: ReadonlySet<string> = new Set(['cdk8s-stateful-plan']);

/** The manager by which people apply, where several do. */
const USUAL = 'kubectl';

/**
 * The part of a live object that whoever applied it owns, and that goes when he leaves it out, where `managedFields` tell;
 * undefined where they do not, or where nobody applied it on the server.
 */
export function ownedFields(live: Manifest): Manifest | undefined {
  const entries = listOf(live.metadata?.managedFields).map(recordOf)
    .filter(({ operation, subresource, manager, fieldsV1 }) => operation === 'Apply' && !subresource && !NOT_A_WRITER.has(manager) && isRecord(fieldsV1));
  const entry = entries.length === 1 ? entries[0] : entries.find(({ manager }) => manager === USUAL);
  if (!entry) { return undefined; }
  const { apiVersion, kind, metadata } = live;
  const owned = recordOf(partOf(live, entry.fieldsV1));
  const { name, namespace } = recordOf(metadata);
  return { ...owned, apiVersion, kind, metadata: { ...recordOf(owned.metadata), name, ...namespace && { namespace } } } as Manifest;
}

function partOf(value: unknown, fields: FieldSet): unknown {
  const keys = Object.keys(fields).filter(key => key !== '.');
  if (keys.length === 0) { return value; }
  if (Array.isArray(value)) { return itemsOf(value, fields, keys); }
  if (!isRecord(value)) { return value; }
  const owned = keys.filter(key => key.startsWith('f:') && Object.hasOwn(value, key.slice(2))).map(key => [key.slice(2), partOf(value[key.slice(2)], fields[key])]);
  return Object.fromEntries(owned);
}

function itemsOf(items: readonly unknown[], fields: FieldSet, keys: readonly string[]): unknown[] {
  return items.flatMap(item => {
    const key = keys.find(candidate => isMeant(item, candidate));
    return key === undefined ? [] : [partOf(item, fields[key])];
  });
}

/** Whether `k:{"name":"a"}` or `v:"a"` means an item. */
function isMeant(item: unknown, key: string): boolean {
  const wanted: unknown = JSON.parse(key.slice(2));
  if (!key.startsWith('k:')) { return sameData(item, wanted); }
  return isRecord(item) && Object.entries(recordOf(wanted)).every(([field, value]) => sameData(item[field], value));
}
