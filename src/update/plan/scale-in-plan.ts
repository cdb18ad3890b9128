import { inPhases } from './phases';
import { expectReplicas, pause } from './precautions';
import { keepClaims, retainAsWritten, setReference, showClaims, waitPodGone, waitReady } from './set-steps';
import { MigrationPlan, byHand, deleteStep, patchStep, reference, scaleStep, volumeNameOf } from './step';
import { Surroundings } from './surroundings';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { ordinalsOf, replicasOf } from '../../manifest/workload';
import { claimNames } from '../claim-effects';
import { Change } from '../effect';
import { Update } from '../update';

/** Fewer members: the data of those that go is brought to the others first. */
export function scaleInPlan({ before, after, given }: Update, changes: readonly Change[], { world }: Surroundings): MigrationPlan {
  const set = setReference(after);
  const namespace = namespaceOf(after);
  const [old, next] = [ordinalsOf(before), ordinalsOf(after)];
  const ordinals = Array.from({ length: Math.max(0, Math.min(100, old.last - next.last)) }, (_, index) => old.last - index);
  const pods = ordinals.map(ordinal => `${set.name}-${ordinal}`);
  const claims = claimNames(before, { first: next.last + 1, last: old.last });
  const kept = keepClaims(before);
  const replicas = replicasOf(before);
  return {
    title: `StatefulSet ${namespace}/${set.name} from ${replicas} to ${replicasOf(after)} replicas`,
    object: referenceTo(given.after),
    changes: changes.map(({ id }) => id),
    downtime: false,
    ...inPhases([
      { steps: [pause(referenceTo(given.before), world), expectReplicas(before)] },
      { steps: kept, back: kept.length > 0 ? retainAsWritten(before) : [] },
      {
        steps: [
          ...pods.flatMap((pod, index) => [
            byHand(`Decommission member ${pod} with the database's own command, and wait until its data is on the others`, reference('Pod', namespace, pod)),
            scaleStep(`Stop member ${pod}`, set, replicas - index - 1, replicas - index),
            waitPodGone(before, pod),
          ]),
          ...showClaims('See that the claims are still there', after, claims),
        ],
        back: [scaleStep('Start the members again, on the claims they had', set, replicas), ...waitReady(before)],
      },
    ]),
    afterwards: [
      ...kept.length > 0 ? retainAsWritten(after) : [],
      ...claims.flatMap(name => [
        patchStep(`Keep the volume of ${name} in case somebody asks for it later`, {
          ...reference('PersistentVolume', '', ''), nameFrom: volumeNameOf({ namespace, name }),
        }, { spec: { persistentVolumeReclaimPolicy: 'Retain' } }),
        deleteStep(`Delete claim ${name}, so that a later scale-up starts empty instead of stale`, reference('PersistentVolumeClaim', namespace, name)),
      ]),
    ],
    limits: [
      'How to decommission a member depends on the database; no step here does it.',
      'As long as the claims are there, scaling up again attaches them with the data of the day the members left.',
      ...kept.length > 0 ? ['Do not apply a manifest with whenScaled: Delete before the last member is gone.'] : [],
    ],
  };
}
