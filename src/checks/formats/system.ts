import { CIDR } from './address';
import { FormatTable, items, keys, required, values, zeroOr } from './format';
import { PORT, QUANTITY_NOT_NEGATIVE, between } from './number';
import { BASE64, DNS_1035_LABEL, DNS_LABEL, DNS_SUBDOMAIN, LABEL_VALUE, NOT_EMPTY, PATH_SEGMENT, QUALIFIED_NAME, oneOf } from './text';
import { isDnsSubdomain } from '../../kubernetes/names';

const WEBHOOK = {
  name: { ...DNS_SUBDOMAIN, mustBe: 'a name of at least three parts, such as check.example.com', holds: isFullyQualified, notEmpty: true },
  timeoutSeconds: between(1, 30),
  admissionReviewVersions: items(required(DNS_1035_LABEL)),
};
/** Kinds are written with capitals, but what becomes of them in URLs has none. */
const KIND = { ...DNS_1035_LABEL, mustBe: 'letters, digits and `-`, beginning with a letter, such as Widget', holds: (kind: string) => DNS_1035_LABEL.holds(kind.toLowerCase()) };
const SIMPLE_PATH = { ...NOT_EMPTY, mustBe: 'a path that begins with a dot, such as .spec.replicas', holds: (path: string) => path.startsWith('.') };
const SERVICE_REFERENCE = { name: NOT_EMPTY, namespace: NOT_EMPTY, port: PORT };

/** What the server demands of single fields of RBAC, quotas, priorities, webhooks and custom resources. */
export const SYSTEM_FORMATS: FormatTable = {
  'NamespaceSpec': { finalizers: items(QUALIFIED_NAME) },

  'Subject': { name: NOT_EMPTY },
  'RoleRef': { name: required(PATH_SEGMENT) },

  'LimitRangeItem': { type: NOT_EMPTY },
  'Overhead': { podFixed: values(QUANTITY_NOT_NEGATIVE) },
  'RuntimeClass': { handler: required(DNS_LABEL) },
  'Scheduling': { nodeSelector: [keys(QUALIFIED_NAME), values(LABEL_VALUE)] },
  'Taint': { key: QUALIFIED_NAME, value: LABEL_VALUE },
  'NodeSpec': { podCIDR: CIDR, podCIDRs: items(required(CIDR)) },

  'MutatingWebhook': WEBHOOK,
  'ValidatingWebhook': WEBHOOK,
  'RuleWithOperations': {
    operations: items(required(oneOf('*', 'CREATE', 'UPDATE', 'DELETE', 'CONNECT'))),
    scope: required(oneOf('*', 'Cluster', 'Namespaced')),
  },
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
  'flowcontrol.apiserver.k8s.io/v1beta2.FlowSchemaSpec': { matchingPrecedence: zeroOr(between(1, 10000)) },
};

function isFullyQualified(name: string): boolean {
  return isDnsSubdomain(name) && name.split('.').length >= 3;
}
