import { Manifest, isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

const KINDS = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'];

/** Webhooks without which no pod can be created in any namespace, since this change. */
function failsClosed({ before, after }: Update): ChangeStatement[] {
  if (!KINDS.includes(after.kind)) { return []; }
  const stopped = new Set(webhooksOf(before).filter(stopsAllPods).map(({ name }) => name));
  return webhooksOf(after).flatMap((webhook, index) => !stopsAllPods(webhook) || stopped.has(webhook.name) ? [] : [{
    path: `/webhooks/${index}/failurePolicy`,
    part: textOf(webhook.name),
    message: `whenever the webhook '${textOf(webhook.name)}' does not answer, the server refuses every new pod of every namespace, those that would answer among them`,
  }]);
}

function webhooksOf({ webhooks }: Manifest): Record<string, any>[] {
  return listOf(webhooks).map(recordOf);
}

function stopsAllPods({ failurePolicy = 'Fail', namespaceSelector, objectSelector, matchConditions, rules }: Record<string, any>): boolean {
  return failurePolicy === 'Fail' && [namespaceSelector, objectSelector].every(isOpen) && listOf(matchConditions).length === 0
    && listOf(rules).map(recordOf).some(({ apiGroups, operations, resources }) => has(apiGroups, '') && has(operations, 'CREATE') && has(resources, 'pods', '*/*'));
}

/** A selector that leaves nothing out. */
function isOpen(selector: unknown): boolean {
  return !isRecord(selector) || listOf(selector.matchExpressions).length === 0 && Object.keys(recordOf(selector.matchLabels)).length === 0;
}

function has(list: unknown, ...wanted: string[]): boolean {
  return listOf(list).some(item => item === '*' || wanted.includes(item));
}

export const WEBHOOK_DANGERS: readonly Rule[] = [{
  id: 'webhook-stops-all-pods',
  title: 'A webhook that every new pod has to wait for',
  effect: 'access',
  kinds: KINDS,
  fields: 'webhooks[].failurePolicy, namespaceSelector, objectSelector, rules: Fail for new pods of all namespaces',
  why: 'after a restart of nodes, or a rollout of the webhook that fails, nobody answers it. Its own pods and those of the cluster (network, DNS) are refused as well, and nothing comes up by itself',
  fix: 'leave kube-system and the namespace of the webhook out with a namespaceSelector, and run two or more replicas of it; or keep failurePolicy: Ignore',
  updated: failsClosed,
}];
