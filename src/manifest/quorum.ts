import { shareOf } from '../kubernetes/formats/percent';
import { imageName } from '../kubernetes/image';
import { Manifest, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { containersOf, podTemplateOf } from '../kubernetes/workload';

/** Says of a StatefulSet that its members decide by majority (`majority`), or that they do not (`none`), where the image does not. */
export const QUORUM_ANNOTATION = 'cdk8s-stateful/quorum';

/** Images whose members agree by majority, by the last part of their names. */
const BY_MAJORITY = /^(consul|etcd|mongo|mongodb|mongodb-(?:community|enterprise)-server|nats|rabbitmq|redis-sentinel|rqlite|zookeeper|vault)$/;

/** Where replication by majority is one of several ways to run a program: its words on the command line, and its port. */
const SENTINEL = /(^|\/|-)redis-sentinel$|^--sentinel$/;
const GROUP = /group[_-]replication|wsrep[_-]cluster[_-]address/;
const GALERA_PORT = 4567;

/** What decides by majority in the pods of a StatefulSet: an image, or the word of its annotation; undefined if nothing is known to. */
export function quorumOf(set: Manifest): string | undefined {
  if (set.kind !== 'StatefulSet') { return undefined; }
  const declared = recordOf(set.metadata?.annotations)[QUORUM_ANNOTATION];
  if (declared === 'none') { return undefined; }
  const template = podTemplateOf(set);
  const containers = template ? containersOf(template).filter(({ path }) => path.includes('/containers/')).map(({ container }) => container) : [];
  const found = containers.find(decides) ?? (declared === 'majority' ? recordOf(containers[0]) : undefined);
  return found && textOf(found.image);
}

/** How many of so many members decide. */
export function majorityOf(members: number): number {
  return Math.floor(members / 2) + 1;
}

/** The fewest members that one step may leave: a majority, of an odd number if that is a step at all; undefined where every step takes the majority away. */
export function fewestAfterStep(members: number): number | undefined {
  const majority = majorityOf(members);
  return [majority + (majority + 1) % 2, majority].find(fewer => fewer < members);
}

/** How many of so many pods a disruption budget lets go at once; undefined if that cannot be said. */
export function evictable({ maxUnavailable, minAvailable }: Record<string, any>, pods: number): number | undefined {
  const gone = shareOf(maxUnavailable, pods);
  const left = shareOf(minAvailable, pods);
  if (gone !== undefined) { return Math.min(gone, pods); }
  return left === undefined ? undefined : Math.max(0, pods - left);
}

function decides(container: Record<string, any>): boolean {
  const name = imageName(container.image);
  if (BY_MAJORITY.test(name)) { return true; }
  const words = [...listOf(container.command), ...listOf(container.args)].map(textOf).map(word => word.trim());
  if (name.startsWith('redis')) { return words.some(word => SENTINEL.test(word)); }
  return /^(mysql|mariadb|percona)/.test(name)
    && (words.some(word => GROUP.test(word)) || listOf(container.ports).some(port => recordOf(port).containerPort === GALERA_PORT));
}
