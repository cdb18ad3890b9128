import { parseField } from '../../../src/kubernetes/api/field';
import { parseType } from '../../../src/kubernetes/api/field-type';

const on = () => false;
const off = () => true;

test.each([
  ['string', { holds: 'string' }],
  ['quantity', { holds: 'quantity' }],
  ['=TCP|UDP', { holds: 'enum', values: ['TCP', 'UDP'] }],
  ['=|Socket', { holds: 'enum', values: ['Socket'] }],
  ['@Container', { holds: 'struct', struct: 'Container' }],
  ['-@LabelSelector', { holds: 'struct', struct: 'LabelSelector', atomic: true }],
  ['[]string', { holds: 'list', item: { holds: 'string' }, atomic: true }],
  ['[*]string', { holds: 'list', item: { holds: 'string' }, set: true }],
  ['[port,protocol]@Port', { holds: 'list', item: { holds: 'struct', struct: 'Port' }, keys: ['port', 'protocol'] }],
  ['{}quantity', { holds: 'map', item: { holds: 'quantity' } }],
  ['{-}string', { holds: 'map', item: { holds: 'string' }, atomic: true }],
  ['{}[]=A|B', { holds: 'map', item: { holds: 'list', item: { holds: 'enum', values: ['A', 'B'] }, atomic: true } }],
])('%s is %j', (spelling, type) => {
  expect(parseType(spelling)).toEqual(type);
});

test('a value behind a gate that is off is none', () => {
  expect(parseType('[]=OnDelete|Recreate?Gate', off).item!.values).toEqual(['OnDelete']);
  expect(parseType('[]=OnDelete|Recreate?Gate', on).item!.values).toEqual(['OnDelete', 'Recreate']);
});

test('a field without attributes is optional, and its zero value means none', () => {
  expect(parseField('tty', 'boolean', on)).toEqual({
    name: 'tty',
    type: { holds: 'boolean' },
    required: false,
    zeroIsAbsent: true,
    gate: undefined,
    dropped: false,
    ignored: false,
    neverEmpty: false,
    default: undefined,
    computedDefault: undefined,
    mergeKey: undefined,
    retainKeys: false,
  });
});

test('a mark and attributes say the rest', () => {
  const field = parseField('mode', '=A|B!;ptr;gate=Modes;default="A";ignored;nonempty;retainKeys', on);

  expect(field).toMatchObject({
    required: true, zeroIsAbsent: false, gate: 'Modes', dropped: false, default: 'A', ignored: true, neverEmpty: true, retainKeys: true,
  });
});

test('a patch merges a list by a field, or by its values', () => {
  expect(parseField('env', '[name]@EnvVar;merge=name', on).mergeKey).toBe('name');
  expect(parseField('finalizers', '[*]string;merge', on).mergeKey).toBe('');
});

test('a field whose gate is off is dropped, and gets no default', () => {
  const fields = ['int32;gate=G;default=1', 'int32;gate=G;computed=one'].map(text => parseField('n', text, off));

  expect(fields.map(({ dropped, default: value, computedDefault }) => [dropped, value, computedDefault])).toEqual([
    [true, undefined, undefined], [true, undefined, undefined],
  ]);
});
