import { WEB, objectYaml, podYaml, together } from './examples';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { NAMESPACE_NAME_LABEL, matchesSelector } from '../../../kubernetes/selector';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext } from '../../engine/check';

/** Every namespace has it, with its own name. */

const example = (rest: string) => together(
  objectYaml('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'web',
    `webhooks: [{name: web.example.com, admissionReviewVersions: [v1], sideEffects: None, ${rest}clientConfig: {service: {name: web, namespace: default}}, `
    + 'rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}]'),
  objectYaml('v1', 'Service', 'web', 'spec: {selector: {app: web}, ports: [{port: 443, targetPort: 80}]}'),
  podYaml(WEB));

export const webhookOfOwnPods: Check = {
  id: 'webhook-of-own-pods',
  why: 'the server asks a webhook with failurePolicy Fail (the default) before it creates a pod. If the webhook is asked about its own pods, and all of them are gone at once, '
    + 'none can be created any more, as nobody answers',
  severity: 'warning',
  run: function* (inventory, context) {
    for (const kind of ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration']) {
      for (const object of inventory.ofKind(kind)) {
        for (const [i, webhook] of listOf(object.webhooks).map(recordOf).entries()) {
          const own = holdsPodsUp(webhook) ? ownPods(webhook, context).find(pods => isAskedAbout(pods, webhook, inventory)) : undefined;
          if (!own) { continue; }
          yield {
            object,
            path: `/webhooks/${i}/failurePolicy`,
            message: `The webhook '${textOf(webhook.name)}' of ${titleOf(object)} is asked before the pods of ${titleOf(own.workload)} are created, which answer for it`,
            fix: `leave its namespace out: namespaceSelector: {matchExpressions: [{key: ${NAMESPACE_NAME_LABEL}, operator: NotIn, values: [${own.namespace}]}]}`,
          };
        }
      }
    }
  },
  bad: example(''),
  good: example(`namespaceSelector: {matchExpressions: [{key: ${NAMESPACE_NAME_LABEL}, operator: NotIn, values: [default]}]}, `),
};

/** Conditions may leave pods out in a way that is not worked out here. */
function holdsPodsUp({ failurePolicy = 'Fail', matchConditions, rules }: Record<string, any>): boolean {
  return failurePolicy === 'Fail' && listOf(matchConditions).length === 0 && listOf(rules).map(recordOf).some(({ apiGroups, apiVersions, operations, resources, scope = '*' }) =>
    has(apiGroups, '', '*') && has(apiVersions, 'v1', '*') && has(operations, 'CREATE', '*') && has(resources, 'pods', '*', '*/*') && scope !== 'Cluster');
}

function has(list: unknown, ...wanted: string[]): boolean {
  return listOf(list).some(item => wanted.includes(item));
}

function ownPods({ clientConfig }: Record<string, any>, { references }: CheckContext): Pods[] {
  const { name, namespace } = recordOf(recordOf(clientConfig).service);
  const service: Manifest | undefined = typeof namespace === 'string' ? references.inventory.findIn('Service', namespace, name) : undefined;
  return service ? references.selectionsOf(service).flatMap(selection => [...references.selected(selection)]) : [];
}

function isAskedAbout({ namespace, labels }: Pods, { namespaceSelector, objectSelector }: Record<string, any>, inventory: Inventory): boolean {
  const object = inventory.findIn('Namespace', '', namespace);
  // A namespace that stands elsewhere may have any labels.
  if (!object && !asksNameOnly(namespaceSelector)) { return false; }
  const labelsOfNamespace = { ...recordOf(object?.metadata?.labels), [NAMESPACE_NAME_LABEL]: namespace };
  return isMatched(namespaceSelector, labelsOfNamespace) && isMatched(objectSelector, labels);
}

/** An absent selector matches everything here. */
function isMatched(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  return !isRecord(selector) || matchesSelector(selector, labels);
}

function asksNameOnly(selector: unknown): boolean {
  const { matchLabels, matchExpressions } = recordOf(selector);
  const keys = [...Object.keys(recordOf(matchLabels)), ...listOf(matchExpressions).map(expression => recordOf(expression).key)];
  return keys.every(key => key === NAMESPACE_NAME_LABEL);
}
