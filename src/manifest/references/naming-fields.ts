import { Relation } from './reference';
import { isClusterScoped } from '../../kubernetes/kinds';
import { groupOf, isRecord, recordOf, textOf } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { CLASS_ANNOTATION } from '../claims';

type Json = Readonly<Record<string, any>>;

/** What else is known of the object that is named. */
export interface Named {
  readonly kind?: string;
  /** @default - the core group */
  readonly group?: string;
  /** Empty for cluster-scoped kinds. @default - that of the object */
  readonly namespace?: string;
  readonly key?: string;
  readonly port?: string | number;
  readonly optional?: true;
}

/** A field that holds the name of another object. */
export interface NamingField extends Named {
  /** JSON pointer; `*` stands for each item of a list. */
  readonly path: string;
  readonly relation: Relation;
  /** What else the mapping around the name says; undefined if it names nothing. `whole` is what the pointer begins at. */
  readonly read?: (around: Json, whole: Json) => Named | undefined;
  /** The items beside the name pick keys. */
  readonly picksKeys?: true;
}

/** The fields of a part, which stands in one place or in several. */
export interface NamingPart {
  readonly path: string;
  readonly fields: NamingFields;
}

export type NamingFields = readonly (NamingField | NamingPart)[];

const optionalIf = ({ optional }: Json): Named => optional === true ? { optional } : {};
const keyOf = ({ key, ...around }: Json): Named => ({ ...typeof key === 'string' && { key }, ...optionalIf(around) });
const inNamespace = ({ namespace }: Json): Named | undefined => typeof namespace === 'string' ? { namespace } : undefined;
const ofKind = ({ apiVersion, kind }: Json): Named | undefined => typeof kind === 'string' ? { kind, group: groupOf(textOf(apiVersion)) } : undefined;
const ofSource = ({ apiGroup, kind, ...around }: Json): Named | undefined => typeof kind === 'string' ? { kind, group: textOf(apiGroup), ...inNamespace(around) } : undefined;

const PULL_SECRET: NamingField = { path: '/imagePullSecrets/*/name', relation: 'pulls with', kind: 'Secret' };
const STORAGE_CLASS = { relation: 'of class', group: 'storage.k8s.io', kind: 'StorageClass', namespace: '' } as const;

/** What a claim spec names besides its class. */
const CLAIM: NamingFields = [
  { path: '/volumeName', relation: 'binds', kind: 'PersistentVolume', namespace: '' },
  { path: '/dataSource/name', relation: 'restores', read: ofSource },
  { path: '/dataSourceRef/name', relation: 'restores', read: (source, { dataSource }) => isRecord(dataSource) ? undefined : ofSource(source) },
];

const classAnnotationOf = ({ metadata }: Json) => recordOf(recordOf(metadata).annotations)[CLASS_ANNOTATION];

/** A claim whose class may stand in an annotation, as it did before there was a field; the annotation wins. */
const WHOLE_CLAIM: NamingFields = [
  { ...STORAGE_CLASS, path: pointer('metadata', 'annotations', CLASS_ANNOTATION) },
  { ...STORAGE_CLASS, path: '/spec/storageClassName', read: (_, claim) => typeof classAnnotationOf(claim) === 'string' ? undefined : {} },
  { path: '/spec', fields: CLAIM },
];

const CONTAINER: NamingFields = [
  {
    path: '/env/*/valueFrom',
    fields: [
      { path: '/configMapKeyRef/name', relation: 'reads', kind: 'ConfigMap', read: keyOf },
      { path: '/secretKeyRef/name', relation: 'reads', kind: 'Secret', read: keyOf },
    ],
  },
  {
    path: '/envFrom/*',
    fields: [
      { path: '/configMapRef/name', relation: 'reads', kind: 'ConfigMap', read: keyOf },
      { path: '/secretRef/name', relation: 'reads', kind: 'Secret', read: keyOf },
    ],
  },
];

const MOUNTED_FILES = { relation: 'mounts', read: optionalIf, picksKeys: true } as const;

/** Volume types that carry `secretRef`, a Secret of the pod's own namespace. */
const WITH_SECRET_REF = ['cephfs', 'cinder', 'flexVolume', 'iscsi', 'rbd', 'scaleIO', 'storageos'];

const VOLUME: NamingFields = [
  { ...MOUNTED_FILES, path: '/configMap/name', kind: 'ConfigMap' },
  { ...MOUNTED_FILES, path: '/secret/secretName', kind: 'Secret' },
  {
    path: '/projected/sources/*',
    fields: [
      { ...MOUNTED_FILES, path: '/configMap/name', kind: 'ConfigMap' },
      { ...MOUNTED_FILES, path: '/secret/name', kind: 'Secret' },
    ],
  },
  { path: '/persistentVolumeClaim/claimName', relation: 'mounts', kind: 'PersistentVolumeClaim' },
  { path: '/ephemeral/volumeClaimTemplate/spec', fields: [{ ...STORAGE_CLASS, path: '/storageClassName' }, ...CLAIM] },
  ...WITH_SECRET_REF.map((type): NamingField => ({ path: `/${type}/secretRef/name`, relation: 'reads', kind: 'Secret' })),
  { path: '/csi/nodePublishSecretRef/name', relation: 'reads', kind: 'Secret' },
  { path: '/azureFile/secretName', relation: 'reads', kind: 'Secret' },
];

/** What a pod spec names: its ServiceAccount, classes, pull secrets, environment and volumes. */
export const POD: NamingFields = [
  { path: '/serviceAccountName', relation: 'runs as', kind: 'ServiceAccount' },
  { path: '/serviceAccount', relation: 'runs as', kind: 'ServiceAccount', read: ({ serviceAccountName }) => serviceAccountName ? undefined : {} },
  { path: '/priorityClassName', relation: 'of class', group: 'scheduling.k8s.io', kind: 'PriorityClass', namespace: '' },
  { path: '/runtimeClassName', relation: 'of class', group: 'node.k8s.io', kind: 'RuntimeClass', namespace: '' },
  PULL_SECRET,
  ...['initContainers', 'containers', 'ephemeralContainers'].map((list): NamingPart => ({ path: `/${list}/*`, fields: CONTAINER })),
  { path: '/volumes/*', fields: VOLUME },
];

/** Both spellings: `service.name` of today and `serviceName` of the beta versions. */
const BACKEND: NamingFields = [
  {
    path: '/service/name',
    relation: 'routes to',
    kind: 'Service',
    read: ({ port }) => ({ port: recordOf(port).name || recordOf(port).number }),
  },
  {
    path: '/serviceName',
    relation: 'routes to',
    kind: 'Service',
    read: ({ service, servicePort: port }) => isRecord(service) ? undefined : { port },
  },
];

/** A Service that the API server calls. */
const CALLED = { relation: 'calls', kind: 'Service', read: inNamespace } as const;

const RBAC = 'rbac.authorization.k8s.io';

const ROLE: NamingField = {
  path: '/roleRef/name',
  relation: 'grants',
  group: RBAC,
  read: ({ kind }) => typeof kind === 'string' ? { kind, ...isClusterScoped(`${RBAC}/v1`, kind) && { namespace: '' } } : undefined,
};
const ACCOUNT = { path: '/subjects/*/name', relation: 'grants to', kind: 'ServiceAccount' } as const;

const CLUSTER_ROLE_BINDING: NamingFields = [ROLE, { ...ACCOUNT, read: subject => subject.kind === 'ServiceAccount' ? inNamespace(subject) : undefined }];

/** An account without a namespace is one of the binding's own. */
const ROLE_BINDING: NamingFields = [ROLE, { ...ACCOUNT, read: subject => subject.kind === 'ServiceAccount' ? inNamespace(subject) ?? {} : undefined }];

const WEBHOOKS: NamingFields = [{ ...CALLED, path: '/webhooks/*/clientConfig/service/name' }];

/** Routes of the Gateway API. A backend in another namespace needs a ReferenceGrant, which we do not look for. */
const ROUTES: NamingFields = [{
  path: '/spec/rules/*/backendRefs/*/name',
  relation: 'routes to',
  kind: 'Service',
  read: ({ group = '', kind = 'Service', port, ...backend }) => group === '' && kind === 'Service' ? { port, ...inNamespace(backend) } : undefined,
}];

/** What the objects of each kind name, apart from their pods. */
export const NAMING_FIELDS: Readonly<Record<string, NamingFields>> = {
  StatefulSet: [
    { path: '/spec/serviceName', relation: 'governed by', kind: 'Service' },
    { path: '/spec/volumeClaimTemplates/*', fields: WHOLE_CLAIM },
  ],
  PersistentVolumeClaim: WHOLE_CLAIM,
  PersistentVolume: [
    { ...STORAGE_CLASS, path: '/spec/storageClassName' },
    { path: '/spec/claimRef/name', relation: 'binds', kind: 'PersistentVolumeClaim', read: inNamespace },
  ],
  Ingress: [
    { path: '/spec/defaultBackend', fields: BACKEND },
    { path: '/spec/backend', fields: BACKEND },
    { path: '/spec/rules/*/http/paths/*/backend', fields: BACKEND },
    { path: '/spec/tls/*/secretName', relation: 'reads', kind: 'Secret' },
    { path: '/spec/ingressClassName', relation: 'of class', group: 'networking.k8s.io', kind: 'IngressClass', namespace: '' },
  ],
  HorizontalPodAutoscaler: [{ path: '/spec/scaleTargetRef/name', relation: 'scales', read: ofKind }],
  RoleBinding: ROLE_BINDING,
  ClusterRoleBinding: CLUSTER_ROLE_BINDING,
  ServiceAccount: [PULL_SECRET],
  EndpointSlice: [{ path: '/metadata/labels/kubernetes.io~1service-name', relation: 'endpoints of', kind: 'Service' }],
  MutatingWebhookConfiguration: WEBHOOKS,
  ValidatingWebhookConfiguration: WEBHOOKS,
  CustomResourceDefinition: [{ ...CALLED, path: '/spec/conversion/webhook/clientConfig/service/name' }],
  APIService: [{ ...CALLED, path: '/spec/service/name' }],
  VolumeSnapshot: [{ path: '/spec/source/persistentVolumeClaimName', relation: 'restores', kind: 'PersistentVolumeClaim' }],
  HTTPRoute: ROUTES,
  GRPCRoute: ROUTES,
  TCPRoute: ROUTES,
  TLSRoute: ROUTES,
};

/** The same for kinds that Kubernetes does not bring, by `group/Kind`; only a few are known. */
export const CUSTOM_NAMING_FIELDS: Readonly<Record<string, NamingFields>> = {
  'keda.sh/ScaledObject': [{
    path: '/spec/scaleTargetRef/name',
    relation: 'scales',
    read: target => ofKind({ apiVersion: 'apps/v1', kind: 'Deployment', ...target }),
  }],
};
