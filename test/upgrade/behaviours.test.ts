import { setYaml, told, upgraded } from './support';
import { BEHAVIOURS } from '../../src/upgrade/behaviours';
import { OBEYED_FIELDS, effectOfField } from '../../src/upgrade/obeyed-fields';

const volume = (policy: string) => `apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: v}\nspec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], ${policy} nfs: {server: 10.0.0.1, path: /a}}\n`;
const storageClass = (fields: string) => `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: fast}\n${fields}\n`;
const role = (verbs: string, resources = 'pods/exec') => `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a}\nrules: [{apiGroups: [""], resources: [${resources}], verbs: [${verbs}]}]\n`;
const sharing = (name: string, context: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {securityContext: {${context}}, containers: [{name: a, image: "a:1"}], volumes: [{name: d, persistentVolumeClaim: {claimName: data}}]}\n`;
const behaviours = (yaml: string, from: string, to: string) => told(yaml, from, to).filter(text => BEHAVIOURS.some(({ id }) => text.startsWith(id)));

test.each([
  ['a volume with Delete', volume('persistentVolumeReclaimPolicy: Delete,'), ['volume-reclaimed /spec/persistentVolumeReclaimPolicy 1.31']],
  ['a volume that is kept', volume('persistentVolumeReclaimPolicy: Retain,'), []],
  ['a class that says nothing, which means Delete', storageClass('provisioner: a.b/c'), ['volume-reclaimed  1.31']],
  ['a class that keeps', storageClass('provisioner: a.b/c\nreclaimPolicy: Retain'), []],
  ['a class of volumes that nobody provisions', storageClass('provisioner: kubernetes.io/no-provisioner'), []],
])('the storage of %s, from 1.31 on', (_, yaml, expected) => {
  expect(behaviours(yaml, '1.30', '1.32')).toEqual(expected);
  expect(behaviours(yaml, '1.31', '1.32')).toEqual([]);
});

test('sets restart by two patches of 1.34', () => {
  expect(behaviours(setYaml(), '1.33', '1.34.1')).toEqual(['sets-restart  1.34.1']);
  expect(behaviours(setYaml(), '1.33', '1.34.2')).toEqual([]);
  expect(behaviours(setYaml(), '1.34', '1.36')).toEqual([]);
  expect(behaviours(setYaml('updateStrategy: {type: OnDelete}'), '1.33', '1.34.1')).toEqual([]);
});

test('an upgrade that passes 1.34 is told once which patches to go around', () => {
  const [finding, ...others] = upgraded([setYaml(), setYaml().replace('name: db,', 'name: other,')].join('---\n'), '1.33', '1.36');

  expect(finding).toMatchObject({ rule: 'sets-restart', severity: 'info', since: '1.34.0', message: expect.stringContaining('(and 1 more like it)') });
  expect(others).toEqual([]);
});

test.each([
  ['in parallel, with a time', 'podManagementPolicy: Parallel, minReadySeconds: 30', ['rollout-waits /spec/minReadySeconds 1.34.2']],
  ['in order', 'minReadySeconds: 30', []],
  ['in parallel, without a time', 'podManagementPolicy: Parallel', []],
])('updates of pods that start %s', (_, fields, expected) => {
  const yaml = setYaml(fields.replace(', ', '\n  '));

  expect(behaviours(yaml, '1.33.5', '1.34.2')).toEqual(expected);
});

describe('an image that others pull with a Secret, from 1.35 on', () => {
  const image = (name: string, fields: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {${fields} containers: [{name: a, image: "shop/a:1"}]}\n`;
  const SECRET = 'imagePullSecrets: [{name: s}],';

  test.each([
    ['without one', [image('a', SECRET), image('b', '')], ['image-credentials /spec/containers/0/image 1.35']],
    ['with one, too', [image('a', SECRET), image('b', SECRET)], []],
    ['that nobody pulls with one', [image('a', ''), image('b', '')], []],
  ])('%s', (_, pods, expected) => {
    expect(behaviours(pods.join('---\n'), '1.34', '1.35')).toEqual(expected);
  });
});

test.each([
  ['a PersistentVolume', 'apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: v}\nspec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], portworxVolume: {volumeID: a}}\n', ['driver-needed /spec/portworxVolume 1.31']],
  ['a pod', 'apiVersion: v1\nkind: Pod\nmetadata: {name: v}\nspec: {volumes: [{name: a, portworxVolume: {volumeID: a}}], containers: [{name: a, image: "a:1"}]}\n', ['driver-needed /spec/volumes/0/portworxVolume 1.31']],
  ['another volume', volume(''), []],
])('Portworx in %s needs its driver from 1.31 on', (_, yaml, expected) => {
  expect(behaviours(yaml, '1.30', '1.31')).toEqual(expected);
});

test.each([
  ['get alone', role('get'), ['exec-needs-create /rules/0/verbs 1.35']],
  ['get and create', role('get, create'), []],
  ['everything', role('"*"'), []],
  ['get on pods', role('get', 'pods'), []],
])('exec granted by %s', (_, yaml, expected) => {
  expect(behaviours(yaml, '1.34', '1.36')).toEqual(expected);
});

describe('SELinux, from 1.37 on', () => {
  const LEVEL = 'seLinuxOptions: {level: "s0:c1"}';

  test.each([
    ['other labels on one claim', [sharing('a', LEVEL), sharing('b', 'seLinuxOptions: {level: "s0:c2"}')], 2],
    ['the same labels', [sharing('a', LEVEL), sharing('b', LEVEL)], 0],
    ['no labels', [sharing('a', ''), sharing('b', '')], 0],
    ['one pod that relabels as before', [sharing('a', LEVEL), sharing('b', 'seLinuxChangePolicy: Recursive')], 1],
  ])('%s', (_, pods, count) => {
    expect(behaviours(pods.join('---\n'), '1.36', '1.37').filter(text => text.startsWith('selinux-mount /spec/volumes/0'))).toHaveLength(count);
  });

  test('names the claim and the others that mount it', () => {
    const [finding] = upgraded([sharing('a', LEVEL), sharing('b', '')].join('---\n'), '1.36', '1.37');

    expect(finding.message).toMatch(/^Pod 'a' shares claim 'data' with Pod 'b', under other SELinux labels/);
  });
});

test('every field in the table has an effect of its own', () => {
  expect(new Set(OBEYED_FIELDS.map(({ does }) => does)).size).toBe(OBEYED_FIELDS.length);
  expect(effectOfField('/spec/template/spec/initContainers/0/restartPolicy')).toContain('sidecar');
  expect(effectOfField('/spec/unheard')).toBe('it takes effect as it is written');
});
