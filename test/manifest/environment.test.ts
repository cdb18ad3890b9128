import { joined } from '../../src/manifest/environment';

test('objects and provisioners add up; of the rest, the second declaration counts', () => {
  const first = { objects: [{ kind: 'Secret', name: 'a' }], provisioners: ['a'], complete: true, defaultStorageClass: true };
  const second = { objects: [{ kind: 'Secret', name: 'b' }], provisioners: ['b'], defaultStorageClass: false };

  expect(joined(first, second)).toEqual({
    objects: [{ kind: 'Secret', name: 'a' }, { kind: 'Secret', name: 'b' }],
    provisioners: ['a', 'b'],
    complete: true,
    defaultStorageClass: false,
  });
});
