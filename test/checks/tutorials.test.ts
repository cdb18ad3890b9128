import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkDocuments } from '../../src/checks/run';
import { readDocuments } from '../../src/manifest/read/read';
import { needs } from '../support/needs';

// The mistakes that published tutorials ask their readers to copy, each with the checks that must name it.
// E4 (claim templates added to a StatefulSet) and E6 (provisioner of a StorageClass changed) are updates:
// no single set of manifests shows them, the tests of src/diff do.

const findingsOf = (...texts: string[]) => checkDocuments(texts.flatMap((text, i) => readDocuments(text, `${i}.yaml`)));
const idsOf = (...texts: string[]) => findingsOf(...texts).map(({ rule }) => rule);

const set = (spec: string, pod = '{containers: [{name: main, image: "httpd:2.4.62"}]}') => `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web}}, spec: ${pod}}
  ${spec}
`;
const service = (spec: string) => `
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}], ${spec}}
`;
const provisioner = (name: string, account = 'serviceAccountName: nfs') => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: nfs}
spec:
  selector: {matchLabels: {app: nfs}}
  template:
    metadata: {labels: {app: nfs}}
    spec:
      ${account}
      containers: [{name: nfs, image: "nfs-subdir-external-provisioner:v4.0.2", env: [{name: PROVISIONER_NAME, value: ${name}}]}]
`;
const storageClass = (provisionerName: string) => `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: nfs}
provisioner: ${provisionerName}
`;
const claim = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {storageClassName: nfs, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`;
const account = (namespace: string) => `
apiVersion: v1
kind: ServiceAccount
metadata: {name: nfs, namespace: ${namespace}}
`;
const binding = (namespace: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: run-nfs}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: nfs}
subjects: [{kind: ServiceAccount, name: nfs, namespace: ${namespace}}]
`;
const role = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: nfs}
rules:
  - {apiGroups: [""], resources: [persistentvolumes], verbs: [get, list, watch, create, delete]}
  - {apiGroups: [""], resources: [persistentvolumeclaims], verbs: [get, list, watch, update]}
  - {apiGroups: [storage.k8s.io], resources: [storageclasses], verbs: [get, list, watch]}
  - {apiGroups: [""], resources: [events], verbs: [create, update, patch]}
  - {apiGroups: [""], resources: [endpoints], verbs: [get, list, watch, create, update, patch]}
  - {apiGroups: [extensions], resources: [podsecuritypolicies], verbs: [use]}
`;
const petSet = `
apiVersion: apps/v1alpha1
kind: PetSet
metadata: {name: web}
spec:
  serviceName: web
  template: {metadata: {annotations: {pod.alpha.kubernetes.io/initialized: "true"}}, spec: {containers: [{name: main, image: "httpd:2.4.62"}]}}
  volumeClaimTemplates: [{metadata: {name: data, annotations: {volume.alpha.kubernetes.io/storage-class: anything}}, spec: {}}]
`;
const volume = (spec: string) => `
apiVersion: v1
kind: PersistentVolume
metadata: {name: disk-1}
spec: {capacity: {storage: 1Gi}, ${spec}}
`;
const joined = (...texts: string[]) => texts.join('---');

test.each<[string, string, string[], string]>([
  ['E1', 'two manifests in one document', ['incomplete-document'], account('a') + account('b')],
  ['E3', 'an API version that is gone', ['removed-api'], provisioner('nfs').replace('apps/v1', 'extensions/v1beta1')],
  ['E7', 'a text that is no YAML', ['syntax'], 'kind: StatefulSet\nspec:\n  updateStrategy <Object>\n    partition: 0\n'],
  ['E8', 'a fragment without apiVersion and kind', ['not-a-manifest'], 'nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {}}\n'],
  ['P1', 'a PetSet with alpha annotations', ['removed-api', 'deprecated-annotation'], petSet],
  ['P1', 'unready endpoints by an alpha annotation', ['deprecated-annotation'],
    service('clusterIP: None').replace('{name: web}', '{name: web, annotations: {service.alpha.kubernetes.io/tolerate-unready-endpoints: "true"}}')],
  ['S1', 'no --- between Service and StatefulSet', ['incomplete-document'], service('clusterIP: None') + set('serviceName: web')],
  ['S2', 'a governing Service that is not headless', ['headless-service'], joined(service(''), set('serviceName: web'))],
  ['S3', 'a governing Service that does not exist', ['governing-service'], set('serviceName: web')],
  ['S3', 'no governing Service', ['governing-service'], set('replicas: 1')],
  ['S4', 'a namespace on a cluster-scoped kind', ['namespace-on-cluster-scoped-kind'],
    storageClass('kubernetes.io/no-provisioner').replace('{name: nfs}', '{name: nfs, namespace: data}')],
  ['S5', 'a subject in another namespace than its account', ['binding-subject'], joined(account('data'), role, binding('default'))],
  ['S5', 'a subject that does not exist', ['binding-subject'], joined(role, binding('data'))],
  ['S6', 'two installations with one cluster-wide name', ['cluster-wide-name'], joined(binding('a'), binding('b'))],
  ['S7', 'a class of another name than the provisioner announces', ['provisioner-name'],
    joined(account('default'), provisioner('nfs'), storageClass('other'))],
  ['S8', 'claims of a class that nothing provisions', ['missing-provisioner'], joined(storageClass('nfs'), claim)],
  ['S8', 'claims of a class that does not exist', ['missing-storage-class'], claim],
  ['S9', 'the class in an annotation', ['deprecated-annotation'],
    claim.replace('{name: data}', '{name: data, annotations: {volume.beta.kubernetes.io/storage-class: nfs}}').replace('storageClassName: nfs, ', '')],
  ['S10', 'serviceAccount instead of serviceAccountName', ['deprecated-field'], provisioner('nfs', 'serviceAccount: nfs')],
  ['S11', 'rights on what is gone, and none on nodes', ['removed-rbac-resource', 'provisioner-rights'],
    joined(account('default'), role, binding('default'), provisioner('nfs'))],
  ['S12', 'static volumes and claims without a class', ['static-volume-class'],
    joined(volume('accessModes: [ReadWriteOnce], nfs: {server: 192.168.1.21, path: /data}'), claim.replace('storageClassName: nfs, ', ''))],
  ['S13', 'a strategy that does not exist', ['schema-enum'], set('updateStrategy: {type: Rollingupdate}')],
  ['S14', 'hostPath volumes for any node, shared, and deleted', ['host-path-node-affinity', 'host-path-access-modes', 'host-path-reclaim'],
    volume('accessModes: [ReadWriteOnce, ReadWriteMany], persistentVolumeReclaimPolicy: Delete, storageClassName: disks, hostPath: {path: /data}')],
  ['S15', 'the deprecated master taint, and a directory of Docker', ['deprecated-master-taint', 'docker-only-directory'],
    set('serviceName: web', '{tolerations: [{key: node-role.kubernetes.io/master, effect: NoSchedule}], '
      + 'containers: [{name: main, image: "httpd:2.4.62"}], volumes: [{name: logs, hostPath: {path: /var/lib/docker/containers}}]}')],
  ['S16', 'images without a tag', ['image-tag'], set('serviceName: web', '{containers: [{name: main, image: httpd}]}')],
  ['S16', 'images with the tag latest', ['image-tag'], set('serviceName: web', '{containers: [{name: main, image: "httpd:latest"}]}')],
])('%s, %s, is found by name', (_mistake, _description, expected, yaml) => {
  const ids = idsOf(yaml);

  expect(ids).toEqual(expect.arrayContaining(expected));
});

test('interchangeable volumes (S14) are told at the StatefulSet that claims them', () => {
  const volumes = ['disk-1', 'disk-2'].map(name =>
    volume('accessModes: [ReadWriteOnce], storageClassName: disks, hostPath: {path: /data}').replace('disk-1', name));
  const claiming = set('replicas: 2\n  volumeClaimTemplates: [{metadata: {name: data}, '
    + 'spec: {storageClassName: disks, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]');

  const ids = idsOf(joined(...volumes, claiming));

  expect(ids).toContain('interchangeable-volumes');
});

const TUTORIALS = resolve(__dirname, '../../../shared/tutorials');

describe('the tutorials as their pages print them', () => {
  needs(existsSync(TUTORIALS), 'no ../shared/tutorials').test.each<[string, string[], string[]]>([
    ['E1', ['000-b1-rbac-rolebind'], ['incomplete-document']],
    ['E3', ['000-b2-nfs-deployment'], ['removed-api', 'schema-required']],
    ['E3', ['000-c2-nfs-deployment'], ['removed-api', 'schema-required']],
    ['E7', ['001-a0-skeleton'], ['syntax']],
    ['E8', ['003-c2-nodeaffinity-fragment'], ['not-a-manifest']],
    ['P1', ['002-a1-petset'], ['removed-api', 'deprecated-annotation']],
    ['P1', ['002-b1-redis-service'], ['deprecated-annotation']],
    ['P1', ['002-b2-redis-petset'], ['removed-api', 'deprecated-annotation']],
    ['S1', ['000-c4-statefulset'], ['incomplete-document']],
    ['S4', ['000-c1-rbac-rolebind', '000-c3-test-storageclass'], ['namespace-on-cluster-scoped-kind']],
    ['S6', ['000-b1-rbac-rolebind', '000-c1-rbac-rolebind'], ['cluster-wide-name']],
    ['S8', ['000-b3-test-storageclass', '000-b4-statefulset'], ['missing-provisioner']],
    ['S9', ['000-b4-statefulset'], ['deprecated-annotation']],
    ['S10', ['000-b2-nfs-deployment'], ['deprecated-field']],
    ['S11', ['000-c1-rbac-rolebind', '000-c2-nfs-deployment'], ['removed-rbac-resource', 'provisioner-rights']],
    ['S12', ['001-b1-statefulset-pv', '001-b2-statefulset-service'], ['static-volume-class']],
    ['S14', ['003-b1-pv', '003-b2-statefulset'],
      ['host-path-node-affinity', 'host-path-access-modes', 'host-path-reclaim', 'interchangeable-volumes']],
    ['S15', ['003-c1-daemonset'], ['deprecated-master-taint', 'docker-only-directory']],
    ['S16', ['000-a1-statefulset'], ['image-tag']],
    ['S16', ['003-a1-deployment'], ['image-tag']],
  ])('%s in %s', (_, files, expected) => {
    const texts = files.map(file => readFileSync(resolve(TUTORIALS, `${file}.yaml`), 'utf8'));

    const ids = idsOf(...texts);

    expect(ids).toEqual(expect.arrayContaining(expected));
  });
});
