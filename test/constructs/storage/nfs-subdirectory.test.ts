import { Testing } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { request, testChart } from './request';
import { subdirectoryProvisioner, SubdirectoryProvisionerOptions } from '../../../src/constructs/storage/nfs-subdirectory';
import { NfsExport, NfsOnDelete } from '../../../src/constructs/storage/nfs-volumes';

const NFS: NfsExport = { name: 'nfs', namespace: 'shop', server: '192.168.1.21', path: '/nfsdata' };

function install(options: SubdirectoryProvisionerOptions = {}, nfs = NFS): any[] {
  const chart = testChart(nfs.namespace);
  subdirectoryProvisioner(options).install(chart, nfs);
  return Testing.synth(chart);
}

function classOf(manifests: any[]): any {
  return manifests.find(({ kind }) => kind === 'StorageClass');
}

function podOf(manifests: any[]): any {
  return manifests.find(({ kind }) => kind === 'Deployment').spec.template.spec;
}

describe('the class', () => {
  test('keeps all data by default, in a new directory for each volume', () => {
    const storageClass = classOf(install());

    expect(storageClass).toEqual({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'nfs.shop' },
      provisioner: 'shop.cdk8s-stateful/nfs',
      parameters: { onDelete: 'retain' },
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: false,
    });
  });

  test('archives when told so', () => {
    const storageClass = classOf(install({ onDelete: NfsOnDelete.ARCHIVE }));

    expect(storageClass.parameters).toEqual({ archiveOnDelete: 'true' });
    expect(storageClass.reclaimPolicy).toBe('Delete');
  });

  test('gives a claim that is created again its directory when a pattern says which', () => {
    const storageClass = classOf(install({ pathPattern: '${.PVC.namespace}/${.PVC.name}' }));

    expect(storageClass.parameters).toEqual({ onDelete: 'retain', pathPattern: '${.PVC.namespace}/${.PVC.name}' });
  });

  test('archives the directories that a pattern names', () => {
    const storageClass = classOf(install({ onDelete: NfsOnDelete.ARCHIVE, pathPattern: '${.PVC.annotations.path}' }));

    expect(storageClass.parameters).toEqual({ archiveOnDelete: 'true', pathPattern: '${.PVC.annotations.path}' });
  });

  test('deletes when told so', () => {
    const storageClass = classOf(install({ onDelete: NfsOnDelete.DELETE, user: 0 }));

    expect(storageClass.parameters.onDelete).toBe('delete');
    expect(storageClass.reclaimPolicy).toBe('Delete');
  });

  test('passes the mount options on', () => {
    const storageClass = classOf(install({}, { ...NFS, mountOptions: ['hard'] }));

    expect(storageClass.mountOptions).toEqual(['hard']);
  });
});

describe('the provisioner', () => {
  test('runs the released image as nobody by default', () => {
    const pod = podOf(install());

    expect(pod.containers[0].image).toBe('registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2');
    expect(pod.securityContext).toMatchObject({ runAsUser: 65534, runAsGroup: 65534, runAsNonRoot: true });
  });

  test('runs the image and the user that it is given', () => {
    const pod = podOf(install({ image: 'mirror.example.com/provisioner:v4.0.2', user: 0, group: 0 }));

    expect(pod.containers[0].image).toBe('mirror.example.com/provisioner:v4.0.2');
    expect(pod.securityContext).toMatchObject({ runAsUser: 0, runAsGroup: 0, runAsNonRoot: false });
  });

  test('announces the name that the class asks for', () => {
    const manifests = install({ provisionerName: 'fuseim.pri/ifs', storageClassName: 'managed-nfs-storage' });

    expect(podOf(manifests).containers[0].env[0]).toEqual({ name: 'PROVISIONER_NAME', value: 'fuseim.pri/ifs' });
    expect(classOf(manifests)).toMatchObject({ metadata: { name: 'managed-nfs-storage' }, provisioner: 'fuseim.pri/ifs' });
  });

  test('runs in the namespace default, and says so, where the chart has none', () => {
    const manifests = install({}, { ...NFS, namespace: undefined });

    expect(classOf(manifests).provisioner).toBe('default.cdk8s-stateful/nfs');
    expect(manifests.find(({ kind }) => kind === 'Deployment').metadata.namespace).toBe('default');
    expect(manifests.find(({ kind }) => kind === 'ClusterRoleBinding').subjects[0].namespace).toBe('default');
  });
});

describe('two installations', () => {
  test('share no name in the cluster, neither across namespaces nor in one', () => {
    const installations = [NFS, { ...NFS, namespace: 'bank' }, { ...NFS, name: 'backup' }];

    const names = installations.flatMap(nfs => install({}, nfs).map(({ kind, metadata }) => `${kind} ${metadata.namespace} ${metadata.name}`));
    const provisioners = installations.map(nfs => classOf(install({}, nfs)).provisioner);

    expect(new Set(names).size).toBe(names.length);
    expect(new Set(provisioners).size).toBe(installations.length);
  });
});

describe('the volumes', () => {
  test('are claimed by class', () => {
    const binding = subdirectoryProvisioner({}).volumes(NFS).bind(testChart(), request());

    expect(binding).toEqual({ storageClassName: 'nfs.shop' });
  });

  test('can be written from many nodes', () => {
    const volumes = subdirectoryProvisioner({}).volumes(NFS);

    const problems = volumes.problems(request({ accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY] }));

    expect(problems).toEqual([]);
  });

  test('need an export that belongs to the provisioner and turns root into nobody', () => {
    const volumes = subdirectoryProvisioner({}).volumes(NFS);

    expect(volumes.directories()).toEqual([{ path: '/nfsdata', user: 65534, group: 65534, mode: '0755' }]);
    expect(volumes.exportOptions).toEqual(['rw', 'sync', 'no_subtree_check', 'root_squash']);
  });

  test('need an export that leaves root alone if the provisioner is root', () => {
    const volumes = subdirectoryProvisioner({ user: 0 }).volumes(NFS);

    expect(volumes.exportOptions).toContain('no_root_squash');
  });
});

describe('what is refused', () => {
  test.each<[string, SubdirectoryProvisionerOptions, string]>([
    ['a pattern that names no claim', { pathPattern: 'data' }, "got 'data'; write 'pathPattern: \"${.PVC.namespace}.${.PVC.name}\"'"],
    ['a pattern without the namespace', { pathPattern: '${.PVC.name}' }, "'pathPattern' must hold '${.PVC.namespace}'"],
    ['a pattern that goes up', { pathPattern: '../${.PVC.namespace}/${.PVC.name}' }, "must not leave the export, got '../"],
    ['deleting without a user that can', { onDelete: NfsOnDelete.DELETE }, "'onDelete' is 'delete', and only root deletes what is in directories of other users: the rest would be deleted, and these stay; write 'user: 0'"],
    ['an option of a wrong type', { pathPattern: 5 } as any, "'pathPattern' must be text, got 5"],
    ['a nested pattern to delete', { pathPattern: '${.PVC.namespace}/${.PVC.name}', onDelete: NfsOnDelete.DELETE, user: 0 }, "must not hold '/' when 'onDelete' is 'delete'"],
    ['a nested pattern to archive', { pathPattern: '${.PVC.namespace}/${.PVC.name}', onDelete: NfsOnDelete.ARCHIVE }, "must not hold '/' when 'onDelete' is 'archive'"],
    ['a class name', { storageClassName: 'My NFS' }, "got 'My NFS'; write 'storageClassName: \"my-nfs\"'"],
    ['a provisioner name', { provisionerName: 'a/b/c' }, "got 'a/b/c'"],
    ['a provisioner name that no lock can have', { provisionerName: 'Example.com/my_nfs' }, "write 'provisionerName: \"example.com/my-nfs\"'"],
    ['a user', { user: -1 }, "got -1; write 'user: 65534'"],
    ['a group', { group: 1.5 }, "got 1.5; write 'group: 65534'"],
    ['an image', { image: '' }, "got ''; write 'image: \"registry.k8s.io/"],
  ])('%s', (_what, options, message) => {
    const problems = subdirectoryProvisioner(options).problems(NFS);

    expect(problems).toEqual([expect.stringContaining(message)]);
  });

  test.each<[string, SubdirectoryProvisionerOptions]>([
    ['nothing', {}],
    ['a nested pattern that is kept', { pathPattern: '${.PVC.namespace}/${.PVC.name}' }],
    ['an annotation', { pathPattern: '${.PVC.annotations.nfs.io/storage-path}' }],
  ])('but not %s', (_what, options) => {
    const problems = subdirectoryProvisioner(options).problems(NFS);

    expect(problems).toEqual([]);
  });

  test('ReadWriteOncePod, which takes a CSI driver', () => {
    const volumes = subdirectoryProvisioner({}).volumes(NFS);

    const problems = volumes.problems(request({ accessModes: [PersistentVolumeAccessMode.READ_WRITE_ONCE_POD] }));

    expect(problems).toEqual([expect.stringContaining("write 'ReadWriteOnce', or use 'NfsBackend.csiDriver()'")]);
  });
});
