import { example } from './examples';
import { SELECTOR_RULES, checkLabelSelector } from './label-selector';
import { Rule, isGiven, rulesFor } from './rule';
import { meantAmount, misfitOf } from '../../../kubernetes/formats/percent';
import { recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const budgetBounds: Rule = {
  id: 'disruption-budget-bounds',
  why: 'a budget says either how many Pods must stay or how many may go, as a count or as a percentage',
  fix: 'write one of minAvailable and maxUnavailable: a count from 0 up, or a percentage up to 100%',
  bad: example('PodDisruptionBudget', 'policy/v1', 'spec: {minAvailable: 1, maxUnavailable: 1, selector: {matchLabels: {app: web}}}'),
  good: example('PodDisruptionBudget', 'policy/v1', 'spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}'),
};

export const budgetWithoutBound: Rule = {
  id: 'disruption-budget-without-bound',
  why: 'a budget that says neither how many Pods must stay nor how many may go protects nothing',
  severity: 'warning',
  fix: 'write maxUnavailable: 1',
  bad: example('PodDisruptionBudget', 'policy/v1', 'spec: {selector: {matchLabels: {app: web}}}'),
  good: example('PodDisruptionBudget', 'policy/v1', 'spec: {maxUnavailable: 1, selector: {matchLabels: {app: web}}}'),
};

export const disruptionBudgetRules: ObjectCheck = rulesFor(['policy/PodDisruptionBudget'], [budgetBounds, budgetWithoutBound, ...SELECTOR_RULES], (budget, broken) => {
  const spec = recordOf(budget.spec);
  if (isGiven(spec.minAvailable) && isGiven(spec.maxUnavailable)) {
    broken(budgetBounds, '/spec/minAvailable', 'both minAvailable and maxUnavailable are given', 'leave one of them, best maxUnavailable');
  }
  if (!isGiven(spec.minAvailable) && !isGiven(spec.maxUnavailable)) {
    broken(budgetWithoutBound, '/spec', 'the budget has neither minAvailable nor maxUnavailable');
  }
  for (const bound of ['minAvailable', 'maxUnavailable']) {
    const misfit = misfitOf(spec[bound], 100);
    if (misfit) { broken(budgetBounds, `/spec/${bound}`, `${bound} is ${show(spec[bound])}: ${misfit}`, meantAmount(spec[bound])); }
  }
  checkLabelSelector(spec.selector, '/spec/selector', broken);
});
