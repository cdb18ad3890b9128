import { ApiObject, JsonPatch, Testing } from 'cdk8s';
import { PersistentVolumeAccessMode, PersistentVolumeReclaimPolicy } from 'cdk8s-plus-27';
import { request, testChart } from './request';
import { StorageClass, VolumeBindingMode } from '../../../src/constructs/storage/storage-class';
import { built } from '../../support/synth';

describe('the manifest of a class', () => {
  test('retains volumes and waits for the first consumer by default', () => {
    const chart = testChart('shop');

    new StorageClass(chart, 'fast', { provisioner: 'ebs.csi.aws.com' });

    expect(Testing.synth(chart)).toEqual([{
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast' },
      provisioner: 'ebs.csi.aws.com',
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: false,
    }]);
  });

  test('says what the props say', () => {
    const chart = testChart();

    new StorageClass(chart, 'fast', {
      name: 'very.fast',
      provisioner: 'ebs.csi.aws.com',
      parameters: { type: 'io2' },
      reclaimPolicy: PersistentVolumeReclaimPolicy.DELETE,
      volumeBindingMode: VolumeBindingMode.IMMEDIATE,
      allowVolumeExpansion: true,
      mountOptions: ['noatime'],
    });

    expect(Testing.synth(chart)[0]).toMatchObject({
      metadata: { name: 'very.fast' },
      parameters: { type: 'io2' },
      reclaimPolicy: 'Delete',
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: true,
      mountOptions: ['noatime'],
    });
  });

  test('can be patched, and still has no namespace', () => {
    const chart = testChart('shop');
    const storageClass = new StorageClass(chart, 'fast', { provisioner: 'ebs.csi.aws.com' });

    ApiObject.of(storageClass).addJsonPatch(JsonPatch.add('/metadata/annotations', { 'storageclass.kubernetes.io/is-default-class': 'true' }));

    expect(Testing.synth(chart)[0].metadata).toEqual({
      name: 'fast',
      annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
    });
  });
});

describe('the storage of a class', () => {
  test('names the class in the claim', () => {
    const storageClass = new StorageClass(testChart(), 'fast', { provisioner: 'ebs.csi.aws.com' });

    const binding = storageClass.storage.bind(testChart(), request());

    expect(binding).toEqual({ storageClassName: 'fast' });
  });

  test('cannot be written from many nodes where the driver makes disks', () => {
    const storageClass = new StorageClass(testChart(), 'fast', { provisioner: 'ebs.csi.aws.com' });

    const problems = storageClass.storage.problems(request({ accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY] }));

    expect(problems).toEqual([expect.stringContaining("must not hold ReadWriteMany, for 'ebs.csi.aws.com' makes disks")]);
  });

  test('leaves the access modes of other drivers to the driver', () => {
    const storageClass = new StorageClass(testChart(), 'shared', { provisioner: 'efs.csi.aws.com' });

    const problems = storageClass.storage.problems(request({ accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY] }));

    expect(problems).toEqual([]);
  });
});

describe('a wrong class', () => {
  test('fails synthesis with all its problems and writes nothing', () => {
    const chart = testChart();

    const storageClass = new StorageClass(chart, 'Fast', { provisioner: 'my/own/driver', mountOptions: ['hard,nolock'] });

    expect(built(storageClass)).toEqual([]);
    expect(storageClass.node.validate()).toEqual([
      expect.stringMatching(/^'name' must be .* got 'Fast'; write 'name: "fast"'$/),
      expect.stringContaining("got 'my/own/driver'"),
      expect.stringContaining("got 'hard,nolock'; write 'mountOptions: [\"hard\", \"nolock\"]'"),
    ]);
    expect(storageClass.storage).toBeDefined();
  });
});
