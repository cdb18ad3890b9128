import { WEB_WITH_PAGES, claimYaml, together, workloadYaml } from './examples';
import { Manifest, recordOf, textOf } from '../../../kubernetes/manifest';
import { replicasOf } from '../../../kubernetes/workload';
import { accessModesOf } from '../../../manifest/claims';
import { groupBy } from '../../../manifest/group-by';
import { titleOf } from '../../../manifest/inventory';
import { Reference } from '../../../manifest/references/reference';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (mode: string) => together(claimYaml('pages', `accessModes: [${mode}]`),
  workloadYaml('Deployment', 'web', [WEB_WITH_PAGES, 'volumes: [{name: pages, persistentVolumeClaim: {claimName: pages}}]'], 'replicas: 3'));

export const sharedClaim: Check = {
  id: 'shared-claim',
  why: 'a ReadWriteOnce volume is attached to one node at a time: pods on other nodes wait for it forever, '
    + 'and pods on the same node write into the same files; ReadWriteOncePod allows a single pod',
  severity: 'warning',
  run: function* (_, context) {
    const users = context.references.ofKind('PersistentVolumeClaim').filter(({ relation }) => relation === 'mounts');
    for (const references of groupBy(users, ({ namespace, name }) => `${namespace}/${name}`).values()) { yield* conflictsOf(references, context); }
  },
  bad: example('ReadWriteOnce'),
  good: example('ReadWriteMany'),
};

function* conflictsOf(references: readonly Reference[], { claims }: CheckContext): Iterable<SystemProblem> {
  const [{ namespace, name }] = references;
  const claim = claims.find(namespace, name);
  if (!claim) { return; }
  const modes = accessModesOf(claim.spec);
  if (modes.length === 0 || modes.some(mode => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany')) { return; }
  const severity = modes.includes('ReadWriteOncePod') ? 'error' : 'warning';
  const fix = 'claim ReadWriteMany from a class that offers it, or give each pod a claim of its own (a StatefulSet with volumeClaimTemplates)';

  const maker = claim.from.kind === 'StatefulSet' ? claim.from : undefined;
  const users = [...new Map(references.map(reference => [reference.from, reference])).values()]
    .filter(({ from }) => recordOf(from.spec).suspend !== true && !(maker && isPodOf(maker, from, name)));
  if (users.length === 0) { return; }
  for (const { from, path } of users) {
    const pods = describePods(from);
    if (!pods) { continue; }
    yield { object: from, path, severity, fix, message: `${titleOf(from)} runs ${pods}, all with the claim '${name}', which is ${modes.join(', ')}` };
  }
  yield* startingTogether(users, modes.join(', '));
  const first = maker && replicasOf(maker) > 0 ? maker : (users.find(({ from }) => !ends(from)) ?? users[0]).from;
  for (const { from, path } of users) {
    // Pods that run to their end wait for one another, and not forever. A Job with the claim of a member may be a restoration, for which the set is stopped.
    if (from === first || (ends(from) && ends(first)) || (first === maker && from.kind === 'Job')) { continue; }
    yield {
      object: from,
      path,
      severity,
      fix,
      message: `${titleOf(from)} and ${titleOf(first)} both use the claim '${name}', which is ${modes.join(', ')}`,
    };
  }
}

/** CronJobs wait for one another when they start at the same time: the one that should read the work of the other may come first. */
function* startingTogether(users: readonly Reference[], modes: string): Iterable<SystemProblem> {
  const first = new Map<string, Manifest>();
  for (const { from, path, name } of users) {
    const { schedule, timeZone = '' } = recordOf(from.spec);
    if (from.kind !== 'CronJob' || typeof schedule !== 'string') { continue; }
    const key = `${schedule.trim().split(/\s+/).join(' ')} ${timeZone}`;
    const other = first.get(key);
    if (other === undefined) { first.set(key, from); continue; }
    yield {
      object: from,
      path,
      severity: 'warning',
      fix: 'give them different times, so that one has ended when the other starts',
      message: `${titleOf(from)} and ${titleOf(other)} start at the same time ('${schedule}') with the claim '${name}', which is ${modes}: one waits for the other`,
    };
  }
}

/** The pod of the set that the claim was made for, read from a cluster; or the set itself, which says twice where its data is. */
function isPodOf(set: Manifest, { kind, metadata }: Manifest, claim: string): boolean {
  return kind === 'StatefulSet' ? metadata?.name === set.metadata?.name : kind === 'Pod' && claim.endsWith(`-${textOf(metadata?.name)}`);
}

function ends({ kind }: Manifest): boolean {
  return kind === 'Job' || kind === 'CronJob';
}

/** More than one pod, in words; undefined if there is at most one. */
function describePods(workload: Manifest): string | undefined {
  switch (workload.kind) {
    case 'DaemonSet': return 'a pod on every node';
    case 'Job': return several(recordOf(workload.spec).parallelism);
    case 'Pod': case 'CronJob': return undefined;
    default: return several(replicasOf(workload));
  }
}

function several(count: unknown): string | undefined {
  return typeof count === 'number' && count > 1 ? `${count} pods` : undefined;
}
