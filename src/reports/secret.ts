import { show } from './show';
import { isRecord } from '../kubernetes/manifest';

/** Stands for what a Secret holds, wherever something is said about it: reports end up in logs and in pull requests. */
export const REDACTED = '(redacted)';

/** Fields of a Secret that anybody may read; every other one is taken for secret, misspelled ones too. */
const OPEN_FIELD = /^\/(apiVersion|kind|metadata|type|immutable)(\/|$)/;

/** True for a field whose value must not be printed. */
export function isSecret({ kind }: { readonly kind: string }, path: string): boolean {
  return kind === 'Secret' && !OPEN_FIELD.test(path);
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
