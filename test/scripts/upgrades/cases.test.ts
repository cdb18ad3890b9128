import { upgradeCases } from '../../../scripts/upgrades/cases';

test('every case has a name of its own, for all are on one server', () => {
  const names = upgradeCases('1.36').filter(({ manifest }) => !['CustomResourceDefinition', 'Namespace', 'CSIDriver', 'IPAddress'].includes(manifest.kind)).map(({ manifest }) => manifest.metadata!.name);

  expect(names.length).toBeGreaterThan(500);
  expect(new Set(names).size).toBe(names.length);
});

test('no case decides about others', () => {
  expect(upgradeCases('1.36').map(({ manifest }) => manifest.kind)).not.toContain('LimitRange');
});
