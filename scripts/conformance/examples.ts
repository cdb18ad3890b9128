import { TEXTS_BY_NAME } from './values/texts';
import { Field } from '../../src/kubernetes/api/field';
import { FieldType } from '../../src/kubernetes/api/field-type';
import { ApiModel } from '../../src/kubernetes/api/model';
import { StructType } from '../../src/kubernetes/api/struct-type';
import { Manifest, isRecord } from '../../src/kubernetes/manifest';

type Json = Readonly<Record<string, unknown>>;

/** Of one field no more are kept: the shortest ones. */
const MOST = 6;
const DEEPEST = 4;

/** Valid values for every field of every type: those of the bases, and where no base has any, made by the field's type. */
export class Examples {
  private readonly byField = new Map<string, Map<string, unknown>>();
  private readonly byStruct = new Map<string, Map<string, unknown>>();

  constructor(private readonly model: ApiModel, bases: readonly Manifest[]) {
    for (const base of bases) { this.collect(base, model.objectType(base.apiVersion, base.kind)); }
  }

  /** Values of a field, the shortest ones first; of an enum all that no base has besides. */
  public of(owner: string, field: Field): unknown[] {
    const seen = shortest(this.byField.get(`${owner}.${field.name}`));
    const more = field.type.holds === 'enum' ? field.type.values!.filter(value => !seen.includes(value)) : [];
    return seen.length + more.length > 0 ? [...seen, ...more] : [this.made(field.type, field.name, 0)];
  }

  /** What a struct of this type may look like: as bases have it, those first that have a certain field, and with what it must have alone. */
  public ofStruct(name: string, member?: string): Json[] {
    const struct = this.model.type(name);
    const seen = [...this.byStruct.get(name)?.values() ?? []] as Json[];
    const having = seen.filter(value => member !== undefined && Object.hasOwn(value, member));
    const others = seen.filter(value => !having.includes(value));
    return [...byLength(having).slice(0, 2), ...struct ? [this.required(struct, 0)] : [], ...byLength(others).slice(0, 2)];
  }

  /** Structs with one field each: of some types just one may be given. */
  public ofMembers(name: string): Json[] {
    const struct = this.model.type(name);
    return (struct?.names() ?? []).map(member => ({ [member]: this.of(name, struct!.field(member)!)[0] }));
  }

  private collect(value: unknown, type: FieldType | undefined): void {
    if (!type) { return; }
    if (Array.isArray(value)) { return value.forEach(item => this.collect(item, type.item)); }
    if (!isRecord(value) || type.holds === 'any') { return; }
    if (type.struct !== undefined) { keep(this.byStruct, type.struct, value); }
    for (const [key, child] of Object.entries(value)) {
      if (type.struct !== undefined) { keep(this.byField, `${type.struct}.${key}`, child); }
      this.collect(child, this.model.part(type, key));
    }
  }

  private required(struct: StructType, depth: number): Json {
    return Object.fromEntries(struct.required.map(name => {
      const field = struct.field(name)!;
      const [known] = shortest(this.byField.get(`${struct.name}.${name}`));
      return [name, known ?? this.made(field.type, name, depth + 1)];
    }));
  }

  private made(type: FieldType, name: string, depth: number): unknown {
    switch (type.holds) {
      case 'enum': return type.values![0];
      case 'list': return depth > DEEPEST ? [] : [this.made(type.item!, name, depth + 1)];
      case 'map': return depth > DEEPEST ? {} : { a: this.made(type.item!, name, depth + 1) };
      case 'struct': return depth > DEEPEST ? {} : this.required(this.model.type(type.struct!)!, depth);
      case 'string': return TEXTS_BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'a';
      default: return OF_TYPE[type.holds];
    }
  }
}

const OF_TYPE: Readonly<Record<string, unknown>> = {
  boolean: true,
  int32: 1,
  int64: 1,
  number: 1,
  quantity: '1',
  intOrString: 1,
  time: '2026-01-01T00:00:00Z',
  microTime: '2026-01-01T00:00:00.000000Z',
  any: {},
};

function keep(map: Map<string, Map<string, unknown>>, name: string, value: unknown): void {
  const values = map.get(name) ?? new Map<string, unknown>();
  values.set(JSON.stringify(value), value);
  map.set(name, values);
}

function shortest(values: ReadonlyMap<string, unknown> | undefined): unknown[] {
  return [...values ?? []].sort(([a], [b]) => a.length - b.length).slice(0, MOST).map(([, value]) => value);
}

function byLength(values: readonly Json[]): Json[] {
  return values.map(value => ({ value, length: JSON.stringify(value).length })).sort((a, b) => a.length - b.length).map(({ value }) => value);
}
