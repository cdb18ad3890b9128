import { ClaimStorage } from './claim-storage';
import { Sentence } from './description';
import { Facts } from './facts';
import { UsedClaim, usedClaims } from './pod-volumes';
import { NOT_KNOWN, enumerated } from './words';
import { Manifest } from '../kubernetes/manifest';
import { ordinalsOf, replicasOf, retentionOf } from '../kubernetes/workload';
import { decommissionOf } from '../manifest/decommission';
import { keeperOf } from '../manifest/deployers';
import { namespaceOf, referenceTo } from '../manifest/inventory';
import { majorityOf, quorumOf } from '../manifest/quorum';
import { Pods } from '../manifest/references/pods';

/** What becomes of pods and data when the workload is scaled down, or it, its claims or its namespace are deleted. */
export function whenRemoved(pods: Pods, facts: Facts): Sentence[] {
  const { workload } = pods;
  const claims = usedClaims(pods, facts);
  return [
    ...workload.kind === 'StatefulSet' ? [...scaledDown(workload, claims, facts), ...setDeleted(workload, claims, facts)] : othersDeleted(pods, claims),
    ...claims.length > 0 ? claimsDeleted(claims, workload) : [],
  ];
}

function isHonoured({ model }: Facts): boolean {
  return !model.isOff('StatefulSetAutoDeletePVC');
}

function scaledDown(set: Manifest, claims: readonly UsedClaim[], facts: Facts): Sentence[] {
  const [count, { first, last }, { name }] = [replicasOf(set), ordinalsOf(set), referenceTo(set)];
  if (count === 0) { return []; }
  const own = claims.filter(({ isOwn }) => isOwn);
  const goes = isHonoured(facts) && retentionOf(set).whenScaled === 'Delete';
  const claimNames = own.map(({ example }) => `${example.slice(0, example.lastIndexOf('-'))}-${last}`).join(' and ');
  const fate = own.length === 0 ? '' : goes ? ` With it goes claim ${claimNames} (whenScaled: Delete); then its data ${fatesInWords(own)}.`
    : ` Claim ${claimNames} stays (whenScaled: Retain): scaled up again, ${name}-${last} gets its old data back.`;
  const lead = first === last ? 'Scaled to 0, no pod is left.' : `Scaled down by one, ${name}-${last} goes first.`;
  return [
    { text: `${lead}${fate}`, ...goes && own.some(isLost) ? { human: `Before it is scaled down: save the data of ${claimNames}, which is deleted.` } : {} },
    ...leaving(set, count, `${name}-${last}`),
    ...first === last ? [] : majorityAfter(set, count),
  ];
}

function leaving(set: Manifest, count: number, pod: string): Sentence[] {
  if (count < 2) { return []; }
  const command = decommissionOf(set);
  if (command === undefined) { return []; }
  return command.length === 0 ? [{ text: 'Members leave by themselves when they are scaled down.' }] : [{
    text: `A member must leave before its pod goes: ${command.join(' ')}.`,
    human: `Before it is scaled down: \`kubectl exec -n ${namespaceOf(set)} ${pod} -- ${command.join(' ')}\`, and wait for its end.`,
  }];
}

function majorityAfter(set: Manifest, count: number): Sentence[] {
  const image = quorumOf(set);
  if (image === undefined || decommissionOf(set) !== undefined) { return []; }
  const name = `${referenceTo(set).name}-${ordinalsOf(set).last}`;
  return [{
    text: `A member that is only scaled away still counts: ${majorityOf(count)} of ${count} must run.`,
    human: `Before it is scaled down: remove ${name} from the members of ${image}, for a pod that goes leaves its place in the majority behind.`,
  }];
}

function setDeleted(set: Manifest, claims: readonly UsedClaim[], facts: Facts): Sentence[] {
  const own = claims.filter(({ isOwn }) => isOwn);
  const { name } = referenceTo(set);
  const [keeper, count] = [keeperOf(set), replicasOf(set)];
  const all = own.map(({ names }) => names).join(' and ');
  const goes = isHonoured(facts) && retentionOf(set).whenDeleted === 'Delete';
  const fate = own.length === 0 ? '' : goes ? ` ${all} ${own.length === 1 && replicasOf(set) < 2 ? 'goes' : 'go'} with them (whenDeleted: Delete); then the data ${fatesInWords(own)}.`
    : ` ${all} ${own.length === 1 && replicasOf(set) < 2 ? 'stays' : 'stay'} (whenDeleted: Retain): a StatefulSet ${name} that is made anew finds its data.`;
  return [
    { text: `When the StatefulSet is deleted, ${count === 0 ? 'no pod is left to go' : count === 1 ? 'its pod goes' : 'its pods go in no order'}.${fate}`, ...goes && own.some(isLost) ? { human: `Before StatefulSet ${name} is deleted: save its data, which goes with it.` } : {} },
    ...keeper === undefined ? [] : [{ text: `${keeper} keeps it when it is gone from the manifests.` }],
  ];
}

function othersDeleted({ workload }: Pods, claims: readonly UsedClaim[]): Sentence[] {
  const keeper = keeperOf(workload);
  const stay = claims.length === 0 ? '' : ` Claim ${claims.map(({ names }) => names).join(' and ')} ${claims.length === 1 ? 'stays' : 'stay'}.`;
  const scaled = ['Deployment', 'ReplicaSet', 'ReplicationController'].includes(workload.kind) && replicasOf(workload) > 1 ? [{ text: 'Scaled down, any of its pods may go.' }] : [];
  return [
    ...scaled,
    { text: workload.kind === 'CronJob' ? `When the CronJob is deleted, its Jobs and their pods go, those that run included.${stay}` : workload.kind === 'Pod' ? `When it is deleted, it is gone.${stay}` : `When the ${workload.kind} is deleted, its pods go.${stay}` },
    ...keeper === undefined ? [] : [{ text: `${keeper} keeps it when it is gone from the manifests.` }],
  ];
}

const FATES: Readonly<Record<ClaimStorage['fate']['kind'], string>> = {
  'kept': 'is kept', 'deleted': 'is deleted', 'archived': 'is kept in a directory renamed to archived-…', 'not known': `is kept or deleted, which is ${NOT_KNOWN}`,
};

function fatesInWords(claims: readonly UsedClaim[]): string {
  return [...new Set(claims.flatMap(({ storage }) => storage ? [`${FATES[storage.fate.kind]} (${storage.fate.why})`] : []))].join('; ');
}

function isLost({ storage }: UsedClaim): boolean {
  return storage?.fate.kind === 'deleted' || storage?.fate.kind === 'not known';
}

/** A claim is deleted by hand, or with its namespace. */
function claimsDeleted(claims: readonly UsedClaim[], workload: Manifest): Sentence[] {
  const known = claims.filter(({ storage }) => storage);
  if (known.length === 0) { return []; }
  const namespace = namespaceOf(workload);
  const kept = known.filter(({ storage }) => storage?.fate.kind === 'kept');
  return [{
    text: `When namespace ${namespace} or ${known.length > 1 || known[0].isOwn ? 'a claim' : 'the claim'} is deleted, the data of ${known.map(({ names }) => names).join(' and ')} ${fatesInWords(known)}.`,
    ...known.some(isLost) ? { human: `Before namespace ${namespace} or a claim is deleted: save the data of ${enumerated(known.filter(isLost).map(({ names }) => names))}.` }
      : kept.length > 0 ? { human: 'When a claim was deleted: its volume is Released and is given to nobody. To use the data again, remove claimRef from the PersistentVolume; when it is not needed, delete both.' } : {},
  }];
}
