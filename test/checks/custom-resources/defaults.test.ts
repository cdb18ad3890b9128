import { withDefaults } from '../../../src/checks/custom-resources/defaults';

const schema = {
  type: 'object',
  properties: {
    size: { type: 'integer', default: 3 },
    spec: { type: 'object', default: {}, properties: { mode: { type: 'string', default: 'a' } } },
    list: { type: 'array', items: { type: 'object', properties: { port: { type: 'integer', default: 80 } } } },
    free: { type: 'string', nullable: true, default: 'x' },
    bare: { type: 'string' },
  },
};

test('what is absent gets its default, in defaults and in lists too', () => {
  const value = { list: [{}, { port: 81 }] };

  expect(withDefaults(value, schema)).toEqual({ size: 3, spec: { mode: 'a' }, list: [{ port: 80 }, { port: 81 }], free: 'x' });
  expect(value).toEqual({ list: [{}, { port: 81 }] });
});

test('null counts as absent, unless it is allowed', () => {
  expect(withDefaults({ size: null, free: null, bare: null }, schema)).toEqual({ size: 3, free: null, spec: { mode: 'a' } });
});

test('what is not in the schema stays', () => {
  expect(withDefaults({ other: 1, size: 'x' }, { type: 'object', properties: {} })).toEqual({ other: 1, size: 'x' });
  expect(withDefaults('text', schema)).toBe('text');
});
