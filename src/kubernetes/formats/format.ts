import { KubernetesVersion } from '../kubernetes-version';
import { oncePerKey } from '../once';

/** What kind of value it is: name of an object, part of a label, ... Findings are grouped by it. */
export type Family =
  'name' | 'label' | 'port' | 'portName' | 'range' | 'envName' | 'dataKey' | 'base64' | 'schedule' | 'timeZone' | 'path' | 'ip' | 'empty' | 'word' | 'quantity' | 'mode' | 'size';

/** What the values of a field must be. */
export interface Format<T = any> {
  readonly family: Family;
  /** In words, as the end of the sentence "it must be ...". */
  readonly mustBe: string;
  /** Asked only about values of the right type, never about null. */
  readonly fits: (value: T) => boolean;
  /**
   * Whether the empty text breaks the rule. The API server takes it as absent almost everywhere.
   *
   * @default false
   */
  readonly notEmpty?: boolean;
  /**
   * The nearest value that fits, as a proposal.
   *
   * @default - none is proposed
   */
  readonly nearest?: (value: T) => T | undefined;
  /**
   * What changes in later versions of Kubernetes, oldest first.
   *
   * @default - nothing
   */
  readonly later?: readonly (Partial<Format<T>> & { readonly since: string })[];
}

/** The format as a version of Kubernetes has it. */
export function inVersion<T>(format: Format<T>, version: KubernetesVersion): Format<T> {
  return format.later ? changedUpTo(version)(format) : format;
}

// Asked for each value of a field; versions and formats are few.
const changedUpTo = oncePerKey((version: KubernetesVersion) => oncePerKey((format: Format): Format =>
  format.later!.filter(({ since }) => version.isSince(since)).reduce((before, change) => ({ ...before, ...change }), format)));

/** True if a value fits in every version of Kubernetes. */
export function fitsAlways<T>({ fits, later }: Format<T>, value: T): boolean {
  return fits(value) && (later === undefined || later.every(change => change.fits?.(value) ?? true));
}
