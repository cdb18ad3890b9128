import { crdSchemaOf, testRules } from './rule-cases';

const AT = 'crd-schema /spec/versions/0/schema/openAPIV3Schema/properties/size';
const KEYS = `${AT}/x-kubernetes-list-map-keys`;
const field = (fields: string) => crdSchemaOf(`type: object, properties: {size: {${fields}}}`);
const map = (keys: string, items: string) => field(`type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [${keys}], items: {${items}}`);
const set = (items: string) => field(`type: array, x-kubernetes-list-type: set, items: {${items}}`);

describe('lists and maps of custom resources', () => {
  testRules([
    ['a key with a default', map('a', 'type: object, properties: {a: {type: string, default: b}}')],
    ['a key that may be missing', map('a', 'type: object, properties: {a: {type: string}}'), `${KEYS}/0`],
    ['a key that may be null', map('a', 'type: object, required: [a], properties: {a: {type: string, nullable: true}}'), `${KEYS}/0`],
    ['a key that is an object', map('a', 'type: object, required: [a], properties: {a: {type: object}}'), `${KEYS}/0`],
    ['a key twice', map('a, a', 'type: object, required: [a], properties: {a: {type: string}}'), `${KEYS}/1`],
    ['a key without a name', map('null', 'type: object, properties: {a: {type: string}}'), `${KEYS}/0`],
    ['a map of text', map('a', 'type: string'), `${AT}/items/type`],
    ['items that may be null', map('a', 'type: object, nullable: true, required: [a], properties: {a: {type: string}}'), `${AT}/items/nullable`],
    ['a set of text', set('type: string')],
    ['a set of objects', set('type: object'), `${AT}/items/x-kubernetes-map-type`],
    ['a set of whole objects', set('type: object, x-kubernetes-map-type: atomic')],
    ['a set of sets', set('type: array, x-kubernetes-list-type: set, items: {type: string}'), `${AT}/items/x-kubernetes-list-type`],
    ['a list type of an object', field('type: object, x-kubernetes-list-type: atomic'), `${AT}/x-kubernetes-list-type`],
    ['a map type of text', field('type: string, x-kubernetes-map-type: atomic'), `${AT}/x-kubernetes-map-type`],
    ['an empty map type', field('type: object, x-kubernetes-map-type: ""'), `${AT}/x-kubernetes-map-type`],
    ['an empty list type', field('type: array, x-kubernetes-list-type: "", items: {type: string}'), `${AT}/x-kubernetes-list-type`],
    ['a map type that is none', field('type: object, x-kubernetes-map-type: whole'), `${AT}/x-kubernetes-map-type`],
  ]);
});
