import { found, of } from './object/rule-cases';
import { RULE_CHECKS } from '../../../src/checks/rules/object-rules';

const EXPRESSION = 'matchExpressions: [{key: a, operator: In}]';

/** Something wrong for each kind. */
const WRONG: Readonly<Record<string, readonly [apiVersion: string, body: string]>> = {
  '/ResourceQuota': ['v1', 'spec: {hard: {mem: 1}}'],
  '/LimitRange': ['v1', 'spec: {limits: [{type: all}]}'],
  'scheduling.k8s.io/PriorityClass': ['scheduling.k8s.io/v1', 'value: 2000000000'],
  'storage.k8s.io/CSIDriver': ['storage.k8s.io/v1', 'spec: {tokenRequests: [{audience: a}, {audience: a}]}'],
  'storage.k8s.io/CSINode': ['storage.k8s.io/v1', 'spec: {drivers: [{name: a, nodeID: a}, {name: a, nodeID: b}]}'],
  'storage.k8s.io/CSIStorageCapacity': ['storage.k8s.io/v1', `storageClassName: a, nodeTopology: {${EXPRESSION}}`],
  'storage.k8s.io/VolumeAttachment': ['storage.k8s.io/v1', 'spec: {attacher: a, nodeName: a, source: {}}'],
  '/Node': ['v1', 'spec: {taints: [{key: a, effect: NoSchedule}, {key: a, effect: NoSchedule}]}'],
  'node.k8s.io/RuntimeClass': ['node.k8s.io/v1', 'handler: a, scheduling: {tolerations: [{}]}'],
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': ['admissionregistration.k8s.io/v1', 'webhooks: [{clientConfig: {}}]'],
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': ['admissionregistration.k8s.io/v1', 'webhooks: [{clientConfig: {}}]'],
  'apiextensions.k8s.io/CustomResourceDefinition': ['apiextensions.k8s.io/v1', 'spec: {group: a}'],
  'apiregistration.k8s.io/APIService': ['apiregistration.k8s.io/v1', 'spec: {group: a.b, version: v1}'],
  'certificates.k8s.io/CertificateSigningRequest': ['certificates.k8s.io/v1', 'spec: {usages: []}'],
  'flowcontrol.apiserver.k8s.io/FlowSchema': ['flowcontrol.apiserver.k8s.io/v1beta3', 'spec: {matchingPrecedence: 1}'],
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration': ['flowcontrol.apiserver.k8s.io/v1beta3', 'spec: {type: Limited}'],
  '/Event': ['v1', 'eventTime: "2024-01-31T12:00:00.000000Z"'],
  'events.k8s.io/Event': ['events.k8s.io/v1', 'type: Error'],
};

test.each(Object.keys(WRONG))('%s is checked by its rules', kind => {
  const rules = RULE_CHECKS.filter(({ kinds }) => kinds?.includes(kind)).flatMap(({ checks }) => checks);
  const [apiVersion, body] = WRONG[kind];

  const ids = found(of(kind.slice(kind.indexOf('/') + 1), apiVersion, body)).map(line => line.split(' ')[0]);

  expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(ids).not.toEqual([]);
});
