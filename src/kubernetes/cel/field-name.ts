/** Words of the language, which cannot be names of variables. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  'true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let', 'loop', 'package',
  'namespace', 'return', 'var', 'void', 'while',
]);

const SPELLINGS: Readonly<Record<string, string>> = { '__': '__underscores__', '.': '__dot__', '-': '__dash__', '/': '__slash__' };

/**
 * The name of a field as rules of a schema write it: `__if__` of `if`.
 *
 * @see https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
 */
export function celFieldName(name: string): string {
  return RESERVED_WORDS.has(name) ? `__${name}__` : name.replace(/__|[./-]/g, sign => SPELLINGS[sign]);
}
