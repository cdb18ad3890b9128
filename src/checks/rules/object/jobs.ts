import { example, jobExample } from './examples';
import { INDEX_RULES, checkFailedIndexes, checkSuccessPolicy } from './indexed-jobs';
import { checkLabelSelector } from './label-selector';
import { Broken, Rule, forRecords, isGiven, isText, rulesFor } from './rule';
import { templateRestartPolicy } from './workloads';
import { Validity } from '../../../kubernetes/api/lifetime';
import { DNS_LABEL } from '../../../kubernetes/formats/dns-label';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { matchesSelector } from '../../../kubernetes/selector';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const indexedJob: Rule = {
  id: 'indexed-job',
  why: 'an Indexed Job gives each completion a number, which becomes part of the host name of its Pod',
  fix: 'write completions, at most 100000 in parallel, and a name that stays a DNS label with the index behind it',
  bad: jobExample('completionMode: Indexed', 'parallelism: 2'),
  good: jobExample('completionMode: Indexed', 'completions: 3'),
};

export const podFailurePolicy: Rule = {
  id: 'pod-failure-policy',
  why: 'each rule looks either at exit codes or at conditions of the Pod, and only Pods that are not restarted in place tell them',
  fix: 'write exactly one of onExitCodes and onPodConditions in each rule, sorted and distinct exit codes, and restartPolicy: Never',
  bad: jobExample('podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [2, 1]}}]}'),
  good: jobExample('podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [1, 2]}}]}'),
};

export const jobSelector: Rule = {
  id: 'job-selector',
  why: 'the API server makes the selector of a Job itself, so that Jobs do not take the Pods of each other',
  fix: 'remove selector; only with manualSelector: true it can be given, and then the template needs its labels',
  bad: jobExample('selector: {matchLabels: {app: web}}'),
  good: jobExample(),
};

export const scheduleTimeZone: Rule = {
  id: 'schedule-time-zone',
  why: 'the time zone of a schedule stands in timeZone; one in the schedule itself was never meant to work, and the two exclude each other',
  fix: 'remove TZ= from the schedule and keep timeZone',
  bad: cronJobExample("schedule: 'TZ=UTC 0 3 * * *'", 'timeZone: Etc/UTC'),
  good: cronJobExample("schedule: '0 3 * * *'", 'timeZone: Etc/UTC'),
  exampleVersion: '1.28',
};

function cronJobExample(...lines: string[]): string {
  return example('CronJob', 'batch/v1', 'spec:',
    "  jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'httpd:2.4'}]}}}}", ...lines.map(line => `  ${line}`));
}

export const replacementPolicy: Rule = {
  id: 'job-replacement-policy',
  why: 'where a failure policy decides what a failure is, a Pod is replaced only when it has failed',
  severity: 'error',
  since: '1.29',
  fix: 'write podReplacementPolicy: Failed, or leave it out',
  bad: jobExample('podReplacementPolicy: TerminatingOrFailed', 'podFailurePolicy: {rules: []}'),
  good: jobExample('podReplacementPolicy: Failed', 'podFailurePolicy: {rules: []}'),
};

const JOB_RULES = [indexedJob, podFailurePolicy, jobSelector, templateRestartPolicy, replacementPolicy, ...INDEX_RULES];

/** What holds for a Job; it also holds for the Jobs that a CronJob creates. */
export const jobRules: ObjectCheck = rulesFor(['batch/Job'], JOB_RULES, (job, broken) => {
  const spec = recordOf(job.spec);
  checkRestartPolicy(spec, broken);
  if (spec.completionMode === 'Indexed') { checkIndexed(job, spec, broken); }
  if (isRecord(spec.podFailurePolicy)) { checkFailurePolicy(spec, broken); }
  checkFailedIndexes(spec, broken);
  if (isGiven(spec.podFailurePolicy) && isGiven(spec.podReplacementPolicy) && spec.podReplacementPolicy !== 'Failed') {
    broken(replacementPolicy, '/spec/podReplacementPolicy', `podReplacementPolicy is ${show(spec.podReplacementPolicy)} beside a podFailurePolicy`);
  }
  checkSuccessPolicy(spec, broken);
  checkJobSelector(spec, recordOf(job.metadata), broken);
});

export const cronJobRules: ObjectCheck = rulesFor(['batch/CronJob'], [jobSelector, scheduleTimeZone, indexedJob, podFailurePolicy], (cronJob, broken, model) => {
  const { schedule, timeZone, jobTemplate } = recordOf(cronJob.spec);
  if (isText(schedule) && schedule.includes('TZ') && isGiven(timeZone)) {
    broken(scheduleTimeZone, '/spec/schedule', `the schedule ${show(schedule)} names a time zone, and so does timeZone, ${show(timeZone)}`);
  }
  const { selector, manualSelector, completionMode, completions, parallelism, podFailurePolicy: policy } = recordOf(recordOf(jobTemplate).spec);
  if (model.holds(CONDITIONS_NEED_STATUS)) { checkConditions(recordOf(policy).rules, broken); }
  if (completionMode === 'Indexed' && isDefaulted({ completions, parallelism })) {
    broken(indexedJob, '/spec/jobTemplate/spec/completions', 'an Indexed Job of a CronJob must say how many completions it has', 'add completions');
  }
  if (isGiven(selector)) { broken(jobSelector, '/spec/jobTemplate/spec/selector', 'a CronJob cannot choose the selector of its Jobs', 'remove selector'); }
  if (manualSelector === true) {
    broken(jobSelector, '/spec/jobTemplate/spec/manualSelector', 'a CronJob cannot choose the selector of its Jobs', 'remove manualSelector');
  }
});

/** Until then the template of a CronJob gets no default for the status of a condition. */
const CONDITIONS_NEED_STATUS: Validity = { until: '1.34' };

function checkConditions(rules: unknown, broken: Broken) {
  forRecords(rules, (rule, index) => forRecords(rule.onPodConditions, ({ status }, condition) => {
    if (isText(status)) { return; }
    const at = `/spec/jobTemplate/spec/podFailurePolicy/rules/${index}/onPodConditions/${condition}/status`;
    broken(podFailurePolicy, at, 'a condition in a CronJob must say its status', "write status: 'True'");
  }));
}

function checkRestartPolicy(spec: Record<string, any>, broken: Broken) {
  if (!isRecord(spec.template)) { return; }
  const { restartPolicy } = recordOf(spec.template.spec);
  const at = '/spec/template/spec/restartPolicy';
  if (!isText(restartPolicy) || restartPolicy === 'Always') {
    broken(templateRestartPolicy, at, `the Pods of a Job must be able to end, but restartPolicy is ${show(restartPolicy || 'Always')}`, 'write OnFailure or Never');
  } else if (restartPolicy !== 'Never' && isGiven(spec.podFailurePolicy)) {
    broken(podFailurePolicy, at, `podFailurePolicy works with restartPolicy Never only, not with ${show(restartPolicy)}`, 'write restartPolicy: Never');
  }
}

/** A Job of its own that says neither has one completion; the template of a CronJob gets no defaults. */
function isDefaulted({ completions, parallelism }: Record<string, any>): boolean {
  return !isGiven(completions) && !isGiven(parallelism);
}

const MAX_PARALLEL_INDEXES = 100_000;

function checkIndexed(job: Manifest, { completions, parallelism }: Record<string, any>, broken: Broken) {
  if (!isGiven(completions) && !isDefaulted({ completions, parallelism })) { broken(indexedJob, '/spec/completions', 'an Indexed Job must say how many completions it has', 'add completions'); }
  if (typeof parallelism === 'number' && parallelism > MAX_PARALLEL_INDEXES) {
    broken(indexedJob, '/spec/parallelism', `parallelism is ${parallelism}, more than ${MAX_PARALLEL_INDEXES}`);
  }
  if (typeof completions !== 'number' || completions <= 0 || !isText(job.metadata?.name)) { return; }
  const last = `${job.metadata?.name}-${completions - 1}`;
  if (!DNS_LABEL.fits(last)) {
    broken(indexedJob, '/metadata/name', `the last Pod would have the host name ${show(last)}, which is no DNS label`, 'take a shorter name without dots');
  }
}

const MAX_LABEL = 63;

function checkJobSelector({ selector, manualSelector, template }: Record<string, any>, { name, uid }: Record<string, any>, broken: Broken) {
  if (manualSelector === true) {
    if (!isRecord(selector)) {
      broken(jobSelector, '/spec/selector', 'manualSelector is true, but there is no selector', 'remove manualSelector');
    } else if (!matchesSelector(selector, recordOf(recordOf(recordOf(template).metadata).labels))) {
      broken(jobSelector, '/spec/template/metadata/labels', 'the labels of the template do not match spec.selector', 'give the template every label that the selector asks for');
    }
  } else if (isRecord(selector) && !matchesSelector(selector, ownLabels(name, uid))) {
    broken(jobSelector, '/spec/selector', 'the selector is given, but manualSelector is not true', 'remove selector');
  }
  checkLabelSelector(selector, '/spec/selector', broken);
  if (Buffer.byteLength(textOf(name)) > MAX_LABEL) {
    broken(jobSelector, '/metadata/name', `the name has more than ${MAX_LABEL} characters, and becomes a label of the Pods`, 'take a shorter name');
  }
  if (manualSelector !== true) { checkReservedLabels(recordOf(recordOf(recordOf(template).metadata).labels), textOf(name), uid, broken); }
}

/** What the API server makes the selector of. A Job that was read from a cluster has its uid, and one that is yet to be made has none. */
function ownLabels(name: unknown, uid: unknown): Record<string, string> {
  const labels = { 'job-name': textOf(name), 'controller-uid': textOf(uid) };
  return { ...labels, ...Object.fromEntries(Object.entries(labels).map(([key, value]) => [`batch.kubernetes.io/${key}`, value])) };
}

/** Labels that the API server puts on the template of a Job; a template that has others is refused. */
function checkReservedLabels(labels: Record<string, any>, name: string, uid: unknown, broken: Broken) {
  for (const prefix of ['', 'batch.kubernetes.io/']) {
    const at = '/spec/template/metadata/labels';
    if (Object.hasOwn(labels, `${prefix}controller-uid`) && (uid === undefined || labels[`${prefix}controller-uid`] !== uid)) {
      broken(jobSelector, `${at}${pointer(`${prefix}controller-uid`)}`, 'this label is kept for the uid of the Job', 'remove the label');
    }
    if (Object.hasOwn(labels, `${prefix}job-name`) && labels[`${prefix}job-name`] !== name) {
      broken(jobSelector, `${at}${pointer(`${prefix}job-name`)}`, `this label is kept for the name of the Job, ${show(name)}`, 'remove the label');
    }
  }
}

const MAX_RULES = 20;
const MAX_EXIT_CODES = 255;

function checkFailurePolicy(spec: Record<string, any>, broken: Broken) {
  const rules = listOf(spec.podFailurePolicy.rules);
  const at = '/spec/podFailurePolicy/rules';
  if (rules.length > MAX_RULES) { broken(podFailurePolicy, at, `there are ${rules.length} rules, and ${MAX_RULES} are allowed`); }
  forRecords(rules, (rule, index) => checkFailureRule(rule, spec, `${at}/${index}`, broken));
}

function checkFailureRule(rule: Record<string, any>, spec: Record<string, any>, at: string, broken: Broken) {
  const conditions = listOf(rule.onPodConditions);
  const codes = isRecord(rule.onExitCodes);
  if (codes && conditions.length > 0) { broken(podFailurePolicy, at, 'the rule looks at both exit codes and conditions', 'make it two rules'); }
  if (!codes && conditions.length === 0) { broken(podFailurePolicy, at, 'the rule looks at neither exit codes nor conditions', 'add onExitCodes or onPodConditions'); }
  if (conditions.length > MAX_RULES) { broken(podFailurePolicy, `${at}/onPodConditions`, `there are more than ${MAX_RULES} conditions`); }
  if (rule.action === 'FailIndex' && !isGiven(spec.backoffLimitPerIndex)) {
    broken(podFailurePolicy, `${at}/action`, 'only a Job with backoffLimitPerIndex fails by index', 'add backoffLimitPerIndex, or write action: FailJob');
  }
  if (codes) { checkExitCodes(rule.onExitCodes, spec, `${at}/onExitCodes`, broken); }
}

function checkExitCodes({ operator, values, containerName }: Record<string, any>, spec: Record<string, any>, at: string, broken: Broken) {
  const { containers, initContainers } = recordOf(recordOf(spec.template).spec);
  if (isGiven(containerName) && ![...listOf(containers), ...listOf(initContainers)].some(container => recordOf(container).name === containerName)) {
    broken(podFailurePolicy, `${at}/containerName`, `the Pod has no container ${show(containerName)}`, 'name a container of the template, or remove containerName');
  }
  const codes = listOf(values).map(code => code ?? 0);
  if (codes.length === 0) { broken(podFailurePolicy, `${at}/values`, 'there are no exit codes to compare with', 'add values'); }
  if (codes.length > MAX_EXIT_CODES) { broken(podFailurePolicy, `${at}/values`, `there are more than ${MAX_EXIT_CODES} exit codes`); }
  codes.forEach((code, index) => {
    if (code === 0 && operator === 'In') {
      broken(podFailurePolicy, `${at}/values/${index}`, 'exit code 0 is a success, so no failure can have it', 'remove 0');
    }
    if (Number.isFinite(codes[index - 1]) && Number.isFinite(code) && codes[index - 1] >= code) {
      broken(podFailurePolicy, `${at}/values/${index}`, 'exit codes must be sorted, and each stand there once', 'sort the values');
    }
  });
}
