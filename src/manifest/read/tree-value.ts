import { Document, Scalar, YAMLMap, isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { keyText } from './key-text';
import { plainScalar } from './plain-scalar';
import { setKey } from '../../kubernetes/manifest';

const TAG = 'tag:yaml.org,2002:';
/** A value that kubectl does not take, though its grammar is right. */
export class ValueError extends Error {
  /** @param offset where it stands in the document */
  constructor(message: string, public readonly offset: number = 0, public readonly fix: string = 'put it in quotes, if text is meant') {
    super(message);
  }
}

/** Tags of scalars that are not text, with the type of their values. */
const VALUE_TAGS: ReadonlyMap<string | undefined, string> = new Map([
  [`${TAG}int`, 'number'], [`${TAG}float`, 'number'], [`${TAG}bool`, 'boolean'], [`${TAG}null`, 'object'], [`${TAG}timestamp`, 'string'],
]);
/** These end a line to kubectl, and a text without quotes hardly ever goes on behind them. */
const LINE_END = /[\u2028\u2029]/;

/**
 * What a YAML tree means to kubectl. The value of an alias is the same object each time.
 *
 * @param report is told of values that kubectl does not take and that are plainly meant as text: as that they are read
 * @throws ValueError where kubectl takes no such value, and nobody knows what is meant
 */
export function valueOfTree(tree: Document, report: (problem: ValueError) => void = problem => { throw problem; }): unknown {
  return new TreeValue(report).of(tree.contents);
}

class TreeValue {
  private readonly anchors = new Map<string, unknown>();

  constructor(private readonly report: (problem: ValueError) => void) {}

  public of(node: unknown): unknown {
    if (isAlias(node)) { return this.anchors.get(node.source); }
    const value = this.withoutAnchor(node);
    if (isNode(node) && node.anchor) { this.anchors.set(node.anchor, value); }
    return value;
  }

  private withoutAnchor(node: unknown): unknown {
    if (isMap(node)) { return this.mapping(node); }
    if (isSeq(node)) { return node.items.map(item => this.of(item)); }
    if (!isScalar(node)) { return null; }
    const value = scalarValue(node);
    if (typeof value !== 'number' || Number.isFinite(value)) { return value; }
    const text = String(node.value);
    this.report(new ValueError(`${text} is no number of JSON`, offsetOf(node), `put it in quotes: ${JSON.stringify(text)}`));
    return text;
  }

  private mapping({ items }: YAMLMap): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    for (const { key, value } of items) {
      if (isMergeKey(key)) {
        this.merge(this.of(value), mapping);
      } else {
        const name = isAlias(key) ? String(this.of(key)) : keyName(key);
        if (isNode(key) && !isAlias(key) && key.anchor) { this.anchors.set(key.anchor, name); }
        if (name !== undefined) { setKey(mapping, name, this.of(value)); }
      }
    }
    return mapping;
  }

  /** What is merged takes the place of what stands before it, and of a list the first counts. */
  private merge(value: unknown, mapping: Record<string, unknown>) {
    for (const one of (Array.isArray(value) ? [...value].reverse() : [value])) {
      if (typeof one !== 'object' || one === null || Array.isArray(one)) { throw new ValueError('`<<` takes a mapping, or a list of mappings'); }
      for (const [name, part] of Object.entries(one)) { setKey(mapping, name, part); }
    }
  }
}

function scalarValue(scalar: Scalar): unknown {
  const { tag } = scalar;
  const text = String(scalar.value ?? '');
  if (tag === `${TAG}binary`) { return binary(text, offsetOf(scalar)); }
  const wanted = VALUE_TAGS.get(tag);
  const value = wanted !== undefined || isPlain(scalar) ? plainScalar(text) : text;
  if (wanted !== undefined && typeof value !== wanted) { throw new ValueError(`${text} is not what its tag says`, offsetOf(scalar)); }
  if (isPlain(scalar) && LINE_END.test(text)) { throw new ValueError('a text without quotes holds the character U+2028 or U+2029, which ends a line', offsetOf(scalar)); }
  return value;
}

function offsetOf({ range }: Scalar): number {
  return range?.[0] ?? 0;
}

function binary(text: string, offset?: number): string {
  const base64 = text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(base64)) { throw new ValueError('what stands after !!binary is not base64', offset); }
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
