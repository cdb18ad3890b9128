import { Base } from './base';
import { Path, get, has, set } from './edit';
import { Examples } from './examples';
import { ANY, KindField, Place } from './places';
import { FieldType } from '../../src/kubernetes/api/field-type';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

/** A manifest in which a field is given. */
export interface Site {
  readonly field: KindField;
  readonly path: Path;
  readonly manifest: Manifest;
}

const MOST_AS_WRITTEN = 6;
/** So many are made of each start. */
const ROUNDS = 3;
const STARTS = 2;

/** Where a field may be given so that the server takes it, the likeliest first. */
export function* sitesOf(field: KindField, bases: readonly Base[], examples: Examples, model: ApiModel): Iterable<Site> {
  const written = bases.flatMap(({ manifest, given }) => (given.get(field.name) ?? []).map(path => ({ field, path, manifest })));
  yield* spread(written, MOST_AS_WRITTEN);
  const seen = new Set<string>();
  for (const site of madeSites(field, bases, examples, model)) {
    const text = JSON.stringify(site.manifest);
    if (!seen.has(text)) { yield site; }
    seen.add(text);
  }
}

/** Some of many, from all over the list. */
function spread<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, index) => items[Math.floor(index * step)]);
}

/** Where a place may begin: the longest part of its path that a base has. */
interface Start {
  readonly manifest: Manifest;
  readonly place: Place;
  readonly at: Path;
}

/** Sites where the field is put into a base: into what is there, in place of what is there, or as a new item of a list above it. */
function* madeSites(field: KindField, bases: readonly Base[], examples: Examples, model: ApiModel): Iterable<Site> {
  const starts = bases.flatMap(({ manifest }) => field.places.map((place): Start => ({ manifest, place, at: deepest(manifest, place.path) })));
  const missing = ({ place, at }: Start) => place.path.length - at.length;
  const least = Math.min(...starts.map(missing));
  const [near, far] = [starts.filter(start => missing(start) === least), starts.filter(start => missing(start) > least)];
  for (const some of [spread(near, STARTS), spread(far, STARTS)]) {
    for (let round = 0; round < ROUNDS; round++) {
      const values = examples.of(field.owner, field.field);
      for (const start of some) { yield* put(start, values[round % values.length], { field, examples, model, round }); }
    }
  }
}

function deepest(manifest: unknown, path: readonly string[]): Path {
  for (let length = path.length - 1; length > 0; length--) {
    const first = found(manifest, path.slice(0, length)).find(at => typeof get(manifest, at) === 'object' && get(manifest, at) !== null);
    if (first) { return first; }
  }
  return [];
}

/** The paths that a place has in a manifest. */
function found(manifest: unknown, path: readonly string[], above: Path = []): Path[] {
  const [segment, ...rest] = path;
  if (segment === undefined) { return [above]; }
  const value = get(manifest, above);
  if (typeof value !== 'object' || value === null) { return []; }
  const keys = segment !== ANY ? [segment] : Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.filter(key => has(manifest, [...above, key])).flatMap(key => found(manifest, rest, [...above, key]));
}

interface Maker {
  readonly field: KindField;
  readonly examples: Examples;
  readonly model: ApiModel;
  readonly round: number;
}

function put({ manifest, place, at }: Start, value: unknown, maker: Maker): Site[] {
  const site = (changed: Manifest, start: Path): Site => ({ field: maker.field, path: concrete(changed, start, place.path), manifest: changed });
  const rest = place.path.slice(at.length);
  const type = typeAt(manifest, at, maker.model);
  const parent = get(manifest, at);
  const sites: Site[] = [];
  if (type) {
    const whole = carrier(type, rest, value, maker);
    const added = Array.isArray(parent) ? [...parent, ...whole as unknown[]] : { ...parent, [rest[0]]: (whole as any)[rest[0]] };
    sites.push(site(set(manifest, at, added), at));
    if (!Array.isArray(parent) && at.length > 0) { sites.push(site(set(manifest, at, whole), at)); }
  }
  const list = [...at.keys()].reverse().find(index => typeof at[index] === 'number');
  if (list !== undefined) {
    const above = at.slice(0, list);
    const items = get(manifest, above);
    const item = carrier(typeAt(manifest, at.slice(0, list + 1), maker.model)!, place.path.slice(list + 1), value, maker);
    sites.push(site(set(manifest, above, [...items, item]), [...above, items.length]));
  }
  return sites.filter(({ path, manifest: made }) => has(made, path));
}

/** A value of a type in which a value stands at a path. */
function carrier(type: FieldType, path: readonly string[], value: unknown, maker: Maker): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) { return value; }
  if (type.holds === 'list') { return [carrier(type.item!, rest, value, maker)]; }
  if (type.holds === 'map') { return { a: carrier(type.item!, rest, value, maker) }; }
  const carriers = maker.examples.ofStruct(type.struct!, segment);
  return { ...carriers[maker.round % carriers.length], [segment]: carrier(maker.model.part(type, segment)!, rest, value, maker) };
}

function typeAt(manifest: Manifest, path: Path, model: ApiModel): FieldType | undefined {
  const whole: FieldType | undefined = model.objectType(manifest.apiVersion, manifest.kind);
  return path.reduce((type, segment) => model.part(type, String(segment)), whole as FieldType | undefined);
}

/** The path of a place below a path that begins it: the last item of each list. */
function concrete(root: unknown, start: Path, path: readonly string[]): Path {
  return path.slice(start.length).reduce<Path>((at, segment) => {
    const value = get(root, at);
    return [...at, segment !== ANY ? segment : Array.isArray(value) ? value.length - 1 : Object.keys(value ?? {})[0]];
  }, start);
}
