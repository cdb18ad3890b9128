import { droppedProblem, isDroppedSource, isDroppedWhenEmpty, isKeptInCronJob, isKeptWhenDropped } from './dropped-field';
import { isScalar } from './fits';
import { Level, levelsOf } from './misplaced-field';
import * as say from './problems';
import { Field } from '../../kubernetes/api/field';
import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { StructType } from '../../kubernetes/api/struct-type';
import { pointer } from '../../kubernetes/pointer';
import { isSecret } from '../../reports/secret';
import { Problem } from '../engine/check';
import { Report, WrittenAt } from '../engine/object-check';
import { FormatUse } from '../formats/format';
import { formatsIn } from '../formats/table';

const EMPTY_ITEMS: Readonly<Record<string, unknown>> = { struct: {}, enum: '' };

/**
 * Walks an object along its type, once: names of fields, types, required
 * fields, enums and formats. The path is kept as a stack and becomes text only
 * when there is something to say.
 */
export class SchemaWalk {
  private readonly trail: (string | number)[] = [];
  /** The object, if it is walked as a whole. */
  private root?: Level;
  /** Below status and in features that are off, only names and types count. */
  private ignoring = 0;
  private readonly formatsOf: (type: string) => ReadonlyMap<string, readonly FormatUse[]>;

  constructor(
    private readonly report: Report,
    private readonly model: ApiModel,
    private readonly writtenAt: WrittenAt = () => undefined,
  ) {
    this.formatsOf = formatsIn(model.version);
  }

  /** Walks some fields of a type, whatever else must be there; they may stand in a field themselves. */
  public fields(type: string, values: Record<string, unknown>, ...trail: string[]) {
    const struct = this.model.type(type)!;
    this.trail.push(...trail);
    for (const name of Object.keys(values)) { this.field(struct, struct.field(name)!, values[name], this.formatsOf(type)); }
    this.trail.length -= trail.length;
  }

  /** Walks a whole object. */
  public object(struct: StructType, value: Record<string, unknown>) {
    this.root = { struct, value, trail: [] };
    this.struct(struct, value);
  }

  private struct(struct: StructType, value: Record<string, unknown>) {
    const formats = this.formatsOf(struct.name);
    // Faster than Object.keys, and manifests inherit nothing.
    for (const name in value) {
      const field = struct.field(name);
      if (field) {
        this.field(struct, field, value[name], formats);
      } else {
        this.unknownField(name, struct, value);
      }
    }
    if (this.ignoring > 0 || isDroppedSource(this.trail, value, this.model)) { return; }
    for (const name of struct.required) {
      const given = value[name];
      if (given === undefined || given === null) { this.at(name, () => this.say(say.missing(name, struct))); }
    }
    this.impliedSpec(struct, value);
  }

  private unknownField(name: string, struct: StructType, value: Record<string, unknown>) {
    const levels = this.root ? levelsOf(this.root, this.trail, this.model) : [{ struct, value, trail: [...this.trail] }];
    this.at(name, () => this.say(say.unknownField({ name, value: value[name], levels, writtenAt: this.writtenAt }, this.model)));
  }

  /** A missing `spec` is an empty one to the server, which then misses what must be in it. */
  private impliedSpec(struct: StructType, value: Record<string, unknown>) {
    const spec = struct.optionalSpec();
    if (spec === undefined || (value.spec !== undefined && value.spec !== null)) { return; }
    const type = this.model.type(spec)!;
    if (type.required.length > 0) { this.at('spec', () => this.struct(type, {})); }
  }

  private field(struct: StructType, field: Field, value: unknown, formats: ReadonlyMap<string, readonly FormatUse[]>) {
    if (value === null || value === undefined) { return; }
    this.trail.push(field.name);
    if (field.dropped && this.ignoring === 0 && isLost(field.name, value)) { this.say(droppedProblem(field, this.model)); }
    // Controllers write the status of an object.
    const dropped = field.dropped && !isKeptInCronJob(pointer(...this.trail), this.model);
    const ignored = field.ignored || dropped || (field.name === 'status' && struct.field('kind') !== undefined);
    if (ignored) { this.ignoring += 1; }
    const fits = this.value(field.type, value, field.neverEmpty);
    if (fits && this.ignoring === 0) {
      const uses = formats.get(field.name);
      if (uses) { for (const use of uses) { this.format(use, value); } }
    }
    if (ignored) { this.ignoring -= 1; }
    this.trail.pop();
  }

  /** Checks a value, and returns whether it is of its type, so that formats can be asked. */
  private value(type: FieldType, value: unknown, neverEmpty = false): boolean {
    switch (type.holds) {
      case 'struct': return this.structValue(type, value);
      case 'list': return this.list(type, value);
      case 'map': return this.map(type, value);
      case 'enum': return this.enumerated(type, value, neverEmpty);
      default: return this.scalar(type, value);
    }
  }

  private structValue(type: FieldType, value: unknown): boolean {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) { return this.noStruct(type, value); }
    this.struct(this.model.type(type.struct!)!, value as Record<string, unknown>);
    return true;
  }

  private list(type: FieldType, value: unknown): boolean {
    if (!Array.isArray(value)) { return this.wrongType(type, value); }
    const item = type.item!;
    let fits = true;
    for (let index = 0; index < value.length; index++) {
      this.trail.push(index);
      // An empty item is an item with nothing in it; of a list nothing is filled in.
      const given = value[index] ?? EMPTY_ITEMS[item.holds];
      if (given !== undefined) { fits = this.value(item, given, true) && fits; }
      this.trail.pop();
    }
    return fits;
  }

  private map(type: FieldType, value: unknown): boolean {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) { return this.wrongType(type, value); }
    let fits = true;
    for (const key of Object.keys(value)) {
      const entry = (value as Record<string, unknown>)[key];
      if (entry === null || entry === undefined) { continue; }
      this.trail.push(key);
      fits = (type.item!.holds === 'string' && key === 'matchLabels' && typeof entry === 'object' ? this.noMatchLabels() : this.value(type.item!, entry)) && fits;
      this.trail.pop();
    }
    return fits;
  }

  private enumerated(type: FieldType, value: unknown, neverEmpty: boolean): boolean {
    if (typeof value !== 'string') { return this.wrongType(type, value); }
    if ((value !== '' || neverEmpty) && this.ignoring === 0 && !type.values!.includes(value)) {
      this.say(say.notOneOf(value, type.values!));
      return false;
    }
    return true;
  }

  private scalar(type: FieldType, value: unknown): boolean {
    return isScalar(type.holds, value) || this.wrongType(type, value);
  }

  private noMatchLabels(): boolean {
    this.say(say.noMatchLabels());
    return false;
  }

  private wrongType(type: FieldType, value: unknown): boolean {
    this.say(say.wrongType(this.misfit(type, value), this.model));
    return false;
  }

  private noStruct(type: FieldType, value: unknown): boolean {
    this.say(say.noStruct(this.misfit(type, value), this.model));
    return false;
  }

  private misfit(type: FieldType, value: unknown): say.Misfit {
    const path = pointer(...this.trail);
    const secret = isSecret({ kind: String(this.root?.value.kind) }, path);
    return { type, field: String(this.trail.at(-1)), value, written: this.writtenAt(path), secret };
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
      case 'values': for (const key of Object.keys(value)) { this.askAt(key, use, value[key]); } break;
    }
  }

  private askAt(segment: string | number, use: FormatUse, value: unknown) {
    this.trail.push(segment);
    this.ask(use, value);
    this.trail.pop();
  }

  private ask({ format }: FormatUse, value: unknown) {
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

/** Whether the object would be another one with the field. The empty list and the empty mapping say nothing. */
function isLost(field: string, value: unknown): boolean {
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return (!isEmpty || isDroppedWhenEmpty(field)) && !isKeptWhenDropped(field, value);
}
