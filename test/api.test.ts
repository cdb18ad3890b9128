import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Documented {
  readonly name: string;
  readonly optional?: boolean;
  readonly overrides?: string;
  readonly docs?: { readonly summary?: string; readonly default?: string };
}

interface Type extends Documented {
  readonly fqn: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly datatype?: boolean;
  readonly properties?: Documented[];
  readonly methods?: (Documented & { readonly parameters?: Documented[] })[];
  readonly members?: Documented[];
}

const ASSEMBLY = resolve(__dirname, '../.jsii');
if (!existsSync(ASSEMBLY)) { throw new Error('there is no .jsii; run: npx projen compile'); }
const TYPES: Type[] = Object.values(JSON.parse(readFileSync(ASSEMBLY, 'utf8')).types);

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
