import { FormatTable, items, keys, required, values } from './format';
import { BASE64 } from '../../kubernetes/formats/base64';
import { DATA_KEY } from '../../kubernetes/formats/data-key';
import { DNS_LABEL } from '../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { ANNOTATION_KEY, LABEL_KEY } from '../../kubernetes/formats/label';
import { FILE_MODE, NOT_NEGATIVE, QUANTITY_NOT_NEGATIVE, atLeast, between } from '../../kubernetes/formats/number';
import { CSI_DRIVER_NAME, ISCSI_NAME } from '../../kubernetes/formats/other-names';
import { ABSOLUTE_PATH, LOCAL_FILE, LOCAL_PATH, PATH_WITHOUT_BACKSTEPS } from '../../kubernetes/formats/path';
import { QUALIFIED_NAME, QUALIFIED_NAME_IN_ANY_CASE } from '../../kubernetes/formats/qualified-name';
import { SIGNER_NAME } from '../../kubernetes/formats/signer-name';
import { NOT_EMPTY, oneOf } from '../../kubernetes/formats/word';

const PARTITION = between(0, 255);
const ACCESS_MODE = required(oneOf('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'));
const TOKEN_SECONDS = between(600, 2 ** 32);

const ISCSI = { targetPortal: NOT_EMPTY, iqn: required(ISCSI_NAME), initiatorName: required(ISCSI_NAME), lun: between(0, 255) };
const CEPH = { monitors: NOT_EMPTY };
const RBD = { monitors: NOT_EMPTY, image: NOT_EMPTY };
const GLUSTER = { endpoints: NOT_EMPTY, path: NOT_EMPTY };
const CINDER = { volumeID: NOT_EMPTY };
const SCALE_IO = { gateway: NOT_EMPTY, system: NOT_EMPTY, volumeName: NOT_EMPTY };
const STORAGE_OS = { volumeName: DNS_LABEL, volumeNamespace: DNS_LABEL };
const AZURE_FILE = { secretName: NOT_EMPTY, shareName: NOT_EMPTY };
const FLEX = { driver: NOT_EMPTY };

/** What the server demands of single fields of volumes, claims, classes, ConfigMaps and Secrets. */
export const VOLUME_FORMATS: FormatTable = {
  Volume: { name: required(DNS_LABEL) },
  EmptyDirVolumeSource: { sizeLimit: QUANTITY_NOT_NEGATIVE },
  HostPathVolumeSource: { path: [NOT_EMPTY, PATH_WITHOUT_BACKSTEPS] },
  GitRepoVolumeSource: { repository: NOT_EMPTY, directory: LOCAL_PATH },
  GCEPersistentDiskVolumeSource: { pdName: NOT_EMPTY, partition: PARTITION },
  AWSElasticBlockStoreVolumeSource: { volumeID: NOT_EMPTY, partition: PARTITION },
  NFSVolumeSource: { server: NOT_EMPTY, path: [NOT_EMPTY, ABSOLUTE_PATH] },
  ISCSIVolumeSource: ISCSI,
  ISCSIPersistentVolumeSource: ISCSI,
  CephFSVolumeSource: CEPH,
  CephFSPersistentVolumeSource: CEPH,
  RBDVolumeSource: RBD,
  RBDPersistentVolumeSource: RBD,
  GlusterfsVolumeSource: GLUSTER,
  GlusterfsPersistentVolumeSource: { ...GLUSTER, endpointsNamespace: required(DNS_LABEL) },
  CinderVolumeSource: CINDER,
  CinderPersistentVolumeSource: CINDER,
  ScaleIOVolumeSource: SCALE_IO,
  ScaleIOPersistentVolumeSource: SCALE_IO,
  AzureFileVolumeSource: AZURE_FILE,
  AzureFilePersistentVolumeSource: AZURE_FILE,
  AzureDiskVolumeSource: { diskName: NOT_EMPTY, diskURI: NOT_EMPTY },
  FlexVolumeSource: FLEX,
  FlexPersistentVolumeSource: FLEX,
  VsphereVirtualDiskVolumeSource: { volumePath: NOT_EMPTY },
  PhotonPersistentDiskVolumeSource: { pdID: NOT_EMPTY },
  PortworxVolumeSource: { volumeID: NOT_EMPTY },
  QuobyteVolumeSource: { registry: NOT_EMPTY, volume: NOT_EMPTY },
  LocalVolumeSource: { path: [NOT_EMPTY, PATH_WITHOUT_BACKSTEPS] },
  StorageOSVolumeSource: STORAGE_OS,
  StorageOSPersistentVolumeSource: STORAGE_OS,
  CSIVolumeSource: { driver: CSI_DRIVER_NAME },
  CSIPersistentVolumeSource: { driver: CSI_DRIVER_NAME, volumeHandle: NOT_EMPTY },
  SecretVolumeSource: { secretName: NOT_EMPTY, defaultMode: FILE_MODE },
  ConfigMapVolumeSource: { name: NOT_EMPTY, defaultMode: FILE_MODE },
  DownwardAPIVolumeSource: { defaultMode: FILE_MODE },
  DownwardAPIVolumeFile: { path: [NOT_EMPTY, LOCAL_FILE], mode: FILE_MODE },
  ProjectedVolumeSource: { defaultMode: FILE_MODE },
  SecretProjection: { name: NOT_EMPTY },
  ConfigMapProjection: { name: NOT_EMPTY },
  ServiceAccountTokenProjection: { path: [NOT_EMPTY, LOCAL_FILE], expirationSeconds: TOKEN_SECONDS },
  ClusterTrustBundleProjection: { signerName: required(SIGNER_NAME), path: [NOT_EMPTY, LOCAL_FILE] },
  PodCertificateProjection: {
    signerName: required(SIGNER_NAME),
    credentialBundlePath: LOCAL_FILE,
    keyPath: LOCAL_FILE,
    certificateChainPath: LOCAL_FILE,
    userAnnotations: keys(ANNOTATION_KEY),
  },
  KeyToPath: { key: NOT_EMPTY, path: [NOT_EMPTY, LOCAL_FILE], mode: FILE_MODE },
  PersistentVolumeClaimVolumeSource: { claimName: NOT_EMPTY },

  PersistentVolumeClaimSpec: { storageClassName: DNS_SUBDOMAIN, accessModes: items(ACCESS_MODE), volumeAttributesClassName: DNS_SUBDOMAIN },
  PersistentVolumeSpec: { storageClassName: DNS_SUBDOMAIN, accessModes: items(ACCESS_MODE) },
  VolumeAttributesClass: { driverName: QUALIFIED_NAME_IN_ANY_CASE },
  StorageClass: { provisioner: QUALIFIED_NAME_IN_ANY_CASE, reclaimPolicy: oneOf('Delete', 'Retain') },
  TopologySelectorLabelRequirement: { key: LABEL_KEY, values: NOT_EMPTY },
  CSIDriverSpec: {
    fsGroupPolicy: required(oneOf('ReadWriteOnceWithFSType', 'File', 'None')),
    volumeLifecycleModes: items(required(oneOf('Persistent', 'Ephemeral'))),
    nodeAllocatableUpdatePeriodSeconds: atLeast(10),
  },
  CSINodeDriver: { name: CSI_DRIVER_NAME, nodeID: NOT_EMPTY, topologyKeys: items(QUALIFIED_NAME) },
  VolumeNodeResources: { count: NOT_NEGATIVE },
  VolumeAttachmentSpec: { attacher: CSI_DRIVER_NAME, nodeName: required(DNS_SUBDOMAIN) },
  VolumeAttachmentSource: { persistentVolumeName: DNS_SUBDOMAIN },
  CSIStorageCapacity: { storageClassName: required(DNS_SUBDOMAIN), capacity: QUANTITY_NOT_NEGATIVE },
  TokenRequest: { expirationSeconds: TOKEN_SECONDS },

  ConfigMap: { data: keys(DATA_KEY), binaryData: [keys(DATA_KEY), values(BASE64)] },
  Secret: { data: [keys(DATA_KEY), values(BASE64)], stringData: keys(DATA_KEY) },
};
