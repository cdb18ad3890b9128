import { Manifest, groupOf } from '../../manifest/manifest';
import { podTemplateOf } from '../../manifest/workload';
import { sameData } from '../field-change';
import { EffectRule, Hit, Update, changedUnder } from '../update';
import { World } from '../world';

const SHORT_LIVED: ReadonlySet<string> = new Set(['Job', 'CronJob']);

/** D18: programs read their environment once. */
function staleEnvironment(update: Update, world: World): Hit[] {
  const { after } = update;
  if (!['ConfigMap', 'Secret'].includes(after.kind) || groupOf(after.apiVersion) !== '') { return []; }
  if (!['/data', '/binaryData'].some(field => changedUnder(update, field))) { return []; }
  const readers = world.after.references.to(update.given.after)
    .filter(({ from, path }) => /\/env(From)?\//.test(path) && !SHORT_LIVED.has(from.kind) && !restarts(from, world))
    .map(({ from }) => `${from.kind} '${from.metadata?.name}'`);
  const names = [...new Set(readers)];
  if (names.length === 0) { return []; }
  return [{ path: '/data', message: `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''} read this through the environment and keep the old values until their pods restart` }];
}

/** True if the pods are replaced by the same change anyway. */
function restarts(workload: Manifest, world: World): boolean {
  const old = world.before.same(workload);
  return !old || !sameData(podTemplateOf(old), podTemplateOf(workload));
}

export const CONFIG_DANGERS: readonly EffectRule[] = [{
  id: 'D18',
  title: 'ConfigMap or Secret that is read through the environment',
  effect: 'stale-data',
  kinds: ['ConfigMap', 'Secret'],
  fields: 'data, binaryData, stringData',
  why: 'files from a ConfigMap or Secret follow within a minute or so; variables never do. Some pods restart by accident and have the new values, others keep the old ones',
  fix: 'restart the workload in the same change: put a checksum of the data into an annotation of the pod template',
  updated: staleEnvironment,
}];
