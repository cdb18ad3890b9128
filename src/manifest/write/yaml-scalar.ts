/**
 * How a string stands in YAML 1.1 so that every parser reads a string again:
 * plain where nothing else could be meant, in quotes, or as a block of lines.
 * The choice is that of the `yaml` package with which cdk8s prints; undefined
 * where its versions differ or the case is too rare to be repeated here.
 *
 * @see https://yaml.org/type/
 */
export function yamlScalar(text: string, indent: string): string | undefined {
  if (PLAIN_WORD.test(text) && !mayBeResolved(text)) { return text; }
  return text.includes('\n') ? block(text, indent) : flow(text);
}

/** The same for a key, which has to stay on its line. */
export function yamlKey(key: string): string | undefined {
  if (key.length > MAX_KEY || key.includes('\n')) { return undefined; }
  return yamlScalar(key, '');
}

/** Longer keys need another notation; the limit is 1024 including quotes and escapes. */
const MAX_KEY = 500;

/** Most values of manifests: a letter or a slash, then nothing that has a meaning in YAML. */
const PLAIN_WORD = /^[A-Za-z/_][A-Za-z0-9/_.-]*$/;

/** Characters that every version prints as they are. Others (control characters, lone surrogates, …) need escapes. */
const PRINTABLE = /^[\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/;
const PRINTABLE_LINES = /^[\n\t\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/;

/** Indicators that a plain scalar must not start with, contain or end with. */
const NOT_PLAIN = /^[ ,[\]{}#&*!|>'"%@`]|^[?-](?: |$)|: | #|[ :]$/;

/** Document markers and merge keys: plain in some places and versions, quoted in others. */
const UNSURE = /^(?:---|\.\.\.|<<|[-+]\.)/;

/** Null and booleans, as YAML 1.1 spells them. */
const WORD = /^(?:~|[Nn]ull|NULL|[Yy]|[Yy]es|YES|[Nn]|[Nn]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE|[Oo]n|ON|[Oo]ff|OFF|)$/;
const WORD_IN_ANY_CASE = new RegExp(WORD.source, 'i');

/** Integers in four bases, floats, and numbers to the base 60 (`12:30`). */
const NUMBER = new RegExp(`^[-+]?(?:${[
  '0b[01_]+',
  '0x[0-9a-fA-F_]+',
  '[0-9][0-9_]*',
  '(?:[0-9][0-9_]*)?\\.[0-9_]*',
  '(?:[0-9][0-9_]*)?(?:\\.[0-9_]*)?[eE][-+]?[0-9]+',
  '[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?',
  '\\.(?:inf|Inf|INF|nan|NaN|NAN)',
].join('|')})$`);

const TIMESTAMP = new RegExp(
  '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}'
  + '(?:(?:[tT]| +)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(?:\\.[0-9]+)?(?: *(?:Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$');

/** True if the text may be a word or a number in YAML: only short words and `e5` start with a letter. */
function mayBeResolved(text: string): boolean {
  return text.length <= 5 || text[0] === 'e' || text[0] === 'E';
}

/** One line: plain or quoted. */
function flow(text: string): string | undefined {
  if (!PRINTABLE.test(text) || UNSURE.test(text)) { return undefined; }
  if (NOT_PLAIN.test(text)) { return quoted(text); }
  if (WORD_IN_ANY_CASE.test(text)) { return WORD.test(text) ? quoted(text) : undefined; }
  return NUMBER.test(text) || TIMESTAMP.test(text) ? quoted(text) : text;
}

function quoted(text: string): string {
  return text.includes('"') && !text.includes('\'') ? `'${text}'` : JSON.stringify(text);
}

/** Several lines: a literal block, with the indicators for its first and its last line. */
function block(text: string, indent: string): string | undefined {
  if (!PRINTABLE_LINES.test(text)) { return undefined; }
  let end = text.length;
  while (end > 0 && text[end - 1] === '\n') { end--; }
  if (end === 0 || isBlank(text[end - 1])) { return undefined; }

  const newlines = text.length - end;
  const chomping = newlines === 0 ? '-' : newlines === 1 ? '' : '+';
  const indentation = /^\n* /.test(text) ? '2' : '';
  const lines = text.slice(0, end).replace(/\n+/g, `$&${indent}`);
  return `|${indentation}${chomping}\n${indent}${lines}${'\n'.repeat(Math.max(0, newlines - 1))}`;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}
