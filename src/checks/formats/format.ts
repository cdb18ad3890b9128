import { Format } from '../../kubernetes/formats/format';

/** A format, and which part of the field it is about. */
export interface FormatUse {
  readonly format: Format;
  /** The value itself, each item of a list, or each key or value of a map. */
  readonly part: 'value' | 'items' | 'keys' | 'values';
  /**
   * A field below: the format is about that one, if it is there.
   *
   * @default - the field itself
   */
  readonly below?: string;
}

/** One field may have several. */
export type FormatUses = Format | FormatUse | readonly (Format | FormatUse)[];

/** Type → field → what its value must be. `field.below` is a field of a field. */
export type FormatTable = Readonly<Record<string, Readonly<Record<string, FormatUses>>>>;

/** The format holds for each item of the list. */
export function items(format: Format): FormatUse {
  return { format, part: 'items' };
}

/** The format holds for each key of the map. */
export function keys(format: Format): FormatUse {
  return { format, part: 'keys' };
}

/** The format holds for each value of the map. */
export function values(format: Format): FormatUse {
  return { format, part: 'values' };
}

/** The same rule where the empty string is no way out. */
export function required(format: Format): Format {
  return { ...format, notEmpty: true };
}

/** The same rule, and 0 counts as absent. */
export function zeroOr(format: Format): Format {
  return { ...format, fits: value => value === 0 || format.fits(value) };
}
