import { crdSchemaOf, warns } from '../object/rule-cases';

const AT = '/spec/versions/0/schema/openAPIV3Schema/properties/a';
const field = (fields: string) => crdSchemaOf(`type: object, properties: {a: {${fields}}}`);

warns([
  ['a format with dashes', field('type: string, format: date-time')],
  ['a number', field('type: number, format: double')],
  ['a format of another type', field('type: integer, format: double'), `unknown-text-format ${AT}/format`],
  ['a condition', field('type: string, anyOf: [{format: currency}]'), `unknown-text-format ${AT}/anyOf/0/format`],
  ['in a list', field('type: array, items: {type: string, format: currency}'), `unknown-text-format ${AT}/items/format`],
  ['a set of lists', field('type: array, x-kubernetes-list-type: set, items: {type: array, items: {type: string}, x-kubernetes-list-type: atomic}'), `set-of-objects ${AT}/x-kubernetes-list-type`],
], '1.37');
