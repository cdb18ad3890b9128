import { container, testRules, object, of, pod } from './rule-cases';

const volume = (fields: string) => pod(`volumes: [{name: data, ${fields}}]`);
const AT = '/spec/volumes/0';
const CLAIM = 'accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}';

testRules([
  ['an explicit null is no source', volume('hostPath: null, emptyDir: {}')],
  ['two secrets in one entry of a projected volume are two entries', volume('projected: {sources: [{secret: {name: a}}, {secret: {name: b}}]}')],
  ['two projected files at one path', volume('projected: {sources: [{secret: {name: a, items: [{key: a, path: x}]}}, {configMap: {name: b, items: [{key: a, path: x}]}}]}'),
    `projected-source ${AT}/projected/sources/1/configMap/items/0/path`],
  ['a projected file of the downward API', volume('projected: {sources: [{downwardAPI: {items: [{path: a}]}}]}'),
    `downward-file-source ${AT}/projected/sources/0/downwardAPI/items/0`],
  ['labels of an ephemeral claim', volume(`ephemeral: {volumeClaimTemplate: {metadata: {labels: {a: b}, creationTimestamp: null}, spec: {${CLAIM}}}}`)],
  ['an ephemeral claim without a size', volume('ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce]}}}'),
    `claim-size ${AT}/ephemeral/volumeClaimTemplate/spec/resources/requests/storage`],
  ['the claim of an ephemeral volume', pod(`volumes: [{name: a, ephemeral: {volumeClaimTemplate: {spec: {${CLAIM}}}}}, {name: b, persistentVolumeClaim: {claimName: web-a}}]`),
    'ephemeral-volume-claim /spec/volumes/1/persistentVolumeClaim/claimName'],
  ['CHAP without a secret', volume('iscsi: {targetPortal: a, iqn: iqn.2001-04.com.example:a, lun: 0, chapAuthSession: true}'), `volume-source-fields ${AT}/iscsi`],
  ['a long iSCSI name', volume(`iscsi: {targetPortal: ${'a'.repeat(64)}, iqn: iqn.2001-04.com.example:a, lun: 0, initiatorName: iqn.2001-04.com.example:b}`),
    `volume-source-fields ${AT}/iscsi/targetPortal`],
  ['a Fibre Channel disk without a name', volume('fc: {lun: 1}'), `volume-source-fields ${AT}/fc`],
  ['Fibre Channel targets without a lun', volume('fc: {targetWWNs: [a]}'), `volume-source-fields ${AT}/fc`],
  ['a Flocker volume with two names', volume('flocker: {datasetName: a, datasetUUID: b}'), `volume-source-fields ${AT}/flocker`],
  ['a managed disk', volume('azureDisk: {diskName: a, diskURI: /subscriptions/a, kind: Managed}')],
  ['a managed disk at a URL', volume('azureDisk: {diskName: a, diskURI: "https://a", kind: Managed}'), `volume-source-fields ${AT}/azureDisk/diskURI`],
  ['a shared disk, which a disk is unless it says otherwise', volume('azureDisk: {diskName: a, diskURI: /subscriptions/a}'), `volume-source-fields ${AT}/azureDisk/diskURI`],
  ['a secret of any name', volume('cinder: {volumeID: a, secretRef: {name: A_B}}')],
  ['a secret of no name', volume('cinder: {volumeID: a, secretRef: {}}'), `volume-source-fields ${AT}/cinder/secretRef/name`],
  ['an option of Kubernetes', volume('flexVolume: {driver: a/b, options: {kubernetes.io/a: b}}'), `volume-source-fields ${AT}/flexVolume/options/kubernetes.io~1a`],
  ['a Quobyte registry without a port', volume('quobyte: {registry: a, volume: b}'), `volume-source-fields ${AT}/quobyte/registry`],
  ['a lun that is too high', volume('fc: {targetWWNs: [a], lun: 256}'), `volume-source-fields ${AT}/fc/lun`],
  ['a Flocker data set with a slash', volume('flocker: {datasetName: a/b}'), `volume-source-fields ${AT}/flocker/datasetName`],
  ['a StorageOS volume without a name', volume('storageos: {}'), `volume-source-fields ${AT}/storageos/volumeName`],
  ['a secret without a name', volume('csi: {driver: a, nodePublishSecretRef: {name: ""}}'), `volume-source-fields ${AT}/csi/nodePublishSecretRef/name`],
  ['an ephemeral volume whose claim gets too long a name', {
    ...pod(`volumes: [{name: ${'a'.repeat(60)}, ephemeral: {volumeClaimTemplate: {spec: {${CLAIM}}}}}]`), metadata: { name: 'b'.repeat(193) },
  }, `ephemeral-volume-claim ${AT}/name`],
  ['an ephemeral volume that claims nothing', volume('ephemeral: {}'), `ephemeral-volume-claim ${AT}/ephemeral/volumeClaimTemplate`],
  ['several Quobyte registries', volume('quobyte: {registry: "a:1,b:2", volume: b}')],
]);

describe('mounts', () => {
  const mounted = (fields: string) => container(fields, 'volumes: [{name: data, persistentVolumeClaim: {claimName: a}}]');
  const MOUNT = '/spec/containers/0/volumeMounts/0';
  const DEVICE = '/spec/containers/0/volumeDevices/0';

  testRules([
    ['a volume at two paths', mounted('volumeMounts: [{name: data, mountPath: /a}, {name: data, mountPath: /b}]')],
    ['a privileged container may propagate mounts', mounted('securityContext: {privileged: true}, volumeMounts: [{name: data, mountPath: /a, mountPropagation: Bidirectional}]')],
    ['a mount of a volume that is not there', mounted('volumeMounts: [{name: date, mountPath: /a}]'), `volume-mount-without-volume ${MOUNT}/name`],
    ['a device that is mounted', mounted('volumeMounts: [{name: data, mountPath: /a}], volumeDevices: [{name: data, devicePath: /a}]'),
      `volume-device ${DEVICE}/name`, `volume-device ${DEVICE}/devicePath`],
    ['a device twice', mounted('volumeDevices: [{name: data, devicePath: /a}, {name: data, devicePath: /a}]'),
      'volume-device /spec/containers/0/volumeDevices/1/name', 'volume-device /spec/containers/0/volumeDevices/1/devicePath'],
    ['a device of a volume that is not there', mounted('volumeDevices: [{name: a, devicePath: /a}]'), `volume-mount-without-volume ${DEVICE}/name`],
  ]);
});

describe('PersistentVolumes and claims', () => {
  const persistent = (fields: string) => of('PersistentVolume', 'v1', `spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], ${fields}}`);
  const claim = (fields: string) => of('PersistentVolumeClaim', 'v1', `spec: {${fields}}`);

  testRules([
    ['a secret of somewhere', persistent('storageos: {volumeName: a, secretRef: {name: A}}'), 'volume-source-fields /spec/storageos/secretRef/namespace'],
    ['an iSCSI secret of no name', persistent('iscsi: {targetPortal: a, iqn: iqn.2001-04.com.example:a, secretRef: {}}'), 'volume-source-fields /spec/iscsi/secretRef/name'],
    ['two sources', persistent('nfs: {server: a, path: /a}, hostPath: {path: /a}'), 'persistent-volume-source /spec/nfs'],
    ['node affinity without nodes', persistent('local: {path: /a}, nodeAffinity: {required: {nodeSelectorTerms: []}}'), 'node-selector /spec/nodeAffinity/required/nodeSelectorTerms'],
    ['node affinity that requires nothing', persistent('local: {path: /a}, nodeAffinity: {}'), 'local-volume-affinity /spec/nodeAffinity/required'],
    ['capacity of something else', of('PersistentVolume', 'v1', 'spec: {capacity: {cpu: 1}, accessModes: [ReadWriteOnce], nfs: {server: a, path: /a}}'),
      'persistent-volume-capacity /spec/capacity', 'persistent-volume-capacity /spec/capacity'],
    ['mount options in an annotation, for a source that has none',
      { ...persistent('hostPath: {path: /a}'), metadata: { name: 'web', annotations: { 'volume.beta.kubernetes.io/mount-options': 'ro' } } },
      'mount-options-annotation /metadata/annotations/volume.beta.kubernetes.io~1mount-options'],
    ['mount options in an annotation, for NFS',
      { ...persistent('nfs: {server: a, path: /a}'), metadata: { name: 'web', annotations: { 'volume.beta.kubernetes.io/mount-options': 'ro' } } }],
    ['a claim without anything', claim(''), 'access-modes /spec/accessModes', 'claim-size /spec/resources/requests/storage'],
    ['a claim that is cloned', claim(`${CLAIM}, dataSource: {kind: PersistentVolumeClaim, name: a}`)],
    ['a secret of a volume says its namespace', persistent('csi: {driver: a, volumeHandle: b, nodePublishSecretRef: {name: a}}'),
      'volume-source-fields /spec/csi/nodePublishSecretRef/namespace'],
    ['a namespace that is empty', persistent('azureFile: {secretName: a, shareName: b, secretNamespace: ""}'), 'volume-source-fields /spec/azureFile/secretNamespace'],
    ['a data source without a name', claim(`${CLAIM}, dataSourceRef: {kind: PersistentVolumeClaim, name: ""}, dataSource: {kind: PersistentVolumeClaim, name: ""}`),
      'claim-data-source /spec/dataSourceRef/name', 'claim-data-source /spec/dataSource/name'],
    ['a data source in another namespace', claim(`${CLAIM}, dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: b, namespace: c}`),
      'dropped-data-source /spec/dataSourceRef/namespace'],
    ['two data sources that differ', claim(`${CLAIM}, dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: b}`),
      'claim-data-source /spec/dataSource'],
    ['a selector without values', claim(`${CLAIM}, selector: {matchExpressions: [{key: a, operator: NotIn}]}`), 'selector-expression /spec/selector/matchExpressions/0/values'],
  ]);
});

describe('1.36', () => {
  const mount = (fields: string) => container(`volumeMounts: [{name: a, mountPath: /a, ${fields}}]`, 'volumes: [{name: a, emptyDir: {}}]');
  const MOUNT = '/spec/containers/0/volumeMounts/0';

  testRules([
    ['read-only as far down as it goes', mount('readOnly: true, recursiveReadOnly: IfPossible')],
    ['not read-only itself', mount('recursiveReadOnly: Enabled'), `recursive-read-only ${MOUNT}/recursiveReadOnly`],
    ['switched off', mount('recursiveReadOnly: Disabled')],
    ['an unknown word', mount('readOnly: true, recursiveReadOnly: Always'), `recursive-read-only ${MOUNT}/recursiveReadOnly`],
    ['mounts that are passed on', mount('readOnly: true, recursiveReadOnly: Enabled, mountPropagation: HostToContainer'), `recursive-read-only ${MOUNT}/mountPropagation`],
    ['a volume of an image and a directory', pod('volumes: [{name: a, image: {reference: b}, emptyDir: {}}]'), 'volume-source /spec/volumes/0/emptyDir'],
    ['an image without a name', pod('volumes: [{name: a, image: {}}]'), 'image-volume /spec/volumes/0/image/reference'],
    ['in a template of which nobody makes Pods', object('{apiVersion: v1, kind: PodTemplate, metadata: {name: a}, template: {spec: {containers: [{name: a, image: b}], volumes: [{name: a, image: {}}]}}}')],
  ], '1.36');
});
