import { loadAll } from 'js-yaml';
import { Manifest } from '../../src/kubernetes/manifest';
import { mismatchesOf } from '../../src/manifest/binding';
import { Claims } from '../../src/manifest/claims';
import { Inventory } from '../../src/manifest/inventory';

const claimsIn = (yaml: string) => new Claims(new Inventory(loadAll(yaml) as Manifest[]));

const SET = `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web, namespace: a}
spec:
  replicas: 3
  selector: {matchLabels: {app: web}}
  volumeClaimTemplates:
    - metadata: {name: data, labels: {tier: gold}}
      spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`;

test('a StatefulSet makes one claim per template and replica, with the labels of both', () => {
  const [claim] = claimsIn(SET).all;

  expect(claim).toMatchObject({
    path: '/spec/volumeClaimTemplates/0',
    namespace: 'a',
    title: "'data-web-0' to 'data-web-2'",
    count: 3,
    storageClass: 'fast',
    labels: { tier: 'gold', app: 'web' },
  });
});

test('a claim is found by name, written down or made', () => {
  const claims = claimsIn(`${SET}---\n{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: shared, namespace: a}, spec: {}}`);
  const [written, made] = claims.all;

  const found = ['shared', 'data-web-0', 'data-web-2', 'data-web-3', 'data-web', 'data-web-x', undefined].map(name => claims.find('a', name));

  expect(found).toEqual([written, made, made, undefined, undefined, undefined, undefined]);
  expect(claims.find('b', 'shared')).toBeUndefined();
});

test('the template of a claim is found by its name, whether its pod is there or not', () => {
  const claims = claimsIn(SET);
  const [made] = claims.all;

  const found = ['data-web-0', 'data-web-7', 'data-web-07', 'data-web', 'data-web-', 'data-db-0'].map(name => claims.findMaker('a', name));

  expect(found).toEqual([made, made, undefined, undefined, undefined, undefined]);
  expect(claims.findMaker('b', 'data-web-0')).toBeUndefined();
});

test.each([
  ['the field', '{metadata: {name: c}, spec: {storageClassName: fast}}', 'fast'],
  ['no class is a class of its own', '{metadata: {name: c}, spec: {storageClassName: ""}}', ''],
  ['the old annotation wins', '{metadata: {name: c, annotations: {volume.beta.kubernetes.io/storage-class: old}}, spec: {storageClassName: x}}', 'old'],
  ['nothing said', '{metadata: {name: c}, spec: {}}', undefined],
])('the class of a claim: %s', (_, body, expected) => {
  const claims = claimsIn(`{apiVersion: v1, kind: PersistentVolumeClaim, ${body.slice(1)}`);

  const [claim] = claims.all;

  expect(claim.storageClass).toBe(expected);
});

const FITTING = {
  storageClassName: 'fast', accessModes: ['ReadWriteOnce', 'ReadOnlyMany'], capacity: { storage: '1024Mi' },
};

test.each([
  ['fits', {}, []],
  ['is of another class', { storageClassName: '' }, ['/storageClassName']],
  ['is too small', { capacity: { storage: '1000Mi' } }, ['/resources/requests/storage']],
  ['allows other modes', { accessModes: ['ReadWriteMany'] }, ['/accessModes']],
  ['is a block device', { volumeMode: 'Block' }, ['/volumeMode']],
  ['is wrong in everything', { storageClassName: 'x', capacity: { storage: 1 }, accessModes: [], volumeMode: 'Block' },
    ['/storageClassName', '/resources/requests/storage', '/accessModes', '/volumeMode']],
])('a volume that %s', (_, change, paths) => {
  const [claim] = claimsIn(SET).all;
  const volume = { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv' }, spec: { ...FITTING, ...change } };

  const mismatches = mismatchesOf(claim, volume);

  expect(mismatches.map(({ path }) => path)).toEqual(paths);
});

test('a claim with a selector takes volumes by their labels', () => {
  const [claim] = claimsIn(`
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: c}
spec: {storageClassName: fast, selector: {matchLabels: {disk: ssd}}}
`).all;
  const volume = (disk: string) => ({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv', labels: { disk } }, spec: FITTING });

  const reasons = [volume('ssd'), volume('hdd')].map(candidate => mismatchesOf(claim, candidate).map(({ path }) => path));

  expect(reasons).toEqual([[], ['/selector']]);
});
