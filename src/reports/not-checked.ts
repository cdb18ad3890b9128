import { Finding } from './finding';
import { plural } from './report';

/** The rule about objects whose kind is defined nowhere. */
export const KIND_NOT_CHECKED = 'kind-not-checked';

/** True for what is worth one line for all objects, unless somebody made an error of it. */
export function isOneOfMany({ rule, severity }: Finding): boolean {
  return rule === KIND_NOT_CHECKED && severity === 'info';
}

/** `not checked: 12 objects of 3 kinds (A, B, C)`; undefined if there is nothing to say. */
export function notCheckedInWords(findings: readonly Finding[]): string | undefined {
  const notChecked = findings.filter(isOneOfMany);
  if (notChecked.length === 0) { return undefined; }
  const kinds = [...new Set(notChecked.map(({ object }) => object.kind))].sort();
  return `not checked: ${plural(notChecked.length, 'object')} of ${plural(kinds.length, 'kind')} (${kinds.join(', ')}); `
    + 'write --crds FOLDER with their CustomResourceDefinitions';
}
