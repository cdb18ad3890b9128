import { commands, one, parsesInBash, planOf } from './support';
import { Manifest } from '../../../src/kubernetes/manifest';
import { claimTemplate, object, podTemplate } from '../support';

/** The same directory of a server under any name. */
const volume = (name: string, spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], storageClassName: '', nfs: { server: '10.0.0.1', path: '/pages' }, ...spec },
});
const claim = (name: string, volumeName: string) => object('v1', 'PersistentVolumeClaim', { spec: { ...claimTemplate().spec, storageClassName: '', volumeName } }, name);
const web = (claimName: string) => object('apps/v1', 'Deployment', {
  spec: { selector: { matchLabels: { app: 'db' } }, template: podTemplate({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] }) },
}, 'web');

test('a renamed volume takes over its storage and its claim while nothing uses it', () => {
  const plan = planOf([volume('a'), claim('data', 'a'), web('data')], [volume('b'), claim('data', 'b'), web('data')]);

  expect(plan).toMatchObject({ title: 'PersistentVolume a becomes b', downtime: true, changes: ['data-object-removed:a/PersistentVolume'] });
  expect(commands(plan.steps)).toEqual([
    'check PersistentVolume b',
    'patch PersistentVolume a',
    'scale Deployment web',
    'wait PersistentVolumeClaim data',
    'delete PersistentVolumeClaim data',
    'delete PersistentVolume a',
    'apply PersistentVolume b',
    'wait PersistentVolume b',
    'apply PersistentVolumeClaim data',
    'apply PersistentVolumeClaim data',
    'wait PersistentVolumeClaim data',
    'apply Deployment web',
    'wait Deployment web',
  ]);
  parsesInBash([...plan.steps, ...plan.wayBack, ...plan.afterwards]);
});

test('the way back makes the old volume again, and ends with its reclaim policy', () => {
  const { wayBack } = planOf(
    [volume('a', { persistentVolumeReclaimPolicy: 'Recycle' }), claim('data', 'a'), web('data')], [volume('b'), claim('files', 'b'), web('files')]);

  expect(commands(wayBack).filter(command => /PersistentVolume(Claim)? (a|b|data|files)$/.test(command))).toEqual([
    'wait PersistentVolumeClaim files',
    'delete PersistentVolumeClaim files',
    'delete PersistentVolumeClaim data',
    'delete PersistentVolume b',
    'delete PersistentVolume a',
    'apply PersistentVolume a',
    'wait PersistentVolume a',
    'apply PersistentVolumeClaim data',
    'apply PersistentVolumeClaim data',
    'wait PersistentVolumeClaim data',
    'patch PersistentVolume a',
  ]);
  expect(wayBack.at(-1)!.command).toContain('Recycle');
});

test('a claim of another name must not be there yet, and the volume is reserved for it', () => {
  const { steps } = planOf([volume('a'), claim('data', 'a'), web('data')], [volume('b'), claim('files', 'b'), web('files')]);
  const { command } = steps.find(({ title }) => title.startsWith('Create volume'))!;

  expect(commands(steps).slice(0, 2)).toEqual(['check PersistentVolume b', 'check PersistentVolumeClaim files']);
  expect(command).toContain('name: files');
  expect(command).toContain('persistentVolumeReclaimPolicy: Retain');
});

test('claims that a set makes are known by what the volume is reserved for', () => {
  const reserved = { claimRef: { namespace: 'data', name: 'data-db-0' } };

  const { title, steps } = planOf([volume('a', reserved), one()], [volume('b', reserved), one()]);

  expect(title).toBe('PersistentVolume a becomes b');
  expect(commands(steps)).toContain('scale StatefulSet db');
  expect(commands(steps)).toContain('apply PersistentVolumeClaim data-db-0');
});

test('volumes that one workload uses go together, and one that nothing uses has no downtime', () => {
  const other = { nfs: { server: '10.0.0.1', path: '/other' } };
  const both = (a: string, b: string) => [volume(a), claim('x', a), volume(b, other), claim('y', b), object('apps/v1', 'Deployment', {
    spec: {
      selector: { matchLabels: { app: 'db' } },
      template: podTemplate({ volumeMounts: [] }, { volumes: ['x', 'y'].map(claimName => ({ name: claimName, persistentVolumeClaim: { claimName } })) }),
    },
  }, 'web')];

  const together = planOf(both('a', 'b'), both('c', 'd'));
  const unused = planOf([volume('a'), claim('data', 'a')], [volume('b'), claim('data', 'b')]);

  expect(together.title).toBe('PersistentVolume a, b becomes c, d');
  expect(commands(together.steps).filter(command => command.startsWith('scale'))).toEqual(['scale Deployment web']);
  expect([unused.title, unused.downtime]).toEqual(['PersistentVolume a becomes b', false]);
});
