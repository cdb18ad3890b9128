import { isTagSince, officialTag } from './official-tag';
import { textOf } from '../kubernetes/manifest';

/** What is wrong with a configuration file: the server does not start with it. */
export interface SyntaxError {
  readonly reason: string;
  readonly fix: string;
}

interface Row {
  readonly image: RegExp;
  /** First version that refuses it. @default - all */
  readonly since?: string;
  /** Where the server reads such a file without being told. @default - nowhere */
  readonly read?: RegExp;
  readonly errorIn: (text: string) => SyntaxError | undefined;
}

const ROWS: readonly Row[] = [
  // @see https://github.com/redis/redis/blob/7.2/redis.conf: a line is a directive with its arguments, or a comment
  { image: /^(redis|valkey)$/, errorIn: commentBehindDirective },
  // @see https://dev.mysql.com/doc/refman/8.4/en/option-files.html
  { image: /^(mysql|mariadb)$/, read: /^\/etc\/(my\.cnf|mysql\/(my\.cnf|[\w.-]+\.d\/[^/]+\.cnf))$/, errorIn: optionWithoutGroup },
  // @see https://docs.haproxy.org/2.9/configuration.html#2.1
  { image: /^haproxy$/, since: '2.3', read: /^\/usr\/local\/etc\/haproxy\/haproxy\.cfg$/, errorIn: lineWithoutEnd },
];

/** True for an image whose files are known. */
export function hasKnownFiles(image: unknown): boolean {
  const name = officialTag(image)?.name;
  return name !== undefined && ROWS.some(one => one.image.test(name));
}

/** What is wrong with a file that the server of an image reads; undefined if nothing is known to be, or it does not read the file. */
export function syntaxErrorIn(image: unknown, words: readonly unknown[], file: string, text: string): SyntaxError | undefined {
  const { name, tag } = officialTag(image) ?? {};
  const row = name === undefined ? undefined : ROWS.find(one => one.image.test(name) && (one.since === undefined || isTagSince(tag, one.since)));
  const isRead = row?.read?.test(file) === true || /\.(conf|cnf|cfg)$/.test(file) && words.some(word => textOf(word).split(/[\s=]/).includes(file));
  return row && isRead ? row.errorIn(text) : undefined;
}

/** Hashes of passwords begin with the sign, too, and modules have arguments of their own. */
function commentBehindDirective(text: string): SyntaxError | undefined {
  const line = text.split('\n').map(one => one.trim())
    .find(one => /^[a-z]/i.test(one) && !/^(user|loadmodule)\s/i.test(one) && /\s#/.test(one.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, 'x')));
  return line === undefined ? undefined : { reason: `a comment stands behind the directive ${nameIn(line)}`, fix: 'write the comment in a line of its own' };
}

function optionWithoutGroup(text: string): SyntaxError | undefined {
  const line = text.split('\n').map(one => one.trim()).find(one => one !== '' && !/^[#;]/.test(one));
  return line === undefined || /^[[!]/.test(line) ? undefined : { reason: `the option ${nameIn(line)} stands before any group`, fix: 'begin the file with the line [mysqld]' };
}

function lineWithoutEnd(text: string): SyntaxError | undefined {
  return text === '' || text.endsWith('\n') ? undefined : { reason: 'its last line has no line end', fix: 'end the file with a line end: write | in place of |- or quotes' };
}

/** What is set: the value may be secret. */
function nameIn(line: string): string {
  const [name] = line.split(/[\s=:]/);
  return name;
}
