import { Testing } from 'cdk8s';
import { testChart } from './request';
import { addProvisioner } from '../../../src/constructs/storage/nfs-provisioner';
import { NfsExport } from '../../../src/constructs/storage/nfs-volumes';
import { restrictedViolations } from '../../support/pod-security';

function provisioner(changes: Partial<NfsExport> = {}): any[] {
  const chart = testChart('elsewhere');
  const nfs = { name: 'nfs', server: '192.168.1.21', path: '/nfsdata', ...changes };
  addProvisioner(chart, nfs, { image: 'provisioner:1', name: 'storage.example/nfs', namespace: 'storage', user: 65534, group: 65534 });
  return Testing.synth(chart);
}

function ofKind(kind: string, manifests = provisioner()): any {
  return manifests.find(manifest => manifest.kind === kind);
}

describe('the pod', () => {
  test('knows server, path and its own name', () => {
    const [container] = ofKind('Deployment').spec.template.spec.containers;

    expect(container.env).toEqual([
      { name: 'PROVISIONER_NAME', value: 'storage.example/nfs' },
      { name: 'NFS_SERVER', value: '192.168.1.21' },
      { name: 'NFS_PATH', value: '/nfsdata' },
    ]);
  });

  test('has the export where the provisioner looks for it', () => {
    const { containers: [container], volumes } = ofKind('Deployment').spec.template.spec;

    expect(container.volumeMounts).toEqual([{ name: 'export', mountPath: '/persistentvolumes' }]);
    expect(volumes).toEqual([{ name: 'export', persistentVolumeClaim: { claimName: 'nfs-provisioner' } }]);
  });

  test('satisfies Pod Security restricted', () => {
    const violations = restrictedViolations(ofKind('Deployment').spec.template);

    expect(violations).toEqual([]);
  });

  test('is never there twice', () => {
    const { replicas, strategy } = ofKind('Deployment').spec;

    expect({ replicas, strategy }).toEqual({ replicas: 1, strategy: { type: 'Recreate' } });
  });

  test('is selected by its own labels', () => {
    const { selector, template } = ofKind('Deployment').spec;

    expect(selector.matchLabels).toEqual({ 'app.kubernetes.io/name': 'nfs-subdir-external-provisioner', 'app.kubernetes.io/instance': 'nfs-provisioner' });
    expect(template.metadata.labels).toEqual(selector.matchLabels);
  });
});

describe('the export', () => {
  test('is mounted with the mount options, by a volume and a claim for each other alone', () => {
    const manifests = provisioner({ mountOptions: ['hard', 'nfsvers=4.1'] });

    expect(ofKind('PersistentVolume', manifests).spec).toMatchObject({
      nfs: { server: '192.168.1.21', path: '/nfsdata' },
      mountOptions: ['hard', 'nfsvers=4.1'],
      storageClassName: '',
      persistentVolumeReclaimPolicy: 'Retain',
      claimRef: { namespace: 'storage', name: 'nfs-provisioner' },
    });
    expect(ofKind('PersistentVolumeClaim', manifests).spec).toMatchObject({
      volumeName: 'nfs-provisioner.storage',
      storageClassName: '',
    });
  });
});

describe('the rights', () => {
  test('in the cluster are those that the provisioner uses', () => {
    const rules = ofKind('ClusterRole').rules;

    expect(rules).toEqual([
      { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: [''], resources: ['persistentvolumes'], verbs: ['get', 'list', 'watch', 'create', 'delete'] },
      { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['get', 'list', 'watch', 'update'] },
      { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: [''], resources: ['events'], verbs: ['create', 'update', 'patch'] },
    ]);
  });

  test('in its namespace are for its own leader lock', () => {
    const rules = ofKind('Role').rules;

    expect(rules).toEqual([
      { apiGroups: [''], resources: ['endpoints'], verbs: ['create'] },
      { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['create'] },
      { apiGroups: [''], resources: ['endpoints'], resourceNames: ['storage.example-nfs'], verbs: ['get', 'list', 'watch', 'update', 'patch'] },
      { apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: ['storage.example-nfs'], verbs: ['get', 'list', 'watch', 'update', 'patch'] },
    ]);
  });

  test.each(['ClusterRoleBinding', 'RoleBinding'])('of the %s go to the account of the pod, in the pod\'s namespace', kind => {
    const binding = ofKind(kind);
    const deployment = ofKind('Deployment');

    expect(binding.subjects).toEqual([{ kind: 'ServiceAccount', name: 'nfs-provisioner', namespace: 'storage' }]);
    expect(deployment.metadata.namespace).toBe('storage');
    expect(deployment.spec.template.spec.serviceAccountName).toBe(ofKind('ServiceAccount').metadata.name);
  });

  test.each([['ClusterRoleBinding', 'ClusterRole'], ['RoleBinding', 'Role']])('of the %s are those of the %s', (kind, role) => {
    const binding = ofKind(kind);

    expect(binding.roleRef).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: role, name: ofKind(role).metadata.name });
  });
});

test('every object is in the provisioner\'s namespace, or of the cluster and named after it', () => {
  const manifests = provisioner();

  const places = Object.fromEntries(manifests.map(({ kind, metadata }) => [kind, [metadata.namespace, metadata.name]]));
  expect(places).toEqual({
    ServiceAccount: ['storage', 'nfs-provisioner'],
    Role: ['storage', 'nfs-provisioner'],
    RoleBinding: ['storage', 'nfs-provisioner'],
    PersistentVolumeClaim: ['storage', 'nfs-provisioner'],
    Deployment: ['storage', 'nfs-provisioner'],
    ClusterRole: [undefined, 'nfs-provisioner.storage'],
    ClusterRoleBinding: [undefined, 'nfs-provisioner.storage'],
    PersistentVolume: [undefined, 'nfs-provisioner.storage'],
  });
});
