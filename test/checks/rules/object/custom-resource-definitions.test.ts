import { testRules, object } from './rule-cases';

const SCHEMA = 'schema: {openAPIV3Schema: {type: object}}';
const V1 = `{name: v1, served: true, storage: true, ${SCHEMA}}`;

function definition(versions: string, spec = '', metadata = 'name: widgets.example.com', group = 'example.com') {
  return object('{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, ' +
    `metadata: {${metadata}}, spec: {group: ${group}, scope: Namespaced, names: {kind: Widget, plural: widgets}, versions: [${versions}], ${spec}}}`);
}

function schema(openAPIV3Schema: string) {
  return definition(`{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {${openAPIV3Schema}}}}`);
}

const field = (type: string) => schema(`type: object, properties: {size: {${type}}}`);

describe('definitions of custom resources', () => {
  testRules([
    ['a fine one', definition(V1)],
    ['a group that is no domain', definition(V1, '', 'name: widgets.example', 'example'), 'crd-name /spec/group'],
    ['a name that says something else', definition(V1, '', 'name: gadgets.example.com'), 'crd-name /metadata/name'],
    ['a group of the community', definition(V1, '', 'name: widgets.a.k8s.io', 'a.k8s.io'), 'crd-name /metadata/annotations'],
    ['an approved one', definition(V1, '', "name: widgets.a.k8s.io, annotations: {api-approved.kubernetes.io: 'https://example.com/1'}", 'a.k8s.io')],
    ['an unapproved one', definition(V1, '', "name: widgets.a.k8s.io, annotations: {api-approved.kubernetes.io: 'unapproved, a try'}", 'a.k8s.io')],
    ['one that is approved nowhere', definition(V1, '', "name: widgets.a.k8s.io, annotations: {api-approved.kubernetes.io: 'https://'}", 'a.k8s.io'), 'crd-name /metadata/annotations'],
    ['one that is approved at no host', definition(V1, '', "name: widgets.a.k8s.io, annotations: {api-approved.kubernetes.io: 'https://a b'}", 'a.k8s.io'), 'crd-name /metadata/annotations'],
    ['a group that only ends like one of the community', definition(V1, '', 'name: widgets.myk8s.io', 'myk8s.io')],
    ['nothing to store', definition(`{name: v1, served: true, storage: false, ${SCHEMA}}`), 'crd-versions /spec/versions'],
    ['two versions to store, of one name', definition(`${V1}, ${V1}`), 'crd-versions /spec/versions/1/name', 'crd-versions /spec/versions'],
    ['a version without a schema', definition('{name: v1, served: true, storage: true}'), 'crd-versions /spec/versions/0/schema'],
    ['fields that are kept as they are', definition(V1, 'preserveUnknownFields: true'), 'crd-versions /spec/preserveUnknownFields'],
    ['a list of the same kind', object('{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: widgets.example.com}, ' +
      `spec: {group: example.com, scope: Cluster, names: {kind: Widget, listKind: Widget, plural: widgets}, versions: [${V1}]}}`), 'crd-name /spec/names/listKind'],
    ['a webhook that speaks another version', definition(V1, 'conversion: {strategy: Webhook, webhook: {clientConfig: {url: "https://a", service: {name: a, namespace: b}}, conversionReviewVersions: [v2]}}'),
      'crd-conversion /spec/conversion/webhook/clientConfig', 'crd-conversion /spec/conversion/webhook/conversionReviewVersions'],
    ['a webhook that converts', definition(V1, 'conversion: {strategy: Webhook, webhook: {clientConfig: {service: {name: a, namespace: b}}, conversionReviewVersions: [v1, v1beta1]}}')],
    ['a webhook that nobody asks', definition(V1, 'conversion: {strategy: None, webhook: {conversionReviewVersions: [v1]}}'), 'crd-conversion /spec/conversion/webhook'],
    ['a webhook over HTTP that speaks one version twice', definition(V1, 'conversion: {strategy: Webhook, webhook: {clientConfig: {url: "http://a"}, conversionReviewVersions: [v1, v1]}}'),
      'crd-conversion /spec/conversion/webhook/clientConfig/url', 'crd-conversion /spec/conversion/webhook/conversionReviewVersions/1'],
    ['a column of a strange format', definition(`{name: v1, served: true, storage: true, ${SCHEMA}, additionalPrinterColumns: [{name: a, type: string, format: url, jsonPath: .a}]}`),
      'crd-columns /spec/versions/0/additionalPrinterColumns/0/format'],
    ['a selector elsewhere', definition(`{name: v1, served: true, storage: true, ${SCHEMA}, subresources: {scale: {specReplicasPath: .spec.size, statusReplicasPath: .status.size, labelSelectorPath: .selector}}}`),
      'crd-columns /spec/versions/0/subresources/scale/labelSelectorPath'],
    ['replicas elsewhere', definition(`{name: v1, served: true, storage: true, ${SCHEMA}, subresources: {scale: {specReplicasPath: .size, statusReplicasPath: .status.size}}}`),
      'crd-columns /spec/versions/0/subresources/scale/specReplicasPath'],
  ]);
});

describe('schemas of custom resources', () => {
  const AT = 'crd-schema /spec/versions/0/schema/openAPIV3Schema';
  const SIZE = `${AT}/properties/size`;

  testRules([
    ['an object that is text', schema('type: string'), `${AT}/type`],
    ['an object that may be null', schema('type: object, nullable: true'), `${AT}/nullable`],
    ['a field of any type', field('x-kubernetes-preserve-unknown-fields: true')],
    ['a number or text', field('x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]')],
    ['a field without a type', field('description: a'), `${SIZE}/type`],
    ['a type that is none', field('type: int'), `${SIZE}/type`],
    ['a list of nothing', field('type: array'), `${SIZE}/items`],
    ['a list of schemas', field('type: array, items: [{type: string}]'), `${SIZE}/items`],
    ['items without a type', field('type: array, items: {}'), `${SIZE}/items/type`],
    ['a map of text', field('type: object, additionalProperties: {type: string}')],
    ['a map of anything', field('type: object, additionalProperties: {}'), `${SIZE}/additionalProperties/type`],
    ['fields and a map', field('type: object, properties: {a: {type: string}}, additionalProperties: {type: string}'), `${SIZE}/additionalProperties`],
    ['fields and true', field('type: object, properties: {a: {type: string}}, additionalProperties: true')],
    ['unique items', field('type: array, items: {type: string}, uniqueItems: true'), `${SIZE}/uniqueItems`],
    ['a reference', field('type: object, $ref: "#/a"'), `${SIZE}/$ref`],
    ['empty definitions', field('type: object, definitions: {}')],
    ['a list that is a map', field('type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [a], items: {type: object, required: [a], properties: {a: {type: string}}}')],
    ['a list that is a map without keys', field('type: array, x-kubernetes-list-type: map, items: {type: object}'), `${SIZE}/x-kubernetes-list-map-keys`],
    ['keys that are no fields', field('type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [b], items: {type: object}'), `${SIZE}/x-kubernetes-list-map-keys/0`],
    ['keys of a set', field('type: array, x-kubernetes-list-type: set, x-kubernetes-list-map-keys: [b], items: {type: string}'), `${SIZE}/x-kubernetes-list-map-keys`],
    ['a list of another type', field('type: array, x-kubernetes-list-type: bag, items: {type: string}'), `${SIZE}/x-kubernetes-list-type`],
  ]);
});
