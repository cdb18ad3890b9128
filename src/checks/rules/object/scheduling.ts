import { podExample } from './examples';
import { affinityLabelKeys, checkLabelKeys, checkSpreadLabelKeys } from './label-keys';
import { checkLabelSelector } from './label-selector';
import { checkNodeSelector, checkNodeSelectorTerm } from './node-selector';
import { Broken, Rule, forRecords, forRepeated, isGiven, isText } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const tolerations: Rule = {
  id: 'toleration',
  why: 'a toleration says which taints it bears: a key with Equal and a value, or with Exists and none; only NoExecute knows seconds',
  fix: 'write operator: Exists without value, or a key with a value; tolerationSeconds only with effect: NoExecute',
  bad: podExample('tolerations: [{key: a, operator: Exists, value: b}]'),
  good: podExample('tolerations: [{key: a, operator: Equal, value: b}]'),
};

export const topologySpread: Rule = {
  id: 'topology-spread',
  why: 'Pods are spread over a topology once for each way to handle a misfit, and minDomains is a promise that only DoNotSchedule keeps',
  fix: 'write one constraint for each topologyKey and whenUnsatisfiable; minDomains only with DoNotSchedule',
  bad: podExample('topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, minDomains: 2, labelSelector: {}}]'),
  good: podExample('topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, minDomains: 2, labelSelector: {}}]'),
};

export const schedulingGates: Rule = {
  id: 'scheduling-gates',
  why: 'a gate holds a Pod back from every node until it is removed by its name',
  fix: 'name each gate once',
  bad: podExample('schedulingGates: [{name: example.com/a}, {name: example.com/a}]'),
  good: podExample('schedulingGates: [{name: example.com/a}]'),
};

export const gatedNode: Rule = {
  id: 'scheduling-gates-node',
  why: 'a Pod that is held back from every node cannot name one',
  podsOnly: {},
  fix: 'leave nodeName out as long as there are gates',
  bad: podExample('schedulingGates: [{name: example.com/a}]', 'nodeName: node-1'),
  good: podExample('schedulingGates: [{name: example.com/a}]'),
};

export const SCHEDULING_RULES = [tolerations, topologySpread, schedulingGates, gatedNode, affinityLabelKeys];

export function checkScheduling(pod: Manifest, broken: Broken, model: ApiModel) {
  const spec = recordOf(pod.spec);
  const labels = pod.metadata?.labels;
  if (isRecord(spec.affinity)) { checkAffinity(spec.affinity, '/spec/affinity', labels, broken); }
  forRecords(spec.tolerations, (toleration, index) => checkToleration(toleration, `/spec/tolerations/${index}`, broken));
  const spreads = listOf(spec.topologySpreadConstraints);
  if (spreads.length > 0) { checkSpreads(spreads, labels, '/spec/topologySpreadConstraints', broken, model); }
  const gates = listOf(spec.schedulingGates);
  forRepeated(gates, gate => recordOf(gate).name, (gate, index) =>
    broken(schedulingGates, `/spec/schedulingGates/${index}/name`, `the gate ${show(gate.name)} is there already`));
  if (gates.length > 0 && isText(spec.nodeName)) {
    broken(gatedNode, '/spec/nodeName', 'the Pod names a node though its scheduling gates hold it back');
  }
}

/** One toleration, of a Pod or of a RuntimeClass. */
export function checkToleration({ key, operator, value, effect, tolerationSeconds }: Record<string, any>, at: string, broken: Broken) {
  if (!isText(key) && operator !== 'Exists') {
    broken(tolerations, `${at}/operator`, 'a toleration without a key must say operator: Exists', 'add the key, or write operator: Exists');
  }
  if (operator === 'Exists' && isText(value)) {
    broken(tolerations, `${at}/value`, `'Exists' compares with no value, here ${show(value)}`, 'remove the value, or write operator: Equal');
  }
  if ((operator === 'Lt' || operator === 'Gt') && !isInt64(value)) {
    broken(tolerations, `${at}/value`, `'${operator}' compares with a whole number, not with ${show(value ?? '')}`, 'write a whole number in quotes');
  }
  if (isGiven(tolerationSeconds) && effect !== 'NoExecute') {
    broken(tolerations, `${at}/effect`, `tolerationSeconds works with the effect NoExecute only, not with ${show(effect ?? '')}`, 'write effect: NoExecute, or remove tolerationSeconds');
  }
}

/** As the server wants to see it: no plus, no zeros in front. */
function isInt64(value: unknown): boolean {
  return typeof value === 'string' && /^(0|-?[1-9]\d{0,18})$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value);
}

function checkSpreads(spreads: readonly any[], labels: unknown, at: string, broken: Broken, model: ApiModel) {
  forRepeated(
    spreads.map(recordOf),
    ({ topologyKey, whenUnsatisfiable }) => isText(topologyKey) && isText(whenUnsatisfiable) ? `${topologyKey} ${whenUnsatisfiable}` : undefined,
    ({ topologyKey }, index) => broken(topologySpread, `${at}/${index}`, `there is already a constraint for ${show(topologyKey)} with this whenUnsatisfiable`));
  spreads.forEach((spread, index) => {
    if (!isRecord(spread)) { return; }
    if (isGiven(spread.minDomains) && spread.whenUnsatisfiable !== 'DoNotSchedule') {
      broken(topologySpread, `${at}/${index}/minDomains`, `minDomains works with DoNotSchedule only, not with ${show(spread.whenUnsatisfiable ?? '')}`);
    }
    checkLabelSelector(spread.labelSelector, `${at}/${index}/labelSelector`, broken);
    checkSpreadLabelKeys({ holder: spread, rule: topologySpread, at: `${at}/${index}`, labels }, broken, model);
  });
}

function checkAffinity({ nodeAffinity, podAffinity, podAntiAffinity }: Record<string, any>, at: string, labels: unknown, broken: Broken) {
  if (isRecord(nodeAffinity)) {
    checkNodeSelector(nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution, `${at}/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution`, broken);
    listOf(nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution).forEach((term, index) => checkNodeSelectorTerm(
      recordOf(term).preference, `${at}/nodeAffinity/preferredDuringSchedulingIgnoredDuringExecution/${index}/preference`, broken));
  }
  checkPodTerms(podAffinity, `${at}/podAffinity`, labels, broken);
  checkPodTerms(podAntiAffinity, `${at}/podAntiAffinity`, labels, broken);
}

function checkPodTerms(affinity: unknown, at: string, labels: unknown, broken: Broken) {
  if (!isRecord(affinity)) { return; }
  listOf(affinity.requiredDuringSchedulingIgnoredDuringExecution).forEach((term, index) =>
    checkPodTerm(term, `${at}/requiredDuringSchedulingIgnoredDuringExecution/${index}`, labels, broken));
  listOf(affinity.preferredDuringSchedulingIgnoredDuringExecution).forEach((term, index) =>
    checkPodTerm(recordOf(term).podAffinityTerm, `${at}/preferredDuringSchedulingIgnoredDuringExecution/${index}/podAffinityTerm`, labels, broken));
}

function checkPodTerm(term: unknown, at: string, labels: unknown, broken: Broken) {
  if (!isRecord(term)) { return; }
  checkLabelSelector(term.labelSelector, `${at}/labelSelector`, broken);
  checkLabelSelector(term.namespaceSelector, `${at}/namespaceSelector`, broken);
  checkLabelKeys({ holder: term, rule: affinityLabelKeys, at, labels }, broken);
}
