import { Sentence } from './description';
import { Facts } from './facts';
import { podCount } from './pod-count';
import { containerTitle, graceOf, imageOf, isSidecar } from './what-runs';
import { NOT_KNOWN, counted, enumerated, enumeratedShort, seconds, titled } from './words';
import { shareOf } from '../kubernetes/formats/percent';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { PodTemplate, ordinalsOf, replicasOf, wordsOf } from '../kubernetes/workload';
import { referenceTo } from '../manifest/inventory';
import { Pods } from '../manifest/references/pods';
import { References } from '../manifest/references/references';
import { SecretMakers, letsCreateSecrets } from '../manifest/references/secret-makers';

/** How pods start, in what order, when they count as ready, and how an update goes. */
export function howItStarts(pods: Pods, facts: Facts): Sentence[] {
  const { workload, template } = pods;
  if (replicasOf(workload) === 0) { return []; }
  return [
    ...orderOf(workload),
    ...firstOf(template, facts),
    ...listOf(template.spec.containers).map(recordOf).flatMap(container => probesOf(container, containerTitle(container, template), workload)),
    ...needsOf(pods, facts),
    ...updateOf(pods, facts),
    { text: `A pod that is told to stop has ${graceOf(template)} before it is killed.` },
  ];
}

function orderOf(workload: Manifest): Sentence[] {
  const { podManagementPolicy, minReadySeconds } = recordOf(workload.spec);
  const name = (ordinal: number) => `${referenceTo(workload).name}-${ordinal}`;
  const { first } = ordinalsOf(workload);
  if (workload.kind !== 'StatefulSet' || replicasOf(workload) < 2) { return []; }
  if (podManagementPolicy === 'Parallel') { return [{ text: 'All pods start at once.' }]; }
  const waits = typeof minReadySeconds === 'number' && minReadySeconds > 0 ? ` for ${seconds(minReadySeconds)}` : '';
  return [{
    text: `Pods start one after another: ${name(first)} first, and ${name(first + 1)} when ${name(first)} ${waits === '' ? 'is ready' : `has been ready${waits}`}. `
      + `If ${name(first)} never gets ready, no other pod starts.`,
  }];
}

function firstOf({ spec }: PodTemplate, facts: Facts): Sentence[] {
  const init = listOf(spec.initContainers).map(recordOf);
  if (init.length === 0) { return []; }
  const steps = init.map(container => `${imageOf(container)}${isSidecar(container, facts) ? ', which keeps running' : ' to its end'}`);
  return [{ text: `In each pod run first${steps.length > 1 ? ', in this order' : ''}: ${steps.join('; ')}. Then its containers start.` }];
}

function probesOf(container: Record<string, any>, title: string, { kind }: Manifest): Sentence[] {
  const { readinessProbe: ready, startupProbe: startup, livenessProbe: live } = container;
  const never = kind === 'Job' || kind === 'CronJob';
  return [
    ...isRecord(startup) ? [{ text: `${title} is restarted if ${questionOf(startup)} has not succeeded within ${seconds(failsAfter(startup))} of its start; until it has, no other probe asks.` }] : [],
    ...isRecord(ready) ? [{ text: `${title} is ready while ${questionOf(ready)} succeeds, asked every ${seconds(periodOf(ready))}.` }]
      : never ? [] : [{ text: `${title} counts as ready as soon as it runs: it has no readiness probe.` }],
    ...isRecord(live) ? [{ text: `${title} is restarted when ${questionOf(live)} has failed for ${seconds(failsAfter(live))}.` }] : [],
  ];
}

function questionOf({ httpGet, tcpSocket, exec, grpc }: Record<string, any>): string {
  if (isRecord(httpGet)) { return `GET ${textOf(httpGet.path) || '/'} on port ${textOf(httpGet.port)}`; }
  if (isRecord(tcpSocket)) { return `a connection to port ${textOf(tcpSocket.port)}`; }
  if (isRecord(grpc)) { return `the gRPC health check on port ${textOf(grpc.port)}`; }
  const words = listOf(recordOf(exec).command).map(textOf).join(' ').replace(/\s+/g, ' ');
  return `\`${words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS)}…` : words}\``;
}

/** Longer commands are cut. */
const MOST_LETTERS = 60;

function periodOf({ periodSeconds }: Record<string, any>): number {
  return typeof periodSeconds === 'number' ? periodSeconds : 10;
}

function failsAfter(probe: Record<string, any>): number {
  return periodOf(probe) * (typeof probe.failureThreshold === 'number' ? probe.failureThreshold : 3);
}

/** Objects without which no pod starts. */
function needsOf({ workload, namespace }: Pods, { references }: Facts): Sentence[] {
  const needed = references.from(workload).filter(({ kind, relation, optional }) => ['ConfigMap', 'Secret', 'PersistentVolumeClaim', 'ServiceAccount'].includes(kind)
    && !optional && relation !== 'pulls with');
  const all = [...new Map(needed.filter(({ name, kind }) => !(kind === 'ServiceAccount' && name === 'default'))
    .map(reference => [`${reference.kind} ${reference.name}`, references.target(reference) !== undefined])).entries()];
  const [here, absent] = [true, false].map(isHere => all.filter(([, found]) => found === isHere).map(([name]) => name));
  const jobs = absent.map((title): [string, readonly Manifest[]] => [title, jobsOf(title, namespace, references)]);
  const made = new Map(jobs.filter(([, some]) => some.length > 0));
  // What else the manifests bring is no news.
  const read = here.filter(name => /^(ConfigMap|Secret) /.test(name));
  return [
    ...read.length === 0 ? [] : [{ text: `Its pods read ${enumeratedShort(read)}, without which they do not start; the manifests bring ${read.length === 1 ? 'it' : 'them'}.` }],
    ...[...made].map(([title, some]) => ({
      text: `Its pods do not start before ${enumerated(some.map(titled), 'or')} has made ${title}: the Job${some.length === 1 ? ' gets' : 's get'} this name.`,
    })),
    ...missingOf(absent.filter(title => !made.has(title)), workloadsThatMakeSecrets(namespace, workload, references)),
  ];
}

/** The Jobs that make what is absent. */
function jobsOf(title: string, namespace: string, references: References): readonly Manifest[] {
  return title.startsWith(SECRET) ? SecretMakers.of(references).jobsOf(namespace, title.slice(SECRET.length)) : [];
}

const SECRET = 'Secret ';

/** What pods need that neither the manifests nor their Jobs bring. */
function missingOf(missing: readonly string[], candidates: readonly Manifest[]): Sentence[] {
  if (missing.length === 0) { return []; }
  const secrets = missing.filter(name => name.startsWith(SECRET)).map(name => name.slice(SECRET.length));
  const { makers, areTold } = makersOf(secrets, candidates);
  const [isOne, isOneMaker, isOneSecret] = [missing, makers, secrets].map(({ length }) => length === 1);
  const told = areTold ? `, and ${isOneMaker ? 'gets' : 'get'} ${isOneSecret ? 'this name' : 'these names'}`
    : `: whether ${isOneMaker ? 'it makes' : 'they make'} ${isOneSecret ? 'this one' : 'these'} is ${NOT_KNOWN}`;
  const hope = makers.length === 0 ? `; the manifests do not bring ${isOne ? 'it' : 'them'}`
    : `, or that ${enumerated(makers)} ${isOneMaker ? 'has' : 'have'} made ${isOne ? 'it' : 'them'}`;
  return [{
    text: `Its pods do not start without ${enumerated(missing)}, which ${isOne ? 'is' : 'are'} not among the manifests.${makers.length === 0 ? '' : ` ${enumerated(makers)} may create Secrets here${told}.`}`,
    human: `Before the first start: make sure that ${enumerated(missing)} ${isOne ? 'exists' : 'exist'}${hope}.`,
  }];
}

/** Those that may make the Secrets: where each Secret has one that gets its name, these and no others. */
function makersOf(secrets: readonly string[], candidates: readonly Manifest[]): { makers: string[]; areTold: boolean } {
  const told = secrets.map(secret => candidates.filter(workload => wordsOf(workload).includes(secret)));
  const areTold = told.length > 0 && told.every(({ length }) => length > 0);
  return { makers: secrets.length === 0 ? [] : [...new Set((areTold ? told.flat() : candidates).map(titled))], areTold };
}

/** The workloads that the manifests let create Secrets in a namespace. */
function workloadsThatMakeSecrets(namespace: string, but: Manifest, references: References): Manifest[] {
  const others = references.pods.in(namespace).map(({ workload }) => workload).filter(workload => workload !== but);
  return others.filter(workload => references.from(workload)
    .filter(({ relation }) => relation === 'runs as').flatMap(account => references.target(account) ?? []).flatMap(account => references.to(account))
    .filter(({ relation }) => relation === 'grants to').flatMap(({ from }) => references.from(from)).filter(({ relation }) => relation === 'grants')
    .flatMap(role => references.target(role) ?? []).some(letsCreateSecrets));
}

const UPDATES: Readonly<Record<string, (pods: Pods, facts: Facts) => Sentence[]>> = {
  StatefulSet: updateOfSet,
  Deployment: updateOfDeployment,
  DaemonSet: ({ workload: { spec } }) => recordOf(recordOf(spec).updateStrategy).type === 'OnDelete' ? onDelete('DaemonSet')
    : [{ text: `An update stops ${textOf(recordOf(recordOf(recordOf(spec).updateStrategy).rollingUpdate).maxUnavailable) || '1'} of its pods at a time, and starts the new one on that node.` }],
};

function updateOf(pods: Pods, facts: Facts): Sentence[] {
  const { kind } = pods.workload;
  return Object.hasOwn(UPDATES, kind) ? UPDATES[kind](pods, facts) : [];
}

function onDelete(kind: string): Sentence[] {
  return [{
    text: `An update of the ${kind} changes no pod that runs (OnDelete).`,
    human: 'After an update: delete the pods yourself, one by one; only then do they get the new version.',
  }];
}

function updateOfSet({ workload }: Pods, { model }: Facts): Sentence[] {
  const { updateStrategy, podManagementPolicy } = recordOf(workload.spec);
  const { type, rollingUpdate } = recordOf(updateStrategy);
  const [count, { first, last }] = [replicasOf(workload), ordinalsOf(workload)];
  if (count === 0) { return []; }
  if (type === 'OnDelete') { return onDelete('StatefulSet'); }
  const name = (ordinal: number) => `${referenceTo(workload).name}-${ordinal}`;
  const { partition = 0, maxUnavailable } = recordOf(rollingUpdate);
  const end = Math.max(first, Number(partition));
  if (end > last) {
    return [{ text: `An update changes no pod: the partition, ${partition}, is above ${name(last)}.`, human: 'To roll an update out: lower the partition of the update strategy.' }];
  }
  if (count === 1) { return [{ text: `An update stops ${name(first)} before the new one starts: nothing answers in between.` }]; }
  const isObeyed = maxUnavailable !== undefined && !model.isOff('MaxUnavailableStatefulSet') && podManagementPolicy === 'Parallel';
  const atOnce = isObeyed ? Math.max(1, shareOf(maxUnavailable, count) ?? 1) : 1;
  const wait = atOnce === 1 ? 'one at a time, each ready before the next' : `up to ${atOnce} at a time`;
  const stuck = atOnce === 1 ? ' A pod that never gets ready stops the update.' : '';
  return [
    { text: end === last ? `An update replaces ${name(last)} alone.` : `An update replaces pods from ${name(last)} down to ${name(end)}, ${wait}.${stuck}` },
    ...end > first ? [{
      text: `Pods below ordinal ${end} keep the version that they have (partition: ${partition}).`,
      human: 'To end a rollout by partition: lower the partition of the update strategy to 0.',
    }] : [],
    ...maxUnavailable !== undefined && !isObeyed && podManagementPolicy === 'Parallel'
      ? [{ text: `maxUnavailable: ${textOf(maxUnavailable)} does nothing on Kubernetes ${model.version}.` }] : [],
  ];
}

function updateOfDeployment(pods: Pods, facts: Facts): Sentence[] {
  const { workload } = pods;
  const { strategy, paused } = recordOf(workload.spec);
  const { least: count, most } = podCount(pods, facts);
  const { type, rollingUpdate } = recordOf(strategy);
  if (paused === true) {
    return [{ text: 'The Deployment is paused: an update changes no pod.', human: `To roll an update out: kubectl rollout resume deployment/${referenceTo(workload).name}.` }];
  }
  if (count === 0) { return []; }
  if (type === 'Recreate') { return [{ text: 'An update stops all pods before the first new one starts: nothing answers in between.' }]; }
  const { maxSurge = '25%', maxUnavailable = '25%' } = recordOf(rollingUpdate);
  const more = shareOf(maxSurge, count) ?? 0;
  const share = roundedDown(maxUnavailable, count);
  // The controller takes one away where neither would let it begin.
  const fewer = more === 0 && share === 0 ? 1 : share;
  const stay = Math.max(0, count - fewer);
  if (count === 1 && stay === 1) { return [{ text: 'An update starts the new pod, and stops the old one when the new one is ready.' }]; }
  return [{ text: `An update starts up to ${counted(more, 'new pod')} more, and keeps ${stay} of ${count} ready${count < most ? ', with more pods more' : ''}.` }];
}

function roundedDown(value: unknown, count: number): number {
  const percent = /^(\d+)%$/.exec(textOf(value));
  return percent ? Math.floor(Number(percent[1]) * count / 100) : Number(value) || 0;
}
