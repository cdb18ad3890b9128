import { testRules, of } from './rule-cases';

const API = 'admissionregistration.k8s.io/v1';
const RULE = '{operations: [CREATE], apiGroups: [apps], apiVersions: [v1], resources: [deployments]}';
const MATCH = `matchConstraints: {resourceRules: [${RULE}]}`;
const policy = (fields: string, match = MATCH) => of('ValidatingAdmissionPolicy', API, `spec: {${match}, ${fields}}`);
const FINE = "validations: [{expression: 'true'}]";
const validation = (fields: string) => policy(`validations: [{${fields}}]`);
const mutating = (fields: string, match = MATCH) => of('MutatingAdmissionPolicy', API, `spec: {reinvocationPolicy: Never, ${match}, ${fields}}`);
const CHANGE = "mutations: [{patchType: ApplyConfiguration, applyConfiguration: {expression: 'Object{}'}}]";

describe('validating policies', () => testRules([
  ['a validation', policy(FINE)],
  ['neither validations nor annotations', policy('validations: []'), 'policy-validation /spec/validations'],
  ['an expression that is no condition', validation('expression: object.spec.replicas'), 'cel-expression /spec/validations/0/expression'],
  ['an empty expression', validation("expression: ' '"), 'policy-validation /spec/validations/0/expression'],
  ['a message expression', validation("expression: 'true', messageExpression: \"'no ' + object.metadata.name\"")],
  ['a message expression that is no text', validation("expression: 'true', messageExpression: '1'"), 'cel-expression /spec/validations/0/messageExpression'],
  ['a message expression that asks for rights', validation("expression: 'true', messageExpression: \"authorizer.path('/a').check('get').reason()\""),
    'cel-expression /spec/validations/0/messageExpression'],
  ['a blank message expression', validation("expression: 'true', messageExpression: ' '"), 'policy-validation /spec/validations/0/messageExpression'],
  ['a message of two lines', validation("expression: 'true', message: \"a\\nb\""), 'policy-validation /spec/validations/0/message'],
  ['a blank message', validation("expression: 'true', message: ' '"), 'policy-validation /spec/validations/0/message'],
  ['a reason that there is not', validation("expression: 'true', reason: Unauthorized"), 'policy-validation /spec/validations/0/reason'],
  ['an annotation alone', policy("auditAnnotations: [{key: size, valueExpression: \"'large'\"}]")],
  ['an annotation that is no text', policy("auditAnnotations: [{key: size, valueExpression: '1'}]"), 'cel-expression /spec/auditAnnotations/0/valueExpression'],
  ['an annotation of no key', policy("auditAnnotations: [{key: 'a b', valueExpression: \"'large'\"}]"), 'policy-validation /spec/auditAnnotations/0/key'],
  ['one key twice', policy("auditAnnotations: [{key: a, valueExpression: \"'a'\"}, {key: a, valueExpression: \"'b'\"}]"), 'policy-validation /spec/auditAnnotations/1/key'],
  ['an annotation that is empty', policy("auditAnnotations: [{key: a, valueExpression: ''}]"), 'policy-validation /spec/auditAnnotations/0/valueExpression'],
  ['an annotation that is very long', policy(`auditAnnotations: [{key: a, valueExpression: "'${'a'.repeat(5200)}'"}]`), 'policy-validation /spec/auditAnnotations/0/valueExpression'],
  ['many annotations', policy(`auditAnnotations: [${Array.from({ length: 21 }, (_, index) => `{key: a${index}, valueExpression: "'a'"}`).join(', ')}]`),
    'policy-validation /spec/auditAnnotations'],
], '1.36'));

describe('variables', () => testRules([
  ['one that uses another', policy('variables: [{name: a, expression: object.a}, {name: b, expression: variables.a + 1}], validations: [{expression: variables.b > 1}]')],
  ['one that uses a later one', policy(`variables: [{name: a, expression: variables.b}, {name: b, expression: '1'}], ${FINE}`), 'cel-expression /spec/variables/0/expression'],
  ['one that is no condition', policy("variables: [{name: a, expression: '1'}], validations: [{expression: variables.a}]"), 'cel-expression /spec/validations/0/expression'],
  ['a name with a dash', policy(`variables: [{name: a-b, expression: '1'}], ${FINE}`), 'policy-variable /spec/variables/0/name'],
  ['a reserved word', policy(`variables: [{name: namespace, expression: '1'}], ${FINE}`), 'policy-variable /spec/variables/0/name'],
  ['no name', policy(`variables: [{name: '', expression: '1'}], ${FINE}`), 'policy-variable /spec/variables/0/name'],
  ['no expression', policy(`variables: [{name: a, expression: ' '}], ${FINE}`), 'policy-variable /spec/variables/0/expression'],
  ['where there are none', policy('validations: [{expression: variables.a == 1}]'), 'cel-expression /spec/validations/0/expression'],
], '1.36'));

describe('what a policy is about', () => testRules([
  ['nothing', policy(FINE, 'matchConstraints: null'), 'policy-match /spec/matchConstraints'],
  ['no resources', policy(FINE, 'matchConstraints: {}'), 'policy-match /spec/matchConstraints/resourceRules'],
  ['no operations', policy(FINE, `matchConstraints: {resourceRules: [${RULE.replace('CREATE', '')}]}`), 'admission-rule /spec/matchConstraints/resourceRules/0/operations'],
  ['one name twice', policy(FINE, `matchConstraints: {resourceRules: [${RULE.replace('}', ', resourceNames: [a, a]}')}]}`), 'policy-match /spec/matchConstraints/resourceRules/0/resourceNames/1'],
  ['a name with a slash', policy(FINE, `matchConstraints: {resourceRules: [${RULE.replace('}', ', resourceNames: [a/b]}')}]}`), 'policy-match /spec/matchConstraints/resourceRules/0/resourceNames/0'],
  ['a selector without values', policy(FINE, `matchConstraints: {resourceRules: [${RULE}], objectSelector: {matchExpressions: [{key: a, operator: In}]}}`),
    'selector-expression /spec/matchConstraints/objectSelector/matchExpressions/0/values'],
  ['deletion, which nobody can change', mutating(CHANGE, `matchConstraints: {resourceRules: [${RULE.replace('CREATE', 'DELETE')}]}`), 'policy-match /spec/matchConstraints/resourceRules/0/operations/0'],
  ['parameters', policy('paramKind: {apiVersion: v1, kind: ConfigMap}, validations: [{expression: params.data.a == object.a}]')],
  ['parameters of no kind', policy(`paramKind: {apiVersion: v1}, ${FINE}`), 'policy-params /spec/paramKind/kind'],
  ['parameters of a kind with an underscore', policy(`paramKind: {apiVersion: v1, kind: a_b}, ${FINE}`), 'policy-params /spec/paramKind/kind'],
  ['parameters of no API version', policy(`paramKind: {apiVersion: a/b/c, kind: A}, ${FINE}`), 'policy-params /spec/paramKind/apiVersion'],
  ['parameters without an API version', policy(`paramKind: {kind: A}, ${FINE}`), 'policy-params /spec/paramKind/apiVersion'],
], '1.36'));

describe('mutating policies', () => testRules([
  ['a change', mutating(CHANGE)],
  ['no change', mutating('mutations: []'), 'policy-mutation /spec/mutations'],
  ['no expression', mutating('mutations: [{patchType: JSONPatch, jsonPatch: {}}]'), 'policy-mutation /spec/mutations/0/jsonPatch/expression'],
  ['the other field', mutating("mutations: [{patchType: JSONPatch, applyConfiguration: {expression: 'Object{}'}}]"),
    'policy-mutation /spec/mutations/0/applyConfiguration', 'policy-mutation /spec/mutations/0/jsonPatch'],
  ['a patch of another type', mutating("mutations: [{patchType: JSONPatch, jsonPatch: {expression: 'Object{}'}}]"), 'cel-expression /spec/mutations/0/jsonPatch/expression'],
  ['a patch', mutating('mutations: [{patchType: JSONPatch, jsonPatch: {expression: "[JSONPatch{op: \'remove\', path: \'/a\'}]"}}]')],
], '1.36'));

describe('bindings', () => {
  const binding = (fields: string) => of('ValidatingAdmissionPolicyBinding', API, `spec: {policyName: web, ${fields}}`);

  testRules([
    ['to refuse', binding('validationActions: [Deny, Audit]')],
    ['to refuse and to warn', binding('validationActions: [Deny, Warn]'), 'policy-actions /spec/validationActions'],
    ['one action twice', binding('validationActions: [Audit, Audit]'), 'policy-actions /spec/validationActions/1'],
    ['no action', binding('validationActions: []'), 'policy-actions /spec/validationActions'],
    ['parameters by name', binding('validationActions: [Deny], paramRef: {name: a, parameterNotFoundAction: Deny}')],
    ['parameters by name and selector', binding('validationActions: [Deny], paramRef: {name: a, selector: {}, parameterNotFoundAction: Deny}'), 'policy-params /spec/paramRef'],
    ['parameters of a name with a slash', binding('validationActions: [Deny], paramRef: {name: a/b, parameterNotFoundAction: Deny}'), 'policy-params /spec/paramRef/name'],
    ['parameters that may be missing, or not', binding('validationActions: [Deny], paramRef: {name: a}'), 'policy-params /spec/paramRef/parameterNotFoundAction'],
    ['parameters that may be missing, perhaps', binding('validationActions: [Deny], paramRef: {name: a, parameterNotFoundAction: Perhaps}'), 'policy-params /spec/paramRef/parameterNotFoundAction'],
    ['of a policy that changes', of('MutatingAdmissionPolicyBinding', API, `spec: {policyName: web, matchResources: {resourceRules: [${RULE.replace('CREATE', 'DELETE')}]}}`),
      'policy-match /spec/matchResources/resourceRules/0/operations/0'],
  ], '1.36');
});
