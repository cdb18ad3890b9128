import { containerExample, podExample } from './examples';
import { ContainerAt } from './pod';
import { Broken, Rule, forRecords, forRepeated, isGiven, isText } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { droppedField, droppedProblem } from '../../schema/dropped-field';

export const containerRestartPolicy: Rule = {
  id: 'container-restart-policy',
  why: 'before Kubernetes 1.35 the Pod alone says whether its containers are restarted; only an init container that runs beside them says Always',
  since: '1.28',
  fix: 'write Always for a sidecar among initContainers; for others remove restartPolicy, or from 1.35 on write Always, OnFailure or Never',
  bad: podExample('initContainers: [{name: log, image: a:1, restartPolicy: Sometimes}]'),
  good: podExample('initContainers: [{name: log, image: a:1, restartPolicy: Always}]'),
};

export const containerRestartRules: Rule = {
  id: 'container-restart-rules',
  why: 'a rule makes an exception from the restartPolicy of the same container, by the exit codes that it lists',
  since: '1.35',
  fix: 'write restartPolicy too, and in each rule an action and exitCodes with operator In or NotIn; at most 20 rules and 255 codes',
  bad: containerExample('restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]'),
  good: containerExample('restartPolicy: Never', 'restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]'),
};

export const resizePolicy: Rule = {
  id: 'resize-policy',
  why: 'cpu and memory can be resized while a container runs, each in one way; a container that is never restarted cannot be restarted for it',
  since: '1.33',
  fix: 'write cpu and memory once at most, each with NotRequired or RestartContainer; NotRequired where restartPolicy is Never and in init containers that end',
  bad: containerExample('resizePolicy: [{resourceName: ephemeral-storage, restartPolicy: NotRequired}]'),
  good: containerExample('resizePolicy: [{resourceName: memory, restartPolicy: RestartContainer}]'),
};

export const RESTART_RULES = [containerRestartPolicy, containerRestartRules, resizePolicy];

const POLICIES = ['Always', 'OnFailure', 'Never'];

const RESTART_GATE = 'ContainerRestartRules';

/** Restarts of a container: whether, by which exit codes, and for new resources. */
export function checkRestarts(found: ContainerAt, spec: Record<string, any>, broken: Broken, model: ApiModel) {
  const { container, at, init } = found;
  const hasRules = !model.isOff(RESTART_GATE);
  if (isGiven(container.restartPolicy)) {
    const [rule, allowed] = hasRules ? [containerRestartPolicy, POLICIES] : init ? [OF_INIT_CONTAINERS, ['Always']] : [OF_OTHERS, []];
    if (model.gate(RESTART_GATE) && !hasRules) {
      checkDropped(container.restartPolicy, allowed, `${at}/restartPolicy`, broken, model);
    } else {
      checkPolicy(container.restartPolicy, rule, allowed, `${at}/restartPolicy`, broken);
    }
  }
  if (hasRules) { checkRules(found, broken, model); }
  if (!isGiven(container.resizePolicy)) { return; }
  forRecords(container.resizePolicy, (policy, index) => checkResize(policy, found, spec, `${at}/resizePolicy/${index}`, broken, model));
  forRepeated(listOf(container.resizePolicy), policy => recordOf(policy).resourceName, (policy, index) =>
    broken(resizePolicy, `${at}/resizePolicy/${index}/resourceName`, `${show(policy.resourceName)} is there already`));
}

/** As long as the server looks at the field, and does not just drop it: while sidecars are off, or rules of restarts. */
const OF_INIT_CONTAINERS: Rule = { ...containerRestartPolicy, since: '1.29', until: '1.34' };
const OF_OTHERS: Rule = { ...containerRestartPolicy, until: '1.34' };

function checkPolicy(policy: unknown, rule: Rule, allowed: readonly string[], at: string, broken: Broken) {
  if (typeof policy !== 'string' || allowed.includes(policy)) { return; }
  broken(rule, at, allowed.length === 0 ? `only an init container can have a restartPolicy, here ${show(policy)}` : `restartPolicy is ${show(policy)}`);
}

/** A server that has the feature and not switched it on drops what it would allow with it. */
function checkDropped(policy: unknown, kept: readonly string[], at: string, broken: Broken, model: ApiModel) {
  if (typeof policy !== 'string' || policy === '' || kept.includes(policy)) { return; }
  const { message, fix } = droppedProblem({ name: 'restartPolicy', gate: RESTART_GATE }, model);
  broken({ ...droppedField, fix }, at, message);
}

const MAX_RULES = 20;
const MAX_EXIT_CODES = 255;
const RESTARTS_ALL = 'RestartAllContainersOnContainerExits';

function checkRules({ container, at, sidecar }: ContainerAt, broken: Broken, model: ApiModel) {
  const rules = listOf(container.restartPolicyRules);
  const path = `${at}/restartPolicyRules`;
  if (rules.length === 0) { return; }
  if (!isGiven(container.restartPolicy)) { broken(containerRestartRules, `${at}/restartPolicy`, 'there are rules, but no restartPolicy', 'add restartPolicy'); }
  if (rules.length > MAX_RULES) { broken(containerRestartRules, path, `there are ${rules.length} rules, and ${MAX_RULES} are allowed`); }
  if (sidecar && model.isOff(RESTARTS_ALL)) {
    broken(containerRestartRules, path, 'a sidecar is always restarted, so it has no rules', 'remove restartPolicyRules');
  }
  const actions = model.isOff(RESTARTS_ALL) ? ['Restart'] : ['Restart', 'RestartAllContainers'];
  forRecords(rules, (rule, index) => checkRule(rule, actions, `${path}/${index}`, broken));
}

function checkRule({ action, exitCodes }: Record<string, any>, actions: readonly string[], at: string, broken: Broken) {
  if (isText(action) && !actions.includes(action)) {
    broken(containerRestartRules, `${at}/action`, `there is no action ${show(action)}`, `write ${actions.join(' or ')}`);
  }
  if (!isGiven(exitCodes)) { broken(containerRestartRules, `${at}/exitCodes`, 'the rule names no exit codes', 'add exitCodes'); }
  const { operator, values } = recordOf(exitCodes);
  if (isText(operator) && operator !== 'In' && operator !== 'NotIn') {
    broken(containerRestartRules, `${at}/exitCodes/operator`, `there is no operator ${show(operator)}`, 'write In or NotIn');
  }
  if (listOf(values).length > MAX_EXIT_CODES) { broken(containerRestartRules, `${at}/exitCodes/values`, `there are more than ${MAX_EXIT_CODES} exit codes`); }
}

/** The first version that looks at init containers which end. */
const INIT_CONTAINERS_TOO = '1.36';

type Fields = Record<string, any>;

function checkResize(policy: Fields, { init, sidecar }: ContainerAt, spec: Fields, at: string, broken: Broken, model: ApiModel) {
  const { resourceName, restartPolicy } = policy;
  if (isText(resourceName) && resourceName !== 'cpu' && resourceName !== 'memory') {
    broken(resizePolicy, `${at}/resourceName`, `${show(resourceName)} cannot be resized`, 'write cpu or memory');
  }
  if (isText(restartPolicy) && restartPolicy !== 'NotRequired' && restartPolicy !== 'RestartContainer') {
    broken(resizePolicy, `${at}/restartPolicy`, `there is no restartPolicy ${show(restartPolicy)} for a resize`, 'write NotRequired or RestartContainer');
  } else if (restartPolicy === 'RestartContainer' && spec.restartPolicy === 'Never') {
    broken(resizePolicy, `${at}/restartPolicy`, 'the Pod never restarts its containers, so a resize cannot restart one', 'write NotRequired');
  } else if (restartPolicy === 'RestartContainer' && init && !sidecar && model.isSince(INIT_CONTAINERS_TOO)) {
    broken(resizePolicy, `${at}/restartPolicy`, 'an init container that runs to its end is not restarted by a resize', 'write NotRequired');
  }
}
