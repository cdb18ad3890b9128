import { Manifest } from '../kubernetes/manifest';
import { replicasOf } from '../kubernetes/workload';
import { namespaceOf, referenceTo } from '../manifest/inventory';
import { namesInRange, podRangesOf } from '../manifest/pod-ranges';

/** What is said where manifests say nothing. */
export const NOT_KNOWN = 'not known from the manifests';

/** `a`, `a and b`, `a, b and c`. */
export function enumerated(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** The same of many: no more than some, and how many more there are. */
export function enumeratedShort(words: readonly string[], most = 5): string {
  return words.length <= most ? enumerated(words) : enumerated([...words.slice(0, most - 1), `${words.length - most + 1} more`]);
}

/** `1 pod`, `3 pods`. */
export function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : plural(noun)}`;
}

function plural(noun: string): string {
  return /(s|x|ch)$/.test(noun) ? `${noun}es` : /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** `30 s`, `5 minutes`, `2 hours`. */
export function seconds(count: number): string {
  if (count >= 7200 && count % 3600 === 0) { return `${count / 3600} hours`; }
  return count >= 120 && count % 60 === 0 ? `${count / 60} minutes` : `${count} s`;
}

/** `shop/db`. */
export function fullName(manifest: Manifest): string {
  const namespace = namespaceOf(manifest);
  const { name } = referenceTo(manifest);
  return namespace === '' ? name : `${namespace}/${name}`;
}

/** `StatefulSet shop/db`. */
export function titled(manifest: Manifest): string {
  return `${manifest.kind} ${fullName(manifest)}`;
}

/** `db-0, db-1 and db-2`, or `db-0 to db-59`: names that differ in the ordinal. */
export function ordinalNames(workload: Manifest, nameOf: (ordinal: number) => string): string {
  const ranges = podRangesOf(workload);
  const all = { first: ranges[0]?.first, last: ranges.at(-1)?.last };
  return replicasOf(workload) <= 2 ? enumerated(ranges.map(range => namesInRange(range, nameOf))) : namesInRange(all, nameOf, ' to ');
}
