import { testRules, of } from './rule-cases';

const webhook = (conditions: string) => of('ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/v1', 'webhooks: [{name: a.example.com, ' +
  `admissionReviewVersions: [v1], sideEffects: None, clientConfig: {service: {name: a, namespace: b}}, matchConditions: [${conditions}]}]`);
const many = Array.from({ length: 65 }, (_, index) => `{name: a${index}, expression: 'true'}`).join(', ');

testRules([
  ['a condition', webhook("{name: a, expression: request.operation == 'CREATE'}")],
  ['one name twice', webhook("{name: a, expression: 'true'}, {name: a, expression: 'true'}"), 'match-condition /webhooks/0/matchConditions/1/name'],
  ['a blank expression', webhook("{name: a, expression: ' '}"), 'match-condition /webhooks/0/matchConditions/0/expression'],
  ['no condition', webhook("{name: a, expression: '1'}"), 'cel-expression /webhooks/0/matchConditions/0/expression'],
  ['parameters, which only policies have', webhook('{name: a, expression: params.a == 1}'), 'cel-expression /webhooks/0/matchConditions/0/expression'],
  ['too many', webhook(many), 'match-condition /webhooks/0/matchConditions'],
], '1.36');
