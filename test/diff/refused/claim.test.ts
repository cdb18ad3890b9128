import { Manifest } from '../../../src/kubernetes/manifest';
import { refusals } from '../support';

type Fields = Record<string, any>;

const ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

function claim(spec: Fields = {}, annotations?: Fields): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'it', namespace: 'data', ...annotations && { annotations } },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
  };
}

const byAnnotation = claim({}, { [ANNOTATION]: 'fast' });

describe('the class of a claim', () => {
  test.each([
    ['from the old annotation into the field', byAnnotation, claim({ storageClassName: 'fast' })],
    ['from the old annotation into the field, with the annotation kept', byAnnotation, claim({ storageClassName: 'fast' }, { [ANNOTATION]: 'fast' })],
    ['from nothing to a class', claim(), claim({ storageClassName: 'fast' })],
  ])('goes %s', (_, before, after) => {
    expect(refusals(before, after)).toEqual([]);
  });

  test.each([
    ['from the old annotation to another class', byAnnotation, claim({ storageClassName: 'slow' })],
    ['from one annotation to another', byAnnotation, claim({}, { [ANNOTATION]: 'slow' })],
    ['from one class to another', claim({ storageClassName: 'fast' }), claim({ storageClassName: 'slow' })],
    ['from a class to nothing', claim({ storageClassName: 'fast' }), claim()],
  ])('does not go %s', (_, before, after) => {
    expect(refusals(before, after).map(([rule]) => rule)).toContain('claim-immutable');
  });
});

describe('other fields of a claim', () => {
  test.each([
    ['limits', { resources: { requests: { storage: '1Gi' }, limits: { storage: '2Gi' } } }],
    ['volumeMode', { volumeMode: 'Block' }],
    ['selector', { selector: { matchLabels: { a: 'b' } } }],
    ['dataSource', { dataSource: { kind: 'PersistentVolumeClaim', name: 'a' } }],
  ])('%s is fixed', (_, spec) => {
    expect(refusals(claim(), claim(spec)).map(([rule]) => rule)).toContain('claim-immutable');
  });

  test('a volume is named once, and mount options in an annotation are nobody\'s business', () => {
    expect(refusals(claim(), claim({ volumeName: 'a' }, { 'volume.beta.kubernetes.io/mount-options': 'ro' }))).toEqual([]);
    expect(refusals(claim({ volumeName: 'a' }), claim({ volumeName: 'b' }))).toHaveLength(1);
  });
});

describe('growth', () => {
  const storageClass = (allowVolumeExpansion: boolean): Manifest => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'a/b', allowVolumeExpansion });
  const larger = { resources: { requests: { storage: '2Gi' } } };
  const bound = (object: Manifest) => ({ ...object, status: { phase: 'Bound' } });

  test('the old annotation names the class that is asked', () => {
    const grown = claim(larger, { [ANNOTATION]: 'fast' });

    expect(refusals(byAnnotation, grown, [storageClass(true)])).toEqual([]);
    expect(refusals(byAnnotation, grown, [storageClass(false)]).map(([rule]) => rule)).toContain('claim-size');
  });

  test('a bound claim without a class never grows; of a claim that is not known to be bound the class is not known', () => {
    expect(refusals(bound(claim()), claim(larger)).map(([rule]) => rule)).toContain('claim-size');
    expect(refusals(claim(), claim(larger))).toEqual([]);
  });
});

describe('a request that is lowered', () => {
  const sized = (storage: string) => claim({ resources: { requests: { storage } } });
  const having = (storage: string, phase = 'Bound') => ({ ...sized('4Gi'), status: { phase, capacity: { storage } } });
  const refused = (before: Manifest, after: Manifest, version = '1.32') => refusals(before, after, [], version).map(([rule]) => rule);

  test('is taken if the driver could not fulfil the old one, from 1.32 on', () => {
    expect(refused(having('2Gi'), sized('3Gi'))).toEqual([]);
    expect(refused(having('2Gi'), sized('3Gi'), '1.31')).toEqual(['claim-size']);
  });

  test.each([
    ['to what the volume has', having('2Gi'), sized('2Gi')],
    ['below what the volume has', having('2Gi'), sized('1Gi')],
    ['of a claim whose status nobody knows', sized('4Gi'), sized('3Gi')],
    ['of a claim that is lost', having('2Gi', 'Lost'), sized('3Gi')],
  ])('is refused %s', (_, before, after) => {
    expect(refused(before, after)).toEqual(['claim-size']);
  });
});

describe('the class of volume attributes', () => {
  const attributed = (volumeAttributesClassName?: string) => claim({ volumeAttributesClassName });
  const withStatus = (status: Fields, of = attributed('gold')) => ({ ...of, status });
  const refused = (before: Manifest, after: Manifest, version = '1.34') => refusals(before, after, [], version);

  test('changes while the claim is bound, from 1.34 on; before, the field is dropped', () => {
    expect(refused(attributed('gold'), attributed('silver'))).toEqual([]);
    expect(refused(attributed('gold'), attributed('silver'), '1.33')).toEqual([]);
  });

  test.each([
    ['of a claim that waits for its volume', withStatus({ phase: 'Pending' }), attributed('silver')],
    ['back to none, once the volume has it', withStatus({ phase: 'Bound', currentVolumeAttributesClassName: 'gold' }), attributed()],
    ['to an empty name, once the volume has it', withStatus({ phase: 'Bound', currentVolumeAttributesClassName: 'gold' }), attributed('')],
    ['back to none, where nobody knows what the volume has', attributed('gold'), attributed()],
  ])('does not change %s', (_, before, after) => {
    expect(refused(before, after)).toEqual([['claim-immutable', '/spec/volumeAttributesClassName']]);
  });

  test('is taken back before the volume has it', () => {
    expect(refused(withStatus({ phase: 'Bound' }), attributed())).toEqual([]);
  });
});

test('the source of a claim stays where apply takes away one of its two names', () => {
  const source = { apiGroup: 'example.com', kind: 'Backup', name: 'monday' };

  expect(refusals(claim({ dataSourceRef: source }), claim())).toEqual([]);
});

test('resource claims are dropped without a word, before they are no field any more', () => {
  const after = claim({ resources: { requests: { storage: '1Gi' }, claims: [{ name: 'a' }] } });

  expect(refusals(claim(), after, [], '1.28')).toEqual([]);
  expect(refusals(claim(), after, [], '1.29')).not.toEqual([]);
});

test('a bound claim has a volume already, also where the manifest does not name it', () => {
  const named = claim({ volumeName: 'other' });

  expect(refusals(claim(), named)).toEqual([]);
  expect(refusals({ ...claim(), status: { phase: 'Bound' } }, named).map(([rule]) => rule)).toContain('claim-immutable');
});
