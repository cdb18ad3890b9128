import { podExample } from './examples';
import { checkLabelSelector, keysOf } from './label-selector';
import { checkNodeSelector, checkNodeSelectorTerm } from './node-selector';
import { Broken, Rule, forRecords, forRepeated, isGiven, isText } from './rule';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const tolerations: Rule = {
  id: 'toleration',
  why: 'a toleration says which taints it bears: a key with Equal and a value, or with Exists and none; only NoExecute knows seconds',
  severity: 'error',
  fix: 'write operator: Exists without value, or a key with a value; tolerationSeconds only with effect: NoExecute',
  bad: podExample('tolerations: [{key: a, operator: Exists, value: b}]'),
  good: podExample('tolerations: [{key: a, operator: Equal, value: b}]'),
};

export const topologySpread: Rule = {
  id: 'topology-spread',
  why: 'Pods are spread over a topology once for each way to handle a misfit, and minDomains is a promise that only DoNotSchedule keeps',
  severity: 'error',
  fix: 'write one constraint for each topologyKey and whenUnsatisfiable; minDomains only with DoNotSchedule',
  bad: podExample('topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, minDomains: 2}]'),
  good: podExample('topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, minDomains: 2}]'),
};

export const schedulingGates: Rule = {
  id: 'scheduling-gates',
  why: 'a gate holds a Pod back from every node until it is removed by its name',
  severity: 'error',
  fix: 'name each gate once, and leave nodeName out as long as there are gates',
  bad: podExample('schedulingGates: [{name: example.com/a}, {name: example.com/a}]'),
  good: podExample('schedulingGates: [{name: example.com/a}]'),
};

export const SCHEDULING_RULES = [tolerations, topologySpread, schedulingGates];

export function checkScheduling(pod: Manifest, broken: Broken) {
  const spec = recordOf(pod.spec);
  if (isRecord(spec.affinity)) { checkAffinity(spec.affinity, '/spec/affinity', broken); }
  forRecords(spec.tolerations, (toleration, index) => checkToleration(toleration, `/spec/tolerations/${index}`, broken));
  const spreads = listOf(spec.topologySpreadConstraints);
  if (spreads.length > 0) { checkSpreads(spreads, '/spec/topologySpreadConstraints', broken); }
  const gates = listOf(spec.schedulingGates);
  forRepeated(gates, gate => recordOf(gate).name, (gate, index) =>
    broken(schedulingGates, `/spec/schedulingGates/${index}/name`, `the gate ${show(gate.name)} is there already`));
  if (gates.length > 0 && isText(spec.nodeName)) {
    broken(schedulingGates, '/spec/nodeName', 'the Pod names a node though its scheduling gates hold it back');
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
  if (isGiven(tolerationSeconds) && effect !== 'NoExecute') {
    broken(tolerations, `${at}/effect`, `tolerationSeconds works with the effect NoExecute only, not with ${show(effect ?? '')}`, 'write effect: NoExecute, or remove tolerationSeconds');
  }
}

function checkSpreads(spreads: readonly any[], at: string, broken: Broken) {
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
    checkMatchLabelKeys(spread, `${at}/${index}/matchLabelKeys`, broken);
  });
}

function checkMatchLabelKeys({ matchLabelKeys, labelSelector }: Record<string, any>, at: string, broken: Broken) {
  const keys = listOf(matchLabelKeys);
  if (keys.length === 0) { return; }
  if (!isRecord(labelSelector)) {
    broken(topologySpread, at, 'matchLabelKeys narrows a labelSelector, but there is none', 'add labelSelector');
    return;
  }
  const selected = keysOf(labelSelector);
  keys.forEach((key, index) => {
    if (selected.has(key)) {
      broken(topologySpread, `${at}/${index}`, `${show(key)} stands in labelSelector as well`, 'name the key in one of the two');
    }
  });
}

function checkAffinity({ nodeAffinity, podAffinity, podAntiAffinity }: Record<string, any>, at: string, broken: Broken) {
  if (isRecord(nodeAffinity)) {
    checkNodeSelector(nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution, `${at}/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution`, broken);
    listOf(nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution).forEach((term, index) => checkNodeSelectorTerm(
      recordOf(term).preference, `${at}/nodeAffinity/preferredDuringSchedulingIgnoredDuringExecution/${index}/preference`, broken));
  }
  checkPodTerms(podAffinity, `${at}/podAffinity`, broken);
  checkPodTerms(podAntiAffinity, `${at}/podAntiAffinity`, broken);
}

function checkPodTerms(affinity: unknown, at: string, broken: Broken) {
  if (!isRecord(affinity)) { return; }
  listOf(affinity.requiredDuringSchedulingIgnoredDuringExecution).forEach((term, index) =>
    checkPodTerm(term, `${at}/requiredDuringSchedulingIgnoredDuringExecution/${index}`, broken));
  listOf(affinity.preferredDuringSchedulingIgnoredDuringExecution).forEach((term, index) =>
    checkPodTerm(recordOf(term).podAffinityTerm, `${at}/preferredDuringSchedulingIgnoredDuringExecution/${index}/podAffinityTerm`, broken));
}

function checkPodTerm(term: unknown, at: string, broken: Broken) {
  if (!isRecord(term)) { return; }
  checkLabelSelector(term.labelSelector, `${at}/labelSelector`, broken);
  checkLabelSelector(term.namespaceSelector, `${at}/namespaceSelector`, broken);
}
