import { recordOf } from '../manifest';
import { LABEL_SELECTOR, METADATA } from './common';
import { POD_TEMPLATE } from './pod';
import { Shape, fixed, keyedList, listOfShape, struct } from './shape';
import { CLAIM_TEMPLATE } from './storage';

const KEEP_CLAIMS = { whenDeleted: 'Retain', whenScaled: 'Retain' };

/** The parameters of a rolling update are there only while that is the strategy. */
function strategy(parameters: Record<string, unknown>, more: Partial<Shape> = {}): Shape {
  return struct({ rollingUpdate: struct({}, fixed(parameters), more) }, value =>
    (value.type || 'RollingUpdate') === 'RollingUpdate' ? { type: 'RollingUpdate', rollingUpdate: {} } : {});
}

/** Alpha in 1.27: the server drops it without a word. */
function withoutMaxUnavailable({ maxUnavailable, ...rest }: Record<string, any>): Record<string, any> {
  return rest;
}

export const STATEFUL_SET: Shape = struct({
  metadata: METADATA,
  spec: struct({
    selector: LABEL_SELECTOR,
    template: POD_TEMPLATE,
    volumeClaimTemplates: { items: CLAIM_TEMPLATE, keys: ['metadata/name'], atomic: true },
    updateStrategy: strategy({ partition: 0 }, { decode: withoutMaxUnavailable }),
    persistentVolumeClaimRetentionPolicy: struct({}, fixed(KEEP_CLAIMS)),
    ordinals: struct({}),
  }, fixed({
    replicas: 1,
    podManagementPolicy: 'OrderedReady',
    revisionHistoryLimit: 10,
    updateStrategy: {},
    persistentVolumeClaimRetentionPolicy: {},
  })),
});

export const DEPLOYMENT: Shape = struct({
  metadata: METADATA,
  spec: struct({
    selector: LABEL_SELECTOR,
    template: POD_TEMPLATE,
    strategy: strategy({ maxUnavailable: '25%', maxSurge: '25%' }),
  }, fixed({ replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600, strategy: {} })),
});

export const DAEMON_SET: Shape = struct({
  metadata: METADATA,
  spec: struct({
    selector: LABEL_SELECTOR,
    template: POD_TEMPLATE,
    updateStrategy: strategy({ maxUnavailable: 1, maxSurge: 0 }),
  }, fixed({ revisionHistoryLimit: 10, updateStrategy: {} })),
});

export const REPLICA_SET: Shape = struct({
  metadata: METADATA,
  spec: struct({ selector: LABEL_SELECTOR, template: POD_TEMPLATE }, fixed({ replicas: 1 })),
});

export const REPLICATION_CONTROLLER: Shape = struct({
  metadata: METADATA,
  spec: struct({ selector: { values: {}, atomic: true }, template: POD_TEMPLATE }, spec => ({
    replicas: 1, selector: recordOf(recordOf(recordOf(spec.template).metadata).labels),
  })),
});

const FAILURE_POLICY: Shape = struct({
  rules: listOfShape(struct({
    onExitCodes: struct({ values: { items: {}, set: true } }),
    onPodConditions: listOfShape(struct({}, fixed({ status: 'True' }))),
  })),
});

const JOB_FIELDS = { selector: LABEL_SELECTOR, template: POD_TEMPLATE, podFailurePolicy: FAILURE_POLICY };

/** Without completions and parallelism a Job runs one pod; with completions alone, one at a time. */
function jobDefaults(spec: Readonly<Record<string, any>>): Record<string, unknown> {
  const one = absent(spec.completions) && absent(spec.parallelism) ? { completions: 1 } : {};
  return { ...one, parallelism: 1, backoffLimit: 6, suspend: false, completionMode: 'NonIndexed' };
}

function absent(value: unknown): boolean {
  return value === undefined || value === null;
}

export const JOB: Shape = struct({ metadata: METADATA, spec: struct(JOB_FIELDS, jobDefaults) });

export const CRON_JOB: Shape = struct({
  metadata: METADATA,
  spec: struct(
    { jobTemplate: struct({ metadata: METADATA, spec: struct(JOB_FIELDS) }) },
    fixed({ concurrencyPolicy: 'Allow', suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 }),
  ),
});

export const HORIZONTAL_POD_AUTOSCALER: Shape = struct({
  metadata: METADATA,
  spec: struct({
    scaleTargetRef: struct({}),
    metrics: { items: {}, atomic: true },
    behavior: struct({ scaleUp: struct({ policies: { items: {}, atomic: true } }), scaleDown: struct({ policies: { items: {}, atomic: true } }) }),
  }, fixed({ minReplicas: 1 })),
});

export const POD_DISRUPTION_BUDGET: Shape = struct({ metadata: METADATA, spec: struct({ selector: LABEL_SELECTOR }) });

export const PRIORITY_CLASS: Shape = struct({ metadata: METADATA }, fixed({ preemptionPolicy: 'PreemptLowerPriority' }));

export const SERVICE_ACCOUNT: Shape = struct({ metadata: METADATA, secrets: keyedList(['name'], struct({})) });
