import { embeddedMetadataFaults } from '../../../src/checks/custom-resources/embedded-metadata';

const pathsIn = (metadata: unknown) => embeddedMetadataFaults(metadata).map(({ path }) => path);

test.each([
  ['name', { name: 'a/b' }, '/name'],
  ['name', { name: '..' }, '/name'],
  ['beginning of a name', { generateName: 'a%' }, '/generateName'],
  ['namespace', { namespace: 'a.b' }, '/namespace'],
  ['generation', { generation: -1 }, '/generation'],
  ['manager', { managedFields: [{ operation: 'Apply' }, {}] }, '/managedFields/1/operation'],
  ['manager', { managedFields: [null] }, '/managedFields/0/operation'],
  ['list of fields', { managedFields: [{ operation: 'Apply', fieldsType: 'FieldsV2' }] }, '/managedFields/0/fieldsType'],
])('no object has this %s: %j', (_, metadata, path) => {
  expect(pathsIn(metadata)).toEqual([path]);
});

test('an object may leave all of it out, or write what is of another type', () => {
  const all = [undefined, {}, { name: 'A_b', generateName: '.', namespace: 'a', generation: 0, managedFields: [{ operation: 'Update' }] }, { name: 1, namespace: {}, managedFields: [1] }];

  expect(all.flatMap(pathsIn)).toEqual([]);
});
