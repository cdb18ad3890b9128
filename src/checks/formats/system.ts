import { HTTPS_URL } from './address';
import { FormatTable, items, keys, required, values } from './format';
import { PORT, QUANTITY_NOT_NEGATIVE, between } from './number';
import { DNS_1035_LABEL, DNS_LABEL, NOT_EMPTY, PATH_SEGMENT, QUALIFIED_NAME, oneOf } from './text';

const WEBHOOK = {
  name: NOT_EMPTY,
  timeoutSeconds: between(1, 30),
  admissionReviewVersions: [NOT_EMPTY, items(required(DNS_1035_LABEL))],
  sideEffects: oneOf('None', 'NoneOnDryRun'),
};
const SERVICE_REFERENCE = { name: NOT_EMPTY, namespace: NOT_EMPTY, port: PORT };

/** What the server demands of single fields of RBAC, quotas, priorities, webhooks and custom resources. */
export const SYSTEM_FORMATS: FormatTable = {
  Subject: { name: NOT_EMPTY },
  RoleRef: { name: required(PATH_SEGMENT) },

  ResourceQuotaSpec: {
    hard: values(QUANTITY_NOT_NEGATIVE),
    scopes: items(required(oneOf('Terminating', 'NotTerminating', 'BestEffort', 'NotBestEffort', 'PriorityClass', 'CrossNamespacePodAffinity'))),
  },
  LimitRangeItem: { type: NOT_EMPTY },
  Overhead: { podFixed: values(QUANTITY_NOT_NEGATIVE) },
  RuntimeClass: { handler: required(DNS_LABEL) },
  Scheduling: { nodeSelector: keys(QUALIFIED_NAME) },

  MutatingWebhook: WEBHOOK,
  ValidatingWebhook: WEBHOOK,
  RuleWithOperations: {
    operations: [NOT_EMPTY, items(required(oneOf('*', 'CREATE', 'UPDATE', 'DELETE', 'CONNECT')))],
    apiGroups: NOT_EMPTY,
    apiVersions: [NOT_EMPTY, items(NOT_EMPTY)],
    resources: [NOT_EMPTY, items(NOT_EMPTY)],
    scope: required(oneOf('*', 'Cluster', 'Namespaced')),
  },
  WebhookClientConfig: { url: required(HTTPS_URL) },
  ServiceReference: SERVICE_REFERENCE,

  CustomResourceDefinitionSpec: { group: NOT_EMPTY, scope: required(oneOf('Cluster', 'Namespaced')), versions: NOT_EMPTY },
  CustomResourceDefinitionNames: {
    plural: required(DNS_1035_LABEL), singular: DNS_1035_LABEL, kind: NOT_EMPTY, shortNames: items(required(DNS_1035_LABEL)),
  },
  CustomResourceDefinitionVersion: { name: required(DNS_1035_LABEL) },
  CustomResourceConversion: { strategy: required(oneOf('None', 'Webhook')) },

  APIServiceSpec: { groupPriorityMinimum: between(1, 20000), versionPriority: between(1, 1000) },
  FlowSchemaSpec: { matchingPrecedence: between(1, 10000) },
};
