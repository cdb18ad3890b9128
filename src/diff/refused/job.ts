import { groupOf, recordOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, isUnder } from '../changes/update';

/** What may change in the template while the Job is suspended and never ran: where its pods are scheduled. */
const SCHEDULING = [
  '/spec/template/metadata/labels', '/spec/template/metadata/annotations', '/spec/template/spec/nodeSelector',
  '/spec/template/spec/tolerations', '/spec/template/spec/schedulingGates', '/spec/template/spec/affinity/nodeAffinity',
];
const FIXED = ['/spec/selector', '/spec/completionMode', '/spec/podFailurePolicy', '/spec/backoffLimitPerIndex', '/spec/managedBy', '/spec/successPolicy'];
const TEMPLATE = '/spec/template';

function fixedFields(update: Update): ChangeStatement[] {
  if (update.after.kind !== 'Job' || groupOf(update.after.apiVersion) !== 'batch') { return []; }
  const waiting = isWaiting(update);
  const fixed = update.differences.filter(({ path, before, after }) =>
    FIXED.some(parent => isUnder(path, parent))
    || (isUnder(path, TEMPLATE) && !(waiting && isScheduling(path, before ?? after))));
  return [...fixed.map(({ path }) => hit(path, 'the API server refuses this: a Job keeps its template, selector, completion mode and failure policy')), ...completions(update)];
}

/** A Job that has never started: suspended, and its status names no start. */
function isWaiting({ before, given }: Update): boolean {
  return recordOf(before.spec).suspend === true && recordOf(given.before.status).startTime === undefined;
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

function hit(path: string, message: string): ChangeStatement {
  return { path, part: path.slice(1).replace(/\//g, '.'), message };
}

export const JOB_RULES: readonly Rule[] = [{
  id: 'job-immutable',
  title: 'Fixed fields of a Job',
  effect: 'refused',
  kinds: ['Job'],
  fields: 'spec.template, selector, completions, completionMode, podFailurePolicy; free are parallelism, suspend, backoffLimit, deadlines, and where pods are scheduled while the Job is suspended and never started',
  why: 'a Job is one run; what it runs is fixed when it is created',
  fix: 'create a Job under a new name, or delete this one first',
  updated: fixedFields,
}];
