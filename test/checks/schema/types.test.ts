import { NETWORK_FORMATS } from '../../../src/checks/formats/network';
import { POD_FORMATS } from '../../../src/checks/formats/pod';
import { SYSTEM_FORMATS } from '../../../src/checks/formats/system';
import { allFormats, formatsOf } from '../../../src/checks/formats/table';
import { VOLUME_FORMATS } from '../../../src/checks/formats/volume';
import { WORKLOAD_FORMATS } from '../../../src/checks/formats/workload';
import { isServed, kindsWithSchema, structNamed, structOfKind } from '../../../src/checks/schema/types';

const TABLES = [POD_FORMATS, NETWORK_FORMATS, SYSTEM_FORMATS, VOLUME_FORMATS, WORKLOAD_FORMATS];

test('every kind has a struct with metadata', () => {
  const structs = kindsWithSchema().map(key => structOfKind(key.slice(0, key.lastIndexOf('/')), key.slice(key.lastIndexOf('/') + 1)));

  expect(structs.every(struct => struct?.field('metadata') !== undefined)).toBe(true);
});

test('every struct that a field names can be built', () => {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) { return; }
    seen.add(name);
    for (const field of structNamed(name).names()) {
      const { type } = structNamed(name).field(field)!;
      const struct = type.struct ?? type.item?.struct;
      if (struct) { visit(struct); }
    }
  };

  kindsWithSchema().forEach(key => visit(structOfKind(key.slice(0, key.lastIndexOf('/')), key.slice(key.lastIndexOf('/') + 1))!.name));

  expect(seen.size).toBeGreaterThan(300);
});

test('every format is about a field that exists', () => {
  const missing = TABLES.flatMap(table => Object.entries(table).flatMap(([type, fields]) =>
    Object.keys(fields).filter(field => !structNamed(type).field(field.split('.')[0])).map(field => `${type}.${field}`)));

  expect(missing).toEqual([]);
});

test('some two hundred fields have a format', () => {
  const fields = TABLES.flatMap(table => Object.values(table).flatMap(fieldsOfType => Object.keys(fieldsOfType)));

  expect(fields.length).toBeGreaterThan(200);
  expect(allFormats().length).toBeGreaterThan(fields.length);
  expect(formatsOf('Container').get('name')).toHaveLength(1);
});

test('what the server serves is known, with or without a schema', () => {
  const served = [isServed('v1', 'Pod'), isServed('v1', 'Binding'), isServed('v1', 'PodList'), isServed('v1', 'Nothing'), isServed('constructor', 'x')];

  expect(served).toEqual([true, true, true, false, false]);
});
