import { groupOf, listOf, recordOf, sameData } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { World } from '../changes/world';

const RESIZE = 'cpu and memory of a running pod change through its subresource: kubectl patch pod NAME --subresource resize -p PATCH; apply the manifest afterwards';
const IMAGE = /^\/spec\/(containers|initContainers)\/\d+\/image$/;

const RESOURCES = /^\/spec\/(containers|initContainers)\/\d+\/resources(\/|$)/;

function fixedFields(update: Update, { model }: World): ChangeStatement[] {
  if (update.after.kind !== 'Pod' || groupOf(update.after.apiVersion) !== '') { return []; }
  return update.differences
    .filter(({ path }) => path.startsWith('/spec') && !isFree(path, update))
    .map(({ path }) => ({
      path,
      part: path.slice(1).replace(/\//g, '.'),
      message: 'the API server refuses this: of a running Pod only images, added tolerations and a shorter activeDeadlineSeconds can change',
      ...RESOURCES.test(path) && !model.isOff('InPlacePodVerticalScaling') && { fix: RESIZE },
    }));
}

function isFree(path: string, { before, after }: Update): boolean {
  const [old, next] = [recordOf(before.spec), recordOf(after.spec)];
  if (IMAGE.test(path)) { return true; }
  if (path === '/spec/activeDeadlineSeconds') { return isShorter(old.activeDeadlineSeconds, next.activeDeadlineSeconds); }
  if (path === '/spec/tolerations') { return keepsAll(listOf(old.tolerations), listOf(next.tolerations)); }
  if (path.startsWith('/spec/schedulingGates')) { return removesOnly(listOf(old.schedulingGates), listOf(next.schedulingGates)); }
  return listOf(old.schedulingGates).length > 0 && isGatedFree(path, old, next);
}

/** A Pod that waits behind a gate may be sent to fewer nodes than before, never to others. */
function isGatedFree(path: string, old: Record<string, any>, next: Record<string, any>): boolean {
  if (path.startsWith('/spec/nodeSelector')) { return addsOnly(recordOf(old.nodeSelector), recordOf(next.nodeSelector)); }
  if (!path.startsWith('/spec/affinity')) { return false; }
  const ofNodes = ({ affinity }: Record<string, any>) => recordOf(affinity).nodeAffinity;
  // An empty affinity is not the same as none.
  if (sameData(ofNodes(old), ofNodes(next))) { return false; }
  const withoutNodes = ({ affinity }: Record<string, any>) => ({ ...recordOf(affinity), nodeAffinity: undefined });
  const nodes = ({ affinity }: Record<string, any>) => recordOf(recordOf(affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution;
  return sameData(withoutNodes(old), withoutNodes(next)) && narrows(nodes(old), nodes(next));
}

function narrows(before: unknown, after: unknown): boolean {
  if (before === undefined) { return true; }
  const [old, next] = [before, after].map(selector => listOf(recordOf(selector).nodeSelectorTerms).map(recordOf));
  return old.length === 0 || (old.length === next.length && old.every((term, index) => narrowsTerm(term, next[index])));
}

/** Requirements are added behind those that are there. An empty term matches no node, and stays so. */
function narrowsTerm(old: Record<string, any>, next: Record<string, any>): boolean {
  const fields = ['matchExpressions', 'matchFields'];
  if (fields.every(field => listOf(old[field]).length === 0)) { return fields.every(field => listOf(next[field]).length === 0); }
  return fields.every(field => listOf(old[field]).every((expression, at) => sameData(expression, listOf(next[field])[at])));
}

function isShorter(before: unknown, after: unknown): boolean {
  return typeof after === 'number' && (before === undefined || (typeof before === 'number' && after <= before));
}

/** What every pod tolerates for a while: the server adds it again. */
function isGivenToAll({ key, operator, effect }: Record<string, any>): boolean {
  return operator === 'Exists' && effect === 'NoExecute' && (key === 'node.kubernetes.io/not-ready' || key === 'node.kubernetes.io/unreachable');
}

/** How long a pod tolerates something may change; what it tolerates may only become more. */
function keepsAll(before: any[], after: any[]): boolean {
  const bare = ({ tolerationSeconds, ...rest }: Record<string, any>) => rest;
  return before.map(recordOf).every(old => after.some(next => sameData(bare(old), bare(recordOf(next))))
    || isGivenToAll(old) && !after.some(next => standsFor(recordOf(next), old.key)));
}

/** What the server takes for a toleration that every pod has, so that it adds none. */
function standsFor({ key = '', effect = '' }: Record<string, any>, given: string): boolean {
  return (key === '' || key === given) && (effect === '' || effect === 'NoExecute');
}

function removesOnly(before: any[], after: any[]): boolean {
  return after.every(gate => before.some(old => sameData(old, gate)));
}

function addsOnly(before: Record<string, any>, after: Record<string, any>): boolean {
  return Object.keys(before).every(key => before[key] === after[key]);
}

export const POD_RULES: readonly Rule[] = [{
  id: 'pod-immutable',
  title: 'Fixed fields of a Pod',
  effect: 'refused',
  kinds: ['Pod'],
  fields: 'spec, except images, added tolerations, a shorter activeDeadlineSeconds and removed scheduling gates; behind a gate also a narrower choice of nodes',
  why: 'a Pod is scheduled and started once',
  fix: 'let a workload own the pod, or delete it first and create it again',
  updated: fixedFields,
}];
