import { KEPT, LEFT } from './deployers';
import { LEAVES_RELEASE, RECREATED } from './made-anew';
import { mergedContainerPorts, mergedPorts } from './merged-ports';
import { OBEYED_METADATA } from './obeyed-metadata';
import { nameSome } from './sets';
import { Manifest, recordOf, textOf } from '../../kubernetes/manifest';
import { podTemplateOf, replicasOf } from '../../kubernetes/workload';
import { claimEffects, hasClaims } from '../changes/claim-effects';
import { Difference } from '../changes/difference';
import { reorderedLists } from '../changes/order';
import { releasedPods, rolloutOf } from '../changes/rollout';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, isUnder } from '../changes/update';
import { World } from '../changes/world';

const POD_WORKLOADS = ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'CronJob'];
const TEMPLATES = ['/spec/template', '/spec/jobTemplate'];
const ROUTES = ['Service', 'Ingress', 'IngressClass', 'Endpoints', 'EndpointSlice', 'Gateway', 'HTTPRoute'];
const RIGHTS = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding', 'NetworkPolicy', 'ServiceAccount'];
const OPENS_OR_CLOSES = [...ROUTES, ...RIGHTS];

const SILENT: ReadonlySet<string> = new Set(['/metadata/labels', '/metadata/annotations', '/metadata']);

/** Fields that change nothing about what runs, in the kinds where labels pick nothing. */
function isSilent({ path }: Difference): boolean {
  return SILENT.has(path) || path.startsWith('/metadata/labels/') || path.startsWith('/metadata/annotations/');
}

function place({ path, before, after }: Difference): Pick<ChangeStatement, 'path' | 'part' | 'before' | 'after'> {
  return { path, part: path, before, after };
}

type Find = (update: Update, change: Difference, world: World) => Omit<ChangeStatement, 'path'>;

/** For kinds and fields that are all alike. */
function only(kinds: readonly string[], paths: readonly string[] | undefined, find: Find) {
  const names = new Set(kinds);
  return (update: Update, world: World): ChangeStatement[] => !names.has(update.after.kind) ? [] : update.differences
    .filter(({ path }) => !paths || paths.some(parent => isUnder(path, parent)))
    .map(change => ({ ...place(change), ...find(update, change, world) }));
}

const templateChanges = only(POD_WORKLOADS, TEMPLATES, (update, change) => {
  const { before, after } = update;
  const { path } = change;
  const rollout = rolloutOf(after, before);
  const isMoved = after.kind === 'DaemonSet' && /^\/spec\/template\/spec\/(nodeSelector|affinity|tolerations)(\/|$)/.test(path);
  return isMoved ? { ...rollout, message: `${rollout.message}; from nodes that do not fit any more the pod goes, and new ones that fit get one` }
    : { ...rollout, message: rollout.message + mergedContainerPorts(update, change) };
});

/** Controllers compare templates as they stand: to them, the same containers or variables in another order are another template. */
function reorderedTemplate(update: Update, { model }: World): ChangeStatement[] {
  const { before, after } = update;
  const template = POD_WORKLOADS.includes(after.kind) ? podTemplateOf(after) : undefined;
  if (!template) { return []; }
  const { effect, message } = rolloutOf(after, before);
  return reorderedLists(update, template.path, model).map(change => ({ ...place(change), effect, message: `the same items in another order; ${message}` }));
}

function scaled(update: Update, _change: Difference, world: World): Omit<ChangeStatement, 'path'> {
  const [old, next] = [replicasOf(update.before), replicasOf(update.after)];
  const claims = update.after.kind === 'StatefulSet' && hasClaims(update.after) ? claimEffects(update.before, update.after, 'kept', world) : [];
  const empty = claims.filter(({ fate }) => fate === 'new and empty');
  const message = next > old
    ? `${next - old} more pods start${empty.length > 0 ? `, with ${nameSome(empty)} (new and empty, unless claims of these names were left by an earlier scale-in)` : ''}`
    : next === 0 ? `${old === 1 ? 'the pod stops' : `all ${old} pods stop`}${claims.length > 0 ? '; their claims stay and are attached again on scale-up' : ''}` : `${old - next} pods stop`;
  return { message, claims };
}

function suspensionOf({ kind, spec }: Manifest): string {
  const isSuspended = recordOf(spec).suspend === true;
  if (kind === 'CronJob') { return isSuspended ? 'it is suspended: no Job starts on its schedule any more, until suspend is false again' : 'it is suspended no longer: the next Job starts on its schedule'; }
  return isSuspended ? 'it is suspended: its pods are ended, and start anew when suspend is false again' : 'it is suspended no longer: its pods start';
}

function gone(object: Manifest): ChangeStatement[] {
  if (object.kind === 'NetworkPolicy') { return [{ path: '', effect: 'access', message: 'the NetworkPolicy is removed: everybody reaches the pods that no other policy selects' }]; }
  if (OPENS_OR_CLOSES.includes(object.kind)) { return [{ path: '', effect: 'access', message: `the ${object.kind} is removed: what it let through or granted is lost` }]; }
  if ([...POD_WORKLOADS, 'Pod', 'Job'].includes(object.kind)) { return [{ path: '', effect: 'access', message: `the ${object.kind} is removed and its pods stop` }]; }
  return [{ path: '', message: `the ${object.kind} is removed` }];
}

function fresh(object: Manifest, world: World): ChangeStatement[] {
  if (OPENS_OR_CLOSES.includes(object.kind)) { return [{ path: '', effect: 'access', message: `a new ${object.kind}` }]; }
  if (object.kind !== 'StatefulSet' || !hasClaims(object)) { return [{ path: '', message: `a new ${object.kind}` }]; }
  const claims = claimEffects(undefined, object, 'kept', world);
  const adopted = claims.filter(({ fate }) => fate === 'adopted again');
  return [{ path: '', claims, message: adopted.length > 0 ? `a new StatefulSet that takes over ${nameSome(adopted)}` : 'a new StatefulSet with new, empty claims' }];
}

/** What is neither refused nor dangerous, most special first: the first row that knows a field says its effect. */
export const ORDINARY: readonly Rule[] = [
  OBEYED_METADATA,
  {
    id: 'metadata',
    title: 'Labels and annotations of the object itself',
    severity: 'info',
    effect: 'none',
    kinds: ['every kind'],
    fields: 'metadata.labels, metadata.annotations',
    why: 'they describe the object; its pods and its data are not touched',
    updated: update => update.differences.filter(isSilent).map(change => ({
      ...place(change), message: 'labels and annotations of the object itself do not touch its pods or its data',
    })),
  },
  {
    id: 'pod-template',
    title: 'Pod template',
    severity: 'info',
    effect: 'restart',
    kinds: POD_WORKLOADS,
    fields: 'spec.template, spec.jobTemplate, also the order of containers, variables, volumes, mounts and ports',
    why: 'a StatefulSet restarts its pods from the highest ordinal down, one at a time; a Deployment replaces them within maxUnavailable and maxSurge, or all at once with Recreate; a DaemonSet goes node by node. With OnDelete, and for ReplicaSets and CronJobs, running pods stay as they are',
    updated: (update, world) => [...templateChanges(update, world), ...reorderedTemplate(update, world)],
  },
  {
    id: 'held-back',
    title: 'Pods that are held back no longer',
    severity: 'info',
    effect: 'restart',
    kinds: ['StatefulSet', 'Deployment'],
    fields: 'spec.updateStrategy, spec.paused',
    why: 'a lower partition, RollingUpdate after OnDelete, or paused taken away, brings the newest template to pods that were kept on an older one: the second half of a canary',
    updated: update => {
      const message = releasedPods(update);
      return message ? update.differences.filter(({ path }) => isUnder(path, '/spec/updateStrategy') || path === '/spec/paused').map(change => ({ ...place(change), message })) : [];
    },
  },
  {
    id: 'scale',
    title: 'Replicas',
    severity: 'info',
    effect: 'in-place',
    kinds: POD_WORKLOADS,
    fields: 'spec.replicas',
    why: 'pods start or stop; those that stay are not touched. New ordinals of a set get new claims, or the ones that an earlier scale-in left',
    updated: only(POD_WORKLOADS, ['/spec/replicas'], scaled),
  },
  {
    id: 'claim-growth',
    title: 'A larger claim',
    severity: 'info',
    effect: 'in-place',
    kinds: ['PersistentVolumeClaim'],
    fields: 'spec.resources.requests.storage',
    why: 'the volume grows while it is in use; some drivers need a restart of the pod to grow the file system',
    updated: only(['PersistentVolumeClaim'], ['/spec/resources/requests'], () => ({ message: 'the volume grows in place, if its class allows it; it never shrinks back' })),
  },
  {
    id: 'first-class',
    title: 'A first storageClassName of a claim',
    severity: 'info',
    effect: 'in-place',
    kinds: ['PersistentVolumeClaim'],
    fields: 'spec.storageClassName, where none was written',
    why: 'a claim without a class gets the default class of the cluster when it is created, and keeps it. Only a claim that really has none may get one later',
    updated: only(['PersistentVolumeClaim'], ['/spec/storageClassName'], ({ given }, { after }) => ({
      message: given.before.status === undefined
        ? `the server takes this if the claim is of class '${textOf(after)}' already, or of none; if the cluster had another default class when the claim was created, it refuses it`
        : `the claim has no class, and becomes one of class '${textOf(after)}'; a volume that it has stays the same`,
    })),
  },
  {
    id: 'routes',
    title: 'Services and Ingresses',
    severity: 'info',
    effect: 'access',
    kinds: ROUTES,
    fields: 'spec, subsets, endpoints, ports',
    why: 'who is reached under a name or an address changes at once',
    updated: only(ROUTES, undefined, (update, change) => mergedPorts(update, change) ?? {
      message: change.path === '/spec/type' && change.before === 'LoadBalancer'
        ? 'the load balancer goes, and its address with it: names and firewalls that lead to it lead nowhere, and a new one has another address'
        : 'what clients reach under this name or address changes',
    }),
  },
  {
    id: 'rights',
    title: 'RBAC and network policies',
    severity: 'info',
    effect: 'access',
    kinds: RIGHTS,
    fields: 'rules, subjects, spec',
    why: 'what is allowed changes at once, also for pods that run',
    updated: only(RIGHTS, undefined, () => ({ message: 'what pods and people may do, or whom they may reach, changes' })),
  },
  {
    id: 'suspended',
    title: 'Jobs that are suspended, or go on',
    severity: 'info',
    effect: 'in-place',
    kinds: ['CronJob', 'Job'],
    fields: 'spec.suspend',
    why: 'a CronJob that is suspended starts no Job: backups stop without an error. A Job that is suspended ends its pods',
    updated: only(['CronJob', 'Job'], ['/spec/suspend'], ({ after }) => ({ message: suspensionOf(after) })),
  },
  {
    id: 'schedule',
    title: 'When a CronJob runs',
    severity: 'info',
    effect: 'in-place',
    kinds: ['CronJob'],
    fields: 'spec.schedule, spec.timeZone',
    why: 'the next Jobs start by the new schedule; a run that the old one still had today may be left out, or come twice',
    updated: only(['CronJob'], ['/spec/schedule', '/spec/timeZone'], ({ after }) => ({
      message: `the next Jobs start by '${textOf(recordOf(after.spec).schedule)}' in ${textOf(recordOf(after.spec).timeZone) || 'the time zone of kube-controller-manager (mostly UTC)'}`,
    })),
  },
  {
    id: 'limits-of-namespace',
    title: 'What a namespace allows its pods',
    severity: 'info',
    effect: 'in-place',
    kinds: ['LimitRange', 'ResourceQuota'],
    fields: 'spec',
    why: 'the server looks at a LimitRange and at a ResourceQuota when an object is created: a pod that runs keeps what it has, and gets what they say when it is made anew',
    updated: only(['LimitRange', 'ResourceQuota'], ['/spec'], () => ({ message: 'it counts for pods and claims that are created from now on; those that are there stay as they are' })),
  },
  {
    id: 'in-place',
    title: 'Everything else',
    severity: 'info',
    effect: 'in-place',
    kinds: ['every kind'],
    fields: 'every other field',
    why: 'the object is changed, and no pod restarts for it',
    updated: update => update.differences.map(change => ({ ...place(change), message: 'changed in place; no pod restarts for it' })),
  },
  {
    id: 'removed',
    title: 'Object gone from the manifests',
    severity: 'info',
    effect: 'in-place',
    kinds: ['every kind'],
    fields: 'the whole object',
    why: 'tools that prune delete it; others leave it running',
    removed: gone,
  },
  {
    id: 'added',
    title: 'New object',
    severity: 'info',
    effect: 'in-place',
    kinds: ['every kind'],
    fields: 'the whole object',
    why: 'it is created; a Service, a policy or a right opens or closes something',
    added: fresh,
  },
  {
    id: 'renamed',
    title: 'Set without claims renamed',
    severity: 'info',
    effect: 'access',
    kinds: ['StatefulSet'],
    fields: 'metadata.name, metadata.namespace',
    why: 'the pods of the old name stop and others start; their DNS names change with them',
    renamed: (before, after) => [{
      path: '/metadata/name',
      before: before.metadata?.name,
      after: after.metadata?.name,
      message: `the set becomes '${after.metadata?.name}': its pods stop, others start, and their DNS names change`,
    }],
  },
  KEPT,
  RECREATED,
  LEAVES_RELEASE,
  LEFT,
];
