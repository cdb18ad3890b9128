import * as fc from 'fast-check';
import { parse } from 'yaml';
import { fieldsInFlow, flow } from '../../src/reports/flow';

test.each([
  [{ type: 'Resource', resource: { name: 'cpu', target: { value: 70 } } }, '{type: Resource, resource: {name: cpu, target: {value: 70}}}'],
  [{ address: '10.0.0.1', path: '/a', none: undefined }, '{address: 10.0.0.1, path: /a}'],
  [['80', 'yes', 'a, b', true, null, 8], '["80", "yes", "a, b", true, null, 8]'],
])('%j is %s', (value, text) => {
  expect(flow(value)).toBe(text);
});

test('fields stand among others without braces', () => {
  expect(fieldsInFlow({ server: 'a', path: '/b' })).toBe('server: a, path: /b');
});

test('a parser reads the same value again', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()))), value => {
    expect(parse(flow(value), { version: '1.1' })).toEqual(value);
  }));
});
