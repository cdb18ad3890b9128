import { FormatTable, items, keys, required, values, zeroOr } from './format';
import { CIDR } from '../../kubernetes/formats/address';
import { BASE64 } from '../../kubernetes/formats/base64';
import { DNS_1035_LABEL, DNS_LABEL } from '../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN, NAME_OF_THREE_PARTS } from '../../kubernetes/formats/dns-subdomain';
import { LABEL_VALUE } from '../../kubernetes/formats/label';
import { QUANTITY_NOT_NEGATIVE, between } from '../../kubernetes/formats/number';
import { KIND, PATH_SEGMENT } from '../../kubernetes/formats/other-names';
import { PORT } from '../../kubernetes/formats/port';
import { QUALIFIED_NAME } from '../../kubernetes/formats/qualified-name';
import { NOT_EMPTY, oneOf } from '../../kubernetes/formats/word';

const WEBHOOK = {
  name: required(NAME_OF_THREE_PARTS),
  timeoutSeconds: between(1, 30),
  admissionReviewVersions: items(required(DNS_1035_LABEL)),
};
const SIMPLE_PATH = { ...NOT_EMPTY, mustBe: 'a path that begins with a dot, such as .spec.replicas', fits: (path: string) => path.startsWith('.') };
const SERVICE_REFERENCE = { name: NOT_EMPTY, namespace: NOT_EMPTY, port: PORT };

/** What the server demands of single fields of RBAC, quotas, priorities, webhooks and custom resources. */
export const SYSTEM_FORMATS: FormatTable = {
  'NamespaceSpec': { finalizers: items(QUALIFIED_NAME) },

  'Subject': { name: NOT_EMPTY },
  'RoleRef': { name: required(PATH_SEGMENT) },

  'GroupResource': { group: DNS_SUBDOMAIN, resource: required(DNS_1035_LABEL) },
  'LimitRangeItem': { type: NOT_EMPTY },
  'Overhead': { podFixed: values(QUANTITY_NOT_NEGATIVE) },
  'RuntimeClass': { handler: required(DNS_LABEL) },
  'Scheduling': { nodeSelector: [keys(QUALIFIED_NAME), values(LABEL_VALUE)] },
  'Taint': { key: QUALIFIED_NAME, value: LABEL_VALUE },
  'NodeSpec': { podCIDR: CIDR },

  'MutatingWebhook': WEBHOOK,
  'ValidatingWebhook': WEBHOOK,
  'RuleWithOperations': {
    operations: items(required(oneOf('*', 'CREATE', 'UPDATE', 'DELETE', 'CONNECT'))),
    scope: required(oneOf('*', 'Cluster', 'Namespaced')),
  },
  'NamedRuleWithOperations': { scope: required(oneOf('*', 'Cluster', 'Namespaced')) },
  'MatchCondition': { name: required(QUALIFIED_NAME) },
  'ValidatingAdmissionPolicyBindingSpec': { policyName: required(DNS_SUBDOMAIN) },
  'MutatingAdmissionPolicyBindingSpec': { policyName: required(DNS_SUBDOMAIN) },
  'ServiceReference': SERVICE_REFERENCE,

  'WebhookClientConfig': { caBundle: BASE64 },
  'apiextensions.k8s.io/v1.WebhookClientConfig': { caBundle: BASE64 },
  'CustomResourceDefinitionSpec': { group: required(DNS_SUBDOMAIN), scope: required(oneOf('Cluster', 'Namespaced')), versions: NOT_EMPTY },
  'CustomResourceDefinitionNames': {
    plural: required(DNS_1035_LABEL),
    singular: DNS_1035_LABEL,
    kind: required(KIND),
    listKind: KIND,
    shortNames: items(required(DNS_1035_LABEL)),
    categories: items(required(DNS_1035_LABEL)),
  },
  'CustomResourceDefinitionVersion': { name: required(DNS_1035_LABEL) },
  'CustomResourceConversion': { strategy: required(oneOf('None', 'Webhook')) },

  'apiextensions.k8s.io/v1.ServiceReference': SERVICE_REFERENCE,
  'apiregistration.k8s.io/v1.ServiceReference': SERVICE_REFERENCE,
  'WebhookConversion': { conversionReviewVersions: items(required(DNS_1035_LABEL)) },
  'CustomResourceColumnDefinition': { name: NOT_EMPTY, type: NOT_EMPTY, jsonPath: SIMPLE_PATH },
  'CustomResourceSubresourceScale': { specReplicasPath: SIMPLE_PATH, statusReplicasPath: SIMPLE_PATH },

  'APIServiceSpec': { group: DNS_SUBDOMAIN, version: required(DNS_1035_LABEL), caBundle: BASE64, groupPriorityMinimum: between(1, 20000), versionPriority: between(1, 1000) },
  'CertificateSigningRequestSpec': { request: BASE64 },
  'FlowSchemaSpec': { matchingPrecedence: zeroOr(between(1, 10000)) },
  'flowcontrol.apiserver.k8s.io/v1.FlowSchemaSpec': { matchingPrecedence: zeroOr(between(1, 10000)) },
  'flowcontrol.apiserver.k8s.io/v1beta2.FlowSchemaSpec': { matchingPrecedence: zeroOr(between(1, 10000)) },
};
