import { Property, Schema, lastName, packageOf, targetOf } from './documents';
import { Kind } from './kinds';
import { isSpecial } from './spelling';

/** Kinds and types of one version. */
export interface Documented {
  readonly kinds: readonly Kind[];
  readonly schemas: ReadonlyMap<string, Schema>;
}

/**
 * Most wanted first: where two types share a name, the first one gets it and the other is called by its version too.
 * The names of the types of 1.27 are settled by this list alone, since tables elsewhere use them.
 */
const WANTED = [
  'v1', 'apps/v1', 'batch/v1', 'autoscaling/v2', 'autoscaling/v1', 'networking.k8s.io/v1', 'policy/v1', 'rbac.authorization.k8s.io/v1',
  'storage.k8s.io/v1', 'coordination.k8s.io/v1', 'discovery.k8s.io/v1', 'scheduling.k8s.io/v1', 'node.k8s.io/v1',
  'admissionregistration.k8s.io/v1', 'apiextensions.k8s.io/v1', 'apiregistration.k8s.io/v1', 'certificates.k8s.io/v1',
  'flowcontrol.apiserver.k8s.io/v1beta3', 'flowcontrol.apiserver.k8s.io/v1beta2', 'events.k8s.io/v1',
];

/** The short names of all types that objects are made of, by their full names. */
export class TypeNames {
  private readonly byType = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly apiVersions = new Map<string, string>();

  /** @param versions oldest first */
  constructor(versions: readonly Documented[]) {
    for (const { kinds } of versions) {
      for (const { type, apiVersion } of kinds) { this.apiVersions.set(packageOf(type), apiVersion); }
    }
    this.nameKinds(versions.slice(0, 1), WANTED);
    const all = versions.flatMap(({ kinds }) => kinds.map(({ apiVersion }) => apiVersion));
    this.nameKinds(versions, [...new Set(all)].sort(byStability));
  }

  /** The short name of a type; undefined if no object is made of it. */
  public of(type: string): string | undefined {
    return this.byType.get(type);
  }

  /** Full name and short name of each type. */
  public all(): readonly (readonly [full: string, short: string])[] {
    return [...this.byType];
  }

  private nameKinds(versions: readonly Documented[], apiVersions: readonly string[]) {
    for (const apiVersion of apiVersions) {
      for (const { kinds, schemas } of versions) {
        const own = kinds.filter(kind => kind.apiVersion === apiVersion && kind.use === 'object');
        for (const { type } of [...own].sort((one, other) => compare(one.kind, other.kind))) { this.visit(type, schemas, new Set()); }
      }
    }
  }

  private visit(type: string, schemas: ReadonlyMap<string, Schema>, seen: Set<string>) {
    if (seen.has(type)) { return; }
    seen.add(type);
    if (!this.byType.has(type)) { this.name(type); }
    for (const [, property] of Object.entries(schemas.get(type)?.properties ?? {})) {
      const target = deepTargetOf(property);
      if (target && !isSpecial(target)) { this.visit(target, schemas, seen); }
    }
  }

  private name(type: string) {
    const plain = lastName(type);
    const name = this.taken.has(plain) ? `${this.apiVersions.get(packageOf(type)) ?? packageOf(type)}.${plain}` : plain;
    if (this.taken.has(name)) { throw new Error(`two types are called ${name}`); }
    this.taken.add(name);
    this.byType.set(type, name);
  }
}

function deepTargetOf(property: Property): string | undefined {
  const inner = property.items ?? property.additionalProperties;
  return targetOf(property) ?? (inner && deepTargetOf(inner));
}

/** Stable versions before beta before alpha; within each, the newest first. */
function byStability(one: string, other: string): number {
  return stabilityOf(one) - stabilityOf(other) || compare(other, one);
}

function stabilityOf(apiVersion: string): number {
  return apiVersion.includes('alpha') ? 2 : apiVersion.includes('beta') ? 1 : 0;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
