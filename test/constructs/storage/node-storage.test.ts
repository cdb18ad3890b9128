import { Testing } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { request, testChart } from './request';
import { NodeStorage, NodeStorageProps } from '../../../src/constructs/storage/node-storage';
import { NodeVolume } from '../../../src/constructs/storage/node-volume';
import { built } from '../../support/synth';

const PROPS: NodeStorageProps = { nodes: ['node-a', 'node-b'], path: '/disks' };

function volumesFor(props: Partial<NodeStorageProps> = {}, claimNames = ['data-web-0', 'data-web-1']): any[] {
  const chart = testChart('shop');
  const storage = new NodeStorage(chart, 'disks', { ...PROPS, ...props });
  storage.storage.bind(storage, request({ claimNames }));
  return Testing.synth(chart).filter(({ kind }: any) => kind === 'PersistentVolume');
}

describe('the class of a node storage', () => {
  test('provisions nothing and waits for the pod', () => {
    const chart = testChart('shop');

    new NodeStorage(chart, 'disks', PROPS);

    expect(Testing.synth(chart)).toEqual([{
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'disks.shop' },
      provisioner: 'kubernetes.io/no-provisioner',
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: false,
    }]);
  });

  test('has the id alone for a name where there is no namespace, or the name that is given', () => {
    const storage = new NodeStorage(testChart(), 'disks', PROPS);
    const named = new NodeStorage(testChart(), 'disks', { ...PROPS, storageClassName: 'ssd' });

    expect(storage.storageClassName).toBe('disks');
    expect(named.storageClassName).toBe('ssd');
  });
});

describe('the volumes of a node storage', () => {
  test('are each on the node of their ordinal, and local by default', () => {
    const volumes = volumesFor();

    const places = volumes.map(({ spec }) => [spec.claimRef.name, spec.nodeAffinity.required.nodeSelectorTerms, spec.local]);
    expect(places).toEqual([
      ['data-web-0', [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-a'] }] }], { path: '/disks/shop.data-web-0' }],
      ['data-web-1', [{ matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: ['node-b'] }] }], { path: '/disks/shop.data-web-1' }],
    ]);
  });

  test('can be host paths', () => {
    const [volume] = volumesFor({ volume: NodeVolume.hostPath() });

    expect(volume.spec.hostPath).toEqual({ path: '/disks/shop.data-web-0', type: 'Directory' });
    expect(volume.spec.local).toBeUndefined();
  });

  test('are retained and have the class', () => {
    const [volume] = volumesFor();

    expect(volume.spec).toMatchObject({ persistentVolumeReclaimPolicy: 'Retain', storageClassName: 'disks.shop' });
  });

  test('stay in the manifests when replicas are taken away', () => {
    expect(volumesFor({}, [])).toEqual(volumesFor());
  });

  test('are one where all pods share it', () => {
    const volumes = volumesFor({}, ['web-data']);

    expect(volumes.map(({ spec }) => spec.claimRef.name)).toEqual(['web-data']);
  });

  test('are found by claims that accept no other volume', () => {
    const storage = new NodeStorage(testChart('shop'), 'disks', PROPS);

    const binding = storage.storage.bind(storage, request());

    expect(binding.storageClassName).toBe('disks.shop');
    expect(volumesFor()[0].metadata.labels).toMatchObject(binding.matchLabels!);
  });

  test('need directories on their nodes, with the owner that the app needs', () => {
    const storage = new NodeStorage(testChart('shop'), 'disks', PROPS);
    storage.storage.bind(storage, request());

    const commands = storage.directoryCommands('node-b');

    expect(commands).toEqual(['install -d -o 1000 -g 2000 -m 0770 /disks/shop.data-web-1']);
    expect(storage.directories().map(({ node }) => node)).toEqual(['node-a', 'node-b']);
  });
});

describe('what a node storage refuses', () => {
  const storage = new NodeStorage(testChart('shop'), 'disks', PROPS).storage;

  test('nothing in a plain request', () => {
    expect(storage.problems(request())).toEqual([]);
  });

  test('more replicas than nodes', () => {
    const problems = storage.problems(request({ claimNames: ['data-web-0', 'data-web-1', 'data-web-2'] }));

    expect(problems).toEqual(["3 replicas need 3 nodes, one for each volume, got 2 ('node-a', 'node-b'); add nodes to 'nodes' or write 'replicas: 2'"]);
  });

  test.each([PersistentVolumeAccessMode.READ_WRITE_MANY, PersistentVolumeAccessMode.READ_ONLY_MANY])('%s', mode => {
    const problems = storage.problems(request({ accessModes: [mode] }));

    expect(problems).toEqual([expect.stringContaining("for a disk belongs to one node, got '")]);
  });

  test('an app whose namespace is not known', () => {
    const problems = storage.problems(request({ namespace: undefined }));

    expect(problems).toEqual([expect.stringContaining('reserved for claims of one namespace')]);
  });

  test('wrong props, all of them at synthesis', () => {
    const wrong = new NodeStorage(testChart('shop'), 'Disks', { nodes: ['Node A', 'b', 'b'], path: 'disks' });

    expect(wrong.node.validate()).toEqual([
      expect.stringContaining("got 'Node A'; write '\"node-a\"'"),
      expect.stringContaining("'path' must be an absolute path without `..`, got 'disks'; write 'path: \"/disks\"'"),
      expect.stringContaining("'storageClassName' must be"),
      "'nodes' must name each node once, got 'b' again; write another node",
    ]);
    expect(built(wrong)).toEqual([]);
  });

  test('no nodes at all', () => {
    const wrong = new NodeStorage(testChart('shop'), 'disks', { nodes: [], path: '/disks' });

    expect(wrong.node.validate()).toEqual([expect.stringContaining("'nodes' must name at least one node, got an empty list")]);
  });
});
