import * as say from './problems';
import { Field, FieldType, Struct } from './struct';
import { structNamed } from './types';
import { inVersion } from '../../kubernetes/formats/format';
import { isMicroTime, isTime } from '../../kubernetes/formats/time';
import { pointer } from '../../kubernetes/pointer';
import { parseQuantity } from '../../kubernetes/quantity';
import { Problem } from '../engine/check';
import { Report } from '../engine/object-check';
import { FormatUse } from '../formats/format';

/**
 * Walks an object along its type, once: names of fields, types, required
 * fields, enums and formats. The path is kept as a stack and becomes text only
 * when there is something to say.
 */
export class SchemaWalk {
  private readonly trail: (string | number)[] = [];
  /** Below status and in features that are off, only names and types count. */
  private ignoring = 0;

  constructor(private readonly report: Report, private readonly kubernetesVersion: string) {}

  /** Walks a part of the object that stands in a field. */
  public below(name: string, struct: Struct, value: Record<string, unknown>) {
    this.at(name, () => this.struct(struct, value));
  }

  public struct(struct: Struct, value: Record<string, unknown>) {
    for (const name of Object.keys(value)) {
      const field = struct.field(name);
      if (field) {
        this.field(field, value[name]);
      } else {
        this.at(name, () => this.say(say.unknownField(name, struct, this.trail)));
      }
    }
    if (this.ignoring > 0) { return; }
    for (const name of struct.required) {
      const given = value[name];
      if (given === undefined || given === null) { this.at(name, () => this.say(say.missing(name, struct))); }
    }
    this.impliedSpec(struct, value);
  }

  /** A missing `spec` is an empty one to the server, which then misses what must be in it. */
  private impliedSpec(struct: Struct, value: Record<string, unknown>) {
    const spec = struct.field('spec');
    if (!spec || (value.spec !== undefined && value.spec !== null) || struct.required.includes('spec') || spec.type.holds !== 'struct') { return; }
    const { required } = structNamed(spec.type.struct!);
    if (required.length > 0) { this.at('spec', () => this.struct(structNamed(spec.type.struct!), {})); }
  }

  private field(field: Field, value: unknown) {
    if (value === null || value === undefined) { return; }
    this.trail.push(field.name);
    if (field.ignored) { this.ignoring += 1; }
    const fits = this.value(field.type, value);
    if (fits && this.ignoring === 0) {
      for (const use of field.formats) { this.format(use, value); }
    }
    if (field.ignored) { this.ignoring -= 1; }
    this.trail.pop();
  }

  /** Checks a value, and returns whether it is of its type, so that formats can be asked. */
  private value(type: FieldType, value: unknown): boolean {
    switch (type.holds) {
      case 'struct': return this.structValue(type, value);
      case 'list': return this.list(type, value);
      case 'map': return this.map(type, value);
      case 'enum': return this.enumerated(type, value);
      default: return this.scalar(type, value);
    }
  }

  private structValue(type: FieldType, value: unknown): boolean {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) { return this.wrongType(type, value); }
    this.struct(structNamed(type.struct!), value as Record<string, unknown>);
    return true;
  }

  private list(type: FieldType, value: unknown): boolean {
    if (!Array.isArray(value)) { return this.wrongType(type, value); }
    const item = type.item!;
    let fits = true;
    for (let index = 0; index < value.length; index++) {
      this.trail.push(index);
      // An empty item is an item with nothing in it.
      const given = value[index] ?? (item.holds === 'struct' ? {} : undefined);
      if (given !== undefined) { fits = this.value(item, given) && fits; }
      this.trail.pop();
    }
    return fits;
  }

  private map(type: FieldType, value: unknown): boolean {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) { return this.wrongType(type, value); }
    let fits = true;
    for (const [key, entry] of Object.entries(value)) {
      if (entry === null || entry === undefined) { continue; }
      this.trail.push(key);
      fits = this.value(type.item!, entry) && fits;
      this.trail.pop();
    }
    return fits;
  }

  private enumerated(type: FieldType, value: unknown): boolean {
    if (typeof value !== 'string') { return this.wrongType(type, value); }
    if ((value !== '' || type.neverEmpty) && this.ignoring === 0 && !type.values!.includes(value)) {
      this.say(say.notOneOf(value, type.values!));
      return false;
    }
    return true;
  }

  private scalar(type: FieldType, value: unknown): boolean {
    return isScalar(type.holds, value) || this.wrongType(type, value);
  }

  private wrongType(type: FieldType, value: unknown): boolean {
    this.say(say.wrongType(type, value));
    return false;
  }

  private format(use: FormatUse, value: any) {
    if (use.below !== undefined) {
      const below = value[use.below];
      if (below !== undefined && below !== null) { this.at(use.below, () => this.format({ ...use, below: undefined }, below)); }
      return;
    }
    switch (use.part) {
      case 'value': this.ask(use, value); break;
      // Null in a list of texts is an empty text.
      case 'items': for (let index = 0; index < value.length; index++) { this.askAt(index, use, value[index] ?? ''); } break;
      case 'keys': for (const key of Object.keys(value)) { this.askAt(key, use, key); } break;
      case 'values': for (const [key, entry] of Object.entries(value)) { this.askAt(key, use, entry); } break;
    }
  }

  private askAt(segment: string | number, use: FormatUse, value: unknown) {
    this.trail.push(segment);
    this.ask(use, value);
    this.trail.pop();
  }

  private ask(use: FormatUse, value: unknown) {
    const format = inVersion(use.format, this.kubernetesVersion);
    if (value === '' ? format.notEmpty : value !== null && value !== undefined && !format.fits(value)) {
      this.say(say.brokenFormat(format, value));
    }
  }

  private at(segment: string | number, what: () => void) {
    this.trail.push(segment);
    what();
    this.trail.pop();
  }

  private say(problem: Omit<Problem, 'path'>) {
    this.report({ ...problem, path: pointer(...this.trail) });
  }
}

const MAX_INT32 = 2 ** 31;
const MAX_INT64 = 2 ** 63;

function isScalar(holds: FieldType['holds'], value: unknown): boolean {
  switch (holds) {
    case 'string': return typeof value === 'string';
    case 'boolean': return typeof value === 'boolean';
    case 'int32': return isInteger(value, MAX_INT32);
    case 'int64': return isInteger(value, MAX_INT64);
    case 'number': return typeof value === 'number' && Number.isFinite(value);
    case 'intOrString': return typeof value === 'string' || isInteger(value, MAX_INT32);
    case 'quantity': return parseQuantity(value) !== undefined;
    case 'time': return typeof value === 'string' && isTime(value);
    case 'microTime': return typeof value === 'string' && isMicroTime(value);
    default: return true;
  }
}

function isInteger(value: unknown, bound: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= -bound && (value < bound);
}
