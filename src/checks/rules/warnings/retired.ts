import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { ObjectCheck } from '../../engine/object-check';
import { example } from '../object/examples';
import { Rule, isBelow, isGiven, rulesFor } from '../object/rule';

/** A field or value that the server takes and warns of. */
interface Retired {
  readonly rule: Rule;
  readonly kinds: readonly string[];
  readonly path: readonly string[];
  readonly message: string;
  /** @default - as soon as it is given */
  readonly isRetired?: (value: unknown, object: Manifest) => boolean;
}

const volume = (policy: string) => example('PersistentVolume', 'v1',
  `spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], persistentVolumeReclaimPolicy: ${policy}, nfs: {server: 10.0.0.1, path: /data}}`);

export const recyclePolicy: Rule = {
  id: 'recycle-policy',
  why: 'Recycle deletes all files of the volume and offers it again; it is deprecated, and works for a few types of volumes only',
  severity: 'warning',
  since: '1.30',
  fix: 'write Retain, or let a StorageClass make volumes and delete them',
  bad: volume('Recycle'),
  good: volume('Retain'),
};

export const retiredNodeField: Rule = {
  id: 'retired-node-field',
  why: 'Kubernetes no longer reads these fields of a node',
  severity: 'warning',
  fix: 'remove the field',
  bad: example('Node', 'v1', 'spec: {externalID: a}'),
  good: example('Node', 'v1', 'spec: {providerID: a}'),
};

const ENFORCE = 'kubernetes.io/enforce-mountable-secrets';

export const mountableSecrets: Rule = {
  id: 'mountable-secrets',
  why: 'the annotation is deprecated: it keeps Pods from mounting a Secret, but not those who may create Pods from reading it',
  severity: 'warning',
  since: '1.32',
  fix: 'keep Secrets that others must not mount in a namespace of their own',
  bad: example('ServiceAccount', 'v1').replace('{name: web}', `{name: web, annotations: {${ENFORCE}: "true"}}`),
  good: example('ServiceAccount', 'v1'),
};

const slice = (type: string, address: string) => example('EndpointSlice', 'discovery.k8s.io/v1', `addressType: ${type}`, `endpoints: [{addresses: [${address}]}]`);

export const hostNameEndpoints: Rule = {
  id: 'host-name-endpoints',
  why: 'nothing in Kubernetes sends traffic to endpoints that are host names, and the type is deprecated',
  severity: 'warning',
  fix: 'write addresses, or a Service of the type ExternalName',
  bad: slice('FQDN', 'db.example.com'),
  good: slice('IPv4', '10.0.0.1'),
};

export const deprecatedEndpoints: Rule = {
  id: 'deprecated-endpoints',
  why: 'EndpointSlices took the place of Endpoints, which are deprecated: newer features of Services do not see them',
  severity: 'warning',
  since: '1.33',
  fix: 'write an EndpointSlice with the label kubernetes.io/service-name',
  bad: example('Endpoints', 'v1', 'subsets: [{addresses: [{ip: 10.0.0.1}], ports: [{port: 80}]}]'),
  good: slice('IPv4', '10.0.0.1'),
};

const driver = (fields: string) => example('CSIDriver', 'storage.k8s.io/v1', `spec: {${fields}}`);

export const tokensInAttributes: Rule = {
  id: 'tokens-in-attributes',
  why: 'tokens reach the driver among the attributes of a volume, which drivers often log',
  severity: 'warning',
  since: '1.35',
  gate: 'CSIServiceAccountTokenSecrets',
  fix: 'write serviceAccountTokenInSecrets: true if the driver reads tokens there, or else false',
  bad: driver('tokenRequests: [{audience: vault}]'),
  good: driver('tokenRequests: [{audience: vault}], serviceAccountTokenInSecrets: true'),
};

const set = (limit: number) => example('StatefulSet', 'apps/v1', 'spec:', '  serviceName: web', `  revisionHistoryLimit: ${limit}`, '  selector: {matchLabels: {app: web}}',
  "  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'httpd:2.4'}]}}");

export const endlessHistory: Rule = {
  id: 'endless-history',
  why: 'with a negative limit no revision is ever deleted',
  severity: 'warning',
  since: '1.33',
  fix: 'write how many old revisions are kept, from 0 up',
  bad: set(-1),
  good: set(1),
};

const policy = (name: string) => `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: ${name}}\n`
  + 'spec: {matchConstraints: {resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE], resources: [deployments]}]}, validations: [{expression: "true"}]}\n';

export const staticName: Rule = {
  id: 'static-admission-name',
  why: 'such names are for policies that the API server reads from files',
  severity: 'warning',
  since: '1.36',
  fix: 'write a name with another end',
  bad: policy('web.static.k8s.io'),
  good: policy('web.example.com'),
};

const slices = (name: string) => example('ResourceSlice', 'resource.k8s.io/v1', `spec: {driver: ${name}, nodeName: node-1, pool: {name: a, generation: 1, resourceSliceCount: 1}, devices: [{name: a}]}`);

export const driverInCapitals: Rule = {
  id: 'driver-in-capitals',
  why: 'names of drivers are DNS names, which are written in small letters',
  severity: 'warning',
  since: '1.35',
  fix: 'write the name in small letters',
  bad: slices('GPU.example.com'),
  good: slices('gpu.example.com'),
};

const ADMISSION = ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'];

const RETIRED: readonly Retired[] = [
  { rule: recyclePolicy, kinds: ['/PersistentVolume'], path: ['spec', 'persistentVolumeReclaimPolicy'], message: 'the reclaim policy Recycle is deprecated', isRetired: value => value === 'Recycle' },
  { rule: retiredNodeField, kinds: ['/Node'], path: ['spec', 'configSource'], message: 'configSource was removed', isRetired: value => Object.keys(recordOf(value)).length > 0 },
  { rule: retiredNodeField, kinds: ['/Node'], path: ['spec', 'externalID'], message: 'externalID is read by nothing', isRetired: value => value !== '' },
  { rule: mountableSecrets, kinds: ['/ServiceAccount'], path: ['metadata', 'annotations', ENFORCE], message: 'the annotation is deprecated' },
  { rule: hostNameEndpoints, kinds: ['discovery.k8s.io/EndpointSlice'], path: ['addressType'], message: 'endpoints that are host names are deprecated', isRetired: value => value === 'FQDN' },
  { rule: deprecatedEndpoints, kinds: ['/Endpoints'], path: ['kind'], message: 'Endpoints are deprecated' },
  {
    rule: tokensInAttributes,
    kinds: ['storage.k8s.io/CSIDriver'],
    path: ['spec', 'tokenRequests'],
    message: 'serviceAccountTokenInSecrets does not say where the driver reads tokens',
    isRetired: (value, { spec }) => Array.isArray(value) && value.length > 0 && !isGiven(recordOf(spec).serviceAccountTokenInSecrets),
  },
  { rule: endlessHistory, kinds: ['apps/StatefulSet'], path: ['spec', 'revisionHistoryLimit'], message: 'no revision will ever be deleted', isRetired: value => isBelow(value, 0) },
  {
    rule: staticName,
    kinds: ADMISSION.map(kind => `admissionregistration.k8s.io/${kind}`),
    path: ['metadata', 'name'],
    message: 'the end .static.k8s.io is reserved',
    isRetired: value => typeof value === 'string' && value.endsWith('.static.k8s.io'),
  },
  {
    rule: driverInCapitals,
    kinds: ['resource.k8s.io/ResourceSlice'],
    path: ['spec', 'driver'],
    message: 'the name of the driver has capital letters',
    isRetired: value => typeof value === 'string' && value !== value.toLowerCase(),
  },
];

const KINDS = [...new Set(RETIRED.flatMap(({ kinds }) => kinds))];

export const retiredWarnings: readonly ObjectCheck[] = KINDS.map(kind => {
  const ofKind = RETIRED.filter(({ kinds }) => kinds.includes(kind));
  return rulesFor([kind], [...new Set(ofKind.map(({ rule }) => rule))], (object, broken) => {
    for (const { rule, path, message, isRetired = () => true } of ofKind) {
      const value = path.reduce<unknown>((from, field) => recordOf(from)[field], object);
      if (isGiven(value) && isRetired(value, object)) { broken(rule, pointer(...path), message); }
    }
  });
});
