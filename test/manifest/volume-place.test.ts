import { placeOfVolume } from '../../src/manifest/volume-place';

test.each([
  [{ nfs: { server: 'files', path: '/a' } }, { kind: 'NFS server', name: 'files', path: '/a' }],
  [{ hostPath: { path: '/a' } }, { kind: 'directory of the node', name: '/a', path: '' }],
  [{ local: { path: '/a' } }, { kind: 'directory of the node', name: '/a', path: '' }],
  [{ csi: { driver: 'd', volumeHandle: 'v' } }, { kind: 'volume of a driver', name: 'd', path: 'v' }],
  [{ csi: { driver: 'd' } }, undefined],
  [{ emptyDir: {} }, undefined],
])('%j', (volume, expected) => {
  expect(placeOfVolume(volume)).toEqual(expected);
});
