import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRIES, fieldsPage } from '../../../scripts/kubernetes-fields/page';
import { lifetimeOfGate } from '../../../src/kubernetes/api/gates';

const PAGE = fieldsPage();

test('docs/kubernetes-fields.md is what the data says; `npx projen docs:upgrades` writes it', () => {
  expect(readFileSync(join(__dirname, '../../../docs/kubernetes-fields.md'), 'utf8')).toBe(PAGE);
});

test('every gate of an entry is one', () => {
  const unknown = ENTRIES.flatMap(({ gate }) => gate !== undefined && lifetimeOfGate(gate) === undefined ? [gate] : []);

  expect(unknown).toEqual([]);
});

test.each([
  ['a field that is dropped while its gate is off', 'rollingUpdate.maxUnavailable` | `MaxUnavailableStatefulSet` | dropped'],
  ['a field that comes', '`hostnameOverride` | `HostnameOverride` | – | – | – | – | – | – | – | dropped | ✓'],
  ['a kind that comes', 'VolumeAttributesClass v1 | `VolumeAttributesClass` | – | – | – | – | – | – | – | ✓ |'],
])('the page shows %s', (_, row) => {
  expect(PAGE).toContain(row);
});
