import { Manifest, recordOf } from '../../kubernetes/manifest';
import { claimTemplatesOf, replicasOf } from '../../kubernetes/workload';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, differsUnder } from '../changes/update';
import { Side, World } from '../changes/world';

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

/** What an autoscaler scales on the other side. */
function targetOf(scaler: Manifest, { references }: Side): Manifest | undefined {
  const scales = references.from(scaler).find(({ relation }) => relation === 'scales');
  return scales && references.target(scales);
}

/** An autoscaler that allows fewer pods than a set has: it takes the others away, and their claims stay behind with the data of this day. */
function fewerAllowed(scaler: Manifest, world: World, former?: Manifest): ChangeStatement[] {
  const { maxReplicas } = recordOf(scaler.spec);
  const set = scaler.kind === 'HorizontalPodAutoscaler' ? targetOf(scaler, world.after) : undefined;
  const old = set && world.before.same(set);
  if (!old || old.kind !== 'StatefulSet' || claimTemplatesOf(old).length === 0 || typeof maxReplicas !== 'number') { return []; }
  const most = former ? recordOf(former.spec).maxReplicas : replicasOf(old);
  if (typeof most !== 'number' || maxReplicas >= most) { return []; }
  return [{
    path: '/spec/maxReplicas',
    message: `StatefulSet '${old.metadata?.name}' has ${former ? `up to ${most}` : most} pods, and the autoscaler allows ${maxReplicas}: it takes the others away at once, and their claims stay behind`,
  }];
}

/** Without its autoscaler a workload has as many pods as its manifest says. */
function autoscalerRemoved(scaler: Manifest, world: World): ChangeStatement[] {
  const { minReplicas = 1 } = recordOf(scaler.spec);
  const old = scaler.kind === 'HorizontalPodAutoscaler' ? targetOf(scaler, world.before) : undefined;
  const next = old && world.after.same(old);
  const replicas = next && recordOf(next.spec).replicas;
  const isScaled = next && world.after.references.to(next).some(({ relation }) => relation === 'scales');
  if (!next || isScaled || typeof replicas !== 'number' || typeof minReplicas !== 'number' || replicas >= minReplicas) { return []; }
  return [{
    path: '',
    message: `the autoscaler kept at least ${minReplicas} pods of ${next.kind} '${next.metadata?.name}', and its manifest says replicas: ${replicas}: all others stop at once`,
    fix: `write replicas: ${minReplicas} or more into ${next.kind} '${next.metadata?.name}'`,
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
}, {
  id: 'autoscaler-below-members',
  title: 'An autoscaler that allows fewer pods than a set has',
  effect: 'stale-data',
  kinds: ['HorizontalPodAutoscaler'],
  fields: 'spec.maxReplicas, of StatefulSets with claims',
  why: 'the autoscaler sets the replicas of a set to its maxReplicas at most, as soon as it has measured: members go without being decommissioned, and their claims keep the data of this day',
  fix: 'write a maxReplicas of at least as many pods as there are; scale the set in first, one member after the other',
  added: (scaler, world) => fewerAllowed(scaler, world),
  updated: ({ given }, world) => fewerAllowed(given.after, world, given.before),
}, {
  id: 'autoscaler-removed',
  title: 'An autoscaler removed from a workload with fewer replicas',
  effect: 'access',
  kinds: ['HorizontalPodAutoscaler'],
  fields: 'the whole object, where the workload says fewer replicas than its minReplicas',
  why: 'who says replicas has them as soon as no autoscaler changes them: most pods of a busy workload stop at once',
  fix: 'write the replicas that it needs without an autoscaler',
  removed: autoscalerRemoved,
}];
