import { crdSchemaOf, testRules } from './rule-cases';

const AT = 'crd-schema /spec/versions/0/schema/openAPIV3Schema';
const SIZE = `${AT}/properties/size`;
const schema = (fields: string, version = '') => crdSchemaOf(`type: object, ${fields}`, version);
const field = (fields: string) => schema(`properties: {size: {${fields}}}`);
const EMBEDDED = 'type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true';
const STATUS = 'subresources: {status: {}}';

describe('whole objects', () => {
  testRules([
    ['any fields', schema('additionalProperties: true'), `${AT}/additionalProperties`],
    ['unknown fields', schema('x-kubernetes-preserve-unknown-fields: true', STATUS)],
    ['a condition without a status', schema('not: {required: [a]}')],
    ['a condition beside a status', schema('not: {required: [a]}', STATUS), `${AT}/not`],
    ['definitions of none beside a status', schema('definitions: {}', STATUS), `${AT}/definitions`],
    ['a reference to nothing', schema('$ref: ""'), `${AT}/$ref`],
    ['a default that is no object of its kind', schema('default: {}'), `${AT}/default`],
    ['metadata', schema('properties: {apiVersion: {type: string}, kind: {type: string}, metadata: {type: object}}')],
    ['a kind that is a number', schema('properties: {kind: {type: integer}}'), `${AT}/properties/kind/type`],
    ['metadata with a short name', schema('properties: {metadata: {type: object, properties: {name: {type: string, maxLength: 10}}}}')],
    ['metadata with labels', schema('properties: {metadata: {type: object, properties: {labels: {type: object}}}}'), `${AT}/properties/metadata`],
    ['metadata with a default', schema('properties: {metadata: {type: object, properties: {name: {type: string, default: a}}}}'), `${AT}/properties/metadata/properties/name/default`],
    ['a kind with a default', schema('properties: {kind: {type: string, default: A}}'), `${AT}/properties/kind/default`],
    ['metadata with a description', schema('properties: {metadata: {type: object, description: a}}'), `${AT}/properties/metadata`],
  ]);
});

describe('lists', () => {
  testRules([
    ['items of a type', field('type: array, items: {type: string}')],
    ['items that are no schema', field('type: array, items: true'), `${SIZE}/items`],
  ]);
});

describe('extensions', () => {
  testRules([
    ['unknown fields that are not kept', field('type: object, x-kubernetes-preserve-unknown-fields: false'), `${SIZE}/x-kubernetes-preserve-unknown-fields`],
    ['a number or text with unknown fields', field('x-kubernetes-int-or-string: true, x-kubernetes-preserve-unknown-fields: true'), `${SIZE}/x-kubernetes-preserve-unknown-fields`],
    ['an embedded resource', field('type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true')],
    ['a kind with a default in it', field(`${EMBEDDED}, properties: {kind: {type: string, default: A}}`)],
    ['another one in its metadata', field(`${EMBEDDED}, properties: {metadata: {type: object, properties: {a: {type: array, items: {${EMBEDDED}}}}}}`),
      `${SIZE}/properties/metadata/properties/a/items/x-kubernetes-embedded-resource`],
    ['another one beside its metadata', field(`${EMBEDDED}, properties: {a: {${EMBEDDED}}}`)],
    ['an embedded resource without fields', field('type: object, x-kubernetes-embedded-resource: true'), `${SIZE}/properties`],
    ['an embedded text', field('type: string, x-kubernetes-embedded-resource: true, properties: {a: {type: string}}'), `${SIZE}/type`],
    ['an embedded map', field('type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true, additionalProperties: {type: string}'),
      `${SIZE}/additionalProperties`],
  ]);
});

describe('defaults', () => {
  testRules([
    ['defaults of every type', schema('properties: {a: {type: integer, default: 1}, b: {type: number, default: 1.5}, c: {type: boolean, default: false}, d: {type: string, default: x}, ' +
      'e: {type: array, items: {type: string}, default: []}, f: {type: object, default: {}}, g: {x-kubernetes-int-or-string: true, default: 1}}')],
    ['text for a number', field('type: integer, default: "1"'), `${SIZE}/default`],
    ['a part of a whole number', field('type: integer, default: 1.5'), `${SIZE}/default`],
    ['a word that is not allowed', field('type: string, enum: [a, b], default: c'), `${SIZE}/default`],
  ]);
});

describe('patterns and defaults', () => {
  testRules([
    ['a pattern of another language', field("type: string, pattern: '^(?!a)'"), `${SIZE}/pattern`],
    ['a default above the maximum', field('type: integer, maximum: 3, default: 4'), `${SIZE}/default`],
    ['a default that lacks what another default would fill in', field('type: object, required: [a], properties: {a: {type: integer, default: 1}}, default: {}'), `${SIZE}/default`],
    ['null where a default would be filled in', field('type: object, properties: {a: {type: string, default: x}}, default: {a: null}'), `${SIZE}/default`],
    ['a default with an item twice', field('type: array, items: {type: string}, x-kubernetes-list-type: set, default: [a, a]')],
    ['a whole object as a default', field(`${EMBEDDED}, default: {apiVersion: a/b, kind: A, metadata: {name: a, labels: {a: b}, more: 1}}`)],
    ['a default of three versions', field(`${EMBEDDED}, default: {apiVersion: a/b/c, kind: A}`), `${SIZE}/default`],
    ['a default of no kind', field(`${EMBEDDED}, default: {apiVersion: v1, kind: a b}`), `${SIZE}/default`],
    ['a default whose version is a number', field(`${EMBEDDED}, default: {apiVersion: 1, kind: A}`), `${SIZE}/default`],
    ['a default with a name of two parts', field(`${EMBEDDED}, default: {apiVersion: v1, kind: A, metadata: {name: a/b}}`), `${SIZE}/default`],
    ['a default in a namespace that cannot be', field(`${EMBEDDED}, default: {apiVersion: v1, kind: A, metadata: {namespace: A}}`), `${SIZE}/default`],
    ['a default within metadata', field(`${EMBEDDED}, properties: {metadata: {type: object, properties: {name: {type: string, default: a.b}}}}`)],
    ['one that is no name', field(`${EMBEDDED}, properties: {metadata: {type: object, properties: {name: {type: string, default: a/b}}}}`), `${SIZE}/properties/metadata/properties/name/default`],
    ['one that is no kind', field(`${EMBEDDED}, properties: {kind: {type: string, default: a b}}`), `${SIZE}/properties/kind/default`],
    ['a default with a label that is none', field(`${EMBEDDED}, default: {apiVersion: v1, kind: A, metadata: {labels: {a: b c}}}`), `${SIZE}/default`],
    ['a default with a field of its own', field('type: object, properties: {a: {type: string}}, default: {b: x}'), `${SIZE}/default`],
    ['a rule of two lines with a message', field(String.raw`type: string, x-kubernetes-validations: [{rule: "true &&\ntrue", message: a}]`)],
    ['a warning of a version that is deprecated', schema('', 'deprecated: true, deprecationWarning: use v2')],
    ['a warning of one that is not', schema('', 'deprecationWarning: use v2'), 'crd-versions /spec/versions/0/deprecationWarning'],
    ['a warning of 256 bytes', schema('', `deprecated: true, deprecationWarning: ${'ü'.repeat(128)}`)],
    ['a warning of 129 letters of two bytes each', schema('', `deprecated: true, deprecationWarning: ${'ü'.repeat(129)}`), 'crd-versions /spec/versions/0/deprecationWarning'],
    ['an empty warning', schema('', "deprecated: true, deprecationWarning: ''"), 'crd-versions /spec/versions/0/deprecationWarning'],
  ]);
});

describe('an integer beside bounds that are none', () => {
  testRules([['is refused from 1.36 on', field('type: integer, minimum: 0.5, default: 1'), `${SIZE}/default`]], '1.36');
  testRules([
    ['before, the whole part of the bound counts', field('type: integer, minimum: 1.5, default: 1')],
    ['and no multiple is one of less than nothing', field('type: integer, multipleOf: -1, default: 1'), `${SIZE}/default`],
  ], '1.35');
});

describe('a condition on unknown fields', () => {
  testRules([['is one even if it is false', field('type: object, not: {x-kubernetes-preserve-unknown-fields: false}'), `${SIZE}/not/x-kubernetes-preserve-unknown-fields`]]);
});

describe('a condition that no other field may be there', () => {
  const condition = (value: string) => field(`type: object, allOf: [{additionalProperties: ${value}}]`);

  testRules([['is none from 1.31 on', condition('false')], ['unlike one that any may be there', condition('true'), `${SIZE}/allOf/0/additionalProperties`]], '1.31');
  testRules([['is one before', condition('false'), `${SIZE}/allOf/0/additionalProperties`]], '1.30');
});
