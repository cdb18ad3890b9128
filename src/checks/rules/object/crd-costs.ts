import { isText } from './rule';
import { sizedSchema } from './self-size';
import { selfEnvironment } from './self-type';
import { ApiModel } from '../../../kubernetes/api/model';
import { REQUEST_SIZE } from '../../../kubernetes/api-server/request-size';
import { CelEnvironment, compile } from '../../../kubernetes/cel/compile';
import { costOf } from '../../../kubernetes/cel/cost';
import { times } from '../../../kubernetes/cel/function-costs';
import { CelError } from '../../../kubernetes/cel/token';
import { SizedType } from '../../../kubernetes/cel/value-path';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';

type Schema = Readonly<Record<string, any>>;

/** What costs too much, with its place in the schema. */
export interface TooCostly {
  readonly place: string;
  readonly text: string;
  readonly fix: string;
}

/** By the estimate of the server. */
const MOST_OF_ONE = 10_000_000;
const MOST_OF_ALL = 100_000_000;

interface Cost {
  readonly place: string;
  readonly cost: number;
  /** What has no limit, such as `maxItems of .spec.ports`. */
  readonly lacks: readonly string[];
}

interface Place {
  readonly place: string;
  /** The same as people write it. */
  readonly at: string;
  /** How many values of this schema there may be; undefined if no limit says so. */
  readonly count: number | undefined;
  /** The limits that count lacks. */
  readonly lacks: readonly string[];
}

/** Rules of a definition that the server refuses for what they may cost, each and in total. */
export function costsOf(schema: Schema, model: ApiModel): TooCostly[] {
  const costs = costsIn(schema, { place: '', at: '', count: 1, lacks: [] }, model);
  const each = costs.filter(({ cost }) => cost > MOST_OF_ONE);
  const total = costs.reduce((sum, { cost }) => sum + cost, 0);
  const findings = each.map(({ place, cost, lacks }) => ({ place, text: `the server estimates that this costs up to ${factor(cost, MOST_OF_ONE)} as much as it may`, fix: fixOf(lacks) }));
  if (each.length > 0 || total <= MOST_OF_ALL) { return findings; }
  const lacks = costs.filter(({ cost }) => cost >= MOST_OF_ALL / 100).flatMap(cost => cost.lacks);
  return [{ place: '', text: `the server estimates that all rules together cost up to ${factor(total, MOST_OF_ALL)} as much as they may`, fix: fixOf(lacks) }];
}

function factor(cost: number, most: number): string {
  const part = cost / most;
  return part > 100 ? 'more than 100 times' : `${part < 1.5 ? part.toFixed(2) : part.toFixed(1)} times`;
}

function fixOf(lacks: readonly string[]): string {
  const limits = [...new Set(lacks)];
  return limits.length === 0 ? 'write lower limits, or a simpler rule' : `write ${limits.join(', ')}, or a simpler rule`;
}

function costsIn(schema: Schema, here: Place, model: ApiModel): Cost[] {
  const { properties, additionalProperties, items } = schema;
  const inside = { ...here, ...countWithin(schema, here) };
  const below = (other: unknown, step: string, at: string) =>
    isRecord(other) ? costsIn(other, { ...inside, place: `${here.place}${step}`, at: `${here.at}${at}` }, model) : [];
  return [
    ...costsAt(schema, here, model),
    ...Object.entries(recordOf(properties)).flatMap(([name, property]) => below(property, `/properties${pointer(name)}`, `.${name}`)),
    ...below(additionalProperties, '/additionalProperties', '.*'),
    ...below(items, '/items', '[]'),
  ];
}

/** How many values there may be of what is inside. */
function countWithin({ type, maxItems, maxProperties, additionalProperties }: Schema, { at, count, lacks }: Place): Pick<Place, 'count' | 'lacks'> {
  const isMap = type === 'object' && additionalProperties !== undefined && additionalProperties !== null;
  if (type !== 'array' && !isMap) { return { count, lacks }; }
  const most = isMap ? maxProperties : maxItems;
  if (typeof most === 'number') { return { count: count === undefined ? undefined : times(count, Math.max(0, most)), lacks }; }
  return { count: undefined, lacks: [...lacks, `${isMap ? 'maxProperties' : 'maxItems'} of ${at}`] };
}

function costsAt(schema: Schema, here: Place, model: ApiModel): Cost[] {
  const rules = listOf(schema['x-kubernetes-validations']);
  if (rules.length === 0) { return []; }
  const isRoot = here.place === '' || schema['x-kubernetes-embedded-resource'] === true;
  const self = sizedSchema(schema, isRoot, validity => model.holds(validity), here.at);
  if (!self) { return []; }
  const count = here.count ?? Math.floor(REQUEST_SIZE / (self.least + 1));
  return rules.flatMap((rule, index) => {
    if (!isRecord(rule)) { return []; }
    const environment = selfEnvironment(schema, here.place === '', rule.optionalOldSelf === true, model);
    const place = `${here.place}/x-kubernetes-validations/${index}`;
    return [
      ...costAt(rule.rule, 'bool', environment, self).map(({ cost, lacks }) => ({ place: `${place}/rule`, cost: times(cost, count), lacks: [...here.lacks, ...lacks] })),
      ...costAt(rule.messageExpression, 'string', environment, self).map(cost => ({ place: `${place}/messageExpression`, ...cost })),
    ];
  });
}

function costAt(expression: unknown, wants: string, environment: CelEnvironment, self: SizedType): Omit<Cost, 'place'>[] {
  if (!isText(expression) || expression.trim() === '' || !compiles(expression, environment, wants)) { return []; }
  const cost = costOf(expression, environment, self);
  if (!cost || cost.cost === 0) { return []; }
  return [{ cost: cost.cost, lacks: [...cost.through].flatMap(({ lacks }) => lacks ?? []) }];
}

/** What does not compile costs nothing. */
function compiles(expression: string, environment: CelEnvironment, wants: string): boolean {
  try {
    const type = compile(expression, environment);
    return type === wants || type === 'unknown';
  } catch (error) {
    if (error instanceof CelError) { return false; }
    throw error;
  }
}
