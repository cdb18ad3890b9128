import { podTemplateOf } from '../../src/kubernetes/workload';
import { volumeFileAt } from '../../src/manifest/volume-file';

const KEYS = { name: 'keys', secret: { secretName: 'a', items: [{ key: 'a', path: 'own', mode: 0o400 }, { key: 'b', path: 'usual' }] } };
const SCRIPTS = { name: 'scripts', configMap: { name: 'a', defaultMode: 0o755 } };

function at(path: string, ...volumeMounts: object[]) {
  const container = { name: 'a', volumeMounts };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [container], volumes: [KEYS, SCRIPTS, { name: 'empty', emptyDir: {} }] } };
  return volumeFileAt(path, container, podTemplateOf(pod)!);
}

test.each<[string, ReturnType<typeof at>, number | undefined]>([
  ['a file has the mode of its volume', at('/scripts/a.sh', { name: 'scripts', mountPath: '/scripts/' }), 0o755],
  ['or its own', at('/keys/own', { name: 'keys', mountPath: '/keys' }), 0o400],
  ['or the usual one', at('/keys/usual', { name: 'keys', mountPath: '/keys' }), 0o644],
  ['it may be mounted alone', at('/etc/key', { name: 'keys', mountPath: '/etc/key', subPath: 'own' }), 0o400],
  ['the innermost mount counts', at('/keys/deep/own', { name: 'keys', mountPath: '/keys' }, { name: 'scripts', mountPath: '/keys/deep' }), 0o755],
  ['also one without such files', at('/keys/deep/own', { name: 'keys', mountPath: '/keys' }, { name: 'empty', mountPath: '/keys/deep' }), undefined],
  ['what a variable names nobody knows', at('/keys/own', { name: 'keys', mountPath: '/keys', subPathExpr: '$(DIR)' }), undefined],
  ['a path beside it is another one', at('/keys-of-others/own', { name: 'keys', mountPath: '/keys' }), undefined],
])('%s', (_, file, mode) => {
  expect(file?.mode).toBe(mode);
});

test('it says where the mode of the volume stands', () => {
  expect(at('/keys/own', { name: 'keys', mountPath: '/keys' })!.path).toBe('/spec/volumes/0/secret/defaultMode');
});

test('it says what the volume is made of, and which files are chosen', () => {
  expect(at('/keys/own', { name: 'keys', mountPath: '/keys' })).toMatchObject({ name: 'own', source: { kind: 'Secret', name: 'a' }, files: ['own', 'usual'] });
  expect(at('/scripts/a.sh', { name: 'scripts', mountPath: '/scripts' })).toMatchObject({ name: 'a.sh', source: { kind: 'ConfigMap', name: 'a' } });
});
