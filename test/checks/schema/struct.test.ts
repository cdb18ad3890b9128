import { Struct } from '../../../src/checks/schema/struct';

const STRUCT = new Struct('Probe', {
  kind: 'string', port: 'int32!', protocol: '=TCP|UDP', labels: '{}string', hosts: '[]@Host!', status: '@ProbeStatus',
});

test('a field holds what its spelling says', () => {
  const types = STRUCT.names().map(name => STRUCT.field(name)!.type);

  expect(types).toEqual([
    { holds: 'string' },
    { holds: 'int32' },
    { holds: 'enum', values: ['TCP', 'UDP'], neverEmpty: false },
    { holds: 'map', item: { holds: 'string' } },
    { holds: 'list', item: { holds: 'struct', struct: 'Host' } },
    { holds: 'struct', struct: 'ProbeStatus' },
  ]);
});

test('fields with a mark are required', () => {
  expect(STRUCT.required).toEqual(['port', 'hosts']);
});

test('a name that is no field has none, whatever objects bring along', () => {
  expect(['ports', '__proto__', 'constructor', 'toString'].map(name => STRUCT.field(name))).toEqual([undefined, undefined, undefined, undefined]);
});

test('a field is made once, with the formats of its type', () => {
  const container = new Struct('Container', { name: 'string!' });

  expect(container.field('name')).toBe(container.field('name'));
  expect(container.field('name')!.formats).toHaveLength(1);
});

test('the status of an object is ignored', () => {
  expect(STRUCT.names().filter(name => STRUCT.field(name)!.ignored)).toEqual(['status']);
});

test('a part has some of the fields, and needs none', () => {
  const part = STRUCT.part('port');

  expect(part.names()).toEqual(['port']);
  expect(part.required).toEqual([]);
  expect(part.field('port')!.type).toEqual({ holds: 'int32' });
});
