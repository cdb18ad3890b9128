/** `${NAME}`, `${NAME:-default}`, `$NAME`: what a shell or envsubst fills in. `$$` and `\$` stand for the sign itself. */
const PLACEHOLDER = /(?<![$\\\w])\$(?:\{([A-Za-z_]\w*)(?::?[-=+?][^}\n]{0,200})?\}|([A-Z][A-Z0-9_]+)(?![\w(]))/;

/** What stands in a text for a value that somebody was to fill in. */
export interface Placeholder {
  /** As it is written: `${TAG}`. */
  readonly text: string;
  readonly name: string;
  readonly isBraced: boolean;
}

/** The first one in a text. */
export function placeholderIn(text: string): Placeholder | undefined {
  const [found, braced, plain] = text.includes('$') ? PLACEHOLDER.exec(text) ?? [] : [];
  return found === undefined ? undefined : { text: found, name: braced ?? plain, isBraced: braced !== undefined };
}

/** What to do about a value that the server refuses because nobody filled it in; undefined if that is not why. */
export function fillIn(value: unknown): string | undefined {
  const placeholder = typeof value === 'string' ? placeholderIn(value) : undefined;
  return placeholder && `fill in ${placeholder.text} before you apply, such as with envsubst: Kubernetes takes it as it stands`;
}
