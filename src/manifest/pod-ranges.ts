import { referenceTo } from './inventory';
import { Manifest } from '../kubernetes/manifest';
import { ordinalsOf, replicasOf } from '../kubernetes/workload';

/** Pods that are alike in everything but their ordinal: one, or some in a row; without ordinals where pods have none. */
export interface PodRange {
  readonly first?: number;
  readonly last?: number;
}

/** More pods of a set than this are told as the first two, those between, and the last. */
const MOST_PODS = 5;

/**
 * The pods of a workload in the order of their ordinals; pods without ordinals are one range, and no pods none.
 *
 * @param cuts ordinals with which a range begins, because those before are not like them
 */
export function podRangesOf(workload: Manifest, cuts: readonly number[] = []): PodRange[] {
  if (workload.kind !== 'StatefulSet') { return replicasOf(workload) > 0 ? [{}] : []; }
  const { first, last } = ordinalsOf(workload);
  const starts = [...new Set([first, ...cuts.filter(cut => cut > first && cut <= last)])].sort((a, b) => a - b);
  return starts.flatMap((start, i) => rangesBetween(start, i + 1 < starts.length ? starts[i + 1] - 1 : last));
}

function rangesBetween(first: number, last: number): PodRange[] {
  const one = (ordinal: number) => ({ first: ordinal, last: ordinal });
  const count = last - first + 1;
  if (!(count > 0)) { return []; }
  return count <= MOST_PODS
    ? Array.from({ length: count }, (_, index) => one(first + index))
    : [one(first), one(first + 1), { first: first + 2, last: last - 1 }, one(last)];
}

/** `db-0`, or `db-2 … db-58`; what is said of each of them is put around the name. */
export function namesInRange({ first, last }: PodRange, nameOf: (ordinal: number) => string, between = ' … '): string {
  const names = [first, last].filter(ordinal => ordinal !== undefined).map(nameOf);
  return [...new Set(names)].join(between);
}

/** The names of a set's pods in a range. */
export function podNames(set: Manifest, range: PodRange): string {
  return namesInRange(range, ordinal => `${referenceTo(set).name}-${ordinal}`);
}
