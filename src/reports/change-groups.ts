import { Change } from './change';
import { objectInWords } from './report';
import { isNamed } from './words';
import { groupBy } from '../manifest/group-by';

/** Changes that do the same for the same reason, and are reported once. */
export interface ChangeGroup {
  readonly first: Change;
  readonly changes: readonly Change[];
}

/** Forty changed fields of one pod template are one restart, and a new label on thirty objects is one sentence. */
export function grouped(changes: readonly Change[]): ChangeGroup[] {
  const groups = groupBy(changes, change => {
    const { effect, message, fix, accepted, claims, object, kubernetesVersions, clusters } = change;
    return JSON.stringify([kubernetesVersions, clusters, effect, message, ...isNamed(change) ? [fix, accepted, claims] : [object.kind]]);
  });
  return [...groups.values()].map(group => ({ first: group[0], changes: group }));
}

/** A field, and the objects of which it changes in the same way. */
export interface Place {
  readonly change: Change;
  /** `StatefulSet db/pg`. */
  readonly objects: readonly string[];
}

/** What a group is about, each once. A danger is reported for each object, since each is accepted on its own. */
export function placesOf({ first, changes }: ChangeGroup): Place[] {
  if (isNamed(first)) { return changes.map(change => ({ change, objects: [objectInWords(change.object)] })); }
  const places = groupBy(changes, ({ path, before, after }) => JSON.stringify([path, before, after]));
  const byWeight = [...places.values()].sort((a, b) => silence(a[0]) - silence(b[0]));
  return byWeight.map(same => ({ change: same[0], objects: same.map(({ object }) => objectInWords(object)) }));
}

/** What says most about a change first: the image, its arguments and environment, its mounts, its user; labels last. */
const TELLING = [/\/image$/, /\/(command|args)(\/|$)/, /\/env(From)?(\/|$)/, /\/volume/, /\/securityContext(\/|$)/];
const LABELS = /\/metadata\/(labels|annotations)(\/|$)/;

function silence({ path }: Change): number {
  if (LABELS.test(path)) { return TELLING.length + 1; }
  const rank = TELLING.findIndex(pattern => pattern.test(path));
  return rank < 0 ? TELLING.length : rank;
}

/** `StatefulSet db/pg`, or `30 × StatefulSet`. */
export function objectsInWords({ change, objects }: Place): string {
  return objects.length === 1 ? objects[0] : `${objects.length} × ${change.object.kind}`;
}

/** So many objects are named. */
const SHOWN = 6;

/** `db/pg, db/redis and 4 more`: the objects that `objectsInWords` only counts; empty if it names all. */
export function countedObjects(places: readonly Place[]): string {
  const counted = new Set(places.filter(({ objects }) => objects.length > 1).flatMap(({ objects }) => objects));
  const names = [...counted].map(name => name.slice(name.indexOf(' ') + 1));
  return names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '');
}
