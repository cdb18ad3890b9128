import { Inventory } from '../../src/manifest/inventory';
import { filesOfVolume } from '../../src/manifest/mounted-files';

const inventory = new Inventory([
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'conf' }, data: { 'a.conf': 'x', 'b.conf': 'y' } },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'login' }, stringData: { password: 'z' } },
]);

test.each<[string, object, [string, string | undefined][] | undefined]>([
  ['all keys', { configMap: { name: 'conf' } }, [['a.conf', 'x'], ['b.conf', 'y']]],
  ['picked keys', { configMap: { name: 'conf', items: [{ key: 'a.conf', path: 'd/c.conf' }] } }, [['d/c.conf', 'x']]],
  ['a Secret, whose texts nobody sees', { secret: { secretName: 'login' } }, [['password', undefined]]],
  ['several in one', { projected: { sources: [{ configMap: { name: 'conf' } }, { secret: { name: 'login' } }] } }, [['a.conf', 'x'], ['b.conf', 'y'], ['password', undefined]]],
  ['one that is not here', { projected: { sources: [{ configMap: { name: 'conf' } }, { secret: { name: 'other' } }] } }, undefined],
  ['no files', { emptyDir: {} }, undefined],
])('%s', (_, volume, files) => {
  const found = filesOfVolume(volume, 'default', inventory);

  expect(found && [...found]).toEqual(files);
});
