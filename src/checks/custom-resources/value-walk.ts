import { isDeepStrictEqual } from 'node:util';
import { embeddedMetadataFaults } from './embedded-metadata';
import { NUMBER_RANGES, brokenLimits, brokenRange } from './limits';
import { customResourceValue } from './rules';
import { Schema, isEmbedded, isIntOrString, isListOf, knowsField, listKeys, propertiesOf, schemaOfField } from './schema';
import { brokenTextFormat } from './text-formats';
import { Validity } from '../../kubernetes/api/lifetime';
import { ApiModel } from '../../kubernetes/api/model';
import { DNS_1035_LABEL } from '../../kubernetes/formats/dns-label';
import { Manifest, isRecord, listOf, textOf } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { closest } from '../../reports/did-you-mean';
import { RuleInfo } from '../../reports/rule';
import { show } from '../../reports/show';
import { Report, WrittenAt } from '../engine/object-check';
import { inQuotes, schemaEnum, schemaRequired, schemaType, schemaUnknownField, valueInWords } from '../schema/problems';
import { checkMetadata } from '../schema/schema-check';

type EmbeddedObject = Readonly<Record<string, unknown>>;

/**
 * Walks a value along its schema, and reports what the server refuses: unknown fields (as `kubectl apply`
 * has it, which asks for strict decoding), wrong types, what is missing, and values beyond their limits.
 */
export class ValueWalk {
  /**
   * @param lookAtMetadata looks at the metadata of an object that is embedded at a path
   * @param holds what the version of the server has
   */
  constructor(
    private readonly report: Report,
    private readonly lookAtMetadata: (object: EmbeddedObject, path: string) => void = () => {},
    private readonly writtenAt: WrittenAt = () => undefined,
    private readonly holds: (validity: Validity) => boolean = () => false,
  ) {}

  /** @param path of the value in the object */
  public value(value: unknown, schema: Schema, path: string) {
    if (value === null && schema.nullable === true) { return; }
    if (!isOfItsType(value, schema)) {
      this.wrongType(value, isIntOrString(schema) ? 'integer or string' : textOf(schema.type), path);
      return;
    }
    if (Array.isArray(value)) { this.list(value, schema, path); }
    if (isRecord(value)) { this.mapping(value, schema, path); }
    this.conditions(value, schema, path);
  }

  private wrongType(value: unknown, wanted: string, path: string) {
    const written = this.writtenAt(path);
    const isMeantAsText = wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean');
    this.say(schemaType, path, `${valueInWords(value, written)}, but the type ${wanted} is wanted`, isMeantAsText ? inQuotes(value, written) : `write a value of the type ${wanted}`);
  }

  private mapping(value: Readonly<Record<string, unknown>>, schema: Schema, path: string) {
    for (const [name, field] of Object.entries(value)) {
      const own = schemaOfField(schema, name);
      if (own) { this.value(field, own, path + pointer(name)); } else if (!knowsField(schema, name)) { this.unknown(name, schema, path); }
    }
    if (isEmbedded(schema)) { this.embedded(value, path); }
  }

  private embedded(object: EmbeddedObject, path: string) {
    this.required(object, { required: ['apiVersion', 'kind'] }, path);
    for (const name of ['apiVersion', 'kind'].filter(field => Object.hasOwn(object, field))) {
      const fault = headFault(name, object[name]);
      if (fault) { this.say(customResourceValue, path + pointer(name), fault, `write the ${name} of the object`); }
    }
    for (const fault of embeddedMetadataFaults(object.metadata)) { this.say(customResourceValue, `${path}/metadata${fault.path}`, fault.message, fault.fix); }
    this.lookAtMetadata(object, path);
  }

  private unknown(name: string, schema: Schema, path: string) {
    const names = Object.keys(propertiesOf(schema));
    const word = closest(name, names);
    const fix = word ? `write '${word}'` : names.length > 0 ? `remove it; there are ${names.join(', ')}` : 'remove it';
    this.say(schemaUnknownField, path + pointer(name), `the definition has no field ${show(name)}${word ? `; did you mean '${word}'?` : ' here'}`, fix);
  }

  private required(value: Readonly<Record<string, unknown>>, { required }: Schema, path: string) {
    for (const name of listOf(required)) {
      if (Object.hasOwn(value, name)) { continue; }
      this.say(schemaRequired, path + pointer(name), `the definition wants '${name}', which is missing`, `add '${name}'`);
    }
  }

  private list(value: readonly unknown[], schema: Schema, path: string) {
    if (isRecord(schema.items)) { value.forEach((item, index) => this.value(item, schema.items, path + pointer(index))); }
    this.repeated(value, schema, path);
  }

  protected repeated(value: readonly unknown[], schema: Schema, path: string) {
    const keys = isListOf(schema, 'map') ? listKeys(schema) : undefined;
    if (!keys && !isListOf(schema, 'set')) { return; }
    const seen: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const key = keys && isRecord(item) ? keys.map(name => item[name]) : item;
      if (seen.some(known => isDeepStrictEqual(known, key))) {
        this.say(customResourceValue, path + pointer(index), `the list has ${keys ? `an item with the same ${keys.join(' and ')}` : show(item)} already`, 'remove one of them');
      }
      seen.push(key);
    }
  }

  /** What may also stand in `allOf`, `anyOf`, `oneOf` and `not`: conditions on the value, not what it is made of. */
  private conditions(value: unknown, schema: Schema, path: string) {
    if (isRecord(value)) { this.required(value, schema, path); }
    const words = listOf(schema.enum);
    if (words.length > 0 && !words.some(word => isDeepStrictEqual(word, value))) {
      this.say(schemaEnum, path, `${show(value)} is not one of ${words.map(word => show(word)).join(', ')}`, `write one of ${words.map(word => show(word)).join(', ')}`);
    }
    const areRangesChecked = this.holds(NUMBER_RANGES);
    const wanted = [
      ...brokenLimits(value, schema, areRangesChecked), areRangesChecked ? brokenRange(value, schema) : undefined,
      brokenTextFormat(value, schema.format, this.holds), brokenPattern(value, schema.pattern),
    ].filter(isThere);
    for (const what of wanted) {
      const fix = what.replace(/^(be|have)/, 'write').replace(/^match/, 'write a text that matches');
      this.say(customResourceValue, path, `${show(value)} must ${what}`, fix);
    }
    this.junctors(value, schema, path);
  }

  private junctors(value: unknown, { allOf, anyOf, oneOf, not }: Schema, path: string) {
    listOf(allOf).forEach(condition => this.within(value, condition, path));
    const fitting = (of: unknown) => listOf(of).filter(condition => meets(value, condition)).length;
    if (listOf(anyOf).length > 0 && fitting(anyOf) === 0) { this.broken(path, 'meets none of the conditions of anyOf'); }
    if (listOf(oneOf).length > 0 && fitting(oneOf) !== 1) {
      this.broken(path, `meets ${fitting(oneOf)} of the conditions of oneOf, and exactly one is wanted`);
    }
    if (isRecord(not) && meets(value, not)) { this.broken(path, 'meets the condition of not'); }
  }

  private broken(path: string, what: string) {
    this.say(customResourceValue, path, `the value ${what} in the definition`, 'see the schema in the definition: kubectl explain');
  }

  /** A condition, and those on the parts of the value. */
  public within(value: unknown, condition: unknown, path: string) {
    if (!isRecord(condition)) { return; }
    if (condition.type !== undefined && !isOfItsType(value, condition)) {
      this.wrongType(value, textOf(condition.type), path);
      return;
    }
    this.conditions(value, condition, path);
    if (isRecord(value)) {
      for (const [name, part] of Object.entries(propertiesOf(condition))) {
        if (Object.hasOwn(value, name)) { this.within(value[name], part, path + pointer(name)); }
      }
    }
    if (Array.isArray(value)) { value.forEach((item, index) => this.within(item, condition.items, path + pointer(index))); }
  }

  private say(check: RuleInfo, path: string, message: string, fix: string) {
    this.report({ check, path, message, fix });
  }
}

/** Whether the items of a list differ, the server asks of objects and not of defaults. */
class DefaultWalk extends ValueWalk {
  protected repeated() {}
}

/**
 * The first thing that keeps a schema from taking a default; undefined if nothing does. The server
 * takes it as it is written: what other defaults would fill in is missing.
 */
export function defaultFault(value: unknown, schema: Schema, model: ApiModel): string | undefined {
  const faults: string[] = [];
  const report: Report = ({ message }) => faults.push(message);
  // Of metadata the server drops what it does not know.
  const ofMetadata: Report = problem => { if (problem.check !== schemaUnknownField) { report(problem); } };
  const checkEmbedded = (object: object) => checkMetadata(object as Manifest, ofMetadata, model);
  new DefaultWalk(report, checkEmbedded, undefined, validity => model.holds(validity)).value(value, schema, '');
  return faults[0];
}

/** What the server would not read as the apiVersion or the kind of an object. */
function headFault(name: string, value: unknown): string | undefined {
  if (value === '') { return `'${name}' is empty`; }
  if (typeof value !== 'string') { return `'${name}' is no text`; }
  const isOne = name === 'kind' ? DNS_1035_LABEL.fits(value.toLowerCase()) : value === '/' || value.split('/').length <= 2;
  return isOne ? undefined : `${show(value)} is no ${name}`;
}

function meets(value: unknown, condition: unknown): boolean {
  let isMet = true;
  new ValueWalk(() => { isMet = false; }).within(value, condition, '');
  return isMet;
}

function isOfItsType(value: unknown, schema: Schema): boolean {
  if (isIntOrString(schema)) { return typeof value === 'string' || Number.isInteger(value); }
  switch (schema.type) {
    case undefined:
    case '': return value !== null;
    case 'array': return Array.isArray(value);
    case 'object': return isRecord(value);
    case 'integer': return Number.isInteger(value);
    default: return typeof value === schema.type;
  }
}

/** Patterns are those of Go; what JavaScript cannot read is not asked. */
function brokenPattern(value: unknown, pattern: unknown): string | undefined {
  if (typeof value !== 'string' || typeof pattern !== 'string') { return undefined; }
  try {
    return new RegExp(pattern, 'u').test(value) ? undefined : `match ${pattern}`;
  } catch {
    return undefined;
  }
}

const isThere = (text: string | undefined): text is string => text !== undefined;
