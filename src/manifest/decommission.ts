import { Manifest, recordOf, textOf } from '../kubernetes/manifest';

/**
 * Says of a StatefulSet how a member leaves before its pod goes: a command that is
 * run in it, words separated by blanks, or `none` for members that leave by themselves.
 */
export const DECOMMISSION_ANNOTATION = 'cdk8s-stateful/decommission';

/** The word for members that leave by themselves once `replicas` is lowered. */
export const LEAVES_BY_ITSELF = 'none';

/** The command with which a member leaves: empty if it needs none, undefined if nobody said. */
export function decommissionOf(set: Manifest): string[] | undefined {
  const words = textOf(recordOf(set.metadata?.annotations)[DECOMMISSION_ANNOTATION]).split(/\s+/).filter(Boolean);
  if (words.length === 0) { return undefined; }
  return words.length === 1 && words[0] === LEAVES_BY_ITSELF ? [] : words;
}
