import { testRules, of } from './rule-cases';

const HEAD = 'capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce]';
const volume = (fields: string) => of('PersistentVolume', 'v1', `spec: {${HEAD}, ${fields}}`);
const CSI = 'csi: {driver: a.b, volumeHandle: a}';
const attachment = (fields: string) => of('VolumeAttachment', 'storage.k8s.io/v1', `spec: {attacher: a.b, nodeName: a, source: {inlineVolumeSpec: {${fields}}}}`);
const AT = '/spec/source/inlineVolumeSpec';

describe('sources of volumes', () => testRules([
  ['one', volume(CSI)],
  ['two', volume(`${CSI}, nfs: {server: a, path: /a}`), 'persistent-volume-source /spec/csi'],
  ['a Flex volume behind another one', volume('flexVolume: {driver: a/b}, nfs: {server: a, path: /a}')],
  ['a Flex volume before another one', volume(`flexVolume: {driver: a/b}, ${CSI}`), 'persistent-volume-source /spec/csi'],
]));

describe('classes of attributes', () => testRules([
  ['of a CSI driver', volume(`${CSI}, volumeAttributesClassName: fast`)],
  ['of another source', volume('hostPath: {path: /data}, volumeAttributesClassName: fast'), 'persistent-volume-attributes-class /spec/csi'],
  ['without a name', volume(`${CSI}, volumeAttributesClassName: ''`), 'persistent-volume-attributes-class /spec/volumeAttributesClassName'],
], '1.34'));

describe('classes of attributes, before the server knew them', () => testRules([
  ['are dropped', volume('hostPath: {path: /data}, volumeAttributesClassName: fast')],
], '1.33'));

describe('volumes of attachments', () => testRules([
  ['a CSI driver and access modes', attachment(`${CSI}, accessModes: [ReadWriteOnce]`)],
  ['no driver', attachment('accessModes: [ReadWriteOnce]'), `inline-volume ${AT}/csi`, `persistent-volume-source ${AT}`],
  ['no access modes', attachment(CSI), `access-modes ${AT}/accessModes`],
  ['a size', attachment(`${CSI}, accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}`), `inline-volume ${AT}/capacity`],
  ['a class', attachment(`${CSI}, accessModes: [ReadWriteOnce], storageClassName: fast`), `inline-volume ${AT}/storageClassName`],
  ['a claim and nodes', attachment(`${CSI}, accessModes: [ReadWriteOnce], claimRef: {}, nodeAffinity: {}`), `inline-volume ${AT}/claimRef`, `inline-volume ${AT}/nodeAffinity`],
  ['to be deleted afterwards', attachment(`${CSI}, accessModes: [ReadWriteOnce], persistentVolumeReclaimPolicy: Delete`), `inline-volume ${AT}/persistentVolumeReclaimPolicy`],
  ['a block device', attachment(`${CSI}, accessModes: [ReadWriteOnce], volumeMode: Block`), `inline-volume ${AT}/volumeMode`],
  ['an empty name beside it', of('VolumeAttachment', 'storage.k8s.io/v1', `spec: {attacher: a.b, nodeName: a, source: {persistentVolumeName: '', inlineVolumeSpec: {${CSI}, accessModes: [ReadWriteOnce]}}}`),
    'volume-attachment-source /spec/source'],
]));
