import { Duration } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import type { CronJob, Job, JobSpec, Volume } from '../kubernetes/api/types.generated';
import { DNS_LABEL } from '../kubernetes/formats/dns-label';
import { addObject } from '../synthesis/add-object';
import { hasNativeSidecars, needs } from '../synthesis/version-needs';
import { IApp } from './options/app';
import { ResizeRestartPolicy } from './options/resize-policy';
import { freeId } from '../cdk8s/free-id';
import { Identity } from '../cdk8s/identity';
import { ReadProps, choice, count, misfit, readProps, struct } from '../props/fields';
import { Spread } from './options/spread';
import { Additions } from './pod/additions';
import { bindShared, requestSharedVolumes, storageProblems } from './pod/claims';
import { addConfigMap } from './pod/config-files';
import { addNetworkPolicy } from './pod/network-policy';
import { POD_FIELDS, POD_WORDS } from './pod/pod-fields';
import { podNeeds } from './pod/pod-needs';
import { PodOptions } from './pod/pod-options';
import { podProblems } from './pod/pod-rules';
import { podTemplate } from './pod/pod-template';
import { AppServiceAccount } from './pod/service-account';
import { PodApp } from './pod-app';
import { CRON_JOB_AND_CONTAINER_NAME } from '../kubernetes/formats/workload-name';
import { PropRule, brokenRules, refuse } from '../props/problems';
import { SECONDS, SCHEDULE, TIME_ZONE } from '../props/value-fields';

/**
 * Properties of a Task.
 */
export interface TaskProps extends PodOptions {
  /**
   * When the task runs, as five cron fields, for example `0 3 * * *`.
   *
   * @default - once, as soon as it is deployed
   */
  readonly schedule?: string;

  /**
   * Time zone of the schedule, for example `Europe/Berlin`.
   *
   * @default - that of the cluster's controller manager, usually UTC
   */
  readonly timeZone?: string;

  /**
   * What happens to a container that fails: its pod is replaced, or it is
   * started again in the same pod.
   *
   * @default RestartPolicy.NEVER
   */
  readonly restartPolicy?: kplus.RestartPolicy;

  /**
   * How many times a failed run is repeated.
   *
   * @default 6
   */
  readonly backoffLimit?: number;

  /**
   * How long a run may take, all tries together.
   *
   * @default - no limit
   */
  readonly activeDeadline?: Duration;

  /**
   * How long a finished run is kept.
   *
   * @default - until it is deleted; of a schedule, the last three and one failed
   */
  readonly ttlAfterFinished?: Duration;
}

const FIELDS = struct<TaskProps>({
  ...POD_FIELDS,
  schedule: SCHEDULE,
  timeZone: TIME_ZONE,
  restartPolicy: choice('Never', 'OnFailure', 'Always'),
  backoffLimit: count(0, 4),
  activeDeadline: SECONDS,
  ttlAfterFinished: SECONDS,
}, '{ image: "alpine:3.22" }', POD_WORDS);

const RULES: readonly PropRule<TaskProps>[] = [
  {
    broken: ({ schedule, timeZone }) => timeZone !== undefined && schedule === undefined,
    message: ({ timeZone }) => `'timeZone' needs a 'schedule', got '${timeZone}' and none; write 'schedule: "0 3 * * *"' or remove 'timeZone'`,
  },
  {
    broken: ({ restartPolicy = 'Never' }) => restartPolicy === 'Always',
    message: () => "'restartPolicy' of something that runs to its end cannot be Always; write 'restartPolicy: RestartPolicy.ON_FAILURE'",
  },
  {
    broken: ({ restartPolicy = 'Never', resizePolicy = {} }) => restartPolicy === 'Never' && Object.values(resizePolicy).includes(ResizeRestartPolicy.RESTART_CONTAINER),
    message: () => "'resizePolicy' cannot restart a container that is never restarted; write 'restartPolicy: RestartPolicy.ON_FAILURE'",
  },
];

/**
 * A task that runs to its end: a Job, or with a schedule a CronJob, which
 * never starts a run while the last one goes on.
 *
 * A Job cannot change once it is deployed: give a changed one another name, or
 * delete the old one first.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/job/
 */
export class Task extends PodApp implements IApp {
  /** Name of the Job or CronJob. */
  public readonly name: string;

  /**
   * Namespace of the task.
   *
   * @default - the namespace that the deployment tool chooses
   */
  public readonly namespace?: string;

  /** Labels that select the task's pods and no others. */
  public readonly selectorLabels: { readonly [key: string]: string };

  private readonly account: AppServiceAccount;
  private nativeSidecars?: boolean;

  /**
   * @param scope the chart, or a construct in one
   * @param id id of the construct, unique in its scope
   * @param props what it is like
   */
  constructor(scope: Construct, id: string, props: TaskProps) {
    super(scope, freeId(scope, id, new.target.name));
    const read = readProps(FIELDS, props);
    const { usable } = read;
    const identity = new Identity(this, usable);
    this.name = identity.name;
    this.namespace = identity.namespace;
    this.selectorLabels = identity.selectorLabels;
    this.account = new AppServiceAccount(this, identity, usable);

    const additions = new Additions(this, usable, options => problemsOf(identity, readProps(FIELDS, options)));
    if (refuse(this, problemsOf(identity, read))) { return; }

    const { files = [] } = usable;
    needs(this, podNeeds(usable));
    this.account.addObject();
    if (files.length > 0) { addConfigMap(this, identity, files); }
    let bound = bindShared(this, identity, requestSharedVolumes(identity, usable));
    const changeTo = this.addJob(identity, usable, this.jobSpec(identity, usable, bound));
    additions.renderedBy(options => {
      bound = bindShared(this, identity, requestSharedVolumes(identity, options), bound);
      changeTo(this.jobSpec(identity, options, bound));
    });
    addNetworkPolicy(this, identity, usable.ports ?? [], usable);
  }

  /** The ServiceAccount that the pods run as, for example as the subject of a RoleBinding. */
  public get serviceAccount(): kplus.IServiceAccount {
    return this.account.reference;
  }

  /** Gives back what changes it to another spec. */
  private addJob(identity: Identity, { schedule, timeZone }: TaskProps, spec: JobSpec): (spec: JobSpec) => void {
    const metadata = identity.metadata();
    if (schedule === undefined) {
      const job: Job = { apiVersion: 'batch/v1', kind: 'Job', metadata, spec };
      addObject(this, 'Default', job);
      return changed => { job.spec = changed; };
    }
    const jobTemplate = { metadata: { labels: identity.labels }, spec };
    addObject<CronJob>(this, 'Default', {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata,
      spec: {
        schedule,
        timeZone: timeZone || undefined,
        concurrencyPolicy: 'Forbid',
        jobTemplate,
      },
    });
    return changed => { jobTemplate.spec = changed; };
  }

  private jobSpec(identity: Identity, props: TaskProps, podVolumes: readonly Volume[]): JobSpec {
    const nativeSidecars = props.nativeSidecars ?? this.startsSidecarsFirst(props);
    return {
      backoffLimit: props.backoffLimit,
      activeDeadlineSeconds: props.activeDeadline?.toSeconds(),
      ttlSecondsAfterFinished: props.ttlAfterFinished?.toSeconds(),
      template: podTemplate(identity, { ...props, nativeSidecars }, {
        serviceAccountName: this.account.name,
        podVolumes,
        defaultSpread: Spread.none(),
        spec: { restartPolicy: props.restartPolicy ?? 'Never' },
      }),
    };
  }

  /** Asked once: each time adds a validation that the answer stays the same. */
  private startsSidecarsFirst({ sidecars = [] }: TaskProps): boolean {
    if (sidecars.length === 0) { return false; }
    return this.nativeSidecars ??= hasNativeSidecars(this);
  }
}

function problemsOf(identity: Identity, { usable, wrong, misfits }: ReadProps<TaskProps>): string[] {
  if (wrong.length > 0) { return wrong; }
  return [
    ...misfit('name', identity.name, usable.schedule === undefined ? DNS_LABEL : CRON_JOB_AND_CONTAINER_NAME, '"report"'),
    ...misfits,
    ...brokenRules(usable, RULES),
    ...podProblems(identity, usable),
    ...storageProblems(requestSharedVolumes(identity, usable)),
  ];
}
