import { facts, set, workload } from './support';
import { emptyDirs, hostPaths, pathsOf, serversOf, usedClaims } from '../../src/describe/pod-volumes';

const first = (text: string) => {
  const all = facts(text);
  return { pods: all.references.pods.all[0], all };
};

test('claims that are made come before claims that are named', () => {
  const { pods, all } = first(set({ pod: 'volumes: [{name: x, persistentVolumeClaim: {claimName: more}}]' }));

  expect(usedClaims(pods, all)).toMatchObject([
    { names: 'data-db-0 to data-db-2', example: 'data-db-0', isOwn: true, mountPath: '/data' },
    { names: 'more', isOwn: false, claim: undefined, mountPath: '' },
  ]);
});

test('volumes by what they are', () => {
  const { pods, all } = first(workload('Deployment', {
    pod: 'volumes: [{name: a, emptyDir: {}}, {name: b, hostPath: {path: /b}}, {name: c, nfs: {server: files, path: /c}}]', container: 'volumeDevices: [{name: a, devicePath: /dev/a}]',
  }));

  expect(emptyDirs(pods.template)).toMatchObject([{ name: 'a' }]);
  expect(hostPaths(pods.template)).toMatchObject([{ name: 'b' }]);
  expect([...serversOf(pods, all).keys()]).toEqual(['files']);
  expect(pathsOf(pods.template).get('a')).toBe('/dev/a');
});
