import { has, remove, set, spelled } from '../edit';
import { Mutant, Mutation, World } from './mutation';
import { border, missing, outOfRange, wrongType } from './values';
import { Site } from '../site';

/** The field together with another one of the same struct, or without it; and two mutations at once. */
export const combined: Mutation = (site, world) => [...withSiblings(site, world), ...twice(site, world)];

function withSiblings({ manifest, path, place }: Site, { model, examples }: World): Mutant[] {
  const own = path.slice(0, -1);
  const struct = model.type(place.owner)!;
  return struct.names().filter(name => name !== place.field.name && !(own.length === 0 && ['apiVersion', 'kind', 'metadata'].includes(name))).flatMap((name): Mutant[] => {
    const sibling = [...own, name];
    const field = struct.field(name)!;
    if (has(manifest, sibling)) { return field.required ? [] : [{ what: `${spelled(path)} without ${name}`, manifest: remove(manifest, sibling) }]; }
    const values = examples.of(place.owner, field);
    return values.slice(0, field.type.holds === 'enum' ? values.length : 2)
      .map(value => ({ what: `${spelled(path)} with ${name}: ${JSON.stringify(value).slice(0, 60)}`, manifest: set(manifest, sibling, value) }));
  });
}

const ANY_TWO: readonly Mutation[] = [missing, outOfRange, border, wrongType];
const TRIES = 3;

/** One more mutation, of any field that the manifest gives. */
function twice(site: Site, world: World): Mutant[] {
  const { random } = world;
  return Array.from({ length: TRIES }).flatMap((): Mutant[] => {
    const [first] = random.shuffled(random.pick(ANY_TWO)(site, world));
    if (!first) { return []; }
    const other = anotherSite({ ...site, manifest: first.manifest }, world);
    const second = other && random.shuffled(random.pick(ANY_TWO)(other, world))[0];
    return second ? [{ what: `${first.what}, ${second.what}`, manifest: second.manifest }] : [];
  });
}

/** A field of the same struct, at random. */
function anotherSite(site: Site, { model, random }: World): Site | undefined {
  const own = site.path.slice(0, -1);
  const names = model.type(site.place.owner)!.names().filter(name => name !== site.place.field.name && has(site.manifest, [...own, name]));
  if (names.length === 0) { return undefined; }
  const field = model.type(site.place.owner)!.field(random.pick(names))!;
  return { ...site, path: [...own, field.name], place: { ...site.place, field }, field: { ...site.field, field } };
}
