import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { Place } from '../../../src/manifest/read/place';
import { readPlainYaml } from '../../../src/manifest/read/plain-yaml';
import { Text } from '../../../src/manifest/read/text';
import { YamlText } from '../../../src/manifest/read/yaml-text';
import { YamlWriter } from '../../../src/manifest/write/yaml-writer';

const read = (text: string) => readPlainYaml(text, { start: 0, end: text.length });

/** What the two readers say of a text: the value, and where each part of it stands. */
function bothReaders(text: string) {
  const span = { start: 0, end: text.length };
  const place = new Place();
  const plain = readPlainYaml(text, span, place);
  const { value, problems } = new YamlText(new Text(text)).read(span);
  return { plain: plain?.value, isPlain: plain !== undefined, place, value, problems };
}

function expectSame(text: string) {
  const { plain, isPlain, value, problems } = bothReaders(text);
  if (isPlain) { expect({ text, problems, value }).toEqual({ text, problems: [], value: plain }); }
}

describe('A document as people and programs write it', () => {
  test.each<[string, string, unknown]>([
    ['mappings by indentation', 'a:\n  b: c\n  d:\n    e: f\ng: h\n', { a: { b: 'c', d: { e: 'f' } }, g: 'h' }],
    ['lists, indented or not', 'a:\n- b\n- c\nd:\n  - e\n', { a: ['b', 'c'], d: ['e'] }],
    ['mappings and lists in a list', '- a: b\n  c: d\n- - e\n  - f\n-\n  g: h\n', [{ a: 'b', c: 'd' }, ['e', 'f'], { g: 'h' }]],
    ['numbers, truth and nothing', 'a: 1\nb: -2.5\nc: 0644\nd: true\ne: ~\nf:\n', { a: 1, b: -2.5, c: 420, d: true, e: null, f: null }],
    ['what looks like a number and is none', 'a: 1.2.3\nb: 100m\nc: 10.0.0.1:80\nd: 1Gi\n', { a: '1.2.3', b: '100m', c: '10.0.0.1:80', d: '1Gi' }],
    ['quotes', 'a: "b # c"\n\'d\': \'it\'\'s\'\ne: "x\\ny"\n', { a: 'b # c', d: "it's", e: 'x\ny' }],
    ['comments and empty lines', '# a\na: b # c\n\n  # d\ne: f#g\n# h', { a: 'b', e: 'f#g' }],
    ['lists and mappings on one line', 'a: [b, -c, "d e"]\nf: {g: 1, h: []}\ni: {}\n', { a: ['b', '-c', 'd e'], f: { g: 1, h: [] }, i: {} }],
    ['texts of several lines', 'a: |\n  b\n\n    c\n  d\ne: |-\n  f\n\ng: |+\n  h\n\ni: j\n', { a: 'b\n\n  c\nd\n', e: 'f', g: 'h\n\n', i: 'j' }],
    ['a mark at the beginning', '--- # first\na: b\n', { a: 'b' }],
  ])('%s', (_, text, value) => {
    const result = read(text);

    expect(result).toEqual({ value });
    expectSame(text);
  });
});

describe('What only the library can read or refuse', () => {
  test.each([
    ['an anchor', 'a: &x b\n'],
    ['an alias', 'a: *x\n'],
    ['a tag', 'a: !!binary x\n'],
    ['a folded text', 'a: >\n  b\n'],
    ['a text that goes on in the next line', 'a: b\n  c\n'],
    ['a quoted text that goes on in the next line', 'a: "b\n  c"\n'],
    ['an indentation that is said', 'a: |2\n  b\n'],
    ['a number that JSON does not have', 'a: .inf\n'],
    ['a key that is no text', 'on: a\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['a key that is a list', '[a]: b\n'],
    ['a mapping in the line of a key', 'a: b: c\n'],
    ['a tab', 'a:\n\tb: c\n'],
    ['ends of lines of Windows', 'a: b\r\n'],
    ['a line that is indented too far', 'a: b\n   c: d\n'],
    ['a line that is not indented far enough', '  a: b\n c: d\n'],
    ['a text that begins with a tab', 'a: |\n  \tb\n'],
    ['a list that breaks off', 'a: [b\n'],
    ['nothing', '# a\n'],
    ['a single word', 'a\n'],
    ['a directive', '%YAML 1.1\n---\na: b\n'],
  ])('%s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });
});

test('a text that is too long for patterns is left to the library', () => {
  const text = `a: "${'\\n'.repeat(8_000_000)}"\n`;

  expect(read(text)).toBeUndefined();
});

test('the place of each key and item is where the library has it', () => {
  const text = '# c\na:\n  - b: c\n    d: [e, {f: g}]\n  - |\n    h\ni: j\n';

  const { place } = bothReaders(text);

  const reader = new YamlText(new Text(`${text}k: &l m\n`));
  const paths = ['', '/a', '/a/0', '/a/0/b', '/a/0/d', '/a/0/d/0', '/a/0/d/1', '/a/0/d/1/f', '/a/1', '/i'];
  expect(paths.map(path => new Text(text).positionAt(place.at(path)!.offset)))
    .toEqual(paths.map(path => reader.positionOf({ start: 0, end: text.length + 8 }, path)));
});

test('what a scalar looks like is known as the library knows it', () => {
  const text = 'a: 0022 # c\nb: [yes-1, 1.10, "3"]\nc: {d: 1e3x}\n';

  const { place } = bothReaders(text);

  const reader = new YamlText(new Text(text));
  const span = { start: 0, end: text.length };
  const paths = ['/a', '/b/0', '/b/1', '/c/d', '/b/2', '/c', '/x'];
  expect(paths.map(path => place.at(path)?.scalar)).toEqual(['0022', 'yes-1', '1.10', '1e3x', undefined, undefined, undefined]);
  expect(paths.map(path => reader.writtenAt(span, path))).toEqual(paths.map(path => place.at(path)?.scalar));
});

const { value: anyValue } = fc.letrec(tie => ({
  value: fc.oneof({ depthSize: 'small' },
    fc.oneof(fc.string(), fc.constantFrom('a', 'x y', '10', '1.5', '1e3', 'no', '-', ': ', ' #', 'a\nb\n', '\n', ' a\n\n  b', "'", '"', '0x1f', '22:22')),
    fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('a', 'b.c/d', '8080', 'on')), tie('value'), { maxKeys: 4 })),
}));

test('whatever is written, the value is what the library reads', () => {
  const styles = fc.record({
    indent: fc.integer({ min: 1, max: 4 }),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 20, 80),
    collectionStyle: fc.constantFrom<'any' | 'flow'>('any', 'any', 'flow'),
    defaultStringType: fc.constantFrom<'PLAIN' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL'>('PLAIN', 'QUOTE_DOUBLE', 'BLOCK_LITERAL'),
  });

  fc.assert(fc.property(anyValue, styles, (value, style) => {
    expectSame(stringify({ value }, style));
  }));
});

test('what our own writer writes is plain', () => {
  const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', labels: { 'a/b': 'c' } }, data: { 'a.sh': '#!/bin/sh\n\nexit 0\n', 'b': '' } };

  expect(read(new YamlWriter().stringify([manifest]))).toEqual({ value: manifest });
});

test('whatever is broken in a text, the library breaks on it, or reads the same', () => {
  const pieces = fc.array(fc.constantFrom(
    'a', 'b', ': ', ':', '\n', '\n  ', '\n    ', '- ', '-', ' ', '#', ' # c', '|', '|-', '|+', '"', "'", '[', ']', '{', '}', ', ', '1', '0', '.', '\t', '---', '~', '&', '*', '!', '>', '%', '?', '\\', 'é',
  ), { maxLength: 24 });

  fc.assert(fc.property(pieces, parts => expectSame(parts.join(''))));
});

test('a document that is changed at one place is read as the library reads it', () => {
  const text = [
    'apiVersion: v1', 'kind: ConfigMap', 'metadata:', '  name: a', '  labels: {a: b}', 'data:', '  a: |', '    b', '', '      c', '  d: "e"', 'list:', '- f: g', '  h:', '  - 1', '- [i, j]', '',
  ].join('\n');
  const change = fc.record({
    at: fc.nat(text.length),
    removed: fc.integer({ min: 0, max: 3 }),
    added: fc.constantFrom('', ' ', '  ', '\n', ':', ': ', '-', '- ', '#', ' #', '|', '"', "'", ',', '[', ']', '{', '}', 'x', '\n\n', '   \n', '\t'),
  });

  fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), changes => {
    const changed = changes.reduce((rest, { at, removed, added }) => rest.slice(0, at) + added + rest.slice(at + removed), text);
    expectSame(changed);
  }));
});
