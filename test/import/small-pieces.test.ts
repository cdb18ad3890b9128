import { imported, problemsOf } from './support';

const classOf = (fields: object) => JSON.stringify({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'shared' }, provisioner: 'nfs.csi.k8s.io', ...fields });
const SERVER = { server: '192.168.1.21', share: '/nfsdata' };

test('a class of the NFS driver is an NfsStorage, with its server, path and options', () => {
  const { text, comparison, made } = imported(classOf({
    parameters: { ...SERVER, subDir: '${pvc.metadata.namespace}.${pvc.metadata.name}', onDelete: 'retain' }, reclaimPolicy: 'Retain', allowVolumeExpansion: true, mountOptions: ['hard'],
  }));

  expect(text).toContain("server: '192.168.1.21'");
  expect(text).toContain("path: '/nfsdata'");
  expect(text).toContain("mountOptions: ['hard']");
  expect(text).toContain('NfsBackend.csiDriver({');
  expect(text).not.toContain('JsonPatch');
  expect(comparison.changes).toEqual([]);
  expect([...made]).toEqual([['NfsStorage', 1]]);
  expect(problemsOf(text)).toEqual([]);
});

test('what the driver does by itself stays unsaid, for the parameters of a class cannot change', () => {
  const { text, comparison } = imported(classOf({ parameters: SERVER, reclaimPolicy: 'Delete' }));

  expect(text).toContain('onDelete: NfsOnDelete.DELETE');
  expect(text).toContain("JsonPatch.remove('/parameters/onDelete')");
  expect(comparison.changes).toEqual([]);
});

test.each([
  ['another driver', { provisioner: 'ebs.csi.aws.com', parameters: SERVER }],
  ['no server', { parameters: { share: '/nfsdata' } }],
  ['a directory that claims share', { parameters: { ...SERVER, subDir: 'all' } }],
])('a class of %s stays an ApiObject', (_, fields) => {
  const { made, comparison } = imported(classOf(fields));

  expect([...made]).toEqual([['ApiObject', 1]]);
  expect(comparison.changes).toEqual([]);
});

test('a headless Service that a construct would change has the name of its object in the code', () => {
  const { text } = imported(JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { clusterIP: 'None', selector: { app: 'web' }, externalName: 'x' } }));

  expect(text).toContain("new ApiObject(chart, 'web', {");
});
