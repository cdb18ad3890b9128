import { podExample } from './examples';
import { keysOf } from './label-selector';
import { Broken, Rule } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

const TERM = 'affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone';

export const affinityLabelKeys: Rule = {
  id: 'affinity-label-keys',
  why: "matchLabelKeys and mismatchLabelKeys narrow a labelSelector by the Pod's own labels, so each key stands in one place",
  since: '1.31',
  fix: 'write labelSelector, and each key in one of labelSelector, matchLabelKeys and mismatchLabelKeys',
  bad: podExample(`${TERM}, matchLabelKeys: [app]}]}}`),
  good: podExample(`${TERM}, labelSelector: {matchLabels: {tier: web}}, matchLabelKeys: [app]}]}}`),
};

/** What is narrowed by labels of the Pod: a term of an affinity, or a spread constraint. */
interface Narrowed {
  readonly holder: Record<string, any>;
  readonly rule: Rule;
  readonly at: string;
  readonly labels: unknown;
}

/** The first version in which a spread constraint is narrowed as a term of an affinity is: by expressions that the server adds. */
const SPREADS_TOO = 'MatchLabelKeysInPodTopologySpreadSelectorMerge';

export function checkSpreadLabelKeys(narrowed: Narrowed, broken: Broken, model: ApiModel) {
  const { holder, rule, at } = narrowed;
  if (!model.isOff(SPREADS_TOO)) { return checkLabelKeys(narrowed, broken); }
  const keys = listOf(holder.matchLabelKeys);
  if (hasSelector(keys, 'matchLabelKeys', narrowed, broken)) {
    const selected = keysOf(holder.labelSelector);
    keys.forEach((key, index) => {
      if (selected.has(key)) { tellSelected(rule, key, `${at}/matchLabelKeys/${index}`, broken); }
    });
  }
}

/** The server adds an expression for each key that is a label of the Pod; a key may be asked for once then. */
export function checkLabelKeys(narrowed: Narrowed, broken: Broken) {
  const { holder, rule, at } = narrowed;
  const [match, mismatch] = [listOf(holder.matchLabelKeys), listOf(holder.mismatchLabelKeys)];
  if (hasSelector(match, 'matchLabelKeys', narrowed, broken)) {
    match.forEach((key, index) => {
      if (timesOf(key, match, narrowed) > 1) { tellSelected(rule, key, `${at}/matchLabelKeys/${index}`, broken); }
      if (mismatch.includes(key)) { broken(rule, `${at}/matchLabelKeys/${index}`, `${show(key)} stands in mismatchLabelKeys as well`, 'name the key in one of the two'); }
    });
  }
  hasSelector(mismatch, 'mismatchLabelKeys', narrowed, broken);
}

function hasSelector(keys: readonly unknown[], field: string, { holder, rule, at }: Narrowed, broken: Broken): boolean {
  if (keys.length === 0 || isRecord(holder.labelSelector)) { return keys.length > 0; }
  broken(rule, `${at}/${field}`, `${field} narrows a labelSelector, but there is none`, 'add labelSelector');
  return false;
}

function timesOf(key: unknown, match: readonly unknown[], { holder: { labelSelector }, labels }: Narrowed): number {
  if (typeof key !== 'string') { return 0; }
  const isLabel = Object.hasOwn(recordOf(labels), key);
  return (Object.hasOwn(recordOf(labelSelector.matchLabels), key) ? 1 : 0)
    + listOf(labelSelector.matchExpressions).filter(expression => recordOf(expression).key === key).length
    + (isLabel ? match.filter(other => other === key).length : 0);
}

function tellSelected(rule: Rule, key: unknown, at: string, broken: Broken) {
  broken(rule, at, `${show(key)} stands in labelSelector as well`, 'name the key in one of the two');
}
