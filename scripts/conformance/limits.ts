import { get, set, spelled } from './edit';
import { Question, coverageKey } from './plan';
import { ConformanceRecord } from './record';
import { Site } from './site';
import { FieldType } from '../../src/kubernetes/api/field-type';
import { isRecord } from '../../src/kubernetes/manifest';

/** More is not made: requests have a size, too. */
const LONGEST = 20_000;
const MOST_ITEMS = 1100;

/** What the server named when it refused other values: words that it takes, and values on both sides of its limits. */
export function atNamed(records: readonly ConformanceRecord[], sites: readonly Site[]): Question[] {
  const byField = new Map(sites.map(site => [site.field.id, site]));
  const asked = new Set<string>();
  return records.flatMap(({ field, answer }): Question[] => {
    const site = field === undefined ? undefined : byField.get(field);
    if (!site) { return []; }
    const messages = answer.causes.filter(cause => namesField(cause.field, site)).map(({ message }) => message);
    const named = new Set([...messages.flatMap(wordsIn), ...messages.flatMap(limitsIn)]);
    return [...named].filter(value => !asked.has(coverageKey(site.field.name, String(value)))).flatMap(value => {
      asked.add(coverageKey(site.field.name, String(value)));
      const { field: { type } } = site.field;
      const given = get(site.manifest, site.path);
      const sized = typeof value === 'string' ? wordOfType(value, type) : valuesAround(value, type, given);
      return sized.map((one): Question => ({
        manifest: set(site.manifest, site.path, one.value), what: `${spelled(site.path)} = ${one.size}`, field: site.field.id, mutation: 'border',
      }));
    });
  });
}

/** `spec.ports[0].port` names the field `port`, and so does `spec.ports[0].port[2]`. */
function namesField(named: string | undefined, { path }: Site): boolean {
  return named?.replace(/(\[[^\]]*\])+$/, '').split('.').pop() === path[path.length - 1];
}

/** Whole numbers in what the server says of a value, without the value itself, names of standards and expressions. */
export function limitsIn(message: string): number[] {
  const said = message.replace(/^.*?: (?=[a-z])/s, '').replace(/RFC ?\d+|DNS-?\d+|regex.*|'[^']*'|"[^"]*"|\([^)]*\)/gs, '');
  return [...said.matchAll(/\d+/g)].map(([text]) => Number(text)).filter(Number.isSafeInteger);
}

/** The words that a message says the field may have. */
export function wordsIn(message: string): string[] {
  const [, listed] = /(?:supported values|valid values|one of):? (.*)$/s.exec(message) ?? [];
  return [...(listed ?? '').matchAll(/"([^"\\\s]+)"/g)].map(([, word]) => word);
}

function wordOfType(word: string, type: FieldType): Sized[] {
  switch (type.holds) {
    case 'string': case 'enum': return [{ value: word, size: word }];
    case 'list': return wordOfType(word, type.item!).map(({ value, size }) => ({ value: [value], size }));
    default: return [];
  }
}

interface Sized {
  readonly value: unknown;
  /** In words. */
  readonly size: string;
}

function valuesAround(limit: number, type: FieldType, given: unknown): Sized[] {
  switch (type.holds) {
    case 'int32': case 'int64': case 'intOrString': return [limit - 1, limit, limit + 1].map(value => ({ value, size: String(value) }));
    case 'string': return [limit - 1, limit, limit + 1].filter(length => length > 0 && length <= LONGEST)
      .flatMap(length => [wordOf(length), domainOf(length)].map(value => ({ value, size: `${length} characters` })));
    case 'list': return [limit, limit + 1].filter(length => length > 0 && length <= MOST_ITEMS && Array.isArray(given) && given.length > 0)
      .map(length => ({ value: itemsLike((given as unknown[])[0], length), size: `${length} items` }));
    default: return [];
  }
}

const wordOf = (length: number) => 'a'.repeat(length);

/** Labels of at most 63 characters. */
const domainOf = (length: number) => wordOf(length).replace(/a{64}/g, `${'a'.repeat(63)}.`).replace(/\.$/, 'a');

/** Items whose texts and names differ. */
function itemsLike(item: unknown, length: number): unknown[] {
  return Array.from({ length }, (_, index) => {
    if (typeof item === 'string') { return `${item}${index}`; }
    if (typeof item === 'number') { return item + index; }
    return isRecord(item) && typeof item.name === 'string' ? { ...item, name: `${item.name}${index}` } : item;
  });
}
