import { Document, Scalar, YAMLMap, isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { keyText } from './key-text';
import { plainScalar } from './plain-scalar';

const TAG = 'tag:yaml.org,2002:';
/** A value that kubectl does not take, though its grammar is right. */
export class ValueError extends Error {}

/** Tags of scalars that are not text, with the type of their values. */
const VALUE_TAGS: ReadonlyMap<string | undefined, string> = new Map([
  [`${TAG}int`, 'number'], [`${TAG}float`, 'number'], [`${TAG}bool`, 'boolean'], [`${TAG}null`, 'object'], [`${TAG}timestamp`, 'string'],
]);
/** These end a line to kubectl, and a text without quotes hardly ever goes on behind them. */
const LINE_END = /[\u2028\u2029]/;

/**
 * What a YAML tree means to kubectl. The value of an alias is the same object each time.
 *
 * @throws Error where kubectl takes no such value
 */
export function valueOfTree(tree: Document): unknown {
  return new TreeValue().of(tree.contents);
}

class TreeValue {
  private readonly anchors = new Map<string, unknown>();

  public of(node: unknown): unknown {
    if (isAlias(node)) { return this.anchors.get(node.source); }
    const value = this.withoutAnchor(node);
    if (isNode(node) && node.anchor) { this.anchors.set(node.anchor, value); }
    return value;
  }

  private withoutAnchor(node: unknown): unknown {
    if (isMap(node)) { return this.mapping(node); }
    if (isSeq(node)) { return node.items.map(item => this.of(item)); }
    return isScalar(node) ? scalarValue(node) : null;
  }

  private mapping({ items }: YAMLMap): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    for (const { key, value } of items) {
      if (isMergeKey(key)) {
        this.merge(this.of(value), mapping);
      } else {
        const name = isAlias(key) ? String(this.of(key)) : keyName(key);
        if (isNode(key) && !isAlias(key) && key.anchor) { this.anchors.set(key.anchor, name); }
        if (name !== undefined) { set(mapping, name, this.of(value)); }
      }
    }
    return mapping;
  }

  /** What is merged takes the place of what stands before it, and of a list the first counts. */
  private merge(value: unknown, mapping: Record<string, unknown>) {
    for (const one of (Array.isArray(value) ? [...value].reverse() : [value])) {
      if (typeof one !== 'object' || one === null || Array.isArray(one)) { throw new ValueError('`<<` takes a mapping, or a list of mappings'); }
      for (const [name, part] of Object.entries(one)) { set(mapping, name, part); }
    }
  }
}

/** `__proto__` is a key like any other. */
function set(mapping: Record<string, unknown>, name: string, value: unknown) {
  if (name === '__proto__') {
    Object.defineProperty(mapping, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    mapping[name] = value;
  }
}

function scalarValue(scalar: Scalar): unknown {
  const { tag } = scalar;
  const text = String(scalar.value ?? '');
  if (tag === `${TAG}binary`) { return binary(text); }
  const wanted = VALUE_TAGS.get(tag);
  const value = wanted !== undefined || isPlain(scalar) ? plainScalar(text) : text;
  if (wanted !== undefined && typeof value !== wanted) { throw new ValueError(`${text} is not what its tag says`); }
  if (isPlain(scalar) && LINE_END.test(text)) { throw new ValueError('a text without quotes holds the character U+2028 or U+2029, which ends a line'); }
  if (typeof value === 'number' && !Number.isFinite(value)) { throw new ValueError(`${text} is no number of JSON`); }
  return value;
}

function binary(text: string): string {
  const base64 = text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(base64)) { throw new ValueError('what stands after !!binary is not base64'); }
  return Buffer.from(base64, 'base64').toString('utf8');
}

/** True for a scalar without quotes and without a tag: what it looks like says what it is. */
function isPlain({ type, tag }: Scalar): boolean {
  return type === 'PLAIN' && tag === undefined;
}

/** `<<`, with which the keys of other mappings come in. */
export function isMergeKey(key: unknown): boolean {
  return isScalar(key) && key.value === '<<' && (isPlain(key) || key.tag === `${TAG}merge`);
}

/** A key as kubectl turns it into text; undefined if it does not. */
export function keyName(key: unknown): string | undefined {
  if (isAlias(key)) { return `*${key.source}`; }
  if (!isScalar(key)) { return undefined; }
  const { tag } = key;
  const text = String(key.value ?? '');
  if (VALUE_TAGS.has(tag) || isPlain(key)) { return keyText(text); }
  return tag === `${TAG}binary` ? binary(text) : text;
}
