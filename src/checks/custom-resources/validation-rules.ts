import { isDeepStrictEqual } from 'node:util';
import type * as cel from './cel';
import { celValue } from './cel-values';
import { customResourceRule, customResourceRuleNotChecked } from './rules';
import { OBJECT_FIELDS, Schema, isEmbedded, isListOf, listKeys, schemaOfField } from './schema';
import { isRecord, listOf } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { Report } from '../engine/object-check';

const TEXT: Schema = { type: 'string' };
const HEAD: Schema = { apiVersion: TEXT, kind: TEXT, metadata: { type: 'object', properties: { name: TEXT, generateName: TEXT } } };

/** A value, and the one that it had before, if there was one. */
interface Versions {
  readonly value: unknown;
  readonly old?: unknown;
}

/**
 * Evaluates the rules of a schema (`x-kubernetes-validations`). Those about `oldSelf` are asked where there is a value
 * from before; what only an API server can evaluate is said.
 */
export class ValidationRules {
  constructor(private readonly report: Report) {}

  /** The rules on the object and on everything in it. */
  public object(versions: Versions, schema: Schema) {
    this.at(versions, withHead(schema), '');
  }

  private at({ value, old }: Versions, schema: Schema, path: string) {
    for (const rule of listOf(schema['x-kubernetes-validations'])) {
      if (isRecord(rule) && typeof rule.rule === 'string') { this.rule(rule, { value, old }, schema, path); }
    }
    if (Array.isArray(value) && isRecord(schema.items)) {
      const before = (item: unknown) => isListOf(schema, 'map') ? listOf(old).find(other => hasSameKeys(item, other, listKeys(schema))) : undefined;
      value.forEach((item, index) => this.at({ value: item, old: before(item) }, inItem(schema.items), path + pointer(index)));
    }
    if (!isRecord(value)) { return; }
    for (const [name, field] of Object.entries(value)) {
      const own = schemaOfField(schema, name);
      if (own && field !== null) { this.at({ value: field, old: isRecord(old) ? old[name] : undefined }, inItem(own), path + pointer(name)); }
    }
  }

  private rule(rule: Readonly<Record<string, any>>, { value, old }: Versions, schema: Schema, path: string) {
    if (!isAsked(rule, { value, old })) { return; }
    const { evaluate, evaluateText, optional } = library();
    const before = old === undefined ? undefined : celValue(old, schema);
    const oldSelf = rule.optionalOldSelf === true ? optional(before) : before;
    const variables = { self: celValue(value, schema), ...oldSelf !== undefined && { oldSelf } };
    const verdict = evaluate(rule.rule, variables);
    if ('holds' in verdict && verdict.holds) { return; }
    const at = path + (typeof rule.fieldPath === 'string' ? rule.fieldPath.replaceAll('.', '/') : '');
    if ('unknown' in verdict) {
      this.report({
        check: customResourceRuleNotChecked,
        path: at,
        message: `the rule ${inOneLine(rule.rule)} was not evaluated: ${verdict.unknown}`,
        fix: 'ask a cluster that has the definition: kubectl apply --dry-run=server',
      });
      return;
    }
    const text = typeof rule.messageExpression === 'string' ? evaluateText(rule.messageExpression, variables) : undefined;
    const message = text ?? rule.message ?? ('error' in verdict ? `the rule ${inOneLine(rule.rule)} breaks off: ${verdict.error}` : `the rule ${inOneLine(rule.rule)} does not hold`);
    this.report({ check: customResourceRule, path: at, message: String(message).trim(), fix: `write values for which this holds: ${inOneLine(rule.rule)}` });
  }
}

/** A rule about a change needs a value from before, or takes an optional one; the others were asked when a value came that has not changed since. */
function isAsked({ rule, optionalOldSelf }: Readonly<Record<string, any>>, { value, old }: Versions): boolean {
  return /\boldSelf\b/.test(rule) ? old !== undefined || optionalOldSelf === true : old === undefined || !isDeepStrictEqual(value, old);
}

/** Objects have fields that their schema need not name. */
function withHead(schema: Schema): Schema {
  const own = schema.properties ?? {};
  const head = Object.fromEntries(OBJECT_FIELDS.map(name => [name, { ...HEAD[name], ...own[name] }]));
  return { ...schema, properties: { ...own, ...head } };
}

const inItem = (schema: Schema) => isEmbedded(schema) ? withHead(schema) : schema;

function hasSameKeys(item: unknown, other: unknown, keys: readonly string[]): boolean {
  return isRecord(item) && isRecord(other) && keys.every(key => item[key] === other[key]);
}

const inOneLine = (rule: string) => `'${rule.replace(/\s+/g, ' ').trim()}'`;

/** Loaded when there is a rule. */
function library(): typeof cel {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./cel') as typeof cel;
}
