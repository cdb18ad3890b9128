import { sameData } from '../../../src/kubernetes/manifest';
import { get, pathsIn, remove, set, spelled } from '../edit';
import { Site } from '../site';
import { Mutant, Mutation } from './mutation';
import { valuesAtBorders, valuesOfOtherTypes, valuesOutOfRange } from '../values/wrong';

const MOST_SHOWN = 60;

export const missing: Mutation = ({ manifest, path }) => [{ what: `${spelled(path)} is missing`, manifest: remove(manifest, path) }];

export const wrongType: Mutation = site => withValues(site, valuesOfOtherTypes(site.field.field.type));

export const outOfRange: Mutation = site => withValues(site, valuesOutOfRange(site.field.field.type, get(site.manifest, site.path)));

export const border: Mutation = (site, { examples }) => {
  const given = get(site.manifest, site.path);
  const { type } = site.field.field;
  const near = typeof given === 'number' ? [given - 1, given + 1] : [];
  const structs = (name: string) => [...examples.ofStruct(name), ...examples.ofMembers(name)];
  return withValues(site, [...near, ...elsewhere(site), ...valuesAtBorders(type, given, structs)]);
};

/** Items twice, alike or nearly so. */
export const duplicate: Mutation = site => {
  const given = get(site.manifest, site.path);
  if (!Array.isArray(given) || given.length === 0) { return []; }
  const keys = site.field.field.type.keys ?? [];
  const [first] = given;
  const sameKeys = keys.length > 0 ? [Object.fromEntries(keys.map(key => [key, first[key]]))] : [];
  return withValues(site, [[...given, first], ...sameKeys.map(item => [...given, item])]);
};

/** What the manifest has in fields of the same name: references and names that must differ. */
function elsewhere({ manifest, path, field }: Site): unknown[] {
  if (!['string', 'int32', 'intOrString'].includes(field.field.type.holds)) { return []; }
  const name = path[path.length - 1];
  const others = pathsIn(manifest).filter(other => other.length === path.length && other[other.length - 1] === name);
  return [...new Set(others.map(other => get(manifest, other)))].filter(value => typeof value !== 'object').slice(0, 3);
}

function withValues({ manifest, path }: Site, values: readonly unknown[]): Mutant[] {
  const given = get(manifest, path);
  return values.filter(value => !sameData(value, given)).map(value => ({ what: `${spelled(path)} = ${shown(value)}`, manifest: set(manifest, path, value) }));
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}… (${text.length} characters)` : text;
}
