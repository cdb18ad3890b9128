import { minorOf } from '../../src/kubernetes/kubernetes-version';

/** Something that is true in some of the versions, written down once for each time that it changed. */
export interface Ranged<T> {
  readonly value: T;
  /** `1.28-1.31` for 1.28 to 1.30; an open end for what was or stays so; undefined if all versions have it. */
  readonly range?: string;
}

/**
 * What was true when: values that stay the same over neighbouring versions become one.
 *
 * @param values one for each version, in their order; undefined where there is none
 * @param matters whether it matters what a version says; where it does not, the version before it speaks for it
 */
export function rangesOf<T>(
  values: readonly (T | undefined)[], versions: readonly string[], matters: (index: number) => boolean = () => true,
): Ranged<T>[] {
  const asked = values.flatMap((value, index) => matters(index) ? [{ value, index }] : []);
  const found: { value: T; since: string; until: string }[] = [];
  let before: T | undefined;
  asked.forEach(({ value, index }, position) => {
    const boundary = boundaryOf(index, versions);
    const current = found.at(-1);
    if (value !== before && before !== undefined) { current!.until = boundary; }
    if (value !== before && value !== undefined) { found.push({ value, since: position === 0 ? '' : boundary, until: '' }); }
    before = value;
  });
  return found.map(({ value, since, until }) => since || until ? { value, range: `${since}-${until}` } : { value });
}

/** How the version of this index is named as a boundary: by its minor, or by its patch if another patch of the minor comes before it. */
export function boundaryOf(index: number, versions: readonly string[]): string {
  const minor = minorOf(versions[index]);
  return index > 0 && minorOf(versions[index - 1]) === minor ? versions[index] : minor;
}

/** `1.28-1.31 text`, or the text alone. */
export function written({ value, range }: Ranged<string>): string {
  return range ? `${range} ${value}` : value;
}

/** Whether a version is in a range of the hand-written data. */
export function holdsIn(version: string, { since, until }: { readonly since?: string; readonly until?: string }): boolean {
  return (since === undefined || numberOf(version) >= numberOf(since)) && (until === undefined || numberOf(version) < numberOf(until));
}

function numberOf(version: string): number {
  const [, minor, patch = 0] = version.split('.').map(Number);
  return minor * 1000 + patch;
}
