import * as fc from 'fast-check';
import { anyText } from './any-text';

/** Pieces of text with a meaning in YAML somewhere, and some without. */
const PIECES = [
  'a', 'web', 'yes', 'n', 'On', 'null', '~', '0', '08', '1_0', '0x1f', '1e3', '.5', '12:30', '2024-01-01', '<<', '=', '-', '--', '---', '...', '?', ':', ': ', '::', ' #', '#', ',', '[', ']', '{', '}',
  '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '\\', '\n', '\n\n', ' ', '  ', '\t', '/', '.', '_', '$(A)', 'ü', '日本', '😀', '\u00a0', '\u2028', '\u0000', '\r\n', 'set -e', 'echo "$x"',
];

/** Texts that are easily misread: words, numbers, dates, scripts, blanks at the wrong place. */
export const nastyText = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map(pieces => pieces.join('')),
  fc.stringMatching(/^[-+]?[0-9._:eExXbT -]{0,12}$/),
  fc.array(fc.constantFrom('', 'a', '  b: c', '- d', '\te', 'f ', '#!/bin/sh', '---'), { maxLength: 6 }).map(lines => lines.join('\n')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  anyText({ maxLength: 8 }),
);

/** YAML cannot hold lone surrogates, nor U+FFFE and U+FFFF, which cdk8s prints as they are. */
const isWellFormed = (text: string) => !/[\p{Surrogate}\ufffe\uffff]/u.test(text);

/** cdk8s prints the key `<<` as it is, and parsers read a merge. */
const isKey = (text: string) => isWellFormed(text) && text !== '__proto__' && text !== '<<';

/** cdk8s prints text of blanks and line ends as a block, and parsers take the blanks at its beginning for indentation. */
const losesBlanks = (text: string) => /^\n* [ \t\n]*\n$/.test(text);

/** JSON documents that come back from YAML. */
const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    nastyText.filter(text => isWellFormed(text) && !losesBlanks(text)),
    fc.constantFrom('web', 'RollingUpdate', 'app.kubernetes.io/name', '10Gi', '/data'),
    fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => number + 0), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(nastyText.filter(isKey), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

export const json: fc.Arbitrary<unknown> = tree;

/** An object with a kind and some fields that may hold anything. */
export const manifest = fc.record({ apiVersion: fc.constantFrom('v1', 'apps/v1'), kind: fc.constant('Thing'), metadata: json, spec: json, data: json });
