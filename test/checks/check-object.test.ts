import { catalogue } from '../../src/checks/catalogue';
import { formatsOf } from '../../src/checks/formats/table';
import { checkManifests } from '../../src/checks/run';
import { FieldType } from '../../src/kubernetes/api/field-type';
import { ApiModel } from '../../src/kubernetes/api/model';
import { StructType } from '../../src/kubernetes/api/struct-type';
import { Format, inVersion } from '../../src/kubernetes/formats/format';
import { Manifest } from '../../src/kubernetes/manifest';
import { readDocuments } from '../../src/manifest/read/read';

/** A manifest in which one value does not fit its format. */
interface Broken {
  readonly field: string;
  readonly manifest: Manifest;
}

type Path = readonly (string | number)[];

const MODEL = ApiModel.of();
const BAD = ['A b/%', 'A=b', '-', '/..', '../x', 'x'.repeat(300), -1, 99_999_999];

function badFor(format: Format, value: unknown): unknown {
  return BAD.find(bad => typeof bad === typeof value && !inVersion(format, MODEL.version).fits(bad));
}

/** Every value in a struct that has a format, broken once. */
function* brokenIn(struct: StructType, value: any, path: Path, manifest: Manifest): Generator<Broken> {
  for (const [name, child] of Object.entries<any>(value)) {
    const field = struct.field(name);
    if (!field || field.ignored || field.dropped || child === null) { continue; }
    const at = [...path, name];
    for (const { format, part, below } of formatsOf(struct.name).get(name) ?? []) {
      if (below !== undefined) { continue; }
      const [place, old] = part === 'value' ? [at, child] : part === 'items' ? [[...at, 0], child[0]] : [at, Object.values(child)[0]];
      const bad = badFor(format, part === 'keys' ? 'text' : old);
      if (bad === undefined) { continue; }
      const broken = part === 'keys' ? { ...child, [bad as string]: old } : part === 'values' ? { ...child, broken: bad } : bad;
      yield { field: `${struct.name}.${name} ${part}`, manifest: withValue(manifest, place, broken) };
    }
    yield* brokenBelow(field.type, child, at, manifest);
  }
}

function* brokenBelow(type: FieldType, value: any, path: Path, manifest: Manifest): Generator<Broken> {
  if (type.struct) { yield* brokenIn(MODEL.type(type.struct)!, value, path, manifest); }
  if (type.item) {
    for (const [key, item] of Object.entries(value)) {
      yield* brokenBelow(type.item, item, [...path, Array.isArray(value) ? Number(key) : key], manifest);
    }
  }
}

function withValue(manifest: any, path: Path, value: unknown): any {
  const copy = structuredClone(manifest);
  const parent = path.slice(0, -1).reduce((found, key) => found[key], copy);
  parent[path[path.length - 1]] = value;
  return copy;
}

const errorsIn = (manifest: Manifest) => checkManifests([manifest], { scope: 'object' }).filter(({ severity }) => severity === 'error');

/** What stands in two places that must agree: if one of them is broken, the other is wrong too. */
const AGREEING: ReadonlySet<string> = new Set([
  'Volume.name value', 'APIServiceSpec.group value', 'APIServiceSpec.version value', 'CustomResourceDefinitionNames.plural value',
  'CustomResourceDefinitionSpec.group value', 'ServiceSpec.clusterIP value',
]);

const broken = new Map<string, Manifest>();
for (const { good } of catalogue().values()) {
  for (const { manifest } of readDocuments(good ?? '', 'good.yaml')) {
    const struct = manifest && MODEL.typeOfKind(manifest.apiVersion, manifest.kind);
    if (!struct || errorsIn(manifest).length > 0) { continue; }
    for (const { field, manifest: changed } of brokenIn(struct, manifest, [], manifest)) {
      if (!AGREEING.has(field)) { broken.set(`${manifest.kind}: ${field}`, changed); }
    }
  }
}

test('many formats of many kinds are broken here', () => {
  expect(broken.size).toBeGreaterThan(150);
});

test.each([...broken])('what is wrong is told once in a %s', (_, manifest) => {
  const errors = errorsIn(manifest);

  expect(errors.map(({ rule, path }) => `${rule} ${path}`)).toHaveLength(1);
});
