import { spawnSync } from 'child_process';
import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { YamlWriter } from '../../../src/manifest/write/yaml-writer';
import { json, manifest, nastyText } from '../../support/json';
import { needs } from '../../support/needs';

test('prints what cdk8s prints, for every tree of plain data', () => {
  fc.assert(fc.property(fc.array(manifest, { maxLength: 3 }), documents => {
    const text = new YamlWriter().stringify(documents);

    expect(text).toBe(Yaml.stringify(...documents));
  }), { numRuns: 3000 });
});

test('prints what cdk8s prints, for every text as value, item and key', () => {
  fc.assert(fc.property(nastyText, text => {
    const document = { value: text, items: [text, [text], { deeper: { value: text } }], keys: { [text]: text }, [text]: { [text]: [text] } };

    expect(new YamlWriter().stringify([document])).toBe(Yaml.stringify(document));
  }), { numRuns: 5000 });
});

test.each([
  'yes', 'No', 'y', 'on', 'nO', 'NULL', 'Null', 'nUll', '~', '', '0x1f', '0b1', '0o7', '08', '1e3', 'e3', '.5', '5.', '-.inf', '.NaN', '+.nan', '-0', '1_000',
  '12:30', '12:30:45.5', '2024-02-30', '2024-1-1T1:1:1Z', '2024-01-01 10:00:00 +1:00', '<<', '=', '---', '--- a', '...', '%a', '-', '?', '- a', '? a', ':', 'a:', 'a: b',
  'a #b', '#a', '@a', '`a', '&a', '*a', '!a', '|', '>', '{a', ']', ', a', 'say "hi"', 'it\'s', 'both "\'"', '\\d "\'', ' a', 'a ', '\ta', 'a\tb', 'a\t', 'a\n', 'a\nb', 'a\n\n',
  '\n', '\n\n', ' \n', '\na', '\n a', ' a\nb', '\ta\nb', 'a \n', 'a\n ', 'a\n\n\nb\n\n', 'a\r\nb', '\u0000', '\u0085', '\u00a0', '\u2028', '\ufeff', 'ü', '日本', '😀', '\ud800', 'a'.repeat(600), 'a b '.repeat(400),
].map(text => [JSON.stringify(text).slice(0, 30), text]))('prints %s as cdk8s does', (_name, text) => {
  const document = { value: text, items: [text], keys: { [text]: 1 }, [text]: null };

  expect(new YamlWriter().stringify([document])).toBe(Yaml.stringify(document));
});

test.each<[string, unknown]>([
  ['undefined', undefined], ['null', null], ['a text', 'a'], ['a number', 5], ['an empty mapping', {}], ['a list', [1]],
  ['undefined in a mapping', { a: undefined }], ['undefined in a list', { a: [undefined] }], ['a date', { a: new Date(0) }], ['a Map', { a: new Map([['b', 1]]) }],
  ['numbers', { a: [0, -0, 1.5, -1e-7, 1e21, NaN, Infinity, Number.MAX_SAFE_INTEGER] }], ['a big number', { a: 10n }],
])('leaves %s to cdk8s', (_name, document) => {
  expect(new YamlWriter().stringify([document, { a: 1 }])).toBe(Yaml.stringify(document, { a: 1 }));
});

test('an object that stands in several places becomes an anchor, as with cdk8s', () => {
  const labels = { app: 'web' };
  const empty = {};

  for (const document of [{ a: labels, b: [labels] }, { a: empty, b: empty }]) {
    expect(new YamlWriter().stringify([document])).toBe(Yaml.stringify(document));
  }
});

test('two parsers read back what was written', () => {
  fc.assert(fc.property(json, value => {
    const text = new YamlWriter().stringify([{ value }]);

    expect(parse(text, { version: '1.1' })).toEqual({ value });
    expect(load(text)).toEqual({ value });
  }), { numRuns: 2000 });
});

const { test: kubectl } = needs(spawnSync('kubectl', ['version', '--client']).status === 0, 'no kubectl');

/**
 * What kubectl misreads in files of cdk8s too: blocks that start with a tab, keys of several lines, control characters
 * and Unicode's own line ends, and what is a number to Go but not to YAML 1.1 (`0X1F`, `0o17`, `0B1`, `+_1`, `1e_3`).
 */
const KUBECTL_MISREADS = new RegExp([
  /"(?:\\n| )*\\t/, /\\n(?:[^"\\]|\\.)*":/, /[\u007f-\u009f\u2028\u2029]/, /"(?=[^"]*(?:[_XBOo]|b[-+]))[-+]?[0-9._][0-9a-fA-FxXoO._+-]*"/,
].map(({ source }) => source).join('|'));

kubectl('kubectl reads back what was written', () => {
  const values = fc.sample(json, 1000).filter(value => !KUBECTL_MISREADS.test(JSON.stringify(value)));
  const documents = values.map((value, i) => ({ apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: `thing-${i}` }, spec: { value } }));

  const run = spawnSync('kubectl', ['label', '--local', '-f', '-', '-o', 'json', 'read=back'], { input: new YamlWriter().stringify(documents), encoding: 'utf8' });

  const read = run.stdout.split(/(?<=^\})\s*(?=^\{)/m).map(text => JSON.parse(text).spec.value);
  expect(run.stderr).toBe('');
  expect(read.length).toBeGreaterThan(700);
  expect(read).toEqual(values);
});
