import { example } from './examples';
import { celExpression, checkExpression } from './expressions';
import { Broken, Rule, forRecords, forRepeated } from './rule';
import { CelEnvironment } from '../../../kubernetes/cel/compile';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

const webhook = (conditions: string) => example('ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/v1',
  'webhooks: [{name: a.example.com, admissionReviewVersions: [v1], sideEffects: None, clientConfig: {service: {name: a, namespace: b}}, ' +
  `matchConditions: [${conditions}]}]`);

export const matchCondition: Rule = {
  id: 'match-condition',
  why: 'a webhook or a policy is asked only if each of its conditions is true; answers name the condition',
  severity: 'error',
  since: '1.28',
  fix: 'write at most 64 conditions, each with another name, and an expression that is not blank',
  bad: webhook("{name: a, expression: 'true'}, {name: a, expression: 'true'}"),
  good: webhook("{name: a, expression: 'true'}, {name: b, expression: 'true'}"),
};

export const MATCH_CONDITION_RULES = [matchCondition, celExpression];

const MOST_CONDITIONS = 64;

/** Only if all of these expressions are true, a webhook or a policy is asked. */
export function checkMatchConditions(conditions: unknown, environment: CelEnvironment, at: string, broken: Broken) {
  const count = listOf(conditions).length;
  if (count > MOST_CONDITIONS) { broken(matchCondition, at, `there are ${count} conditions, and ${MOST_CONDITIONS} are allowed`, 'leave some out'); }
  forRepeated(listOf(conditions), condition => recordOf(condition).name, ({ name }, index) =>
    broken(matchCondition, `${at}/${index}/name`, `the condition ${show(name)} is there already`, 'take another name'));
  forRecords(conditions, ({ expression }, index) => {
    if (typeof expression !== 'string') { return; }
    const text = expression.trim();
    if (text === '') {
      broken(matchCondition, `${at}/${index}/expression`, 'the expression is empty', 'write an expression');
    } else {
      checkExpression(text, ['bool'], environment, `${at}/${index}/expression`, broken);
    }
  });
}
