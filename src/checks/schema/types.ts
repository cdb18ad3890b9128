import { KINDS, TYPES } from './kubernetes-1.27.generated';
import { Struct } from './struct';
import { once } from '../../kubernetes/once';

interface Kinds {
  /** The type of each `apiVersion/Kind`. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Those without a schema. */
  readonly otherKinds: readonly string[];
}

const served = once(() => JSON.parse(KINDS) as Kinds);

/** How the fields of each type are spelled: JSON that is parsed when the first object has the type. */
const spellings = once(() => new Map(TYPES.split('\n').map(line => {
  const end = line.indexOf(' ');
  return [line.slice(0, end), line.slice(end + 1)];
})));

// Structs are built when the first object of their kind comes along, and kept: they depend on nothing but the schema.
const structs = new Map<string, Struct>();

/** The type of a kind; undefined if there is no schema for it. */
export function structOfKind(apiVersion: string, kind: string): Struct | undefined {
  const key = `${apiVersion}/${kind}`;
  const { kinds } = served();
  return Object.hasOwn(kinds, key) ? structNamed(kinds[key]) : undefined;
}

/** True if Kubernetes 1.27 serves this kind, with or without a schema here. */
export function isServed(apiVersion: string, kind: string): boolean {
  const key = `${apiVersion}/${kind}`;
  return Object.hasOwn(served().kinds, key) || served().otherKinds.includes(key);
}

/** Every `apiVersion/Kind` with a schema. */
export function kindsWithSchema(): readonly string[] {
  return Object.keys(served().kinds);
}

/** The struct of this name. */
export function structNamed(name: string): Struct {
  const known = structs.get(name);
  if (known) { return known; }
  const struct = new Struct(name, JSON.parse(spellings().get(name)!));
  structs.set(name, struct);
  return struct;
}
