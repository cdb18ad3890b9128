import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { ordinalsOf, replicasOf } from '../../manifest/workload';
import { claimNames } from '../claim-effects';
import { Change } from '../effect';
import { Update } from '../update';
import { keepClaims, setReference, showClaims } from './set-steps';
import { MigrationPlan, byHand, deleteStep, patchStep, reference, scaleStep, volumeNameOf, waitGone } from './step';

/** Fewer members: the data of those that go is brought to the others first. */
export function scaleInPlan({ before, after, given }: Update, changes: readonly Change[]): MigrationPlan {
  const set = setReference(after);
  const namespace = namespaceOf(after);
  const [old, next] = [ordinalsOf(before), ordinalsOf(after)];
  const ordinals = Array.from({ length: Math.max(0, Math.min(100, old.last - next.last)) }, (_, index) => old.last - index);
  const pods = ordinals.map(ordinal => `${set.name}-${ordinal}`);
  const claims = claimNames(before, { first: next.last + 1, last: old.last });
  return {
    title: `StatefulSet ${namespace}/${set.name} from ${replicasOf(before)} to ${replicasOf(after)} replicas`,
    object: referenceTo(given.after),
    changes: changes.map(({ id }) => id),
    downtime: false,
    steps: [
      ...keepClaims(before),
      ...pods.flatMap((pod, index) => [
        byHand(`Decommission member ${pod} with the database's own command, and wait until its data is on the others`, reference('Pod', namespace, pod)),
        scaleStep(`Stop member ${pod}`, set, replicasOf(before) - index - 1),
        waitGone(`Wait until pod ${pod} is gone`, reference('Pod', namespace, pod)),
      ]),
      ...showClaims('See that the claims are still there', after, claims),
    ],
    wayBack: [scaleStep('Start the members again, on the claims they had', set, replicasOf(before))],
    afterwards: claims.flatMap(name => [
      patchStep(`Keep the volume of ${name} in case somebody asks for it later`, {
        ...reference('PersistentVolume', '', ''), nameFrom: volumeNameOf({ namespace, name }),
      }, { spec: { persistentVolumeReclaimPolicy: 'Retain' } }),
      deleteStep(`Delete claim ${name}, so that a later scale-up starts empty instead of stale`, reference('PersistentVolumeClaim', namespace, name)),
    ]),
    limits: [
      'How to decommission a member depends on the database; no step here does it.',
      'As long as the claims are there, scaling up again attaches them with the data of the day the members left.',
    ],
  };
}
