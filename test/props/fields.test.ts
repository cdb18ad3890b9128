import * as fc from 'fast-check';
import { anyObject, choice, flag, lazyText, listOf, mapOf, number, readProps, required, struct, text } from '../../src/props/fields';

interface Sample {
  readonly name: string;
  readonly count?: number;
  readonly on?: boolean;
  readonly protocol?: string;
  readonly args?: string[];
  readonly labels?: { [key: string]: string };
  readonly ports?: { readonly port: number }[];
  readonly raw?: object;
}

const SAMPLE = struct<Sample>({
  name: required(text('web')),
  count: number(3),
  on: flag(),
  protocol: choice('TCP', 'UDP'),
  args: listOf(lazyText('-v')),
  labels: mapOf(text('data'), 'team'),
  ports: listOf(struct<{ readonly port: number }>({ port: required(number(80)) }, '{ port: 80 }')),
  raw: anyObject('{ key: "x" }'),
}, '{ name: "web" }', { colour: "write 'labels: { colour: \"red\" }'" });

function wrong(props: unknown): string[] {
  return readProps(SAMPLE, props as Sample).wrong;
}

test('props that fit are handed on as they are', () => {
  const props: Sample = { name: 'a', count: 1, on: false, protocol: 'UDP', args: [], labels: { a: 'b' }, ports: [{ port: 1 }], raw: {} };

  const { usable, wrong: problems } = readProps(SAMPLE, props);

  expect(problems).toEqual([]);
  expect(usable).toBe(props);
});

test.each<[string, unknown, string]>([
  ['no props at all', undefined, "props must be an object, got undefined; write '{ name: \"web\" }'"],
  ['a number for a text', { name: 5 }, "'name' must be text, got 5; write 'name: \"5\"'"],
  ['a mapping for a text', { name: { a: 1 } }, "'name' must be text, got { a: 1 }; write 'name: \"web\"'"],
  ['a text for a number', { name: 'a', count: '3' }, "'count' must be a number, got '3'; write 'count: 3'"],
  ['null', { name: 'a', count: null }, "'count' must be a number, got null; write 'count: 3'"],
  ['a text for a flag', { name: 'a', on: 'false' }, "'on' must be true or false, got 'false'; write 'on: false'"],
  ['another word', { name: 'a', protocol: 'udp' }, "'protocol' must be one of 'TCP', 'UDP', got 'udp'; write 'protocol: \"UDP\"'"],
  ['a text for a list', { name: 'a', args: '-v' }, "'args' must be a list, got '-v'; write 'args: [\"-v\"]'"],
  ['words for a list', { name: 'a', args: ' foo  bar ' }, "'args' must be a list, got ' foo  bar '; write 'args: [\"foo\", \"bar\"]'"],
  ['what only a shell can divide', { name: 'a', args: 'echo "a b"' }, "write 'args: [\"-v\"]'"],
  ['words for a list of objects', { name: 'a', ports: '80' }, "write 'ports: [{ port: 80 }]'"],
  ['a prop that has a word of its own', { name: 'a', colour: 'red' }, "there is no prop 'colour'; write 'labels: { colour: \"red\" }'"],
  ['null in a list', { name: 'a', ports: [null] }, "'ports[0]' must be an object, got null; write '{ port: 80 }'"],
  ['a list for a mapping', { name: 'a', labels: ['x'] }, "'labels' must be a mapping, got [ 'x' ]; write 'labels: { team: \"data\" }'"],
  ['nothing in a mapping', { name: 'a', labels: { b: undefined } }, "'labels.b' must be text, got undefined; write 'b: \"data\"' or leave it out"],
  ['a name with dots in a mapping', { name: 'a', labels: { 'x.y/z': 1 } }, "'labels[\"x.y/z\"]' must be text, got 1; write '\"1\"'"],
  ['a list for an object', { name: 'a', raw: [] }, "'raw' must be an object, got []; write 'raw: { key: \"x\" }'"],
  ['an instance', { name: new Date(0) }, "'name' must be text, got Date {…}"],
  ['a text that no object can hold', { name: 'x'.repeat(3_145_729) }, "'name' must be text, and an object can have 3145728 characters at most, got 3145729; write 'name: \"web\"'"],
  ['a text for a list, that no object can hold', { name: 'a', args: 'x'.repeat(3_145_729) }, "'args' must be a list, got 'xxx"],
  ['a missing prop', {}, "'name' is missing; write 'name: \"web\"'"],
  ['a missing prop in a list', { name: 'a', ports: [{}] }, "'ports[0].port' is missing; write 'port: 80'"],
  ['a misspelled prop', { name: 'a', cuont: 3 }, "there is no prop 'cuont'; did you mean 'count'?"],
  ['a prop that belongs elsewhere', { name: 'a', port: 80 }, "there is no prop 'port'; write 'ports: [{ port: 80 }]' with 'port' in it"],
  ['a prop of nobody', { name: 'a', somethingElse: 1 }, "there is no prop 'somethingElse'; remove it"],
  ['the name of a method of all objects', { name: 'a', toString: 1 }, "there is no prop 'toString'"],
  ['a prop of nobody in a list', { name: 'a', ports: [{ port: 1, whatever: 1 }] }, "'ports[0]' has no 'whatever'; write '{ port: 80 }'"],
])('%s is told with what to write', (_, props, message) => {
  expect(wrong(props)).toEqual([expect.stringContaining(message)]);
});

test('a name that no object can hold is told, whatever names must be', () => {
  const { misfits } = readProps(SAMPLE, { name: 'a', labels: { ['x'.repeat(3_145_729)]: 'b' } });

  expect(misfits).toEqual([expect.stringMatching(/^each name in 'labels' must be .*, got 'xxx/)]);
});

test('every wrong prop is told at once, and what is right can be used', () => {
  const { usable, wrong: problems } = readProps(SAMPLE, { name: 'a', count: '3', args: [1], on: true, nonsense: 1 } as any);

  expect(problems).toHaveLength(3);
  expect(usable).toEqual({ name: 'a', on: true });
});

test('a prop that is undefined is not there, whatever its name', () => {
  expect(wrong({ name: 'a', count: undefined, nonsense: undefined })).toEqual([]);
});

test('a text that is worked out at synthesis is accepted where nothing looks at it before', () => {
  expect(wrong({ name: 'a', args: [{ produce: () => 'x' }] })).toEqual([]);
});

test('nothing that is given is an exception', () => {
  fc.assert(fc.property(fc.anything({ withNullPrototype: true }), value => {
    const { usable } = readProps(SAMPLE, value as Sample);

    expect(readProps(SAMPLE, { ...usable, name: 'a' }).wrong).toEqual([]);
  }));
  fc.assert(fc.property(fc.constantFrom('name', 'count', 'args', 'labels', 'ports', 'raw'), fc.anything({ withNullPrototype: true }), (name, value) => {
    const { usable } = readProps(SAMPLE, { [name]: value } as any);

    expect(readProps(SAMPLE, { ...usable, name: 'a' }).wrong).toEqual([]);
  }));
});
