import { ApiModel } from '../../../src/kubernetes/api/model';
import { isRecord } from '../../../src/kubernetes/manifest';
import { Path, get, remove, rename, set, spelled } from '../edit';
import { Mutant, Mutation } from './mutation';

/** The field under a name that is nearly its own. */
export const misspelt: Mutation = ({ manifest, path, field }, { model }) => {
  const name = String(path[path.length - 1]);
  const known = model.type(field.owner)!.names();
  const names = [name.slice(0, -1), name + name[name.length - 1], swapped(name), otherCase(name), `${name}s`];
  return [...new Set(names)].filter(wrong => wrong !== '' && wrong !== name && !known.includes(wrong))
    .map(wrong => ({ what: `${spelled(path)} is spelt ${wrong}`, manifest: rename(manifest, path, wrong) }));
};

function swapped(name: string): string {
  const middle = Math.floor(name.length / 2);
  return name.slice(0, middle - 1) + name[middle] + name[middle - 1] + name.slice(middle + 1);
}

function otherCase(name: string): string {
  const first = name[0] === name[0].toLowerCase() ? name[0].toUpperCase() : name[0].toLowerCase();
  return first + name.slice(1);
}

/** The field in a struct that is above its own one, beside it or below it. */
export const misplaced: Mutation = ({ manifest, path }, { model }) => {
  const own = path.slice(0, -1);
  return structsNear(manifest, own).flatMap((target): Mutant[] => {
    const name = path[path.length - 1];
    // What is moved into itself is gone.
    if (spelled(target).startsWith(spelled(path)) || hasField(manifest, target, String(name), model)) { return []; }
    const moved = set(manifest, [...target, name], get(manifest, path));
    return [{ what: `${spelled(path)} is in ${spelled(target) || 'the object itself'}`, manifest: remove(moved, path) }];
  });
};

function structsNear(manifest: unknown, own: Path): Path[] {
  const above = own.length > 0 ? [own.slice(0, -1), []] : [];
  const below = [own, ...above].flatMap(path => Object.keys(get(manifest, path)).map(key => [...path, key]));
  return [...above, ...below].filter(path => isRecord(get(manifest, path)) && spelled(path) !== spelled(own))
    .filter((path, index, all) => all.findIndex(other => spelled(other) === spelled(path)) === index);
}

/** Maps may have any key, and some structs have a field of the same name. */
function hasField(manifest: any, target: Path, name: string, model: ApiModel): boolean {
  const type = target.reduce<ReturnType<ApiModel['part']>>((above, segment) => model.part(above, String(segment)), model.objectType(manifest.apiVersion, manifest.kind));
  return type?.struct === undefined || model.type(type.struct)!.names().includes(name);
}
