import { Random } from '../conformance/random';

/** Pieces that parsers, terminals, pipelines and JavaScript treat in ways of their own. */
const PIECES = [
  '\0', '\t', '\r', '\u00a0', '\ufeff', '\u2028', '\u202e', '\ud800', '\u{1f418}', '\u001b[31m', '\u0007', '\n::stop-commands::x\n', '##vso[task.x]', '---\n', '...\n', '- ', ': ', '? ', '# ', '%YAML 1.2\n---\n',
  '&a ', '*a', '<<: *a', '!!binary ', '!!python/object ', '!x ', '|\n', '>-\n', '{{ .Values.x }}', '${X}', '$(X)', '`', '"', "'", '\\', '[', ']', '{', '}', ',',
  '__proto__: {a: 1}\n', 'constructor: 1\n', 'toString: x\n', 'null', '~', 'true', 'yes', '.inf', '.nan', '-0', '0x7fffffff', '0o777', '0777', '1_000', '1e400', '9223372036854775808', '2026-11-29T00:00:00Z',
  'a'.repeat(300), '9'.repeat(400), '1Gi', '-1', '65536', 'items: null\n', 'kind: List\n', '</script><script>alert(1)</script>', '[x](javascript:x)', '@team #1 ',
] as const;

/** Values that stand where another kind of value is expected. */
const VALUES: readonly unknown[] = [
  null, true, false, 0, -1, 1e308, 2147483648, '', ' ', 'x', 'A_b.C', '*', '.', '..', '/', '$(A)', [], {}, [null], [[]], { '': null }, { name: null }, '\u001b[2J', '1Gi', 9007199254740993, '2026-11-29',
  ['a', 'a'], { matchLabels: {} }, { constructor: 1, toString: 2 }, JSON.parse('{"__proto__": {"a": 1}}'),
];

const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '', ' ', 'a/b', '~0', '$patch', 'name', 'kind', 'spec', '0', '-1'];

/** The text with one to four places changed. */
export function mutatedText(text: string, random: Random): string {
  let changed = text;
  for (let left = 1 + random.below(4); left > 0; left--) { changed = TEXT_CHANGES[random.below(TEXT_CHANGES.length)](changed, random); }
  return changed;
}

type TextChange = (text: string, random: Random) => string;

const TEXT_CHANGES: readonly TextChange[] = [
  (text, random) => splice(text, random.below(text.length + 1), 0, random.pick(PIECES)),
  (text, random) => splice(text, random.below(text.length + 1), random.below(5), random.pick(PIECES)),
  (text, random) => splice(text, random.below(text.length + 1), random.below(40), ''),
  (text, random) => { const at = random.below(text.length + 1); return splice(text, at, 0, text.slice(at, at + random.below(200))); },
  (text, random) => { const lines = text.split('\n'); lines.splice(random.below(lines.length), 1); return lines.join('\n'); },
  (text, random) => { const lines = text.split('\n'); const [line] = lines.splice(random.below(lines.length), 1); lines.splice(random.below(lines.length + 1), 0, line); return lines.join('\n'); },
  (text, random) => { const lines = text.split('\n'); const at = random.below(lines.length); lines[at] = random.below(2) ? ` ${lines[at]}` : lines[at].replace(/^ /, ''); return lines.join('\n'); },
  (text, random) => text.slice(0, random.below(text.length + 1)),
];

function splice(text: string, at: number, length: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at + length);
}

/** The value with one to three places changed; it is changed where it stands. */
export function mutateValue(value: unknown, random: Random): unknown {
  const holder = { value };
  for (let left = 1 + random.below(3); left > 0; left--) {
    const places = placesIn(holder, []);
    const [parent, key] = random.pick(places);
    changePlace(parent, key, places, random);
  }
  return holder.value;
}

type Holder = Record<string, unknown> | unknown[];
type Place = readonly [parent: Holder, key: string];

function placesIn(value: unknown, found: Place[]): Place[] {
  if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      found.push([value as Holder, key]);
      placesIn((value as Record<string, unknown>)[key], found);
    }
  }
  return found;
}

function changePlace(parent: Holder, key: string, places: readonly Place[], random: Random): void {
  const at = parent as Record<string, unknown>;
  switch (random.below(5)) {
    case 0: define(at, key, structuredClone(random.pick(VALUES))); break;
    case 1: if (Array.isArray(parent)) { parent.splice(Number(key), 1); } else if (key !== 'value') { delete at[key]; } break;
    case 2: define(at, Array.isArray(parent) ? key : random.pick(KEYS), at[key]); break;
    // A copy of something else of the document, so that no circle comes about.
    case 3: { const [from, name] = random.pick(places); define(at, key, structuredClone((from as Record<string, unknown>)[name])); break; }
    default: define(at, key, typeof at[key] === 'string' ? `${at[key]}${random.pick(PIECES)}` : structuredClone(random.pick(VALUES)));
  }
}

/** A field of its own, also if it is called `__proto__`. */
function define(at: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(at, key, { value, enumerable: true, writable: true, configurable: true });
}
