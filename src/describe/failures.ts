import { Sentence } from './description';
import { Facts } from './facts';
import { podCount } from './pod-count';
import { UsedClaim, hostPaths, serversOf, usedClaims } from './pod-volumes';
import { NOT_KNOWN, counted, enumerated, fullName, seconds } from './words';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { placesOf } from '../kubernetes/topology';
import { PodTemplate, ordinalsOf, replicasOf } from '../kubernetes/workload';
import { referenceTo } from '../manifest/inventory';
import { majorityOf, quorumOf } from '../manifest/quorum';
import { Pods } from '../manifest/references/pods';

/** What happens when a container, a pod, a node, a zone or an NFS server goes away. */
export function whenThingsGo(pods: Pods, facts: Facts): Sentence[] {
  const claims = usedClaims(pods, facts);
  const runsOn = !['Job', 'CronJob'].includes(pods.workload.kind);
  if (runsOn && pods.workload.kind !== 'Pod' && replicasOf(pods.workload) === 0) { return []; }
  return [
    ...podGoes(pods, claims, facts),
    ...nodeGoes(pods, claims, facts),
    ...runsOn && !['DaemonSet', 'Pod'].includes(pods.workload.kind) ? [...spreadInWords(pods, facts)] : [],
    ...zoneOfData(claims),
    ...serversGo(pods, facts),
  ];
}

const PODS: Readonly<Record<string, (workload: Manifest) => string>> = {
  StatefulSet: workload => `A pod that is deleted or evicted is made anew under its old name, such as ${referenceTo(workload).name}-${ordinalsOf(workload).first}`,
  DaemonSet: () => 'A pod that is deleted is made anew on its node',
  Pod: () => 'A pod that is deleted or evicted is gone: nothing makes it anew',
  Job: () => 'A pod that is deleted or evicted is replaced by a new one, which begins anew',
  CronJob: () => 'A pod that is deleted or evicted is replaced by a new one, which begins anew',
};

function podGoes(pods: Pods, claims: readonly UsedClaim[], facts: Facts): Sentence[] {
  const { workload, template } = pods;
  const { kind } = workload;
  const sentence = Object.hasOwn(PODS, kind) ? PODS[kind](workload) : 'A pod that is deleted or evicted is replaced by a new one with another name';
  const own = claims.some(({ isOwn }) => isOwn) ? ', and gets its own claims again' : claims.length > 0 && kind !== 'Pod' ? ', and gets the same claims' : '';
  const alone = !['DaemonSet', 'Pod', 'Job', 'CronJob'].includes(kind) && podCount(pods, facts).most === 1 ? ' Nothing answers in the meantime: there is no other.' : '';
  const restarts = template.spec.restartPolicy ?? (['Job', 'CronJob'].includes(kind) ? undefined : 'Always');
  return [
    ...restarts === 'Always' || restarts === 'OnFailure'
      ? [{ text: `A container that ${restarts === 'Always' ? 'ends' : 'fails'} is restarted in its pod; what it wrote outside of volumes is gone.` }] : [],
    { text: `${sentence}${own}.${alone}`, ...kind === 'Pod' ? { human: `When pod ${fullName(workload)} is evicted or its node fails: create it again.` } : {} },
  ];
}

/** How long pods stay on a node that does not answer; undefined for ever. @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions */
export function unreachableFor({ spec }: PodTemplate): number | undefined {
  const toleration = listOf(spec.tolerations).map(recordOf).find(({ key, operator, effect }) =>
    (key === 'node.kubernetes.io/unreachable' || (textOf(key) === '' && operator === 'Exists')) && (textOf(effect) === '' || effect === 'NoExecute'));
  if (!toleration) { return DEFAULT_TOLERATION_SECONDS; }
  return typeof toleration.tolerationSeconds === 'number' ? toleration.tolerationSeconds : undefined;
}

/** What the API server gives to every pod that says nothing. */
const DEFAULT_TOLERATION_SECONDS = 300;

function nodeGoes(pods: Pods, claims: readonly UsedClaim[], facts: Facts): Sentence[] {
  const { workload, template } = pods;
  const [kind, after] = [workload.kind, unreachableFor(template)];
  const onNode = [...claims.filter(({ storage }) => storage?.onNode).map(({ names }) => names),
    ...hostPaths(template).map(({ hostPath }) => textOf(hostPath.path))];
  const stays = onNode.length === 0 || kind === 'DaemonSet' ? [] : [{ text: `The data of ${enumerated(onNode)} lies on the disks of nodes: while its node is away, so is the data; if the disk is lost, so is the data.` }];
  if (kind === 'DaemonSet') { return [{ text: 'When a node fails, its pod is away until the node is back; pods of other nodes go on.' }, ...stays]; }
  if (kind === 'Pod') { return [{ text: 'When its node fails, the pod is gone with it.' }, ...stays]; }
  if (after === undefined) {
    return [{
      text: 'When a node fails, its pods stay bound to it for ever: they tolerate the taint unreachable without an end.',
      human: 'When a node is lost: delete its pods yourself, with --force.',
    }, ...stays];
  }
  return [...kind === 'StatefulSet' ? nodeOfSet(workload, after, facts) : nodeOfOthers(after, claims), ...stays];
}

function nodeOfSet(workload: Manifest, after: number, { model }: Facts): Sentence[] {
  const [{ name }, { first }] = [referenceTo(workload), ordinalsOf(workload)];
  const taint = model.isOff('NodeOutOfServiceVolumeDetach') ? '' : ', or its node has the taint node.kubernetes.io/out-of-service';
  const command = taint === '' ? `kubectl delete pod ${name}-N --force` : 'kubectl taint nodes NODE node.kubernetes.io/out-of-service=nodeshutdown:NoExecute';
  return [{
    text: `When a node fails, its pods are marked for deletion ${afterwards(after)}, and then wait: no second ${name}-${first} is made before the node is back, the node object is deleted${taint}.`,
    human: `When a node is lost for good: make sure that it is off, then \`${command}\`. Until then its pods of ${name} are missing.`,
  }];
}

function nodeOfOthers(after: number, claims: readonly UsedClaim[]): Sentence[] {
  const bound = claims.filter(({ claim, storage }) => claim && storage?.followsPod !== true && !storage?.onNode
    && listOf(claim.spec.accessModes).every(mode => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod'));
  const text = `When a node fails, new pods are started on others ${afterwards(after)}.`;
  return bound.length === 0 ? [{ text }] : [{ text }, {
    text: `If the volume of ${enumerated(bound.map(({ names }) => names))} must be attached to a node (${NOT_KNOWN}), the new pod waits while the lost node still holds it.`,
    human: 'When a node is lost and the new pod waits for its volume: make sure that the node is off, then `kubectl taint nodes NODE node.kubernetes.io/out-of-service=nodeshutdown:NoExecute`.',
  }];
}

function afterwards(count: number): string {
  return count === 0 ? 'at once' : `after ${seconds(count)}`;
}

/** Nodes and zones in one sentence, where the same is true of both. */
function spreadInWords(pods: Pods, facts: Facts): Sentence[] {
  const [nodes, zones] = (['nodes', 'zones'] as const).map(place => spreadOver(place, pods, facts));
  const asNodes = zones.map(({ text }) => text.replaceAll('zone', 'node')).join();
  return nodes.length > 0 && asNodes === nodes.map(({ text }) => text).join()
    ? nodes.map(({ text, human }) => ({ text: text.replace('different nodes', 'different nodes and zones').replace('of a node', 'of one'), human })) : [...nodes, ...zones];
}

/** How pods are kept apart, and what the loss of one place takes. */
function spreadOver(place: 'nodes' | 'zones', pods: Pods, facts: Facts): Sentence[] {
  const { least, most: count } = podCount(pods, facts);
  if (count < 2) { return []; }
  const one = place.slice(0, -1);
  const { apart, spread } = keptApart(place, pods, facts);
  const quorum = quorumOf(pods.workload);
  if (apart === 'required') {
    return [{ text: `No two of its pods run on one ${one}: the loss of a ${one} takes one${least === count ? ` of ${count}` : ''}${quorum !== undefined && count - 1 >= majorityOf(count) ? ', and the majority stays' : ''}. A pod for which no ${one} is left waits.` }];
  }
  if (spread?.required) {
    const skew = Number(spread.maxSkew) || 1;
    return [{ text: `Its pods are spread over ${place}, with a difference of ${skew} at most; a pod that would break this waits${place === 'zones' ? ', also while a zone is away' : ''}.` }];
  }
  if (spread || apart === 'preferred') { return [{ text: `The scheduler tries to put its pods on different ${place}, and puts them together where it cannot: the loss of a ${one} may take more than one.` }]; }
  return [{
    text: `Nothing keeps its pods on different ${place}: the loss of a ${one} may take ${least < count ? 'all' : count === 2 ? 'both' : `all ${count}`}.`,
    ...quorum !== undefined ? { human: `Before the first start: spread the pods over ${place}, for ${majorityOf(count)} of ${count} must run.` } : {},
  }];
}

interface Apart {
  readonly apart?: 'required' | 'preferred';
  readonly spread?: { readonly required: boolean; readonly maxSkew: unknown };
}

function keptApart(place: string, pods: Pods, { references }: Facts): Apart {
  const { affinity, topologySpreadConstraints } = pods.template.spec;
  const own = references.selectionsOf(pods.workload).filter(selection => references.selects(selection, pods));
  const terms = own.filter(({ relation }) => relation === 'keeps away from').filter(({ path }) => placesOf(keyAt(affinity, path)) === place);
  const constraints = listOf(topologySpreadConstraints).map(recordOf).filter((constraint, i) => placesOf(constraint.topologyKey) === place
    && own.some(({ relation, path }) => relation === 'spreads' && path.endsWith(`/topologySpreadConstraints/${i}/labelSelector`)));
  const constraint = constraints.find(({ whenUnsatisfiable }) => whenUnsatisfiable !== 'ScheduleAnyway') ?? constraints[0];
  return {
    ...terms.length > 0 && { apart: terms.some(({ required }) => required) ? 'required' : 'preferred' },
    ...constraint && { spread: { required: constraint.whenUnsatisfiable !== 'ScheduleAnyway', maxSkew: constraint.maxSkew } },
  };
}

/** The topology key beside a label selector of an affinity. */
function keyAt(affinity: unknown, path: string): unknown {
  const keys = path.slice(path.indexOf('/podAntiAffinity') + 1).split('/').slice(0, -1);
  let term: unknown = affinity;
  for (const key of keys) { term = isRecord(term) ? term[key] : listOf(term)[Number(key)]; }
  return recordOf(term).topologyKey;
}

function zoneOfData(claims: readonly UsedClaim[]): Sentence[] {
  const unknown = claims.filter(({ storage }) => storage && storage.followsPod !== true && !storage.onNode);
  return unknown.length === 0 ? [] : [{ text: `When a zone fails, its pods can be started in another one only if the volumes of ${enumerated(unknown.map(({ names }) => names))} can be used there: ${NOT_KNOWN}.` }];
}

function serversGo(pods: Pods, facts: Facts): Sentence[] {
  const makesVolumes = facts.provisioners.some(({ pods: { workload } }) => workload === pods.workload);
  return [...serversOf(pods, facts)].map(([server, options]) => {
    const soft = options.some(option => option.split(',').includes('soft'));
    const effect = soft ? 'reads and writes fail with an I/O error after some time (mount option soft), which may cost data' : 'every read and write waits until it is back, no pod is moved';
    const all = pods.workload.kind === 'StatefulSet' && replicasOf(pods.workload) > 1 ? ` All ${counted(replicasOf(pods.workload), 'pod')} wait at once: more members do not help against it.` : '';
    return {
      text: `When NFS server ${server} goes away, ${effect}, and no new pod starts.${makesVolumes ? ' No claim gets a volume in the meantime.' : soft ? '' : all}`,
      human: `When NFS server ${server} is down: bring it back; Kubernetes does nothing about it.`,
    };
  });
}
