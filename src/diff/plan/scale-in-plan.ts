import { dropClaim, leavingPhases, lowerFirst } from './leaving';
import { inPhases } from './phases';
import { expectReplicas, pause } from './precautions';
import { keepClaims, retainAsWritten, setReference, showClaims } from './set-steps';
import { Surroundings } from './surroundings';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { ordinalsOf, replicasOf, retentionOf } from '../../kubernetes/workload';
import { DECOMMISSION_ANNOTATION, decommissionOf } from '../../manifest/decommission';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { Change } from '../../reports/change';
import { MigrationPlan } from '../../reports/plan';
import { claimNames } from '../changes/claim-effects';
import { sameTemplate } from '../changes/same-template';
import { Update } from '../changes/update';

/** Fewer members: the data of those that go is brought to the others first. */
export function scaleInPlan({ before, after, given }: Update, changes: readonly Change[], { world }: Surroundings): MigrationPlan {
  const set = setReference(after);
  const namespace = namespaceOf(after);
  const [old, next] = [ordinalsOf(before), ordinalsOf(after)];
  const ordinals = Array.from({ length: Math.max(0, Math.min(100, old.last - next.last)) }, (_, index) => old.last - index);
  const claims = claimNames(before, { first: next.last + 1, last: old.last });
  const kept = keepClaims(before);
  const command = decommissionOf(after) ?? decommissionOf(before);
  const policy = isDeleting(before) || isDeleting(after);
  const isTold = !sameTemplate(given.before, given.after, world.model);
  const leaving = { before: given.before, after: keeping(given.after), isTold, pods: ordinals.map(ordinal => `${set.name}-${ordinal}`), command };
  const plan = {
    title: `StatefulSet ${namespace}/${set.name} from ${replicasOf(before)} to ${replicasOf(after)} replicas${isTold && command !== undefined ? '; pods restart one at a time' : ''}`,
    object: referenceTo(given.after),
    changes: changes.map(({ id }) => id),
    downtime: false,
  };
  const first = lowerFirst(leaving);
  if (first.length > 0) {
    return { ...plan, steps: [expectReplicas(before), ...first], wayBack: [], afterwards: [], limits: ['It takes several changes, each with a plan of its own; nothing is stopped or deleted here.'] };
  }
  return {
    ...plan,
    ...inPhases([
      { steps: [pause(referenceTo(given.before), world), expectReplicas(before)] },
      { steps: kept, back: kept.length > 0 ? retainAsWritten(before) : [] },
      ...leavingPhases(leaving),
      { steps: showClaims('See that the claims are still there', after, claims) },
    ]),
    afterwards: [
      ...policy ? retainAsWritten(after) : [],
      ...claims.flatMap(name => dropClaim(namespace, name, `Delete claim ${name}, so that a later scale-up starts empty instead of stale`)),
    ],
    limits: [
      ...command === undefined
        ? [`How to decommission a member depends on the database; the annotation ${DECOMMISSION_ANNOTATION} on the set would say it: a command that is run in the member, or none for members that leave by themselves.`]
        : [],
      'As long as the claims are there, scaling up again attaches them with the data of the day the members left.',
      ...policy ? ['Do not apply a manifest with whenScaled: Delete before the last member is gone.'] : [],
    ],
  };
}

function isDeleting(set: Manifest): boolean {
  const { whenDeleted, whenScaled } = retentionOf(set);
  return whenDeleted === 'Delete' || whenScaled === 'Delete';
}

/** The new set, except that no claim goes with its pod. */
function keeping(set: Manifest): Manifest {
  if (!isDeleting(set)) { return set; }
  return { ...set, spec: { ...recordOf(set.spec), persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' } } };
}
