import { crdSchemaOf, testRules } from './rule-cases';

const AT = '/spec/versions/0/schema/openAPIV3Schema/properties/spec/x-kubernetes-validations/0';
const FIELDS = 'size: {type: integer}, name: {type: string}, when: {type: string, format: date-time}, my-name: {type: string}, either: {x-kubernetes-int-or-string: true}, ' +
  'names: {type: array, items: {type: string}}, labels: {type: object, additionalProperties: {type: string}}';
const spec = (rule: string) => crdSchemaOf(`type: object, properties: {spec: {type: object, properties: {${FIELDS}}, x-kubernetes-validations: [{${rule}}]}}`);
const list = (type: string) => crdSchemaOf(`type: object, properties: {list: {type: array, ${type} items: ` +
  '{type: object, required: [key], properties: {key: {type: string}}, x-kubernetes-validations: [{rule: self == oldSelf}]}}}');

describe('expressions', () => testRules([
  ['of fields', spec('rule: "self.size > 0 && self.name.startsWith(\'a\') && self.when > timestamp(\'2024-01-01T00:00:00Z\')"')],
  ['of maps and lists', spec('rule: "self.names.all(name, name in self.labels)"')],
  ['of a name with a dash', spec('rule: "self.my__dash__name == \'a\'"')],
  ['of what is a number or a text', spec('rule: "self.either == 1 || self.either == \'1\'"')],
  ['of what was there before', spec('rule: self.size >= oldSelf.size')],
  ['of a field that is not there', spec('rule: self.other == 1'), `cel-expression ${AT}/rule`],
  ['of types that do not go together', spec('rule: self.size == self.name'), `cel-expression ${AT}/rule`],
  ['that is no condition', spec('rule: self.size'), `cel-expression ${AT}/rule`],
  ['of a message that is no text', spec('rule: self.size > 0, messageExpression: self.size'), `cel-expression ${AT}/messageExpression`],
  ['of the whole object', crdSchemaOf('type: object, x-kubernetes-validations: [{rule: "self.metadata.name != self.kind"}]')],
]));

describe('texts', () => testRules([
  ['no rule', spec("rule: ' '"), `crd-validation ${AT}/rule`],
  ['a blank message', spec("rule: 'true', message: ' '"), `crd-validation ${AT}/message`],
  ['a message of two lines', spec("rule: 'true', message: \"a\\nb\""), `crd-validation ${AT}/message`],
  ['a rule of two lines without a message', spec('rule: "true &&\\ntrue"'), `crd-validation ${AT}/message`],
  ['a blank expression', spec("rule: 'true', messageExpression: ' '"), `crd-validation ${AT}/messageExpression`],
], '1.36'));

describe('reasons and paths', () => testRules([
  ['a reason', spec("rule: 'true', reason: FieldValueInvalid")],
  ['a reason that there is not', spec("rule: 'true', reason: Wrong"), `crd-validation ${AT}/reason`],
  ['paths', spec("rule: 'true', fieldPath: .size")],
  ['a path with a dash', spec("rule: 'true', fieldPath: \"['my-name']\"")],
  ['a key of a map', spec("rule: 'true', fieldPath: .labels.app")],
  ['an empty key of a map', spec("rule: 'true', fieldPath: \".labels['']\"")],
  ['an empty key of no map', spec("rule: 'true', fieldPath: \"['']\""), `crd-validation ${AT}/fieldPath`],
  ['a path to no field', spec("rule: 'true', fieldPath: .other"), `crd-validation ${AT}/fieldPath`],
  ['no path', spec("rule: 'true', fieldPath: size"), `crd-validation ${AT}/fieldPath`],
], '1.36'));

describe('what was there before', () => testRules([
  ['in a list with keys', list('x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [key],')],
  ['in a list without', list(''),
    'crd-validation /spec/versions/0/schema/openAPIV3Schema/properties/list/items/x-kubernetes-validations/0/rule'],
  ['what may have been there', spec('rule: oldSelf.hasValue() || self.size > 0, optionalOldSelf: true')],
  ['a rule that does not ask for it', spec("rule: 'true', optionalOldSelf: true"), `crd-validation ${AT}/optionalOldSelf`],
], '1.36'));
