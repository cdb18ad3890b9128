import { ContainerPair } from './container-pairs';
import { databaseUpgrade } from './database-image';
import { Pods, Sources, isLasting, podsOf } from './pod-volumes';
import { listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { PodTemplate, runAsUserOf } from '../../kubernetes/workload';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** Kinds whose pods keep a program running on its files; what runs and ends, such as a backup, is a client of one. */
const SERVERS: ReadonlySet<string> = new Set(['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet']);

/** Another program, or another user, opens the same files. */
function otherProgram(update: Update): ChangeStatement[] {
  const pods = podsOf(update);
  if (!pods) { return []; }
  const containers = writersOf(pods);
  if (containers.length === 0) { return []; }
  const images = containers.flatMap(({ before, after, path }) => {
    const upgrade = SERVERS.has(update.after.kind) ? databaseUpgrade(before.image, after.image) : undefined;
    return upgrade ? [{ path: `${path}/image`, part: textOf(after.name), ...upgrade }] : [];
  });
  return [...images, ...otherUser({ ...pods, containers })];
}

/** The containers that write to a volume that outlives the pod. */
export function writersOf({ containers, next, sources }: Pods): readonly ContainerPair[] {
  const writes = lastingWriters(next, sources.after);
  return containers.filter(({ after }) => writes(after));
}

/** A function that says if a container of the pod writes to a volume that outlives the pod. */
export function lastingWriters({ spec }: PodTemplate, sources: Sources): (container: Record<string, any>) => boolean {
  const readOnly = new Set(listOf(spec.volumes).map(recordOf)
    .filter(volume => Object.values(volume).some(source => recordOf(source).readOnly === true))
    .map(({ name }) => textOf(name)));
  return container => [...listOf(container.volumeMounts), ...listOf(container.volumeDevices)].map(recordOf)
    .filter(mount => mount.readOnly !== true)
    .map(({ name }) => textOf(name))
    .some(name => !readOnly.has(name) && isLasting(sources.get(name) ?? 'emptyDir'));
}

function otherUser({ old, next, containers }: Pods): ChangeStatement[] {
  const pod = `${next.path}/spec/securityContext`;
  const users = containers.map(({ before, after, path }) => {
    const [from, to] = [runAsUserOf(before, old), runAsUserOf(after, next)];
    return foreignFiles('runAsUser', from, to, recordOf(after.securityContext).runAsUser === undefined ? pod : `${path}/securityContext`);
  });
  const group = foreignFiles('fsGroup', recordOf(old.spec.securityContext).fsGroup, recordOf(next.spec.securityContext).fsGroup, pod);
  // Containers that all take the pod's user make one change.
  return [...new Map([...users, group].flat().map(hit => [hit.path, hit])).values()];
}

function foreignFiles(field: string, before: unknown, after: unknown, holder: string): ChangeStatement[] {
  return before === after ? [] : [{
    path: `${holder}/${field}`,
    part: field,
    before,
    after,
    message: `${field} ${before ?? 'unset'} → ${after ?? 'unset'}: files that are on the volume belong to the old one, and the new one may not read them`,
    fix: before === undefined
      ? `leave ${field} out, as before, so that the image's own user goes on; or give it the files first`
      : `write \`user: ${before}\` on the construct (\`${field}: ${before}\` in the manifest), or give the files to the new one first`,
  }];
}

export const PROGRAM_DANGERS: readonly Rule[] = [{
  id: 'database-or-user-changed',
  title: 'Database version, or user, changed',
  effect: 'restart',
  kinds: [...SERVERS],
  fields: 'image, securityContext.runAsUser, fsGroup, where a container writes to a volume that stays',
  why: 'a new major version may refuse the files of the old one, or change them so that there is no way back; another user may not read them',
  fix: 'back up first and follow the database\'s own upgrade path, one major version at a time',
  updated: otherProgram,
}];
