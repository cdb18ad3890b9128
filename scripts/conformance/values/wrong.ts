import { FRACTIONS, INTEGERS, INTEGERS_OR_TEXTS, LONG_INTEGERS, QUANTITIES, TIMES } from './numbers';
import { KEYS, TEXTS } from './texts';
import { FieldType } from '../../../src/kubernetes/api/field-type';

/** Values of other types. */
const OTHER_TYPES: Readonly<Record<Exclude<FieldType['holds'], 'list' | 'map'>, readonly unknown[]>> = {
  string: [7, true, ['a'], { a: 'b' }, 1.5],
  enum: [7, true, ['a'], { a: 'b' }],
  boolean: ['true', 1, ['a'], { a: 'b' }, ''],
  int32: ['7', true, 1.5, [7], { a: 7 }, ''],
  int64: ['7', true, 1.5, [7], { a: 7 }, ''],
  number: ['7', true, [7], { a: 7 }],
  quantity: [true, ['1'], { a: '1' }],
  intOrString: [true, 1.5, ['a'], { a: 'b' }],
  time: [7, true, ['a'], { a: 'b' }],
  microTime: [7, true, ['a'], { a: 'b' }],
  any: [7, 'a', true, ['a'], { a: 'b' }],
  struct: ['a', 7, true, ['a'], []],
};

export function valuesOfOtherTypes(type: FieldType): unknown[] {
  switch (type.holds) {
    case 'list': return ['a', 7, true, { a: 'b' }, ...valuesOfOtherTypes(type.item!).map(item => [item])];
    case 'map': return ['a', 7, true, ['a'], ...valuesOfOtherTypes(type.item!).map(item => ({ a: item }))];
    default: return [...OTHER_TYPES[type.holds]];
  }
}

/** Values that have the type, but which hardly any field takes. */
const OUT_OF_RANGE: Readonly<Record<Exclude<FieldType['holds'], 'list' | 'map' | 'enum' | 'struct'>, readonly unknown[]>> = {
  string: ['', 'a'.repeat(64), 'a'.repeat(254), 'A b', 'ü', '-a', '/a//', ' a', null],
  boolean: [null],
  int32: [-1, 2147483648, 0, -2147483649, 2147483647, null],
  int64: [-1, 2 ** 63, 0, 2 ** 53, null],
  number: [-1, 1e300, 0, null],
  quantity: ['-1', '', 'a', '1.5.5', '0', null],
  intOrString: [-1, 65536, '', '150%', 0, 2147483648, null],
  time: ['', 'yesterday', '2026-13-01T00:00:00Z', null],
  microTime: ['', 'yesterday', '2026-13-01T00:00:00Z', null],
  any: [null, '', [], {}],
};

export function valuesOutOfRange(type: FieldType, given: any): unknown[] {
  switch (type.holds) {
    case 'list': return [[], null, ...Array.isArray(given) ? [[...given, null], ...valuesOutOfRange(type.item!, given[0]).map(item => [item, ...given.slice(1)])] : []];
    case 'map': return [{}, null, ...Object.entries(given ?? {}).slice(0, 1).flatMap(([key, value]) =>
      [{ '': value }, { 'a b': value }, ...valuesOutOfRange(type.item!, value).map(item => ({ [key]: item }))])];
    case 'enum': return ['', String(given).toLowerCase(), `${given}s`, 'Other', ` ${given}`, null];
    case 'struct': return [{}, null];
    default: return [...OUT_OF_RANGE[type.holds]];
  }
}

const BORDERS: Readonly<Record<Exclude<FieldType['holds'], 'list' | 'map' | 'enum' | 'struct'>, readonly unknown[]>> = {
  string: TEXTS,
  boolean: [true, false],
  int32: INTEGERS,
  int64: LONG_INTEGERS,
  number: FRACTIONS,
  quantity: QUANTITIES,
  intOrString: INTEGERS_OR_TEXTS,
  time: TIMES,
  microTime: TIMES,
  any: [7, 'a', '', true, null, [], {}, ['a'], { a: 'b' }],
};

/**
 * Values on both sides of the borders that fields of this type have.
 *
 * @param structs values of a type with fields
 */
export function valuesAtBorders(type: FieldType, given: any, structs: (name: string) => unknown[]): unknown[] {
  switch (type.holds) {
    case 'list': return [...Array.isArray(given) ? given.slice(1).map((_, index) => given.slice(0, index + 1)) : [], ...valuesAtBorders(type.item!, given?.[0], structs).map(item => [item])];
    case 'map': {
      const [first] = Object.values(given ?? { a: 'a' });
      const [key] = Object.keys(given ?? { a: 'a' });
      return [...KEYS.map(name => ({ [name]: first })), ...valuesAtBorders(type.item!, first, structs).map(item => ({ [key]: item }))];
    }
    case 'enum': return [...type.values!];
    case 'struct': return [{}, ...structs(type.struct!)];
    default: return [...BORDERS[type.holds]];
  }
}
