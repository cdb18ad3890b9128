import { example } from './examples';
import { admissionEnvironment, checkExpression } from './expressions';
import { MATCH_CONDITION_RULES, checkMatchConditions } from './match-conditions';
import { POLICY_MATCH_RULES, checkMatchConstraints, checkMatchResources, checkParamKind, checkParamRef } from './policy-matches';
import { Broken, Rule, forRecords, forRepeated, isGiven, isText, rulesFor } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { CelEnvironment } from '../../../kubernetes/cel/compile';
import { RESERVED_WORDS } from '../../../kubernetes/cel/field-name';
import { CelType } from '../../../kubernetes/cel/type';
import { QUALIFIED_NAME } from '../../../kubernetes/formats/qualified-name';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

const GROUP = 'admissionregistration.k8s.io';
const CONSTRAINTS = 'matchConstraints: {resourceRules: [{operations: [CREATE], apiGroups: [apps], apiVersions: [v1], resources: [deployments]}]}';
const policyExample = (kind: string, version: string, ...fields: string[]) => example(kind, `${GROUP}/${version}`, 'spec:', `  ${CONSTRAINTS}`, ...fields.map(field => `  ${field}`));

export const policyVariable: Rule = {
  id: 'policy-variable',
  why: 'expressions call a variable variables.name, so its name must be one of the Common Expression Language',
  severity: 'error',
  since: '1.30',
  fix: 'write a name of letters, digits and _ that is no word of the language, and an expression',
  bad: policyExample('ValidatingAdmissionPolicy', 'v1', "variables: [{name: my-name, expression: '1'}]", "validations: [{expression: 'true'}]"),
  good: policyExample('ValidatingAdmissionPolicy', 'v1', "variables: [{name: myName, expression: '1'}]", "validations: [{expression: 'true'}]"),
};

export const policyValidation: Rule = {
  id: 'policy-validation',
  why: 'a policy accepts or refuses requests, or writes of them to the audit log; people read one line of each answer',
  severity: 'error',
  since: '1.30',
  fix: 'write validations or auditAnnotations; an expression each, a message of one line, and keys that make a label key with the name of the policy before them',
  bad: policyExample('ValidatingAdmissionPolicy', 'v1', 'validations: []'),
  good: policyExample('ValidatingAdmissionPolicy', 'v1', "validations: [{expression: 'true'}]"),
};

export const policyMutation: Rule = {
  id: 'policy-mutation',
  why: 'a policy changes objects in one of two ways: as server-side apply does, or by a JSON patch',
  severity: 'error',
  since: '1.36',
  fix: 'write reinvocationPolicy and mutations, each with the field of its patchType alone, and an expression there',
  bad: policyExample('MutatingAdmissionPolicy', 'v1', 'reinvocationPolicy: Never', 'mutations: [{patchType: ApplyConfiguration}]'),
  good: policyExample('MutatingAdmissionPolicy', 'v1', 'reinvocationPolicy: Never',
    "mutations: [{patchType: ApplyConfiguration, applyConfiguration: {expression: 'Object{spec: Object.spec{paused: false}}'}}]"),
};

export const policyActions: Rule = {
  id: 'policy-actions',
  why: 'a binding says what happens where the policy finds something: to refuse a request and to warn of it says the same twice',
  severity: 'error',
  since: '1.30',
  fix: 'write validationActions: Deny or Warn, and Audit; each once',
  bad: example('ValidatingAdmissionPolicyBinding', `${GROUP}/v1`, 'spec: {policyName: web, validationActions: [Deny, Warn]}'),
  good: example('ValidatingAdmissionPolicyBinding', `${GROUP}/v1`, 'spec: {policyName: web, validationActions: [Deny, Audit]}'),
};

const POLICY_RULES = [...POLICY_MATCH_RULES, ...MATCH_CONDITION_RULES, policyVariable];

const VALIDATING_RULES = [...POLICY_RULES, policyValidation];

export const validatingPolicyRules: ObjectCheck = rulesFor([`${GROUP}/ValidatingAdmissionPolicy`], VALIDATING_RULES, (policy, broken, model) => {
  const spec = recordOf(policy.spec);
  const environment = checkPolicy(spec, false, model, broken);
  if (listOf(spec.validations).length === 0 && listOf(spec.auditAnnotations).length === 0) {
    broken(policyValidation, '/spec/validations', 'the policy says nothing of requests', 'add validations or auditAnnotations');
  }
  forRecords(spec.validations, (validation, index) => checkValidation(validation, environment, `/spec/validations/${index}`, broken));
  checkAuditAnnotations(policy, listOf(spec.auditAnnotations), environment, broken);
});

export const mutatingPolicyRules: ObjectCheck = rulesFor([`${GROUP}/MutatingAdmissionPolicy`], [...POLICY_RULES, policyMutation], (policy, broken, model) => {
  const spec = recordOf(policy.spec);
  const environment = checkPolicy(spec, true, model, broken);
  if (listOf(spec.mutations).length === 0) { broken(policyMutation, '/spec/mutations', 'the policy changes nothing', 'add a mutation'); }
  if (!isText(spec.reinvocationPolicy)) { broken(policyMutation, '/spec/reinvocationPolicy', 'it does not say whether it is asked again', 'write Never or IfNeeded'); }
  const making = { ...environment, made: ['Object', 'JSONPatch'] };
  forRecords(spec.mutations, (mutation, index) => checkMutation(mutation, making, `/spec/mutations/${index}`, broken));
});

const BINDING_RULES = [...POLICY_MATCH_RULES, policyActions];

export const validatingBindingRules: ObjectCheck = rulesFor([`${GROUP}/ValidatingAdmissionPolicyBinding`], BINDING_RULES, (binding, broken) => {
  const { paramRef, matchResources, validationActions } = recordOf(binding.spec);
  checkParamRef(paramRef, broken);
  checkMatchResources(matchResources, false, '/spec/matchResources', broken);
  const actions = listOf(validationActions);
  const at = '/spec/validationActions';
  if (actions.length === 0) { broken(policyActions, at, 'nothing happens where the policy finds something', 'write Deny, Warn or Audit'); }
  forRepeated(actions, action => action, (action, index) => broken(policyActions, `${at}/${index}`, `${show(action)} is there already`, 'remove it'));
  if (actions.includes('Deny') && actions.includes('Warn')) { broken(policyActions, at, "there are both 'Deny' and 'Warn'", 'leave one of them'); }
});

export const mutatingBindingRules: ObjectCheck = rulesFor([`${GROUP}/MutatingAdmissionPolicyBinding`], POLICY_MATCH_RULES, (binding, broken) => {
  const { paramRef, matchResources } = recordOf(binding.spec);
  checkParamRef(paramRef, broken);
  checkMatchResources(matchResources, true, '/spec/matchResources', broken);
});

/** What every policy has; the environment is what its expressions may use, the variables included. */
function checkPolicy(spec: Record<string, any>, isMutating: boolean, model: ApiModel, broken: Broken): CelEnvironment {
  checkParamKind(spec.paramKind, broken);
  checkMatchConstraints(spec.matchConstraints, isMutating, broken);
  const environment = admissionEnvironment(model, { params: isGiven(spec.paramKind), authorizer: true });
  checkMatchConditions(spec.matchConditions, environment, '/spec/matchConditions', broken);
  return checkVariables(spec.variables, isMutating, environment, broken);
}

/** Each variable may use those before it. */
function checkVariables(variables: unknown, isMutating: boolean, before: CelEnvironment, broken: Broken): CelEnvironment {
  if (listOf(variables).length === 0 && !isMutating) { return before; }
  let known: Readonly<Record<string, CelType>> = {};
  const environment = () => ({ ...before, variables: { ...before.variables, variables: 'Variables' }, objects: { ...before.objects, Variables: known } });
  forRecords(variables, ({ name, expression }, index) => {
    const at = `/spec/variables/${index}`;
    if (typeof name === 'string' && name.trim() === '') { broken(policyVariable, `${at}/name`, 'the variable has no name', 'write a name'); }
    if (isText(name) && name.trim() !== '' && (!/^[_a-zA-Z][_a-zA-Z0-9]*$/.test(name) || RESERVED_WORDS.has(name))) { broken(policyVariable, `${at}/name`, `${show(name)} is no name of a variable`); }
    if (typeof expression === 'string' && expression.trim() === '') { broken(policyVariable, `${at}/expression`, 'the expression is empty', 'write an expression'); }
    const type = isText(expression) && expression.trim() !== '' ? checkExpression(expression, [], environment(), `${at}/expression`, broken) : 'unknown';
    if (isText(name)) { known = { ...known, [name]: type }; }
  });
  return environment();
}

const REASONS: ReadonlySet<unknown> = new Set(['Forbidden', 'Invalid', 'RequestEntityTooLarge']);

function checkValidation(validation: Record<string, any>, environment: CelEnvironment, at: string, broken: Broken) {
  const { expression, message, messageExpression, reason } = validation;
  if (typeof expression === 'string') {
    if (expression.trim() === '') { broken(policyValidation, `${at}/expression`, 'the expression is empty', 'write an expression'); } else { checkExpression(expression, ['bool'], environment, `${at}/expression`, broken); }
  }
  if (isText(messageExpression)) {
    if (messageExpression.trim() === '') {
      broken(policyValidation, `${at}/messageExpression`, 'the expression is blank', 'leave it out');
    } else {
      const { 'authorizer': _, 'authorizer.requestResource': __, ...variables } = environment.variables;
      checkExpression(messageExpression, ['string'], { ...environment, variables }, `${at}/messageExpression`, broken);
    }
  }
  if (isText(message) && message.trim() === '') { broken(policyValidation, `${at}/message`, 'the message is blank', 'leave it out'); }
  if (isText(message) && /[\n\r]/.test(message.trim())) { broken(policyValidation, `${at}/message`, 'the message has more than one line', 'write one line'); }
  if (isGiven(reason) && typeof reason === 'string' && !REASONS.has(reason)) { broken(policyValidation, `${at}/reason`, `the reason is ${show(reason)}`, 'write Forbidden, Invalid or RequestEntityTooLarge'); }
}

const MOST_ANNOTATIONS = 20;
const LONGEST_EXPRESSION = 5 * 1024;

function checkAuditAnnotations(policy: Manifest, annotations: readonly unknown[], environment: CelEnvironment, broken: Broken) {
  const at = '/spec/auditAnnotations';
  if (annotations.length > MOST_ANNOTATIONS) { broken(policyValidation, at, `there are ${annotations.length} annotations, and ${MOST_ANNOTATIONS} are allowed`, 'leave some out'); }
  forRepeated(annotations, annotation => recordOf(annotation).key, (annotation, index) =>
    broken(policyValidation, `${at}/${index}/key`, `the key ${show(recordOf(annotation).key)} is there already`, 'take another key'));
  forRecords(annotations, ({ key, valueExpression: value }, index) => {
    const whole = `${textOf(policy.metadata?.name)}/${textOf(key)}`;
    if (typeof key === 'string' && isText(policy.metadata?.name) && !QUALIFIED_NAME.fits(whole)) { broken(policyValidation, `${at}/${index}/key`, `${show(whole)} is no key of an annotation`, 'take another key'); }
    if (typeof value !== 'string') { return; }
    const text = value.trim();
    if (text === '') { broken(policyValidation, `${at}/${index}/valueExpression`, 'the expression is empty', 'write an expression'); }
    if (Buffer.byteLength(text) > LONGEST_EXPRESSION) { broken(policyValidation, `${at}/${index}/valueExpression`, `the expression has more than ${LONGEST_EXPRESSION} bytes`, 'make it shorter'); }
    if (text !== '') { checkExpression(text, ['string', 'null'], environment, `${at}/${index}/valueExpression`, broken); }
  });
}

/** Each type of patch, the field that it needs, and what the expression there must be. */
const PATCHES: Readonly<Record<string, { readonly field: string; readonly type: CelType }>> = {
  ApplyConfiguration: { field: 'applyConfiguration', type: 'Object' },
  JSONPatch: { field: 'jsonPatch', type: 'list<JSONPatch>' },
};

function checkMutation(mutation: Record<string, any>, environment: CelEnvironment, at: string, broken: Broken) {
  const patch = PATCHES[textOf(mutation.patchType)];
  if (!patch) { return; }
  for (const { field } of Object.values(PATCHES)) {
    if (field === patch.field && !isGiven(mutation[field])) { broken(policyMutation, `${at}/${field}`, `there is no ${field}, which patchType ${mutation.patchType} needs`, `add ${field}`); }
    if (field !== patch.field && isGiven(mutation[field])) { broken(policyMutation, `${at}/${field}`, `${field} does not go with patchType ${mutation.patchType}`, `remove ${field}`); }
  }
  if (!isRecord(mutation[patch.field])) { return; }
  const { expression } = mutation[patch.field];
  if (!isText(expression) || expression.trim() === '') {
    broken(policyMutation, `${at}/${patch.field}/expression`, 'the expression is empty', 'write an expression');
  } else {
    checkExpression(expression.trim(), [patch.type], environment, `${at}/${patch.field}/expression`, broken);
  }
}
