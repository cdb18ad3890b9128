import { costsOf } from './crd-costs';
import { crdExample } from './examples';
import { celExpression, checkExpression } from './expressions';
import { Broken, Rule, forRecords, isGiven, isText } from './rule';
import { fieldAt } from './schema-path';
import { selfEnvironment } from './self-type';
import { ApiModel } from '../../../kubernetes/api/model';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';

const definition = (rule: string) => crdExample('widgets.example.com', '{name: v1, served: true, storage: true, schema: {openAPIV3Schema: ' +
  `{type: object, properties: {spec: {type: object, properties: {size: {type: integer}}, x-kubernetes-validations: [${rule}]}}}}}`);

export const crdValidation: Rule = {
  id: 'crd-validation',
  why: 'a rule of a schema is asked of each object, and what it says is read by people, in one line; what was there before is known only where items have keys',
  severity: 'error',
  fix: 'write rule, and a message of one line; in fieldPath a path to a field of the schema, such as .size',
  bad: definition("{rule: 'self.size > 0', message: ' '}"),
  good: definition("{rule: 'self.size > 0', message: size must be above 0}"),
};

export const VALIDATION_RULES = [crdValidation, celExpression];

const REASONS: ReadonlySet<unknown> = new Set(['FieldValueRequired', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueDuplicate']);

/** Rules in CEL (`x-kubernetes-validations`), in the schema of a whole object and below. */
export function checkValidations(schema: Record<string, any>, model: ApiModel, at: string, broken: Broken) {
  checkIn(schema, { isRoot: true, hasOld: true }, model, at, broken);
  for (const { place, text, fix } of costsOf(schema, model)) { broken(crdValidation, `${at}${place}`, text, fix); }
}

type Schema = Record<string, any>;

interface Place {
  readonly isRoot: boolean;
  /** Whether the server can tell which value was there before. */
  readonly hasOld: boolean;
}

function checkIn(schema: Record<string, any>, place: Place, model: ApiModel, at: string, broken: Broken) {
  forRecords(schema['x-kubernetes-validations'], (rule, index) => checkValidation(rule, schema, place, model, `${at}/x-kubernetes-validations/${index}`, broken));
  const { properties, additionalProperties, items } = schema;
  const inMap = { isRoot: false, hasOld: place.hasOld };
  const inList = { isRoot: false, hasOld: place.hasOld && schema['x-kubernetes-list-type'] === 'map' };
  for (const [name, property] of Object.entries(recordOf(properties))) {
    if (isRecord(property)) { checkIn(property, inMap, model, `${at}/properties${pointer(name)}`, broken); }
  }
  if (isRecord(additionalProperties)) { checkIn(additionalProperties, inMap, model, `${at}/additionalProperties`, broken); }
  if (isRecord(items)) { checkIn(items, inList, model, `${at}/items`, broken); }
}

function checkValidation(validation: Record<string, any>, schema: Schema, place: Place, model: ApiModel, at: string, broken: Broken) {
  checkTexts(validation, schema, at, broken);
  const { rule, messageExpression, optionalOldSelf } = validation;
  if (!isText(rule) || rule.trim() === '') { return; }
  const isAboutOld = /\boldSelf\b/.test(rule);
  const environment = selfEnvironment(schema, place.isRoot, optionalOldSelf === true, model);
  checkExpression(rule, ['bool'], environment, `${at}/rule`, broken);
  if (isText(messageExpression) && messageExpression.trim() !== '') { checkExpression(messageExpression, ['string'], environment, `${at}/messageExpression`, broken); }
  if (isAboutOld && !place.hasOld) {
    broken(crdValidation, `${at}/rule`, 'it is not known which value was there before', 'give the list x-kubernetes-list-type: map, or write the rule for the whole list');
  } else if (!isAboutOld && isGiven(optionalOldSelf)) {
    broken(crdValidation, `${at}/optionalOldSelf`, 'the rule does not ask for oldSelf', 'remove optionalOldSelf');
  }
}

const hasLines = (text: string) => /[\r\n]/.test(text);

function checkTexts(validation: Record<string, any>, schema: Schema, at: string, broken: Broken) {
  const { rule, message, messageExpression, reason, fieldPath } = validation;
  const wrong = (field: string, text: string, fix: string) => broken(crdValidation, `${at}/${field}`, text, fix);
  const hasRule = isText(rule) && rule.trim() !== '';
  if (typeof rule === 'string' && !hasRule) { wrong('rule', 'the rule is empty', 'write an expression'); }
  if (isText(message) && message.trim() === '') { wrong('message', 'the message is empty', 'write a sentence, or remove it'); }
  if (isText(message) && hasLines(message.trim())) { wrong('message', 'the message has several lines', 'write it in one line'); }
  if (hasRule && hasLines(rule.trim()) && !isText(message)) { wrong('message', 'the rule has several lines and no message', 'say in a message what the rule wants'); }
  if (isText(messageExpression) && messageExpression.trim() === '') { wrong('messageExpression', 'the expression is blank', 'remove it'); }
  if (typeof reason === 'string' && !REASONS.has(reason)) { wrong('reason', `the reason is ${show(reason)}`, `write one of ${[...REASONS].join(', ')}`); }
  if (isText(fieldPath) && (hasLines(fieldPath) || !fieldAt(fieldPath, schema))) { wrong('fieldPath', `${show(fieldPath)} is no path to a field`, 'write a path such as .size or [\'my-size\']'); }
}
