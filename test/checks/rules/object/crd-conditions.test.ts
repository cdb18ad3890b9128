import { crdSchemaOf, testRules } from './rule-cases';

const AT = 'crd-schema /spec/versions/0/schema/openAPIV3Schema/properties/size';
const field = (fields: string) => crdSchemaOf(`type: object, properties: {size: {${fields}}}`);
const INT_OR_STRING = 'x-kubernetes-int-or-string: true';

describe('conditions of custom resources', () => {
  testRules([
    ['one of two fields', field('type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]')],
    ['a type in a condition', field('type: object, properties: {a: {type: string}}, anyOf: [{properties: {a: {type: string}}}]'), `${AT}/anyOf/0/properties/a/type`],
    ['a description in a condition', field('type: string, not: {description: a}'), `${AT}/not/description`],
    ['a number or text among more conditions', field(`${INT_OR_STRING}, allOf: [{anyOf: [{type: integer}, {type: string}]}, {pattern: a}]`)],
    ['a number or text in the second condition', field(`${INT_OR_STRING}, allOf: [{pattern: a}, {anyOf: [{type: integer}, {type: string}]}]`),
      `${AT}/allOf/1/anyOf/0/type`, `${AT}/allOf/1/anyOf/1/type`],
    ['text or a number', field(`${INT_OR_STRING}, anyOf: [{type: string}, {type: integer}]`), `${AT}/anyOf/0/type`, `${AT}/anyOf/1/type`],
    ['a condition on metadata', field('type: object, properties: {metadata: {type: object}}, not: {properties: {metadata: {required: [a]}}}'), `${AT}/not/properties/metadata`],
    ['a condition on items', field('type: array, items: {type: string}, not: {items: {type: string}}'), `${AT}/not/items/type`],
  ]);
});

describe('conditions on the whole object', () => {
  const ROOT = 'crd-schema /spec/versions/0/schema/openAPIV3Schema';
  const root = (fields: string) => crdSchemaOf(`type: object, properties: {spec: {type: object, properties: {a: {type: string}}}}, ${fields}`);

  testRules([
    ['about a field that is there', root('anyOf: [{properties: {spec: {required: [a], properties: {a: {minLength: 1}}}}}]')],
    ['about a field that is not', root('anyOf: [{properties: {other: {minLength: 1}}}]'), `${ROOT}/anyOf/0/properties/other`],
    ['about a field that is not, further down', root('not: {allOf: [{properties: {spec: {properties: {b: {minLength: 1}}}}}]}'),
      `${ROOT}/not/allOf/0/properties/spec/properties/b`],
    ['with a pattern that is none', root("allOf: [{properties: {spec: {properties: {a: {pattern: '('}}}}}]"), `${ROOT}/allOf/0/properties/spec/properties/a/pattern`],
  ]);
});
