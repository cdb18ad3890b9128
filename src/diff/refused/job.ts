import { ApiModel } from '../../kubernetes/api/model';
import { Manifest, groupOf, listOf, recordOf } from '../../kubernetes/manifest';
import { JOB_LABEL } from '../changes/live';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, isUnder } from '../changes/update';
import { World } from '../changes/world';

/** What may change in the template while a Job waits: where its pods are scheduled. */
const SCHEDULING = [
  '/spec/template/metadata/labels', '/spec/template/metadata/annotations', '/spec/template/spec/nodeSelector',
  '/spec/template/spec/tolerations', '/spec/template/spec/schedulingGates', '/spec/template/spec/affinity/nodeAffinity',
];
const RESOURCES = /^\/spec\/template\/(metadata|spec\/(containers|initContainers)\/\d+\/resources)(\/|$)/;
const FIXED = ['/spec/selector', '/spec/completionMode', '/spec/podFailurePolicy', '/spec/backoffLimitPerIndex', '/spec/managedBy', '/spec/successPolicy'];
const TEMPLATE = '/spec/template';

function fixedFields(update: Update, { model }: World): ChangeStatement[] {
  if (update.after.kind !== 'Job' || groupOf(update.after.apiVersion) !== 'batch') { return []; }
  const free = freePartsOf(update, model);
  const fixed = update.differences.filter(({ path, before, after }) =>
    FIXED.some(parent => isUnder(path, parent)) || (isUnder(path, TEMPLATE) && !free.some(isFree => isFree(path, before ?? after))));
  return [...fixed.map(({ path }) => hit(path, 'the API server refuses this: a Job keeps its template, selector, completion mode and failure policy')), ...completions(update), ...lostLabels(update)];
}

/** Whether a field of the template may change, by its path and what was or becomes of it. */
type IsFree = (path: string, value: unknown) => boolean;

function freePartsOf({ before, given }: Update, model: ApiModel): IsFree[] {
  if (recordOf(before.spec).suspend !== true) { return []; }
  const { active, startTime } = recordOf(given.before.status);
  const hasNoPods = !active && (startTime === undefined || isSuspended(given.before));
  const isWaiting = model.isOff('MutableSchedulingDirectivesForSuspendedJobs') ? startTime === undefined : hasNoPods;
  return [
    ...isWaiting ? [isScheduling] : [],
    ...hasNoPods && !model.isOff('MutablePodResourcesForSuspendedJobs') ? [(path: string) => RESOURCES.test(path)] : [],
  ];
}

/** The controller has stopped its pods. */
function isSuspended({ status }: Manifest): boolean {
  return listOf(recordOf(status).conditions).map(recordOf).some(condition => condition.type === 'Suspended' && condition.status === 'True');
}

/** Affinity that appears or goes as a whole counts if only its node part is there. */
function isScheduling(path: string, value: unknown): boolean {
  if (SCHEDULING.some(free => isUnder(path, free))) { return true; }
  if (path === '/spec/template/metadata') { return Object.keys(recordOf(value)).every(key => key === 'labels' || key === 'annotations'); }
  return path === '/spec/template/spec/affinity' && Object.keys(recordOf(value)).every(key => key === 'nodeAffinity');
}

function completions({ differences, after }: Update): ChangeStatement[] {
  const change = differences.find(({ path }) => path === '/spec/completions');
  const { completionMode, parallelism } = recordOf(after.spec);
  if (!change) { return []; }
  if (completionMode !== 'Indexed') { return [hit(change.path, 'the API server refuses this: completions of a Job never change, unless it is Indexed')]; }
  if (change.after !== undefined && change.after === parallelism) { return []; }
  return [hit(change.path, 'the API server refuses this: completions of an Indexed Job change only together with parallelism, to the same number')];
}

const LABELS = '/spec/template/metadata/labels';

/** Who owned all labels of the template, and leaves them out, takes along those that the server made. */
function lostLabels({ before, after, differences }: Update): ChangeStatement[] {
  const labelsOf = (side: Manifest) => recordOf(recordOf(recordOf(recordOf(side.spec).template).metadata).labels);
  const isLost = Object.hasOwn(labelsOf(before), JOB_LABEL) && !Object.hasOwn(labelsOf(after), JOB_LABEL);
  const change = differences.find(({ path }) => isUnder(LABELS, path));
  return isLost && change ? [hit(change.path, 'the API server refuses this: the labels by which the Job finds its pods go with the others; leave one label there')] : [];
}

function hit(path: string, message: string): ChangeStatement {
  return { path, part: path.slice(1).replace(/\//g, '.'), message };
}

export const JOB_RULES: readonly Rule[] = [{
  id: 'job-immutable',
  title: 'Fixed fields of a Job',
  effect: 'refused',
  kinds: ['Job'],
  fields: 'spec.template, selector, completions, completionMode, podFailurePolicy, successPolicy, backoffLimitPerIndex, managedBy; free are parallelism, suspend, backoffLimit, deadlines, and where pods are scheduled while the Job is suspended and never started. From Kubernetes 1.36 on, a suspended Job without pods may have been started before, and its containers may get other resources',
  why: 'a Job is one run; what it runs is fixed when it is created',
  fix: 'create a Job under a new name, or delete this one first',
  updated: fixedFields,
}];
