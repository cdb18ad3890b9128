import { codeOf } from '../../src/import/code';
import { volumeProps } from '../../src/import/volume-props';

const MOUNT = { name: 'data', mountPath: '/data' };
const template = (spec: object, metadata: object = {}) => [{ metadata: { name: 'data', ...metadata }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec } }];

test.each([
  ['a claim of the default class', [], template({}), "[{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }]"],
  ['its class, modes and labels', [], template({ storageClassName: 'fast', accessModes: ['ReadWriteMany'] }, { labels: { a: 'b' } }), "storage: Storage.dynamic({ storageClassName: 'fast' }),\n  accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY],\n  claimLabels: { a: 'b' },"],
  ['an empty directory', [{ name: 'data', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } }], [], 'Storage.emptyDir({ medium: EmptyDirMedium.MEMORY })'],
  ['a claim that exists', [{ name: 'data', persistentVolumeClaim: { claimName: 'old', readOnly: true } }], [], "Storage.existingClaim('old', { readOnly: true })"],
])('%s', (_, volumes, templates, code) => {
  expect(codeOf(volumeProps({ volumeMounts: [MOUNT] }, volumes, templates, 'own'))).toContain(code);
});

test('what no prop says is left to patches', () => {
  const volumes = [{ name: 'data', configMap: { name: 'a' } }, { name: 'tmp', emptyDir: {} }];

  expect(volumeProps({ volumeMounts: [MOUNT] }, volumes, [], 'own')).toBeUndefined();
  expect(volumeProps({ volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }] }, volumes, [], 'many')).toBeUndefined();
  expect(volumeProps({ volumeMounts: [MOUNT] }, [], template({ resources: { requests: { storage: '1G' } } }), 'own')).toBeUndefined();
});

test('a second mount of a volume is a patch', () => {
  expect(volumeProps({ volumeMounts: [MOUNT, { ...MOUNT, mountPath: '/more', subPath: 'x' }] }, [], template({}), 'own')).toHaveLength(1);
});
