import { crdSchemaOf, testRules } from './rule-cases';

const AT = '/spec/versions/0/selectableFields';
const definition = (...paths: string[]) => crdSchemaOf('type: object, properties: {spec: {type: object, properties: {color: {type: string}, size: {type: number}, ' +
  'labels: {type: object, additionalProperties: {type: string}}}}}', `selectableFields: [${paths.map(path => `{jsonPath: "${path}"}`).join(', ')}]`);

testRules([
  ['a text', definition('.spec.color')],
  ['a key of a map', definition('.spec.labels.app')],
  ['a number that is not whole', definition('.spec.size'), `crd-selectable-field ${AT}/0/jsonPath`],
  ['a field that is not there', definition('.spec.colour'), `crd-selectable-field ${AT}/0/jsonPath`],
  ['in brackets', definition(".spec['color']"), `crd-selectable-field ${AT}/0/jsonPath`],
  ['metadata', definition('.metadata.name'), `crd-selectable-field ${AT}/0/jsonPath`],
  ['nothing', definition(''), `crd-selectable-field ${AT}/0/jsonPath`],
  ['one path twice', definition('.spec.color', '.spec.color'), `crd-selectable-field ${AT}/1/jsonPath`],
  ['too many', definition(...Array.from({ length: 9 }, (_, index) => `.spec.labels.a${index}`)), `crd-selectable-field ${AT}`],
], '1.36');
