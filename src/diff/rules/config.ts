import { passwordAt } from './password';
import { groupOf, listOf, Manifest, recordOf, sameData } from '../../kubernetes/manifest';
import { oncePerKey } from '../../kubernetes/once';
import { valueAt } from '../../kubernetes/pointer';
import { mountsOfVolume, podTemplateOf } from '../../kubernetes/workload';
import { Reference } from '../../manifest/references/reference';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, differsUnder } from '../changes/update';
import { World } from '../changes/world';

const SHORT_LIVED: ReadonlySet<string> = new Set(['Job', 'CronJob']);

/** True for a reference through the environment, or through a file that is mounted by itself: neither follows a change. */
function isReadOnce(from: Manifest, path: string): boolean {
  if (/\/env(From)?\//.test(path)) { return true; }
  const template = podTemplateOf(from);
  const volume = /\/volumes\/(\d+)\//.exec(path);
  if (!template || !volume) { return false; }
  const { name } = recordOf(listOf(template.spec.volumes)[Number(volume[1])]);
  const mounts = mountsOfVolume(template, name);
  return mounts.length > 0 && mounts.every(({ mount: { subPath, subPathExpr } }) => Boolean(subPath ?? subPathExpr));
}

/** References without those that ask the same volume of a workload for more keys. */
function onePerVolume(references: readonly Reference[]): Reference[] {
  const seen = oncePerKey((_: Manifest) => new Set<string>());
  return references.filter(({ from, path }) => {
    const volume = /^.*\/volumes\/\d+\//.exec(path)?.[0];
    if (volume === undefined) { return true; }
    const isNew = !seen(from).has(volume);
    seen(from).add(volume);
    return isNew;
  });
}

/** A variable takes one key; the others are nothing to it. */
function isKeyChanged({ before, after }: Update, from: Manifest, path: string): boolean {
  const { key } = recordOf(valueAt(from, path.slice(0, path.lastIndexOf('/'))));
  if (typeof key !== 'string' || !path.includes('/env/')) { return true; }
  return ['data', 'binaryData'].some(field => recordOf(before[field])[key] !== recordOf(after[field])[key]);
}

/** Programs read their environment once. */
function staleEnvironment(update: Update, world: World): ChangeStatement[] {
  const { after } = update;
  if (!['ConfigMap', 'Secret'].includes(after.kind) || groupOf(after.apiVersion) !== '') { return []; }
  if (!['/data', '/binaryData'].some(field => differsUnder(update, field))) { return []; }
  // A workload may name the object thousands of times.
  const restartsAnyway = oncePerKey((from: Manifest) => restarts(from, world));
  const readers = onePerVolume(world.after.references.to(update.given.after))
    .filter(({ from, path }) => isReadOnce(from, path) && isKeyChanged(update, from, path) && !SHORT_LIVED.has(from.kind) && !restartsAnyway(from))
    // Where the password is in the data, a restart is no help: see password.ts.
    .filter(({ from, path }) => !passwordAt(from, path))
    .map(({ from }) => `${from.kind} '${from.metadata?.name}'`);
  const names = [...new Set(readers)];
  if (names.length === 0) { return []; }
  const readersInWords = `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;
  const [read, keep, their] = names.length === 1 ? ['reads', 'keeps', 'its'] : ['read', 'keep', 'their'];
  return [{ path: '/data', message: `${readersInWords} ${read} this once, through the environment or a subPath, and ${keep} the old values until ${their} pods restart` }];
}

/** True if the pods are replaced by the same change anyway. */
function restarts(workload: Manifest, world: World): boolean {
  const old = world.before.same(workload);
  return !old || !sameData(podTemplateOf(old), podTemplateOf(workload));
}

export const CONFIG_DANGERS: readonly Rule[] = [{
  id: 'config-read-once',
  title: 'ConfigMap or Secret that is read once',
  effect: 'stale-data',
  kinds: ['ConfigMap', 'Secret'],
  fields: 'data, binaryData, stringData',
  why: 'files from a ConfigMap or Secret follow within a minute or so; variables and files mounted by subPath never do. Some pods restart by accident and have the new values, others keep the old ones',
  fix: 'restart the workload in the same change: put a checksum of the data into an annotation of the pod template',
  updated: staleEnvironment,
}];
