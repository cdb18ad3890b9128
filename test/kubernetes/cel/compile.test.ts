import { ApiModel } from '../../../src/kubernetes/api/model';
import { CelEnvironment, compile } from '../../../src/kubernetes/cel/compile';

const environment = (version = '1.36'): CelEnvironment => ({
  variables: { 'object': 'dyn', 'request': 'Request', 'names': 'list<string>', 'labels': 'map<string>', 'user.rights': 'bool' },
  objects: { Request: { name: 'string', size: 'int', dryRun: 'bool' }, JSONPatch: { op: 'string', value: 'dyn' } },
  made: ['Object', 'JSONPatch'],
  binds: true,
  holds: validity => ApiModel.of(version).holds(validity),
});

describe('types', () => {
  test.each([
    ['true', 'bool'],
    ['1', 'int'], ['1u', 'uint'], ['1.5', 'double'], ['.5e3', 'double'], ['0xFF', 'int'], ['-9223372036854775808', 'int'],
    ["'a'", 'string'], ['"a"', 'string'], ["r'\\d'", 'string'], ["'''a\nb'''", 'string'], ["b'a'", 'bytes'], ["'\\u00e9\\n'", 'string'],
    ['null', 'null'],
    ['[1, 2,]', 'list<int>'], ["{'a': 1}", 'map<int>'], ['[]', 'list<unknown>'],
    ['object.spec.replicas', 'dyn'], ['object.spec.replicas <= 5', 'bool'], ["object.metadata.labels['a']", 'dyn'], ['object.metadata.namespace', 'dyn'],
    ['request.name', 'string'], ["request.name + 'a'", 'string'], ['request.size + 1', 'int'], ['-request.size', 'int'], ['!request.dryRun', 'bool'],
    ['names[0]', 'string'], ['labels.app', 'string'], ["labels['app']", 'string'], ["'a' in names", 'bool'], ['names.size()', 'int'],
    ['user.rights', 'bool'],
    ['has(object.spec)', 'bool'],
    ['names.all(name, name.startsWith("a"))', 'bool'], ['names.map(name, size(name))', 'list<int>'], ['names.filter(name, name != "")', 'list<string>'],
    ['names.map(name, name != "", size(name))', 'list<int>'], ['labels.all(key, value, value != "")', 'bool'], ['names.transformList(index, name, size(name))', 'list<int>'],
    ['request.dryRun ? 1 : 2', 'int'], ['request.dryRun ? true : object.a', 'dyn'],
    ['object.?spec.replicas.orValue(1)', 'unknown'], ['object.?spec.hasValue()', 'bool'], ['names[?0].hasValue()', 'bool'], ['[?object.?a]', 'list<unknown>'],
    ["quantity('1Gi').isGreaterThan(quantity(object.a))", 'bool'], ["ip.isCanonical('::1')", 'bool'], ["sets.contains(names, ['a'])", 'bool'],
    ["cel.bind(first, names[0], first + 'a')", 'string'],
    ['Object{spec: Object.spec{replicas: 1}}', 'Object'], ["[JSONPatch{op: 'add', value: 1}]", 'list<JSONPatch>'],
    ["'%s: %d, %.3f, %x, 100 %%'.format([object.a, object.b, object.c, object.d])", 'string'],
    ['1 < 1.5', 'bool'], ['true || false && !true', 'bool'], ['type(1) == int', 'bool'], ['true // of course', 'bool'], ['(((true)))', 'bool'],
    ["timestamp('2024-01-01T00:00:00Z') - timestamp(object.a) > duration('1h')", 'bool'], ["request.name.matches('^a+$')", 'bool'],
  ])('%s', (text, expected) => {
    const type = compile(text, environment());

    expect(type).toBe(expected);
  });
});

describe('a field that is called as a word of CEL', () => {
  const withWord = (version: string): CelEnvironment => ({ ...environment(version), variables: { self: 'Reference' }, objects: { Reference: { __namespace__: 'string' } } });

  test.each(['self.__namespace__', 'self.namespace', 'has(self.namespace) ? self.namespace : self.__namespace__'])('%s', text => {
    expect(compile(text, withWord('1.32'))).toBe('string');
  });

  test('has one spelling before 1.32', () => {
    expect(() => compile('self.namespace', withWord('1.31'))).toThrow('self has no field namespace');
  });
});

describe('what the server refuses', () => {
  test.each([
    ['', 'the expression ends too early'], ['true &&', 'the expression ends too early'], ['true true', 'true cannot stand here'], ['object.', 'the expression ends too early'],
    ["'a", 'no end'], ["'\\q'", 'no end'], ['object.a = 1', '"=" has no meaning'], ['true ? 1', 'ends too early'], ['(true', 'ends too early'], ['object.in', 'in cannot stand here'],
    ['namespace', 'namespace is a reserved word'],
    ['params.a', 'there is no params'], ['call()', 'there is no function call'], ['object.call()', 'there is no function call'], ['Other{}', 'there is no type Other'],
    ['request.nmae', 'request has no field nmae'], ['request.name.first', 'a string has no fields'], ['request.size[0]', 'an int has no items'], ["names['a']", 'an item of a list'],
    ["request.size == 'a'", 'an int is compared with a string'], ["1 + 'a'", '+ does not take an int and a string'], ['request.name == null', 'a string is compared with a null'],
    ["'a'.contains(1)", 'contains does not take'], ['has(object)', 'has takes a field'], ['names.all(name, size(name))', 'all asks for a bool'], ['names.all(name)', 'there is no function all'],
    ['names.all(1, true)', 'a name for what is found'], ['request.size.all(x, true)', 'an int has no items'], ['1 in names', 'an int is looked for'],
    ["[1, 'a']", 'a string stands beside an int'], ["['a', object.a]", 'a dyn stands beside a string'], ["true ? 1 : 'a'", 'it is either'], ['1 ? true : false', 'the condition is an int'],
    ['JSONPatch{op: 1}', 'op is a string'], ['JSONPatch{oops: 1}', 'has no field oops'], ['9223372036854775809', 'too large'],
    ["duration('1 hour')", 'nothing that duration takes'], ["int('a')", 'nothing that int takes'], ["int('9223372036854775808')", 'nothing that int takes'], ["uint('-1')", 'nothing that uint takes'],
    ["bool('yes')", 'nothing that bool takes'], ["double('1,5')", 'nothing that double takes'],
    ["object.a.reverse() == 'a'", 'is compared with a string'], ["timestamp('today')", 'nothing that timestamp takes'], ["request.name.matches('(a')", 'nothing that matches takes'],
    ['[names, ["a"]].flatten() == [1] && names.flatten() == names', 'flatten does not take'],
    ["'%q'.format([1]) == ''", 'a clause is none'], ["'%d of %%'.format([]) == ''", 'places for 1 values, not for 0'], ["'%s'.format([1, 2]) == ''", 'places for 1 values, not for 2'],
    ["'%d'.format(['a']) == ''", '%d does not take a string'], ["'%.2f'.format([request.size]) == ''", '%f does not take a int'],
    ['('.repeat(300), 'nested too deeply'],
  ])('%s', (text, expected) => {
    expect(() => compile(text, environment())).toThrow(expected);
  });
});

test.each([
  ["quantity('1') == quantity(object.a)", '1.28', '1.29'],
  ["ip('1.2.3.4').family() == 4", '1.30', '1.31'],
  ['labels.all(key, value, value != "")', '1.32', '1.33'],
  ['names.first().hasValue()', '1.32', '1.33'],
  ["semver('1.2.3').major() == 1", '1.33', '1.34'],
  ['names.sort() == names', '1.34', '1.35'],
])('%s is not known to %s, and to %s it is', (text, before, since) => {
  const type = compile(text, environment(since));

  expect(type).toBe('bool');
  expect(() => compile(text, environment(before))).toThrow('there is no function');
});

test('a pattern is asked of a text by its member alone on 1.27', () => {
  expect(compile("matches(request.name, 'a')", environment('1.28'))).toBe('bool');
  expect(compile("request.name.matches('a')", environment('1.27'))).toBe('bool');
  expect(() => compile("matches(request.name, 'a')", environment('1.27'))).toThrow('matches does not take');
});

test('what is very long is not read', () => {
  const type = compile(`${'1 + '.repeat(5000)}1`, environment());

  expect(type).toBe('unknown');
});
