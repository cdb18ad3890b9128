import { FormatTable, items, keys, required, values } from './format';
import { PORT, QUANTITY_NOT_NEGATIVE, between } from './number';
import { BASE64, DNS_1035_LABEL, DNS_LABEL, DNS_SUBDOMAIN, NOT_EMPTY, PATH_SEGMENT, QUALIFIED_NAME, oneOf } from './text';
import { isDnsLabel } from '../../manifest/names';

const WEBHOOK = {
  name: { ...DNS_SUBDOMAIN, mustBe: 'a name of at least three parts, such as check.example.com', holds: isFullyQualified, notEmpty: true },
  timeoutSeconds: between(1, 30),
  admissionReviewVersions: items(required(DNS_1035_LABEL)),
};
const SERVICE_REFERENCE = { name: NOT_EMPTY, namespace: NOT_EMPTY, port: PORT };

/** What the server demands of single fields of RBAC, quotas, priorities, webhooks and custom resources. */
export const SYSTEM_FORMATS: FormatTable = {
  'NamespaceSpec': { finalizers: items(QUALIFIED_NAME) },

  'Subject': { name: NOT_EMPTY },
  'RoleRef': { name: required(PATH_SEGMENT) },

  'LimitRangeItem': { type: NOT_EMPTY },
  'Overhead': { podFixed: values(QUANTITY_NOT_NEGATIVE) },
  'RuntimeClass': { handler: required(DNS_LABEL) },
  'Scheduling': { nodeSelector: keys(QUALIFIED_NAME) },

  'MutatingWebhook': WEBHOOK,
  'ValidatingWebhook': WEBHOOK,
  'RuleWithOperations': {
    operations: items(required(oneOf('*', 'CREATE', 'UPDATE', 'DELETE', 'CONNECT'))),
    scope: required(oneOf('*', 'Cluster', 'Namespaced')),
  },
  'ServiceReference': SERVICE_REFERENCE,

  'WebhookClientConfig': { caBundle: BASE64 },
  'apiextensions.k8s.io/v1.WebhookClientConfig': { caBundle: BASE64 },
  'CustomResourceDefinitionSpec': { group: NOT_EMPTY, scope: required(oneOf('Cluster', 'Namespaced')), versions: NOT_EMPTY },
  'CustomResourceDefinitionNames': {
    plural: required(DNS_1035_LABEL), singular: DNS_1035_LABEL, kind: NOT_EMPTY, shortNames: items(required(DNS_1035_LABEL)),
  },
  'CustomResourceDefinitionVersion': { name: required(DNS_1035_LABEL) },
  'CustomResourceConversion': { strategy: required(oneOf('None', 'Webhook')) },

  'APIServiceSpec': { caBundle: BASE64, groupPriorityMinimum: between(1, 20000), versionPriority: between(1, 1000) },
  'FlowSchemaSpec': { matchingPrecedence: between(1, 10000) },
};

function isFullyQualified(name: string): boolean {
  const parts = name.split('.');
  return parts.length >= 3 && parts.every(isDnsLabel);
}
