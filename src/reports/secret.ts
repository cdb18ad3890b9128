import { show } from './show';
import { isRecord } from '../kubernetes/manifest';

/** Stands for what a Secret holds, wherever something is said about it: reports end up in logs and in pull requests. */
export const REDACTED = '(redacted)';

/** Fields of a Secret that anybody may read; every other one is taken for secret, misspelled ones too. */
const OPEN_FIELD = /^\/(apiVersion|kind|metadata|type|immutable)(\/|$)/;

/** True for a field whose value must not be printed. */
export function isSecret({ kind }: { readonly kind: string }, path: string): boolean {
  // Whoever writes the kind in lower case means it as well.
  return kind.toLowerCase() === 'secret' && !OPEN_FIELD.test(path);
}

/** The value without what is secret: keys and shape stay, and so does that there is nothing. */
export function redacted(value: unknown): unknown {
  if (value === undefined || value === null) { return value; }
  if (Array.isArray(value)) { return value.map(redacted); }
  if (isRecord(value)) { return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, redacted(child)])); }
  return REDACTED;
}

/** A sentence about a value, without the value. */
export function withoutValue(sentence: string, value: unknown): string {
  if (value === undefined || value === null || typeof value === 'object' || value === '') { return sentence; }
  // Text is quoted in messages; of a number there is nothing to tell it by.
  return sentence.replaceAll(typeof value === 'string' ? show(value) : String(value), REDACTED);
}

/** Names of variables and keys whose values let somebody in. Those of files with such values end in other words. */
const CREDENTIAL_NAME = /(pass(word|wd|phrase)?|pwd|secret|token|(api|access|private|encryption|signing)[_-]?key|credentials?)$/i;

/** Words before a credential in arguments, configuration and URLs; what a variable is put in for says nothing. */
const BEFORE_CREDENTIAL = new RegExp('('
  + '--?[a-z-]{0,40}(?:password|passwd|passphrase|token|secret|api-?key|access-?key|requirepass|masterauth|auth-pass)[= ]{1,9}["\']?'
  + '|\\b(?:password|passwd|pwd|token|secret|api_?key|requirepass|masterauth)\\s{0,9}[=:]\\s{0,9}["\']?'
  + '|\\b(?:requirepass|masterauth|identified by)\\s{1,9}["\']?'
  + '|\\bauthorization:\\s{0,9}(?:(?:basic|bearer)\\s{1,9})?)(?!\\$)([^\\s"\'&;,]+)', 'gi');

/** `scheme://user:password@host`. */
const IN_URL = /([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@]{0,200}:)(?!\$)([^\s@"']{1,500})(?=@)/gi;

/** A flag whose value is the next argument. */
const FLAG = /^--?[a-z-]{0,40}(password|passwd|passphrase|token|secret|api-?key|access-?key|requirepass|masterauth)$/i;

/**
 * A value without the credentials that are written into it: variables with telling names, flags, URLs with a password,
 * lines of configuration. Everything else stays.
 *
 * @param name the variable or key that holds the value, if there is one
 */
export function withoutCredentials(value: unknown, name?: unknown): unknown {
  if (typeof value === 'string') {
    const isCredential = typeof name === 'string' && CREDENTIAL_NAME.test(name) && value !== '' && !/^(\$|\/)/.test(value);
    return isCredential ? REDACTED : value.replace(IN_URL, `$1${REDACTED}`).replace(BEFORE_CREDENTIAL, `$1${REDACTED}`);
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => typeof item === 'string' && FLAG.test(String(value[index - 1])) ? REDACTED : withoutCredentials(item));
  }
  if (!isRecord(value)) { return value; }
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutCredentials(child, key === 'value' ? value.name : undefined)]));
}
