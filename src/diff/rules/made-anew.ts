import { HOLD_DATA } from './deployers';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { claimTemplatesOf, retentionOf } from '../../kubernetes/workload';
import { Handling, forcerOf } from '../../manifest/deployers';
import { namespaceOf } from '../../manifest/inventory';
import { Change } from '../../reports/change';
import { claimNames } from '../changes/claim-effects';
import { ChangeStatement, Rule } from '../changes/rule';

/** The rule of what no server takes, be it new or not. */
const INVALID = 'invalid';

/** All pods of these stop with them. */
const RUN_PODS: ReadonlySet<string> = new Set(['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet', 'ReplicationController']);

/** An object that is deleted and created again, so that nothing of it is an update. */
export const RECREATED: Rule = {
  id: 'recreated-by-deployer',
  title: 'Deleted and created again',
  severity: 'info',
  effect: 'in-place',
  kinds: ['every kind'],
  fields: 'every field, with helm.sh/hook, argocd.argoproj.io/hook or argocd.argoproj.io/sync-options: Replace=true,Force=true; '
    + 'fields that cannot be changed, with Force=true alone or kustomize.toolkit.fluxcd.io/force: enabled',
  why: 'what deploys the manifests deletes the object first, so fields may change that no update can change; a Job or Pod runs again, and all pods of a workload stop at once',
};

/** The same of an object that takes data along. */
export const DATA_RECREATED: Rule = {
  id: 'data-recreated-by-deployer',
  title: 'Deleted with its data, and created again',
  effect: 'deletes-data',
  kinds: ['PersistentVolumeClaim', 'PersistentVolume', 'Namespace', 'CustomResourceDefinition', 'StatefulSet'],
  fields: 'those of recreated-by-deployer',
  why: 'a claim that is deleted and created again is empty; so are those of a StatefulSet with whenDeleted: Delete, and those of a template with another name',
  fix: 'take the word off the object: without it the server refuses the change, and nothing is lost. Where data shall move, there is a plan (`--plan`)',
};

/** An update that Helm 3 cannot make. */
export const HOOK_IN_THE_WAY: Rule = {
  id: 'hook-in-the-way',
  title: 'Helm creates what is there already',
  effect: 'in-place',
  kinds: ['every kind'],
  fields: 'helm.sh/hook, helm.sh/hook-delete-policy without before-hook-creation',
  why: 'Helm 3 creates a hook and does not update it, and no Helm takes over what a hook made: where one of that name is there, the upgrade fails. Helm 4 updates a hook',
  fix: 'add before-hook-creation to helm.sh/hook-delete-policy; for an object that shall stay, take the hook away and delete it by hand once',
};

/** An object that is deleted for an update that is none. */
export const DELETED_FOR_INVALID: Rule = {
  id: 'deleted-for-invalid',
  title: 'Deleted, and not created again',
  effect: 'strands-data',
  kinds: ['every kind'],
  fields: 'those that make an object invalid, with kustomize.toolkit.fluxcd.io/force: enabled',
  why: 'Flux takes every refusal for a field that cannot be changed: it deletes the object first, and the server refuses the new one, too',
  fix: 'correct the object before it is applied, and take kustomize.toolkit.fluxcd.io/force off what must not go',
};

/** An object that was part of a release, and is a hook from now on. */
export const LEAVES_RELEASE: Rule = {
  id: 'leaves-release',
  title: 'An object of a Helm release becomes a hook',
  severity: 'info',
  effect: 'in-place',
  kinds: ['every kind'],
  fields: 'helm.sh/hook',
  why: 'a hook is no part of the release, so the upgrade deletes the object as one that is gone from the chart',
};

/** What is said of an object that its deployer does not update. */
export function handled(after: Manifest, { how, reader }: Handling): { readonly rule: Rule; readonly statement: ChangeStatement } {
  const { kind } = after;
  if (how === 'refused') {
    return { rule: HOOK_IN_THE_WAY, statement: { path: '', message: `an upgrade by Helm 3 fails: ${reader} does not update the ${kind}, and it is there already` } };
  }
  if (how === 'deleted') {
    return { rule: LEAVES_RELEASE, statement: { path: '', message: `the ${kind} is deleted, for by ${reader} it is no part of its release any more` } };
  }
  return madeAnew(undefined, after, `by ${reader}`);
}

/** What is said of an update that the server refuses, if the deployer then deletes the object and creates it again; with the rest of what is said. */
export function forced(before: Manifest, after: Manifest, changes: readonly Change[]) {
  const forcer = forcerOf(before, after);
  // Only Flux applies on the server.
  const isRefused = ({ effect, serverSideOnly }: Change) => effect === 'refused' && (!serverSideOnly || forcer?.by === 'Flux');
  const refused = changes.filter(isRefused);
  if (!forcer || refused.length === 0) { return undefined; }
  if (forcer.by === 'Flux' && refused.some(({ rule }) => rule === INVALID)) {
    return { rest: changes.filter(change => !isRefused(change)), ...deletedForInvalid(after, forcer.reader, refused[0].message) };
  }
  const why = `by ${forcer.reader}, for the server refuses the update: ${refused[0].message}`;
  return { rest: changes.filter(change => !isRefused(change)), ...madeAnew(before, after, why) };
}

function deletedForInvalid({ kind }: Manifest, reader: string, message: string): { readonly rule: Rule; readonly statement: ChangeStatement } {
  const effect = HOLD_DATA.has(kind) ? 'deletes-data' : kind === 'StatefulSet' ? 'strands-data' : 'access';
  return { rule: DELETED_FOR_INVALID, statement: { path: '', effect, message: `the ${kind} is deleted by ${reader}, and not created again: ${message}` } };
}

function madeAnew(before: Manifest | undefined, after: Manifest, why: string): { readonly rule: Rule; readonly statement: ChangeStatement } {
  const { kind, metadata } = after;
  const message = `the ${kind} is deleted and created again ${why}`;
  const namespace = namespaceOf(after);
  if (kind === 'StatefulSet') { return setMadeAnew(before ?? after, after, message); }
  if (HOLD_DATA.has(kind)) {
    const claims = kind === 'PersistentVolumeClaim' ? [{ namespace, name: String(metadata?.name), fate: 'deleted' as const }] : [];
    return { rule: DATA_RECREATED, statement: { path: '', message: `${message}; what it held is gone`, claims } };
  }
  const more = RUN_PODS.has(kind) ? '; all its pods stop, and new ones start' : ['Job', 'Pod'].includes(kind) ? ': it runs again' : '';
  return { rule: RECREATED, statement: { path: '', message: `${message}${more}`, ...RUN_PODS.has(kind) && { effect: 'restart' } } };
}

/** Its claims stay, unless it takes them along. */
function setMadeAnew(before: Manifest, after: Manifest, message: string): { readonly rule: Rule; readonly statement: ChangeStatement } {
  const namespace = namespaceOf(after);
  const deleted = retentionOf(before).whenDeleted === 'Delete';
  const names = claimTemplatesOf(after).map(template => recordOf(template.metadata).name);
  const isStranded = claimTemplatesOf(before).some(template => !names.includes(recordOf(template.metadata).name));
  const claims = deleted || isStranded ? claimNames(before).map(name => ({ namespace, name, fate: deleted ? 'deleted' as const : 'stranded' as const })) : [];
  if (claims.length > 0) {
    const fate = deleted ? 'its claims go with it (whenDeleted: Delete)' : 'the new pods start with empty claims, for those of before have other names';
    return { rule: DATA_RECREATED, statement: { path: '', message: `${message}; ${fate}`, claims, ...!deleted && { effect: 'strands-data' } } };
  }
  return { rule: RECREATED, statement: { path: '', effect: 'restart', message: `${message}; all its pods stop, and new ones start on the same claims` } };
}
