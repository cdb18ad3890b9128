import { recordOf } from '../../kubernetes/manifest';
import { replicasOf } from '../../kubernetes/workload';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, differsUnder } from '../changes/update';
import { World } from '../changes/world';

/** The manifest leaves its replicas to an autoscaler, and the server fills in 1 before that one counts again. */
function replicasLeftOut(update: Update, world: World): ChangeStatement[] {
  const { before, after, given } = update;
  if (!differsUnder(update, '/spec/replicas') || recordOf(given.after.spec).replicas !== undefined) { return []; }
  const scaler = world.after.references.to(given.after).find(({ relation }) => relation === 'scales')?.from;
  const [old, next] = [replicasOf(before), replicasOf(after)];
  if (!scaler || next >= old) { return []; }
  return [{
    path: '/spec/replicas',
    message: `replicas is left out for ${scaler.kind} '${scaler.metadata?.name}', and falls back to ${next}: ${old - next} of ${old} pods stop at once, before the autoscaler asks for more`,
    fix: `take it out of what was applied first: \`kubectl apply edit-last-applied ${after.kind.toLowerCase()}/${after.metadata?.name}\`; `
      + 'with server-side apply, let another field manager apply spec.replicas before yours leaves it out',
  }];
}

export const SCALING_DANGERS: readonly Rule[] = [{
  id: 'replicas-left-to-autoscaler',
  title: 'Replicas left out for an autoscaler',
  effect: 'access',
  kinds: ['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'],
  fields: 'spec.replicas, where a HorizontalPodAutoscaler (or KEDA\'s ScaledObject) scales the workload',
  why: 'the manifest of a scaled workload should not say replicas; but whoever applied the field and leaves it out takes it away, and its default is 1. '
    + 'All pods but one stop until the autoscaler has measured again. An autoscaler that has changed the number itself owns the field for server-side apply; `kubectl apply` takes it away all the same',
  fix: 'take the field out of the last applied configuration first, or hand it over to another field manager',
  updated: replicasLeftOut,
}];
