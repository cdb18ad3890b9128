import { ChangeExample, edited } from './example';
import { WEB, objectYaml, podYaml, together } from '../../checks/rules/system/examples';

const JOB = objectYaml('batch/v1', 'Job', 'report', `spec: {template: {spec: {restartPolicy: Never, ${WEB}}}}`);
const SERVICE = objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80}], clusterIP: 10.96.0.20}');
const BALANCER = objectYaml('v1', 'Service', 'web',
  'spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}], loadBalancerClass: example.com/inside, '
    + 'externalTrafficPolicy: Local, healthCheckNodePort: 31000}');
const FAMILIES = objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 80}], ipFamilies: [IPv4]}');
const TWO_FAMILIES = FAMILIES.replace('ipFamilies: [IPv4]', 'clusterIP: None, ipFamilyPolicy: RequireDualStack, ipFamilies: [IPv4, IPv6]');
const SECRET = objectYaml('v1', 'Secret', 'pull', 'type: Opaque', 'stringData: {token: x}');
const FIXED = objectYaml('v1', 'ConfigMap', 'web', 'immutable: true', 'data: {colour: blue}');
const BINDING = objectYaml(
  'rbac.authorization.k8s.io/v1',
  'RoleBinding',
  'ci',
  'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: view}',
  'subjects: [{kind: ServiceAccount, name: ci}]',
);
const SLICE = objectYaml('discovery.k8s.io/v1', 'EndpointSlice', 'web-1', 'addressType: IPv4', 'endpoints: [{addresses: [10.0.0.1]}]');
const PRIORITY = objectYaml('scheduling.k8s.io/v1', 'PriorityClass', 'high', 'value: 1000');
const QUOTA = objectYaml('v1', 'ResourceQuota', 'pods', 'spec: {hard: {pods: 10}, scopes: [NotTerminating]}');
const POD = podYaml(WEB.replace('}]', ', env: [{name: A, value: "1"}, {name: B, value: "2"}]}]'));
const NODE = objectYaml('v1', 'Node', 'node-1', 'spec: {podCIDR: 10.0.1.0/24}');
const CLASS = '{type: string, x-kubernetes-validations: [{rule: self == oldSelf}]}';
const SCHEMA = `{openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {class: ${CLASS}}}}}}`;
const VERSION = (name: string, isStored: boolean) => `{name: ${name}, served: true, storage: ${isStored}, schema: ${SCHEMA}}`;
const DEFINITION = objectYaml('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'stores.example.com',
  'spec:', '  group: example.com', '  scope: Namespaced', '  names: {kind: Store, plural: stores}', `  versions: [${VERSION('v1', true)}]`);
const STORE = objectYaml('example.com/v1', 'Store', 'db', 'spec: {class: fast}');

export const OF_REFUSALS: Readonly<Record<string, ChangeExample>> = {
  'server-metadata': edited(
    FIXED.replace('immutable: true\n', ''),
    [['{name: web}', '{name: web, uid: 6f2e1a70-0000-4000-8000-000000000000}']],
    [['{name: web}', '{name: web, labels: {tier: front}}']],
  ),
  'list-order': edited(POD, [['{name: A, value: "1"}, {name: B, value: "2"}', '{name: B, value: "2"}, {name: A, value: "1"}']]),
  'pod-immutable': edited(POD, [['value: "2"', 'value: "3"']], [['httpd:2.4.62', 'httpd:2.4.63']]),
  'pod-annotations': edited(
    POD.replace('name: web, labels', 'name: web, annotations: {container.apparmor.security.beta.kubernetes.io/web: unconfined}, labels',
    ),
    [['unconfined', 'runtime/default']],
    [['name: web, annotations', 'name: web-2, annotations'], ['unconfined', 'runtime/default']],
  ),
  'job-immutable': edited(JOB, [['httpd:2.4.62', 'httpd:2.4.63']], [['name: report', 'name: report-2'], ['httpd:2.4.62', 'httpd:2.4.63']]),
  'service-cluster-ip': edited(SERVICE, [['10.96.0.20', '10.96.0.21']], [['port: 80', 'port: 8080']]),
  'service-ip-family': edited(
    FAMILIES,
    [['[IPv4]', '[IPv6]']],
    [['ipFamilies: [IPv4]', 'ipFamilyPolicy: RequireDualStack, ipFamilies: [IPv4, IPv6]']],
  ),
  'service-second-family': edited(
    TWO_FAMILIES,
    [['[IPv4, IPv6]', '[IPv4]']],
    [['RequireDualStack, ipFamilies: [IPv4, IPv6]', 'SingleStack, ipFamilies: [IPv4]']],
  ),
  'service-load-balancer-class': edited(
    BALANCER,
    [['example.com/inside', 'example.com/outside']],
    [['name: web}', 'name: web-outside}'], ['example.com/inside', 'example.com/outside']],
  ),
  'service-health-check-port': edited(BALANCER, [['31000', '31001']], [['name: web}', 'name: web-2}'], ['31000', '31001']]),
  'immutable-config': edited(FIXED, [['blue', 'green']], [['name: web', 'name: web-2'], ['blue', 'green']]),
  'secret-type': edited(
    SECRET,
    [['type: Opaque', 'type: example.com/token']],
    [['name: pull', 'name: pull-2'], ['type: Opaque', 'type: example.com/token']],
  ),
  'role-ref': edited(BINDING, [['name: view', 'name: edit']], [['name: ci', 'name: ci-edit'], ['name: view', 'name: edit']]),
  'endpoint-slice-address-type': edited(
    SLICE,
    [['IPv4', 'IPv6'], ['10.0.0.1', 'fd00::1']],
    [['web-1', 'web-2'], ['IPv4', 'IPv6'], ['10.0.0.1', 'fd00::1']],
  ),
  'priority-class-immutable': edited(PRIORITY, [['1000', '2000']], [['name: high', 'name: higher'], ['1000', '2000']]),
  'ingress-class-controller': edited(
    objectYaml('networking.k8s.io/v1', 'IngressClass', 'web', 'spec: {controller: example.com/one}'),
    [['/one', '/two']],
    [['name: web', 'name: web-2'], ['/one', '/two']],
  ),
  'runtime-class-handler': edited(
    objectYaml('node.k8s.io/v1', 'RuntimeClass', 'safe', 'handler: gvisor'),
    [['gvisor', 'kata']],
    [['name: safe', 'name: safer'], ['gvisor', 'kata']],
  ),
  'controller-revision-data': edited(
    objectYaml('apps/v1', 'ControllerRevision', 'db-1', 'revision: 1', 'data: {spec: {}}'),
    [['spec: {}', 'spec: {a: 1}']],
  ),
  'resource-claim-spec': edited(
    objectYaml('resource.k8s.io/v1', 'ResourceClaim', 'gpu', 'spec: {devices: {requests: [{name: gpu, exactly: {deviceClassName: small}}]}}',
    ),
    [['small', 'large']], [['name: gpu}', 'name: gpu-large}'], ['small', 'large']]),
  'resource-slice-pool': edited(
    objectYaml(
      'resource.k8s.io/v1', 'ResourceSlice', 'node-1',
      'spec: {driver: gpu.example.com, nodeName: node-1, pool: {name: node-1, generation: 1, resourceSliceCount: 1}}',
    ),
    [['driver: gpu', 'driver: tpu']], [['generation: 1', 'generation: 2']]),
  'ip-address-parent': edited(
    objectYaml('networking.k8s.io/v1', 'IPAddress', '10.96.0.20', 'spec: {parentRef: {resource: services, namespace: shop, name: web}}'),
    [['name: web', 'name: api']],
  ),
  'service-cidr-before-1.33': edited(
    objectYaml('networking.k8s.io/v1beta1', 'ServiceCIDR', 'more', 'spec: {cidrs: [10.97.0.0/16]}'),
    [['10.97.0.0', '10.98.0.0']],
    [['name: more', 'name: more-2'], ['10.97.0.0', '10.98.0.0']],
    { version: '1.32' },
  ),
  'service-cidr': edited(
    objectYaml('networking.k8s.io/v1', 'ServiceCIDR', 'more', 'spec: {cidrs: [10.97.0.0/16]}'),
    [['10.97.0.0', '10.98.0.0']],
    [['10.97.0.0/16', '10.97.0.0/16, "fd00:97::/112"']],
  ),
  'trust-bundle-signer': edited(
    objectYaml('certificates.k8s.io/v1beta1', 'ClusterTrustBundle', 'example.com:ca:one', 'spec: {signerName: example.com/ca, trustBundle: x}'),
    [['example.com/ca', 'example.com/other']],
    [['example.com:ca:one', 'example.com:other:one'], ['example.com/ca', 'example.com/other']],
  ),
  'pod-certificate-request': edited(
    objectYaml('certificates.k8s.io/v1beta1', 'PodCertificateRequest', 'one', 'spec: {signerName: example.com/ca, maxExpirationSeconds: 86400}'),
    [['86400', '43200']],
  ),
  'version-migration': edited(
    objectYaml('storagemigration.k8s.io/v1beta1', 'StorageVersionMigration', 'secrets', 'spec: {resource: {group: "", resource: secrets}}'),
    [['resource: secrets', 'resource: configmaps']],
    [['name: secrets', 'name: configmaps'], ['resource: secrets', 'resource: configmaps']],
  ),
  'event-fields': edited(
    objectYaml(
      'events.k8s.io/v1', 'Event', 'one',
      'reason: Started',
      'type: Normal',
      'action: Start',
      'reportingController: example.com/one',
      'reportingInstance: one-1',
      'eventTime: "2026-01-01T00:00:00.000000Z"',
      'regarding: {kind: Pod, name: web, namespace: default}',
    ),
    [['reason: Started', 'reason: Killed']]),
  'lease-candidate-name': edited(
    objectYaml(
      'coordination.k8s.io/v1beta1', 'LeaseCandidate', 'one',
      'spec: {leaseName: a, binaryVersion: 1.36.0, emulationVersion: 1.36.0, strategy: OldestEmulationVersion}',
    ),
    [['leaseName: a', 'leaseName: b']], [['name: one', 'name: two'], ['leaseName: a', 'leaseName: b']]),
  'custom-resource-definition': {
    ...edited(DEFINITION, [['plural: stores', 'plural: shops']], undefined, { also: ['invalid'] }),
    instead: together(
      DEFINITION,
      DEFINITION.replace('name: stores', 'name: shops').replace('kind: Store, plural: stores', 'kind: Shop, plural: shops'),
    ),
  },
  'established-definition': {
    ...edited(DEFINITION, [['scope: Namespaced', 'scope: Cluster']]),
    instead: together(
      DEFINITION,
      DEFINITION.replace('name: stores', 'name: sharedstores').replace('kind: Store, plural: stores', 'kind: SharedStore, plural: sharedstores')
        .replace('Namespaced', 'Cluster'),
    ),
  },
  'stored-version': edited(
    DEFINITION,
    [['name: v1', 'name: v2']],
    [[`[${VERSION('v1', true)}]`, `[${VERSION('v1', true)}, ${VERSION('v2', false)}]`]],
  ),
  'custom-resource-change': edited(
    together(DEFINITION, STORE),
    [['{class: fast}', '{class: slow}']],
    [['name: db', 'name: db-slow'], ['{class: fast}', '{class: slow}']],
  ),
  'quota-scopes': edited(QUOTA, [['NotTerminating', 'Terminating']], [['pods: 10', 'pods: 20']]),
  'node-spec': edited(NODE, [['10.0.1.0', '10.0.2.0']], [['{podCIDR', '{unschedulable: true, podCIDR']]),
  'invalid': edited(SERVICE, [['port: 80', 'port: 80000']], [['port: 80', 'port: 8080']]),
};
