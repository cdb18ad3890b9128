import { isManifest } from '../../../src/kubernetes/manifest';
import { baseOf } from '../base';
import { Path, has, remove, set, spelled } from '../edit';
import { Site } from '../site';
import { Mutant, Mutation, World } from './mutation';
import { border, missing, outOfRange, wrongType } from './values';

/** The field together with another one of the same struct, or without it; and two mutations at once. */
export const combined: Mutation = (site, world) => [...withSiblings(site, world), ...twice(site, world)];

/** What makes a manifest one. */
const OF_ALL: readonly string[] = ['apiVersion', 'kind', 'metadata'];

function withSiblings({ manifest, path, field: { owner, field } }: Site, { model, examples }: World): Mutant[] {
  const own = path.slice(0, -1);
  const struct = model.type(owner)!;
  const names = struct.names().filter(name => name !== field.name && !(own.length === 0 && OF_ALL.includes(name)));
  return names.flatMap((name): Mutant[] => {
    const at = [...own, name];
    const sibling = struct.field(name)!;
    if (has(manifest, at)) { return sibling.required ? [] : [{ what: `${spelled(path)} without ${name}`, manifest: remove(manifest, at) }]; }
    const values = examples.of(owner, sibling);
    return values.slice(0, sibling.type.holds === 'enum' ? values.length : 2)
      .map(value => ({ what: `${spelled(path)} with ${name}: ${JSON.stringify(value).slice(0, 60)}`, manifest: set(manifest, at, value) }));
  });
}

const ANY_TWO: readonly Mutation[] = [missing, outOfRange, border, wrongType];

/** One more mutation, of a field of the same struct, and one of any field of the object. */
function twice(site: Site, world: World): Mutant[] {
  const { random } = world;
  return [siblingOf, siblingOf, anyOther].flatMap((another): Mutant[] => {
    const [first] = random.shuffled(random.pick(ANY_TWO)(site, world));
    const other = first && another({ ...site, manifest: first.manifest }, world);
    const second = other && random.shuffled(random.pick(ANY_TWO)(other, world))[0];
    return second ? [{ what: `${first.what}, ${second.what}`, manifest: second.manifest }] : [];
  });
}

function siblingOf(site: Site, world: World): Site | undefined {
  const own = site.path.slice(0, -1);
  const names = world.model.type(site.field.owner)!.names().filter(name => name !== site.field.field.name && has(site.manifest, [...own, name]));
  return names.length > 0 ? moved(site, site.field.owner, [...own, world.random.pick(names)], world) : undefined;
}

function anyOther(site: Site, world: World): Site | undefined {
  if (!isManifest(site.manifest)) { return undefined; }
  const given = [...baseOf(site.manifest, world.model).given].filter(([name]) => name !== site.field.name);
  if (given.length === 0) { return undefined; }
  const [name, paths] = world.random.pick(given);
  return moved(site, name.slice(0, name.lastIndexOf('.')), world.random.pick(paths), world);
}

/** The same manifest as a site of another field. */
function moved(site: Site, owner: string, path: Path, { model }: World): Site | undefined {
  const field = model.type(owner)?.field(String(path[path.length - 1]));
  return field && { ...site, path, field: { ...site.field, owner, field, name: `${owner}.${field.name}` } };
}
