import { jobExample } from './examples';
import { Broken, Rule, forRecords, givenOf, isGiven } from './rule';
import { isRecord, listOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const failureIndexes: Rule = {
  id: 'job-failed-indexes',
  why: 'only an Indexed Job counts failures for each of its indexes, and one with very many must say how many may fail',
  severity: 'error',
  since: '1.29',
  fix: 'write completionMode: Indexed and backoffLimitPerIndex; maxFailedIndexes up to completions, and up to 10000 if those are above 100000',
  bad: jobExample('backoffLimitPerIndex: 1'),
  good: jobExample('backoffLimitPerIndex: 1', 'completionMode: Indexed', 'completions: 3'),
};

export const successPolicy: Rule = {
  id: 'job-success-policy',
  why: 'an Indexed Job can be done before all indexes are: when those named have succeeded, or so many of them',
  severity: 'error',
  since: '1.31',
  fix: 'write completionMode: Indexed and 1 to 20 rules, each with succeededIndexes such as 0,2-4, succeededCount up to their number, or both',
  bad: jobExample('successPolicy: {rules: [{succeededCount: 1}]}'),
  good: jobExample('successPolicy: {rules: [{succeededCount: 1}]}', 'completionMode: Indexed', 'completions: 3'),
};

export const INDEX_RULES = [failureIndexes, successPolicy];

const MAX_RULES = 20;
const MAX_FAILED_INDEXES = 100_000;
const MANY_COMPLETIONS = 100_000;
const MAX_OF_MANY = 10_000;

export function checkFailedIndexes(spec: Record<string, any>, broken: Broken) {
  const { backoffLimitPerIndex: perIndex, maxFailedIndexes: most, completions, parallelism } = spec;
  const tooMany = (field: string, message: string) => broken(failureIndexes, `/spec/${field}`, message);
  if (isGiven(most) && !isGiven(perIndex)) { tooMany('backoffLimitPerIndex', 'maxFailedIndexes is given without backoffLimitPerIndex'); }
  if (spec.completionMode !== 'Indexed') {
    for (const field of givenOf(spec, ['backoffLimitPerIndex', 'maxFailedIndexes'])) { tooMany(field, `${field} is for Indexed Jobs only`); }
    return;
  }
  if (typeof most === 'number' && typeof completions === 'number' && most > completions) { tooMany('maxFailedIndexes', `maxFailedIndexes is ${most}, above completions, ${completions}`); }
  if (typeof most === 'number' && most > MAX_FAILED_INDEXES) { tooMany('maxFailedIndexes', `maxFailedIndexes is ${most}, above ${MAX_FAILED_INDEXES}`); }
  if (typeof completions !== 'number' || completions <= MANY_COMPLETIONS || !isGiven(perIndex)) { return; }
  if (!isGiven(most)) { tooMany('maxFailedIndexes', `with more than ${MANY_COMPLETIONS} completions it must be said how many may fail`); }
  for (const [field, value] of [['maxFailedIndexes', most], ['parallelism', parallelism ?? 1]]) {
    if (typeof value === 'number' && value > MAX_OF_MANY) { tooMany(field, `${field} is ${value}, above ${MAX_OF_MANY} with more than ${MANY_COMPLETIONS} completions`); }
  }
}

const MAX_INDEXES_LENGTH = 64 * 1024;

export function checkSuccessPolicy(spec: Record<string, any>, broken: Broken) {
  if (!isRecord(spec.successPolicy)) { return; }
  const at = '/spec/successPolicy/rules';
  const rules = listOf(spec.successPolicy.rules);
  if (spec.completionMode !== 'Indexed') {
    broken(successPolicy, '/spec/successPolicy', 'successPolicy is for Indexed Jobs only', 'write completionMode: Indexed');
    return;
  }
  if (rules.length === 0) { broken(successPolicy, at, 'there are no rules', 'add a rule'); }
  if (rules.length > MAX_RULES) { broken(successPolicy, at, `there are ${rules.length} rules, and ${MAX_RULES} are allowed`); }
  forRecords(rules, (rule, index) => checkSuccessRule(rule, spec.completions, `${at}/${index}`, broken));
}

function checkSuccessRule(rule: Record<string, any>, completions: unknown, at: string, broken: Broken) {
  const { succeededCount: count, succeededIndexes: indexes } = rule;
  if (!isGiven(count) && !isGiven(indexes)) { broken(successPolicy, at, 'the rule says neither which indexes nor how many', 'add succeededIndexes or succeededCount'); }
  if (typeof completions !== 'number' || completions < 0) { return; }
  const total = typeof indexes === 'string' ? countOf(indexes, completions) : undefined;
  if (typeof indexes === 'string' && (total === undefined || indexes.length > MAX_INDEXES_LENGTH)) {
    broken(successPolicy, `${at}/succeededIndexes`, `${show(indexes)} is no list of indexes from 0 to ${completions - 1}`, 'write numbers and ranges in ascending order, such as 0,2-4');
  }
  if (typeof count !== 'number') { return; }
  if (count < 0) { broken(successPolicy, `${at}/succeededCount`, `succeededCount is ${count}`, 'write a count from 0 up'); }
  const most = Math.min(completions, total ?? completions);
  if (count > most) { broken(successPolicy, `${at}/succeededCount`, `succeededCount is ${count}, and there are ${most} indexes`, 'write a smaller count'); }
}

/** How many indexes a list such as `0,2-4` has; undefined for what is none. */
function countOf(indexes: string, completions: number): number | undefined {
  let last = -1;
  let total = 0;
  for (const part of indexes === '' ? [] : indexes.split(',')) {
    const [, from, to] = /^(\+?\d+)(?:-(\+?\d+))?$/.exec(part) ?? [];
    const first = Number(from);
    const end = to === undefined ? first : Number(to);
    if (from === undefined || first <= last || end >= completions || to !== undefined && first >= end) { return undefined; }
    total += end - first + 1;
    last = end;
  }
  return total;
}
