import { workloadExample } from './examples';
import { Broken, Rule, isGiven, rulesFor } from './rule';
import { amountOf, meantAmount, misfitOf } from '../../../kubernetes/formats/percent';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const updateStrategy: Rule = {
  id: 'update-strategy',
  why: 'settings of the rolling update make sense only for the strategy RollingUpdate',
  fix: 'remove rollingUpdate, or write type: RollingUpdate',
  bad: workloadExample('StatefulSet', 'updateStrategy: {type: OnDelete, rollingUpdate: {partition: 1}}'),
  good: workloadExample('StatefulSet', 'updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}'),
};

export const rollingUpdate: Rule = {
  id: 'rolling-update-steps',
  why: 'an update needs room: either some Pods may be missing meanwhile, or some may be there in excess',
  fix: 'write counts from 0 up or percentages up to 100%, and not 0 for both maxUnavailable and maxSurge',
  bad: workloadExample('Deployment', 'strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}'),
  good: workloadExample('Deployment', 'strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}'),
};

export const progressDeadline: Rule = {
  id: 'progress-deadline',
  why: 'a Pod counts as available only after minReadySeconds, so a shorter deadline (600 seconds unless given) could never be met',
  fix: 'write a progressDeadlineSeconds that is greater than minReadySeconds',
  bad: workloadExample('Deployment', 'minReadySeconds: 60', 'progressDeadlineSeconds: 60'),
  good: workloadExample('Deployment', 'minReadySeconds: 60', 'progressDeadlineSeconds: 300'),
};

const DEFAULT_PROGRESS_DEADLINE = 600;

export const deploymentRules: ObjectCheck = rulesFor(['apps/Deployment'], [updateStrategy, rollingUpdate, progressDeadline], (deployment, broken) => {
  const { strategy, minReadySeconds, progressDeadlineSeconds } = recordOf(deployment.spec);
  if (isRecord(strategy)) { checkDeploymentStrategy(strategy, broken); }
  const deadline = progressDeadlineSeconds ?? DEFAULT_PROGRESS_DEADLINE;
  const ready = minReadySeconds ?? 0;
  if (typeof deadline === 'number' && typeof ready === 'number' && deadline >= 0 && deadline <= ready) {
    broken(progressDeadline, '/spec/progressDeadlineSeconds', `progressDeadlineSeconds is ${deadline}, not greater than minReadySeconds, ${ready}`);
  }
});

function checkDeploymentStrategy(strategy: Record<string, any>, broken: Broken) {
  const { type, rollingUpdate: steps } = strategy;
  if (type === 'Recreate' && isGiven(steps)) {
    broken(updateStrategy, '/spec/strategy/rollingUpdate', 'the strategy is Recreate, so there is no rolling update to set up');
    return;
  }
  if (!isRecord(steps)) { return; }
  checkSteps(steps, '/spec/strategy/rollingUpdate', undefined, broken);
  if (amountOf(steps.maxUnavailable ?? '25%') === 0 && amountOf(steps.maxSurge ?? '25%') === 0) {
    broken(rollingUpdate, '/spec/strategy/rollingUpdate/maxUnavailable', 'both maxUnavailable and maxSurge are 0, so no Pod could ever be replaced');
  }
}

export const daemonSetRules: ObjectCheck = rulesFor(['apps/DaemonSet'], [rollingUpdate], (set, broken) => {
  const { type, rollingUpdate: steps } = recordOf(recordOf(set.spec).updateStrategy);
  if (type === 'OnDelete' || !isRecord(steps)) { return; }
  const at = '/spec/updateStrategy/rollingUpdate';
  checkSteps(steps, at, 100, broken);
  const unavailable = amountOf(steps.maxUnavailable ?? 1);
  const surge = amountOf(steps.maxSurge ?? 0);
  if (unavailable === 0 && surge === 0) {
    broken(rollingUpdate, `${at}/maxUnavailable`, 'both maxUnavailable and maxSurge are 0, so no Pod could ever be replaced');
  }
  if (unavailable !== 0 && unavailable !== undefined && surge !== 0 && surge !== undefined) {
    broken(
      rollingUpdate, `${at}/maxSurge`, `a DaemonSet can have only one of maxSurge (${show(steps.maxSurge)}) and maxUnavailable (${show(steps.maxUnavailable ?? 1)})`,
      'write maxUnavailable: 0 beside maxSurge, or remove maxSurge',
    );
  }
});

/** The server lets a Deployment's surge be any percentage; nothing else may be above 100%. */
function checkSteps(steps: Record<string, any>, at: string, mostSurge: number | undefined, broken: Broken) {
  const unavailable = misfitOf(steps.maxUnavailable, 100);
  if (unavailable) { broken(rollingUpdate, `${at}/maxUnavailable`, `maxUnavailable is ${show(steps.maxUnavailable)}: ${unavailable}`, meantAmount(steps.maxUnavailable)); }
  const surge = misfitOf(steps.maxSurge, mostSurge ?? Infinity);
  if (surge) { broken(rollingUpdate, `${at}/maxSurge`, `maxSurge is ${show(steps.maxSurge)}: ${surge}`, meantAmount(steps.maxSurge)); }
}

export const statefulSetRules: ObjectCheck = rulesFor(['apps/StatefulSet'], [updateStrategy, rollingUpdate], (set, broken) => {
  const { type, rollingUpdate: steps } = recordOf(recordOf(set.spec).updateStrategy);
  if (type === 'OnDelete' && isGiven(steps)) {
    broken(updateStrategy, '/spec/updateStrategy/rollingUpdate', 'the strategy is OnDelete, so there is no rolling update to set up');
  } else if (type !== 'OnDelete' && isRecord(steps)) {
    const at = '/spec/updateStrategy/rollingUpdate';
    checkSteps({ maxUnavailable: steps.maxUnavailable }, at, undefined, broken);
    if (amountOf(steps.maxUnavailable) === 0) { broken(rollingUpdate, `${at}/maxUnavailable`, 'maxUnavailable is 0, so no Pod could ever be replaced', 'write a count from 1 up'); }
  }
});
