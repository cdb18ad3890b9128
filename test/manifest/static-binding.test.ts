import * as fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { Manifest } from '../../src/kubernetes/manifest';
import { mismatchesOf } from '../../src/manifest/binding';
import { Claims } from '../../src/manifest/claims';
import { Inventory, referenceTo } from '../../src/manifest/inventory';
import { bindStatically } from '../../src/manifest/static-binding';

const bind = (manifests: Manifest[]) => {
  const inventory = new Inventory(manifests);
  return bindStatically(inventory, new Claims(inventory));
};
const names = (volumes: readonly Manifest[]) => volumes.map(volume => referenceTo(volume).name);
const volume = (name: string, storage: string, spec: object = {}, labels?: Record<string, string>): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name, labels },
  spec: { storageClassName: 'disks', accessModes: ['ReadWriteOnce'], capacity: { storage }, ...spec },
});
const claim = (name: string, storage: string, spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name },
  spec: { storageClassName: 'disks', accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...spec },
});

test('a claim gets the smallest volume that is large enough', () => {
  const [binding] = bind([volume('large', '10Gi'), volume('fitting', '2Gi'), volume('small', '500Mi'), claim('data', '1Gi')]);

  expect(names(binding.bound)).toEqual(['fitting']);
  expect(binding.candidates).toBe(3);
});

test('large claims choose first, so that nobody takes their volume', () => {
  const bindings = bind([volume('large', '10Gi'), volume('small', '1Gi'), claim('one', '1Gi'), claim('two', '5Gi')]);

  expect(bindings.map(binding => [referenceTo(binding.claim.from).name, names(binding.bound)])).toEqual([['two', ['large']], ['one', ['small']]]);
});

test('claims of one StatefulSet each get a volume, as many as there are', () => {
  const [set] = loadAll(`
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  replicas: 3
  volumeClaimTemplates:
    - {metadata: {name: data}, spec: {storageClassName: disks, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
`) as Manifest[];

  const [binding] = bind([set, volume('a', '1Gi'), volume('b', '2Gi'), volume('c', '1Gi', { claimRef: { namespace: 'default', name: 'data-web-0' } })]);

  expect(names(binding.reserved)).toEqual(['c']);
  expect(names(binding.bound)).toEqual(['a', 'b']);
});

test.each([
  ['of another class', volume('v', '1Gi', { storageClassName: 'other' }), 0],
  ['with other access modes', volume('v', '1Gi', { accessModes: ['ReadOnlyMany'] }), 1],
  ['that is a block device', volume('v', '1Gi', { volumeMode: 'Block' }), 1],
  ['that is too small', volume('v', '1Mi'), 1],
  ['that is reserved for another claim', volume('v', '1Gi', { claimRef: { namespace: 'default', name: 'other' } }), 0],
])('a claim gets no volume %s', (_, candidate, candidates) => {
  const [binding] = bind([candidate, claim('data', '1Gi')]);

  expect(binding.bound).toEqual([]);
  expect(binding.candidates).toBe(candidates);
  expect(binding.nearest?.mismatches.length ?? 0).toBe(candidates);
});

test('a claim with a selector gets only volumes with these labels', () => {
  const [binding] = bind([
    volume('hdd', '1Gi', {}, { disk: 'hdd' }), volume('ssd', '5Gi', {}, { disk: 'ssd' }),
    claim('data', '1Gi', { selector: { matchLabels: { disk: 'ssd' } } }),
  ]);

  expect(names(binding.bound)).toEqual(['ssd']);
});

test('a claim that names its volume does not choose, and nobody else gets that volume', () => {
  const bindings = bind([volume('a', '1Gi'), claim('data', '1Gi', { volumeName: 'a' }), claim('other', '1Gi')]);

  expect(bindings.map(({ claim: { from }, bound }) => [referenceTo(from).name, bound])).toEqual([['other', []]]);
});

test('no volume is given twice, and every volume given fits its claim', () => {
  const size = fc.constantFrom('1Gi', '2Gi', '3Gi', '5Gi');
  const modes = fc.constantFrom(['ReadWriteOnce'], ['ReadWriteMany', 'ReadWriteOnce'], ['ReadOnlyMany']);
  const storageClassName = fc.constantFrom('disks', 'other');
  const spec = fc.tuple(size, fc.record({ accessModes: modes, storageClassName }));

  fc.assert(fc.property(fc.array(spec), fc.array(spec), (volumes, claims) => {
    const bindings = bind([
      ...volumes.map(([storage, rest], i) => volume(`v${i}`, storage, rest)), ...claims.map(([storage, rest], i) => claim(`c${i}`, storage, rest)),
    ]);

    const given = bindings.flatMap(({ bound }) => names(bound));
    expect(new Set(given).size).toBe(given.length);
    expect(bindings.flatMap(binding => binding.bound.flatMap(candidate => mismatchesOf(binding.claim, candidate)))).toEqual([]);
    expect(bindings).toHaveLength(claims.length);
  }));
});
