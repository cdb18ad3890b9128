import { Sentence } from './description';
import { Facts } from './facts';
import { podCount } from './pod-count';
import { NOT_KNOWN, counted, enumerated, fullName, ordinalNames, seconds, titled } from './words';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { DEFAULT_GRACE_PERIOD, PodTemplate, ordinalsOf, replicasOf } from '../kubernetes/workload';
import { referenceTo } from '../manifest/inventory';
import { majorityOf, quorumOf } from '../manifest/quorum';
import { Pods } from '../manifest/references/pods';

/** What runs: how many pods, of which images, where, and with what. */
export function whatRuns(pods: Pods, facts: Facts): Sentence[] {
  const { workload, template } = pods;
  return [
    { text: `${titled(workload)} ${podsInWords(pods, facts)}${imagesInWords(template, workload, podCount(pods, facts).most)}.` },
    ...notServed(workload, facts),
    ...besides(template, facts),
    ...scaled(pods, facts),
    ...majority(workload),
    ...runsOfJob(workload),
    ...placed(template),
    ...reserved(pods, facts),
  ];
}

/** Nothing runs of what the API server does not take. */
function notServed(workload: Manifest, facts: Facts): Sentence[] {
  return isServed(workload, facts) ? [] : [{
    text: `Kubernetes ${facts.model.version} does not take it: it has no ${workload.kind} in ${workload.apiVersion}. What follows holds once it is written for a version that is served.`,
    human: `Before the first start: write ${titled(workload)} for an apiVersion that Kubernetes ${facts.model.version} has.`,
  }];
}

/** Whether the API server has the kind of an object. */
export function isServed({ apiVersion, kind }: Manifest, { model }: Facts): boolean {
  const known = model.kind(apiVersion, kind);
  return known !== undefined && model.serves(known);
}

/** `runs 3 pods, db-0 to db-2`. */
function podsInWords(pods: Pods, facts: Facts): string {
  const { workload } = pods;
  const count = replicasOf(workload);
  const { least, most } = podCount(pods, facts);
  const spec = recordOf(workload.spec);
  if (least !== most) { return `runs ${least} to ${most} ${workload.kind === 'StatefulSet' ? `pods, from ${referenceTo(workload).name}-${ordinalsOf(workload).first} on` : 'interchangeable pods'}`; }
  switch (workload.kind) {
    case 'StatefulSet': return count === 0 ? 'is scaled to 0, so no pod runs' : `runs ${counted(count, 'pod')}, ${ordinalNames(workload, ordinal => `${referenceTo(workload).name}-${ordinal}`)}`;
    case 'DaemonSet': return 'runs one pod on each node that it fits on';
    case 'Job': return spec.suspend === true ? 'is suspended: it runs when somebody resumes it' : `runs to its end ${times(spec.completions)}`;
    case 'CronJob': return scheduled(spec);
    case 'Pod': return 'is one pod that no controller looks after';
    default: return count === 0 ? 'is scaled to 0, so no pod runs' : `runs ${counted(count, count === 1 ? 'pod' : 'interchangeable pod')}`;
  }
}

function times(completions: unknown): string {
  return typeof completions === 'number' && completions > 1 ? `${completions} times` : 'once';
}

function scheduled({ schedule, timeZone, suspend }: Record<string, any>): string {
  if (suspend === true) { return `is suspended: its schedule, ${textOf(schedule)}, starts nothing`; }
  return `starts a pod at ${textOf(schedule)} (${timeZone === undefined ? `time zone of the controller manager, ${NOT_KNOWN}` : textOf(timeZone)})`;
}

function imagesInWords({ spec }: PodTemplate, { kind }: Manifest, most: number): string {
  const containers = listOf(spec.containers).map(recordOf);
  const each = (['StatefulSet', 'Deployment', 'ReplicaSet', 'ReplicationController'].includes(kind) && most !== 1) ? ', each with ' : ', with ';
  return containers.length === 0 || most === 0 ? '' : each + enumerated(containers.map(container => imageOf(container, containers.length)));
}

/** The image, with the container's name where that says more. */
export function imageOf({ name, image }: Record<string, any>, of = 2): string {
  const [container, text] = [textOf(name), textOf(image)];
  if (text !== '' && of === 1) { return text; }
  return text === '' ? `container ${container} (image ${NOT_KNOWN})` : `${text} (container ${container})`;
}

/** How a sentence about a container begins. */
export function containerTitle({ name }: Record<string, any>, { spec }: PodTemplate): string {
  return listOf(spec.containers).length === 1 ? 'The container' : `Container ${textOf(name)}`;
}

/** True for an init container that stays and runs beside the others. */
export function isSidecar(container: Record<string, any>, { model }: Facts): boolean {
  return container.restartPolicy === 'Always' && !model.isOff('SidecarContainers');
}

function besides({ spec }: PodTemplate, facts: Facts): Sentence[] {
  const sidecars = listOf(spec.initContainers).map(recordOf).filter(container => isSidecar(container, facts));
  return sidecars.length === 0 ? [] : [{ text: `Beside ${sidecars.length === 1 ? 'them runs the sidecar' : 'them run the sidecars'} ${enumerated(sidecars.map(container => imageOf(container)))}.` }];
}

function scaled({ workload }: Pods, { references }: Facts): Sentence[] {
  return references.to(workload).filter(({ relation }) => relation === 'scales').map(({ from }) => {
    const { minReplicas = 1, maxReplicas } = recordOf(from.spec);
    const resets = recordOf(workload.spec).replicas === undefined ? '' : `; each apply of the manifests sets it back to ${replicasOf(workload)}`;
    return { text: `${titled(from)} keeps the number of pods between ${textOf(minReplicas)} and ${textOf(maxReplicas)}${resets}.` };
  });
}

/** How often a Job tries, and what runs of a CronJob have to do with each other. */
function runsOfJob({ kind, spec }: Manifest): Sentence[] {
  const cron = kind === 'CronJob';
  if (kind !== 'Job' && !cron) { return []; }
  const job = cron ? recordOf(recordOf(recordOf(spec).jobTemplate).spec) : recordOf(spec);
  const { backoffLimit = 6, activeDeadlineSeconds, ttlSecondsAfterFinished } = job;
  return [
    ...cron ? [{ text: OVERLAPS[textOf(recordOf(spec).concurrencyPolicy)] ?? OVERLAPS.Allow }] : [],
    { text: `A pod that fails is tried again, ${counted(Number(backoffLimit), 'time')} at most; after that the Job has failed, and nothing tries again${cron ? ' before the next run' : ''}.` },
    ...typeof activeDeadlineSeconds === 'number' ? [{ text: `It is stopped, and has failed, after ${seconds(activeDeadlineSeconds)}.` }] : [],
    ...typeof ttlSecondsAfterFinished === 'number' ? [{ text: `It is deleted ${seconds(ttlSecondsAfterFinished)} after its end, with its logs.` }] : [],
  ];
}

const OVERLAPS: Readonly<Record<string, string>> = {
  Allow: 'A run begins even while the last one still runs (concurrencyPolicy: Allow).',
  Forbid: 'A run is left out while the last one still runs (concurrencyPolicy: Forbid).',
  Replace: 'A run that begins stops the last one if it still runs (concurrencyPolicy: Replace).',
};

function majority(workload: Manifest): Sentence[] {
  const image = quorumOf(workload);
  const count = replicasOf(workload);
  if (image === undefined || count === 0) { return []; }
  const needed = majorityOf(count);
  return [{ text: `${image} decides by majority: ${needed} of ${counted(count, 'member')} must run, so it bears the loss of ${count - needed}.` }];
}

function placed({ spec }: PodTemplate): Sentence[] {
  const labels = Object.entries(recordOf(spec.nodeSelector)).map(([key, value]) => `${key}=${textOf(value)}`);
  const { requiredDuringSchedulingIgnoredDuringExecution: required } = recordOf(recordOf(spec.affinity).nodeAffinity);
  const terms = listOf(recordOf(required).nodeSelectorTerms).map(term =>
    listOf(recordOf(term).matchExpressions).map(recordOf).map(({ key, operator, values }) => `${textOf(key)} ${textOf(operator)} ${listOf(values).map(textOf).join(', ')}`.trim()).join(' and '));
  return [
    ...textOf(spec.nodeName) === '' ? [] : [{ text: `It runs on node ${textOf(spec.nodeName)} and on no other.` }],
    ...labels.length === 0 ? [] : [{ text: `It runs only on nodes with ${enumerated(labels)}.` }],
    ...terms.filter(term => term !== '').length === 0 ? [] : [{ text: `It runs only on nodes with ${enumerated(terms.filter(term => term !== ''), 'or')}.` }],
    ...spec.hostNetwork === true ? [{ text: 'Its pods use the network of their node: they have its address, and policies mostly do not hold for them.' }] : [],
  ];
}

/** What the scheduler keeps free for a pod, and what the kernel stops it at. */
function reserved({ template, namespace, workload }: Pods, { inventory }: Facts): Sentence[] {
  const containers = listOf(template.spec.containers).map(recordOf);
  const sentences = containers.flatMap(container => {
    const { requests, limits } = recordOf(container.resources);
    // A limit alone is a request, too.
    const asked = ['cpu', 'memory'].flatMap(key => amount(key, recordOf(requests)[key] ?? recordOf(limits)[key]));
    const limit = textOf(recordOf(limits).memory);
    const parts = [
      ...asked.length > 0 ? [`has ${enumerated(asked)} reserved`] : [],
      ...limit === '' ? [] : [`is killed above ${limit} of memory`],
    ];
    return parts.length === 0 ? [] : [{ text: `${containerTitle(container, template)} ${enumerated(parts)}.` }];
  });
  const mayHaveDefaults = inventory.ofKind('LimitRange').some(range => range.metadata?.namespace === namespace) || isRecord(template.spec.resources);
  return sentences.length > 0 || mayHaveDefaults || containers.length === 0 || replicasOf(workload) === 0 ? sentences
    : [{ text: 'Its pods reserve neither CPU nor memory: they are the first to be evicted when their node runs out of memory.' }];
}

function amount(key: string, value: unknown): string[] {
  const text = textOf(value);
  return text === '' ? [] : [`${text} ${key === 'cpu' ? 'CPU' : key}`];
}

/** How long a pod may take to stop. */
export function graceOf({ spec }: PodTemplate): string {
  return seconds(typeof spec.terminationGracePeriodSeconds === 'number' ? spec.terminationGracePeriodSeconds : DEFAULT_GRACE_PERIOD);
}

/** One line for the overview. */
export function summaryOf(pods: Pods, facts: Facts): string {
  const { workload, template } = pods;
  const containers = listOf(template.spec.containers).map(recordOf);
  const claims = facts.claims.of(workload);
  const used = facts.references.from(workload).filter(({ kind, relation }) => kind === 'PersistentVolumeClaim' && relation === 'mounts');
  const data = claims.length > 0 ? `, ${counted(claims.length * replicasOf(workload), 'claim')}` : used.length > 0 ? `, ${counted(used.length, 'claim')}` : '';
  return `${workload.kind} ${fullName(workload)} ${podsInWords(pods, facts)}: ${enumerated([...new Set(containers.map(({ image }) => textOf(image) || NOT_KNOWN))])}${data}`;
}
