import { Call } from './code';
import { AppParts, podProps } from './pod-props';
import { Shared } from './shared';
import { STATEFUL, memberOf, secondsOf } from './values';
import { Manifest, groupKindOf, isRecord, listOf, recordOf } from '../kubernetes/manifest';

/** Which construct makes objects of a kind, and its props. */
export interface AppKind {
  readonly construct: string;
  readonly props: (manifest: Manifest, shared: Shared, spread: Call | undefined) => Record<string, unknown>;
}

/** The kinds that a construct makes as its main object. */
const KINDS: Readonly<Record<string, AppKind>> = {
  'apps/StatefulSet': { construct: 'StatefulApp', props: statefulProps },
  'apps/Deployment': { construct: 'StatelessApp', props: (manifest, shared, spread) => ({ ...replicasOf(manifest), ...podProps(partsOf(manifest), shared, spread) }) },
  'apps/DaemonSet': { construct: 'NodeAgent', props: agentProps },
  'batch/Job': { construct: 'Task', props: taskProps },
  'batch/CronJob': { construct: 'Task', props: cronProps },
};

/** The construct for an object; undefined if there is none. */
export function appKindOf(object: Manifest): AppKind | undefined {
  const key = groupKindOf(object);
  return Object.hasOwn(KINDS, key) ? KINDS[key] : undefined;
}

function partsOf({ kind, metadata, spec }: Manifest): AppParts {
  const { selector, template, volumeClaimTemplates, replicas = 1 } = recordOf(spec);
  const isAlone = kind === 'Deployment' && replicas <= 1;
  return {
    name: String(metadata?.name),
    selector: recordOf(recordOf(selector).matchLabels),
    template: recordOf(template),
    claimTemplates: listOf(volumeClaimTemplates),
    sharing: kind === 'StatefulSet' ? 'own' : isAlone ? 'alone' : 'many',
    labels: recordOf(metadata?.labels),
  };
}

function replicasOf({ spec }: Manifest) {
  const { replicas = 1 } = recordOf(spec);
  return { replicas: replicas === 1 ? undefined : replicas };
}

function statefulProps(manifest: Manifest, shared: Shared, spread: Call | undefined) {
  const { serviceName, podManagementPolicy, minReadySeconds, revisionHistoryLimit, ordinals } = recordOf(manifest.spec);
  const { start } = recordOf(ordinals);
  return {
    serviceName: serviceName === manifest.metadata?.name ? undefined : serviceName || undefined,
    ...replicasOf(manifest),
    ...podProps(partsOf(manifest), shared, spread),
    podManagementPolicy: podManagementPolicy === 'OrderedReady' ? undefined : memberOf('PodManagementPolicy', podManagementPolicy),
    updateStrategy: updateStrategy(recordOf(recordOf(manifest.spec).updateStrategy)),
    minReady: minReadySeconds ? secondsOf(minReadySeconds) : undefined,
    revisionHistoryLimit: revisionHistoryLimit === 10 ? undefined : revisionHistoryLimit,
    startOrdinal: start || undefined,
    claimRetention: claimRetention(recordOf(manifest.spec).persistentVolumeClaimRetentionPolicy),
  };
}

function updateStrategy({ type, rollingUpdate }: Record<string, any>): Call | undefined {
  if (type === 'OnDelete') { return new Call('UpdateStrategy.onDelete', [], STATEFUL); }
  const { partition } = recordOf(rollingUpdate);
  return partition ? new Call('UpdateStrategy.rollingUpdate', [{ partition }], STATEFUL) : undefined;
}

const RETENTIONS: Readonly<Record<string, string>> = {
  'Delete Retain': 'deleteWhenScaled',
  'Retain Delete': 'deleteWhenDeleted',
  'Delete Delete': 'deleteAlways',
};

function claimRetention(policy: unknown): Call | undefined {
  const { whenScaled = 'Retain', whenDeleted = 'Retain' } = recordOf(policy);
  const key = `${whenScaled} ${whenDeleted}`;
  return isRecord(policy) && Object.hasOwn(RETENTIONS, key) ? new Call(`ClaimRetention.${RETENTIONS[key]}`, [], STATEFUL) : undefined;
}

/** The tolerations that an agent has by itself. */
const CONTROL_PLANE = 'node-role.kubernetes.io/control-plane';

function agentProps(manifest: Manifest, shared: Shared) {
  const { placement, ...props } = podProps(partsOf(manifest), shared, undefined);
  const tolerations: any[] = listOf(placement?.tolerations);
  const hasOwn = tolerations.length > 1 && recordOf(tolerations[0]).key === CONTROL_PLANE;
  const rest = hasOwn ? tolerations.slice(2) : tolerations;
  const { tolerations: _, ...others } = placement ?? {};
  const left = { ...others, ...rest.length > 0 && { tolerations: rest } };
  return { ...props, placement: Object.keys(left).length > 0 ? left : undefined, controlPlane: hasOwn ? undefined : false };
}

function taskProps(manifest: Manifest, shared: Shared) {
  return jobProps(partsOf(manifest), recordOf(manifest.spec), shared);
}

function cronProps(manifest: Manifest, shared: Shared) {
  const { schedule, timeZone, jobTemplate } = recordOf(manifest.spec);
  const spec = recordOf(recordOf(jobTemplate).spec);
  return { schedule, timeZone, ...jobProps({ ...partsOf(manifest), template: recordOf(spec.template) }, spec, shared) };
}

function jobProps(parts: AppParts, { backoffLimit, activeDeadlineSeconds, ttlSecondsAfterFinished }: Record<string, any>, shared: Shared) {
  const labels = recordOf(recordOf(parts.template.metadata).labels);
  const selector = { ...labels['app.kubernetes.io/name'] && { 'app.kubernetes.io/name': labels['app.kubernetes.io/name'] }, ...labels['app.kubernetes.io/instance'] && { 'app.kubernetes.io/instance': labels['app.kubernetes.io/instance'] } };
  const { restartPolicy } = recordOf(parts.template.spec);
  return {
    ...podProps({ ...parts, selector: Object.keys(selector).length > 0 ? selector : labels }, shared, undefined),
    restartPolicy: restartPolicy === 'Never' ? undefined : memberOf('RestartPolicy', restartPolicy),
    backoffLimit: backoffLimit === 6 ? undefined : backoffLimit,
    activeDeadline: secondsOf(activeDeadlineSeconds),
    ttlAfterFinished: secondsOf(ttlSecondsAfterFinished),
  };
}
