import { Correction, GATED_VALUES, MAY_BE_EMPTY, NEVER_READ, NOT_REQUIRED, REQUIRED_TOO, VALUES_TOO } from './corrections';
import { DEFAULTS } from './defaults';
import { Property, Schema, readOpenApi, schemasOf } from './documents';
import { EnumValues, Enums, enumsOf, readEnums } from './enums';
import { GATED_FIELDS } from './gated-fields';
import { Gates, readGates } from './gates';
import { GoField, GoSources } from './go-types';
import { Input, documentsFolder } from './inputs';
import { readKindGates } from './kind-gates';
import { kindsOf } from './kinds';
import { Documented } from './names';
import { holdsIn } from './ranges';
import { readBetaExceptions } from './served';
import { spell } from './spelling';

/** All that is known of one version. */
export interface VersionFacts extends Documented {
  readonly version: string;
  readonly enums: Enums;
  readonly gates: Gates;
  readonly betaExceptions: ReadonlySet<string>;
  readonly kindGates: ReadonlyMap<string, string>;
  readonly goFields: (type: string) => ReadonlyMap<string, GoField>;
}

export function readFacts(input: Input): VersionFacts {
  const documents = readOpenApi(documentsFolder(input));
  const running = input.served ? enumsOf(schemasOf(readOpenApi(input.served))) : new Map();
  const sources = new GoSources(input);
  return {
    version: input.version,
    kinds: kindsOf(documents),
    schemas: schemasOf(documents),
    // A running server's documents have values of enums too, and lack what is off there.
    enums: new Map([...running, ...readEnums(input)]),
    gates: readGates(input),
    betaExceptions: readBetaExceptions(input),
    kindGates: readKindGates(input),
    goFields: type => sources.fieldsOf(type),
  };
}

/** The text of each field of a type by its name, and what is said of the type itself under the empty name. */
export function fieldTexts(type: string, name: string, facts: VersionFacts, nameOf: (type: string) => string | undefined) {
  const schema = facts.schemas.get(type)!;
  const goFields = facts.goFields(type);
  const texts = new Map<string, string>();
  const ofType = attributesOfType(schema);
  if (ofType) { texts.set('', ofType); }
  for (const [field, property] of Object.entries(schema.properties ?? {})) {
    const go = goFields.get(field);
    if (!go && !isTypeMeta(field, schema)) { throw new Error(`the Go source of ${facts.version} has no field ${type}.${field}`); }
    const own: FieldFacts = { path: `${name}.${field}`, version: facts.version, property, go };
    const spelling = spell(property, enumOf(own, facts.enums.get(`${type}.${field}`)), nameOf);
    const required = isRequired(own, schema.required?.includes(field) === true && !isTypeMeta(field, schema));
    const whole = `${spelling}${required ? '!' : ''}`;
    texts.set(field, `${whole}${attributesOf(own, whole).map(attribute => `;${attribute}`).join('')}`);
  }
  for (const [below, text] of defaultsBelow(name, facts.version)) { texts.set(below, text); }
  return texts;
}

interface FieldFacts {
  /** `Container.image`. */
  readonly path: string;
  readonly version: string;
  readonly property: Property;
  readonly go?: GoField;
}

/** The values of an enum, those behind a gate as `Recreate?StatefulSetRecreateStrategy`. */
function enumOf({ path, version }: FieldFacts, generated: EnumValues | undefined): EnumValues | undefined {
  const applies = (correction: Correction) => correction.fields.includes(path) && holdsIn(version, correction);
  const { values, ofItems } = generated ?? { values: VALUES_TOO.find(applies)?.values, ofItems: false };
  const gated = GATED_VALUES.filter(applies);
  return values && { ofItems, values: values.map(value => [value, gated.find(entry => entry.values.includes(value))?.gate].filter(Boolean).join('?')) };
}

/** apiVersion and kind are what makes a manifest; templates of one may leave them out. */
function isTypeMeta(field: string, schema: Schema): boolean {
  return ['apiVersion', 'kind'].includes(field) && schema['x-kubernetes-group-version-kind'] !== undefined;
}

function isRequired({ path, version }: FieldFacts, declared: boolean): boolean {
  return declared ? !isCorrected(NOT_REQUIRED, path, version) : isCorrected(REQUIRED_TOO, path, version);
}

function isCorrected(corrections: readonly Correction[], path: string, version: string): boolean {
  return corrections.some(correction => correction.fields.includes(path) && holdsIn(version, correction));
}

function attributesOf(own: FieldFacts, spelling: string): string[] {
  const { path, version, property, go } = own;
  const isScalarOrStruct = !/^[[{]|^any\b/.test(spelling);
  const gate = gateOf(own);
  const known = DEFAULTS.find(candidate => candidate.field === path && holdsIn(version, candidate));
  const { value, computed } = known ?? { value: documentedDefault(own) };
  return [
    ...isScalarOrStruct && go?.pointer ? ['ptr'] : [],
    ...gate ? [`gate=${gate}`] : [],
    ...value !== undefined ? [`default=${JSON.stringify(value)}`] : [],
    ...computed ? [`computed=${computed}`] : [],
    ...isCorrected(NEVER_READ, path, version) ? ['ignored'] : [],
    ...isNeverEmpty(own, spelling, value !== undefined || computed !== undefined) ? ['nonempty'] : [],
    ...strategicMerge(property),
  ];
}

/** The server fills in an enum that is empty, unless it can tell it from none: then it wants one of the values. */
function isNeverEmpty({ path, version, go }: FieldFacts, spelling: string, hasDefault: boolean): boolean {
  if (!spelling.startsWith('=') || spelling.startsWith('=|') || isCorrected(MAY_BE_EMPTY, path, version)) { return false; }
  return go?.pointer === true || (spelling.endsWith('!') && !hasDefault);
}

/** The documents give a default to all that is no pointer, which says nothing: the zero value. */
function documentedDefault({ property, go }: FieldFacts): unknown {
  const given = property.default;
  const isZero = given === '' || given === 0 || given === false;
  return given === undefined || JSON.stringify(given) === '{}' || (isZero && !go?.pointer) ? undefined : given;
}

function gateOf({ path, version, go }: FieldFacts): string | undefined {
  const known = GATED_FIELDS.find(gated => gated.fields.includes(path) && holdsIn(version, gated));
  return known ? known.gate : go?.gate;
}

/** How `kubectl patch` and `kubectl apply` without `--server-side` merge it, where they do. */
function strategicMerge(property: Property): string[] {
  const strategies = property['x-kubernetes-patch-strategy']?.split(',') ?? [];
  const key = property['x-kubernetes-patch-merge-key'];
  return [
    ...strategies.includes('merge') && property.type === 'array' ? [`merge${key ? `=${key}` : ''}`] : [],
    ...strategies.includes('retainKeys') ? ['retainKeys'] : [],
  ];
}

function attributesOfType(schema: Schema): string | undefined {
  const unions = (schema['x-kubernetes-unions'] ?? []).map(union =>
    `union=${[union.discriminator ?? '', ...Object.entries(union['fields-to-discriminateBy']).map(([field, value]) => `${field}:${value}`)].join(',')}`);
  const attributes = [...schema['x-kubernetes-map-type'] === 'atomic' ? ['atomic'] : [], ...unions];
  return attributes.length > 0 ? attributes.map(attribute => `;${attribute}`).join('') : undefined;
}

/** Defaults of a field of a field, which it has only here. */
function defaultsBelow(type: string, version: string): [string, string][] {
  return DEFAULTS.filter(candidate => candidate.field.startsWith(`${type}.`) && candidate.field.slice(type.length + 1).includes('.') && holdsIn(version, candidate))
    .map(({ field, value, computed }) => [field.slice(type.length + 1), computed ? `;computed=${computed}` : `;default=${JSON.stringify(value)}`]);
}
