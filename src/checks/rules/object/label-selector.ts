import { example } from './examples';
import { Broken, Rule, forRecords, isGiven, isText } from './rule';
import { isRecord, listOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const labelSelector: Rule = {
  id: 'selector-expression',
  why: 'In and NotIn compare with values, Exists and DoesNotExist with none; the API server refuses any other mixture',
  fix: 'write values with In and NotIn, and none with Exists and DoesNotExist',
  bad: example('PodDisruptionBudget', 'policy/v1', 'spec: {maxUnavailable: 1, selector: {matchExpressions: [{key: app, operator: In}]}}'),
  good: example('PodDisruptionBudget', 'policy/v1', 'spec: {maxUnavailable: 1, selector: {matchExpressions: [{key: app, operator: In, values: [web]}]}}'),
};

export const SELECTOR_RULES = [labelSelector];

/** The expressions of a label selector; what is no mapping is left to the schema. */
export function checkLabelSelector(selector: unknown, at: string, broken: Broken) {
  if (!isRecord(selector)) { return; }
  forRecords(selector.matchExpressions, (expression, index) => checkExpression(expression, labelSelector, `${at}/matchExpressions/${index}`, broken));
}

/** One expression: it has as many values as its operator takes. Which operators there are is the schema's affair. */
export function checkExpression(expression: Record<string, any>, rule: Rule, at: string, broken: Broken) {
  const { key, operator } = expression;
  if (isGiven(expression.values) && !Array.isArray(expression.values)) { return; }
  const count = listOf(expression.values).length;
  if ((operator === 'In' || operator === 'NotIn') && count === 0) {
    broken(rule, `${at}/values`, `'${operator}' has nothing to compare ${show(key)} with`, 'add values');
  } else if ((operator === 'Exists' || operator === 'DoesNotExist') && count > 0) {
    broken(rule, `${at}/values`, `'${operator}' compares ${show(key)} with no values`, `remove values, or write ${operator === 'Exists' ? 'In' : 'NotIn'}`);
  } else if ((operator === 'Gt' || operator === 'Lt') && count !== 1) {
    broken(rule, `${at}/values`, `'${operator}' compares ${show(key)} with one value, not with ${count}`, 'write exactly one value');
  }
}

/** True if the selector selects by anything at all. */
export function selectsSomething(selector: Record<string, any>): boolean {
  return Object.keys(isRecord(selector.matchLabels) ? selector.matchLabels : {}).length > 0 || listOf(selector.matchExpressions).length > 0;
}

/** The keys that a selector asks for. */
export function keysOf(selector: Record<string, any>): Set<string> {
  return new Set([
    ...Object.keys(isRecord(selector.matchLabels) ? selector.matchLabels : {}),
    ...listOf(selector.matchExpressions).map(expression => isRecord(expression) ? expression.key : undefined).filter(isText),
  ]);
}
