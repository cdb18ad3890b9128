import { CelType, headOf, isOpen, itemOf } from './type';
import { Validity } from '../api/lifetime';

/** How large an operand may be. `least` is known of constants only, and 0 of others. */
export interface OperandSize {
  readonly most: number;
  readonly least: number;
  /** The number that stands here. */
  readonly constant?: number;
  /** Whether `least` is what the server takes. */
  readonly isExact: boolean;
  /** How large an element may be, where it is a list. */
  readonly element: number;
  readonly type: CelType;
}

export interface FunctionCost {
  readonly cost: number;
  /** How large the result may be, where the server says so. */
  readonly size?: number;
}

interface Costing extends Validity {
  readonly names: readonly string[];
  /** Of functions that are called on something only, or never. */
  readonly isMember?: boolean;
  /** Of what the function is called on, and then of its arguments. */
  of(...operands: readonly OperandSize[]): FunctionCost;
}

/** Going through a text costs this for each character. */
export const TEXT = 0.1;
const PATTERN = 0.25;
const NAME_FORMAT = 128 * PATTERN;
const ADDRESS = 16;

export function times(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other;
}

export const share = (size: number, factor: number): number => Math.ceil(times(size, factor));

const matching = (text: OperandSize, pattern: OperandSize) => times(share(text.most + 1, TEXT), share(pattern.most, PATTERN));
const list = (factor: number, size: number): FunctionCost => ({ cost: share(size, factor) + 11, size });

/** Functions whose cost is not 1. What has several lines is what changed. */
const COSTS: readonly Costing[] = [
  { names: ['startsWith', 'endsWith'], of: (_, text) => ({ cost: share(text.most, TEXT) }) },
  { names: ['contains'], of: (text, part) => ({ cost: times(share(text.most, TEXT), share(part.most, TEXT)) }) },
  { names: ['matches'], isMember: true, of: (text, pattern) => ({ cost: matching(text, pattern) }) },
  { names: ['matches'], isMember: false, since: '1.37', of: (text, pattern) => ({ cost: matching(text, pattern) }) },
  { names: ['find', 'findAll'], of: (text, pattern) => ({ cost: matching(text, pattern), size: text.most }) },
  { names: ['lowerAscii', 'upperAscii', 'substring', 'trim', 'jsonpatch.escapeKey'], of: text => ({ cost: share(text.most, TEXT), size: text.most }) },
  { names: ['url'], until: '1.33', of: text => ({ cost: share(text.most, TEXT) }) },
  { names: ['url'], since: '1.33', of: text => ({ cost: share(text.most, TEXT), size: text.most }) },
  { names: ['replace'], of: (text, from, to) => ({ cost: share(text.most, 2 * TEXT), size: replaced(text.most, from, to.most) }) },
  { names: ['split'], of: (text, _, parts) => ({ cost: share(text.most, 2 * TEXT), size: partsOf(text, parts) }) },
  { names: ['join'], of: joined },
  { names: ['isSorted', 'sum', 'max', 'min', 'indexOf', 'lastIndexOf'], isMember: true, of: compared },
  { names: ['quantity', 'isQuantity'], since: '1.30', of: text => ({ cost: share(text.most, TEXT) }) },
  { names: ['semver', 'isSemver', 'cidr', 'isIP', 'isCIDR'], of: text => ({ cost: share(text.most, TEXT) }) },
  { names: ['ip'], isMember: false, of: text => ({ cost: share(text.most, TEXT) }) },
  { names: ['ip.isCanonical'], of: text => ({ cost: share(text.most, 2 * TEXT) }) },
  { names: ['containsIP'], of: (_, other) => ({ cost: share(2 * ADDRESS, TEXT) + parsed(other) }) },
  { names: ['containsCIDR'], of: (_, other) => ({ cost: share(2 * ADDRESS, TEXT) + share(ADDRESS, TEXT) + 1 + parsed(other) }) },
  { names: ['validate'], of: (_, text) => ({ cost: share(share(text.most, TEXT), NAME_FORMAT) }) },
  { names: ['format'], isMember: true, of: text => ({ cost: share(text.most, TEXT) }) },
  { names: ['strings.quote'], of: text => ({ cost: share(text.most, TEXT), size: 2 * text.most + 2 }) },
  { names: ['sets.contains', 'sets.intersects'], of: (one, other) => ({ cost: times(one.most, other.most) + 1 }) },
  { names: ['sets.equivalent'], of: (one, other) => ({ cost: times(2, times(one.most, other.most)) + 1 }) },
  { names: ['bytes'], of: from => maybe(from, 'string') ? { cost: share(from.most, TEXT), size: 4 * from.most } : { cost: 1 } },
  { names: ['string'], of: from => maybe(from, 'bytes') ? { cost: share(from.most, TEXT), size: from.most } : { cost: 1 } },
  { names: ['reverse'], isMember: true, of: of => list(1, of.most) },
  { names: ['flatten'], isMember: true, of: (of, depth) => list(depth ? depth.constant ?? Infinity : 1, of.most) },
  { names: ['slice'], isMember: true, of: (of, from, to) => list(1, Math.max(0, (to.constant ?? of.most) - (from.constant ?? 0))) },
  { names: ['lists.range'], of: count => list(1, count.constant ?? Infinity) },
  { names: ['distinct'], isMember: true, of: of => list(2, times(of.most, of.most)) },
  { names: ['sort'], isMember: true, of: of => list(isOfTexts(of.type) ? 2 + TEXT : 2, times(of.most, of.most)) },
];

/** What the server knows only when it evaluates may be of any type that a function takes. */
const maybe = ({ type }: OperandSize, wanted: CelType) => type === wanted || isOpen(type);

/** What a call costs besides its operands. */
export function costOfCall(name: string, isMember: boolean, operands: readonly OperandSize[], holds: (validity: Validity) => boolean): FunctionCost {
  const costing = COSTS.find(({ names, isMember: only, ...validity }) => names.includes(name) && (only ?? isMember) === isMember && holds(validity));
  return costing ? costing.of(...operands) : { cost: 1 };
}

function replaced(most: number, from: OperandSize, to: number): number {
  if (!from.isExact || from.least > 0 && to <= from.least) { return most; }
  return from.least === 0 ? times(most + 1, to) + most : times(Math.ceil(most / from.least), to);
}

function compared({ type, most, element }: OperandSize): FunctionCost {
  if (headOf(type) !== 'list') { return { cost: share(most, TEXT) }; }
  return { cost: times(most, 1 + (isOfTexts(type) ? share(element, TEXT) : 0)) };
}

const isOfTexts = (type: CelType) => itemOf(type) === 'string' || itemOf(type) === 'bytes';

/** A text is read first. */
const parsed = (other: OperandSize) => other.type === 'string' ? share(other.most, TEXT) : 0;

function partsOf(text: OperandSize, parts?: OperandSize): number {
  if (parts?.constant === undefined) { return text.most; }
  return parts.constant < 0 ? Infinity : parts.constant;
}

function joined(of: OperandSize, between?: OperandSize): FunctionCost {
  const size = times(of.most, of.element) + (between ? times(between.most, Math.max(0, of.most - 1)) : 0);
  return { cost: share(size, TEXT), size };
}
