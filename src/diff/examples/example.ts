/**
 * YAML that shows a rule of the differ or of the lock: a change that it finds, and where manifests alone can say it, what to change instead.
 * A test runs it.
 */
export interface ChangeExample {
  readonly before: string;
  readonly after: string;
  /** In place of `after`. @default - the rule's fix says it: to leave it as it was, or what is done outside of manifests */
  readonly instead?: string;
  /** The version of Kubernetes that it is for. @default - the usual one */
  readonly version?: string;
  /** Other rules that find the same change. @default - none */
  readonly also?: readonly string[];
}

/** A text that is replaced where it stands first, and by what. */
type Edit = readonly [from: string, to: string];

type More = Pick<ChangeExample, 'version' | 'also'>;

/** An example of which each side is the YAML of the first one with some texts replaced. */
export function edited(before: string, after: readonly Edit[], instead?: readonly Edit[], more: More = {}): ChangeExample {
  return { before, after: withEdits(before, after), ...instead && { instead: withEdits(before, instead) }, ...more };
}

/** An example of a field that never changes: the right way is a second object beside the first one, under another name. */
export function besides(before: string, after: readonly Edit[], named: Edit, more: More = {}): ChangeExample {
  const example = edited(before, after, undefined, more);
  return { ...example, instead: `${before}---\n${withEdits(before, [named, ...after])}` };
}

function withEdits(yaml: string, edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) { throw new Error(`'${from}' is not in the example:\n${text}`); }
    return text.replace(from, () => to);
  }, yaml);
}
