import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publicTypes } from '../scripts/api/assembly';
import { GROUPS, MOST_USED } from '../scripts/api/groups';
import { apiPages } from '../scripts/api/page';

const ROOT = resolve(__dirname, '..');
const TYPES = publicTypes();

test('every public type and member has a docstring', () => {
  const members = TYPES.flatMap(type => [
    { name: type.name, docs: type.docs },
    ...[...type.properties ?? [], ...type.methods ?? [], ...type.members ?? []].map(({ name, docs }) => ({ name: `${type.name}.${name}`, docs })),
  ]);

  expect(members.length).toBeGreaterThan(100);
  expect(members.filter(({ docs }) => !docs?.summary).map(({ name }) => name)).toEqual([]);
});

test('every public property that may be missing says when', () => {
  const properties = TYPES.flatMap(type => (type.properties ?? []).map(property => ({ ...property, name: `${type.name}.${property.name}` })));

  expect(properties.filter(({ optional, overrides, docs }) => optional && !overrides && !docs?.default).map(({ name }) => name)).toEqual([]);
});

test('every optional prop says its default', () => {
  const props = TYPES.filter(({ datatype }) => datatype).flatMap(type => (type.properties ?? []).map(prop => ({ ...prop, name: `${type.name}.${prop.name}` })));

  expect(props.length).toBeGreaterThan(50);
  expect(props.filter(({ optional, docs }) => optional && !docs?.default).map(({ name }) => name)).toEqual([]);
});

test('every public type has one group', () => {
  const grouped = GROUPS.flatMap(({ types }) => types);

  expect([...grouped].sort()).toEqual(TYPES.map(({ name }) => name).sort());
});

test('the front page has ten types that exist', () => {
  expect(MOST_USED).toHaveLength(10);
  expect(MOST_USED.filter(name => !TYPES.some(type => type.name === name))).toEqual([]);
});

test('API.md and docs/api/ are what the docstrings say; npx projen docs:api writes them', () => {
  const pages = apiPages(TYPES);

  const outdated = [...pages].filter(([path, text]) => readFileSync(join(ROOT, path), 'utf8') !== text).map(([path]) => path);

  expect(outdated).toEqual([]);
  expect(readdirSync(join(ROOT, 'docs/api')).sort()).toEqual([...pages.keys()].filter(path => path.startsWith('docs/')).map(path => path.slice('docs/api/'.length)).sort());
});

test('no signature has any: parts of manifests are object', () => {
  const signatures = TYPES.flatMap(({ name, properties = [], methods = [] }) => [...properties, ...methods].map(member => ({ name: `${name}.${member.name}`, member })));

  expect(signatures.filter(({ member }) => JSON.stringify(member).includes('{"primitive":"any"}')).map(({ name }) => name)).toEqual([]);
});

test('docs/migration.md says for each name that is gone a name that exists', () => {
  const [, table] = /^## Props and members\n\n([\s\S]*?)\n\n/m.exec(readFileSync(join(ROOT, 'docs/migration.md'), 'utf8'))!;
  const membersOf = ({ properties = [], methods = [] }: typeof TYPES[number]) => [...properties, ...methods].map(({ name }) => name);
  const names = new Set(TYPES.flatMap(type => [type.name, ...membersOf(type).map(member => `${type.name}.${member}`)]));
  const rows = table.split('\n').slice(2).map(row => row.split(' | ').map(cell => [...cell.matchAll(/`([A-Z]\w+(?:\.\w+)?)`/g)].map(match => match[1])));

  expect(rows.length).toBeGreaterThan(5);
  expect(rows.flatMap(([was]) => was).filter(name => names.has(name))).toEqual([]);
  expect(rows.flatMap(([, is]) => is).filter(name => !names.has(name) && !name.startsWith('EmptyDirMedium'))).toEqual([]);
});
