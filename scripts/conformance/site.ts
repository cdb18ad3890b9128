import { Path, get, has, set } from './edit';
import { Examples } from './examples';
import { ANY, KindField, Place } from './places';
import { FieldType } from '../../src/kubernetes/api/field-type';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

/** A manifest in which a field is given. */
export interface Site {
  readonly field: KindField;
  readonly place: Place;
  readonly path: Path;
  readonly manifest: Manifest;
}

/** No more are tried for one field. */
const MOST = 40;
const MOST_AS_THEY_ARE = 6;

/** Where a field may be given so that the server takes it, the likeliest first. */
export function* sitesOf(field: KindField, bases: readonly Manifest[], examples: Examples, model: ApiModel): Iterable<Site> {
  const placed = bases.flatMap(manifest => field.places.map(place => ({ manifest, place })));
  const written = placed.flatMap(({ manifest, place }) => found(manifest, place.path).map(path => ({ field, place, path, manifest })));
  yield* spread(written, MOST_AS_THEY_ARE);
  const seen = new Set<string>();
  for (const site of madeSites(field, bases, examples, model)) {
    const text = JSON.stringify(site.manifest);
    if (seen.has(text)) { continue; }
    if (seen.size === MOST) { return; }
    seen.add(text);
    yield site;
  }
}

/** Some of many, from all over the list. */
function spread<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, index) => items[Math.floor(index * step)]);
}

/** The paths that a place has in a manifest. */
export function found(manifest: unknown, path: readonly string[], above: Path = []): Path[] {
  const [segment, ...rest] = path;
  if (segment === undefined) { return [above]; }
  const value = get(manifest, above);
  if (typeof value !== 'object' || value === null) { return []; }
  const keys = segment !== ANY ? [segment] : Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.filter(key => has(manifest, [...above, key])).flatMap(key => found(manifest, rest, [...above, key]));
}

/** Sites where the field is put into a base: into what is there, in place of what is there, or as a new item of a list above it. */
function* madeSites(field: KindField, bases: readonly Manifest[], examples: Examples, model: ApiModel): Iterable<Site> {
  const starts = bases.flatMap(manifest => field.places.map(place => ({ manifest, place, at: deepest(manifest, place.path) })));
  starts.sort((a, b) => (a.place.path.length - a.at.length) - (b.place.path.length - b.at.length));
  for (let round = 0; round < 4; round++) {
    for (const { manifest, place, at } of spread(starts, 8)) {
      const values = examples.of(place.owner, place.field);
      const value = values[round % values.length];
      for (const site of put(manifest, place, at, value, { field, examples, model, round })) { yield site; }
    }
  }
}

/** The longest part of a place's path that a manifest has, as a path of it. */
function deepest(manifest: unknown, path: readonly string[]): Path {
  for (let length = path.length - 1; length > 0; length--) {
    const [first] = found(manifest, path.slice(0, length)).filter(at => typeof get(manifest, at) === 'object' && get(manifest, at) !== null);
    if (first) { return first; }
  }
  return [];
}

interface Maker {
  readonly field: KindField;
  readonly examples: Examples;
  readonly model: ApiModel;
  readonly round: number;
}

function put(manifest: Manifest, place: Place, at: Path, value: unknown, maker: Maker): Site[] {
  const site = (path: Path, changed: Manifest): Site => ({ field: maker.field, place, path: concrete(changed, path, place.path), manifest: changed });
  const rest = place.path.slice(at.length);
  const type = typeAt(manifest, at, maker.model);
  const parent = get(manifest, at);
  const sites: Site[] = [];
  if (type) {
    const whole = carrier(type, rest, value, maker);
    const added = Array.isArray(parent) ? [...parent, ...whole as unknown[]] : { ...parent, [rest[0]]: (whole as any)[rest[0]] };
    sites.push(site(at, set(manifest, at, added)));
    if (!Array.isArray(parent) && at.length > 0) { sites.push(site(at, set(manifest, at, whole))); }
  }
  const list = [...at.keys()].reverse().find(index => typeof at[index] === 'number');
  if (list !== undefined) {
    const above = at.slice(0, list);
    const item = typeAt(manifest, at.slice(0, list + 1), maker.model);
    const items = get(manifest, above);
    const made = item && carrier(item, place.path.slice(list + 1), value, maker);
    const below = concrete(made, [], place.path.slice(list + 1));
    sites.push({ ...site(at, set(manifest, above, [...items, made])), path: [...above, items.length, ...below] });
  }
  return sites.filter(({ path, manifest: made }) => has(made, path));
}

/** A value of a type in which a value stands at a path. */
function carrier(type: FieldType, path: readonly string[], value: unknown, maker: Maker): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) { return value; }
  if (type.holds === 'list') { return [carrier(type.item!, rest, value, maker)]; }
  if (type.holds === 'map') { return { a: carrier(type.item!, rest, value, maker) }; }
  const carriers = maker.examples.ofStruct(type.struct!);
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
