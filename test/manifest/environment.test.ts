import { joined } from '../../src/manifest/environment';

test('labels of nodes are unknown until somebody declares some', () => {
  expect(joined({}, {}).nodeLabels).toBeUndefined();
  expect(joined({ nodeLabels: [] }, {}).nodeLabels).toEqual([]);
  expect(joined({ nodeLabels: ['rack'] }, { nodeLabels: ['zone'] }).nodeLabels).toEqual(['rack', 'zone']);
});

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
