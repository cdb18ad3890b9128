import { TESTED_MINORS } from './minors';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { checkManifests } from '../../../src/checks/run';
import { Manifest } from '../../../src/kubernetes/manifest';

const START_MS = 3_600_000;

const text = { type: 'string' };
const number = { type: 'integer' };
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });

/** A field for each thing that a schema can say. */
const FIELDS = {
  size: { type: 'integer', minimum: 1, maximum: 9 },
  above: { type: 'number', minimum: 0, exclusiveMinimum: true },
  multiple: { type: 'number', multipleOf: 0.5 },
  mode: { type: 'string', enum: ['a', 'b'], default: 'a' },
  name: { type: 'string', minLength: 2, maxLength: 3, pattern: '^[a-z]+$' },
  maybe: { type: 'string', nullable: true },
  filled: { type: 'string', default: 'x' },
  date: { type: 'string', format: 'date-time' },
  address: { type: 'string', format: 'ipv4' },
  encoded: { type: 'string', format: 'byte' },
  either: { 'x-kubernetes-int-or-string': true },
  labels: { type: 'object', additionalProperties: text, maxProperties: 2 },
  closed: { type: 'object' },
  free: { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true, 'properties': { known: number } },
  words: { 'type': 'array', 'items': text, 'maxItems': 3, 'x-kubernetes-list-type': 'set' },
  ports: {
    'type': 'array',
    'items': object({ name: text, port: { type: 'integer', default: 80 }, protocol: text }, { required: ['name'] }),
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['name'],
  },
  embedded: { 'type': 'object', 'x-kubernetes-embedded-resource': true, 'x-kubernetes-preserve-unknown-fields': true },
  one: object({ a: text, b: text }, { oneOf: [{ required: ['a'] }, { required: ['b'] }] }),
  any: { type: 'integer', anyOf: [{ maximum: 2 }, { minimum: 8 }] },
  not: { type: 'string', not: { enum: ['x'] } },
  all: object({ n: number }, { allOf: [{ properties: { n: { maximum: 5 } } }] }),
  ruled: {
    ...object({ 'least': number, 'most': number, 'if': text, 'a-b': text, 'list': { type: 'array', maxItems: 9, items: number } }),
    'x-kubernetes-validations': [
      { rule: '!has(self.least) || !has(self.most) || self.least <= self.most', message: 'least is at most most' },
      { rule: "!has(self.__if__) || self.__if__ != 'x'" },
      { rule: "!has(self.a__dash__b) || self.a__dash__b.startsWith('a')" },
      { rule: '!has(self.list) || (self.list.all(n, n > 0) && self.list.isSorted())' },
    ],
  },
};

const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Widget', listKind: 'WidgetList', plural: 'widgets', singular: 'widget' },
    versions: [
      { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: object({ spec: object(FIELDS, { required: ['size'] }) }) } },
      { name: 'v1beta1', served: false, storage: false, schema: { openAPIV3Schema: object({}) } },
    ],
  },
};

const SPECS: readonly object[] = [
  { size: 3 }, {}, { size: 0 }, { size: 10 }, { size: 1.5 }, { size: 2.0 }, { size: '3' }, { size: null }, { sise: 3, size: 3 },
  { above: 0 }, { above: 0.1 }, { multiple: 1.5 }, { multiple: 1.2 }, { mode: 'c' }, { mode: null }, { mode: '' },
  { name: 'a' }, { name: 'ab' }, { name: 'abcd' }, { name: 'AB' }, { maybe: null }, { filled: null }, { name: null },
  { date: '2026-01-31T12:00:00Z' }, { date: '2026-01-31' }, { date: 'x' }, { address: '10.0.0.1' }, { address: 'fd00::1' }, { address: '10.0.0' },
  { encoded: 'dGV4dA==' }, { encoded: '?' }, { either: 1 }, { either: '1' }, { either: 1.5 }, { either: true }, { either: [] },
  { labels: { a: 'x' } }, { labels: { a: 1 } }, { labels: { a: 'x', b: 'y', c: 'z' } }, { labels: { a: null } }, { labels: [] }, { closed: {} }, { closed: { a: 1 } },
  { free: { x: { y: 1 } } }, { free: { known: 'x' } }, { words: ['a', 'b'] }, { words: ['a', 'a'] }, { words: ['a', 'b', 'c', 'd'] }, { words: [1] }, { words: [null] }, { words: 'a' },
  { ports: [{ name: 'a' }, { name: 'b' }] }, { ports: [{ name: 'a' }, { name: 'a' }] }, { ports: [{}] }, { ports: [{ name: 'a', prot: 'x' }] }, { ports: [{ name: 'a', port: null }] },
  { embedded: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: {} } }, { embedded: { kind: 'Pod' } }, { embedded: { apiVersion: 'v1', kind: '' } },
  { embedded: { apiVersion: 'v1', kind: 'Pod', metadata: { labels: { a: 1 } } } },
  { one: { a: 'x' } }, { one: {} }, { one: { a: 'x', b: 'y' } }, { any: 5 }, { any: 1 }, { not: 'x' }, { not: 'y' }, { all: { n: 6 } }, { all: { n: 5 } },
  { ruled: { least: 1, most: 2 } }, { ruled: { least: 3, most: 2 } }, { ruled: { if: 'x' } }, { ruled: { if: 'y' } }, { ruled: { 'a-b': 'b' } }, { ruled: { 'a-b': 'a' } },
  { ruled: { list: [1, 2] } }, { ruled: { list: [2, 1] } }, { ruled: { list: [0] } },
];

const widget = (spec: object, more: object = {}): Manifest =>
  ({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a', namespace: 'default' }, spec, ...more });

const OBJECTS: readonly Manifest[] = [
  ...SPECS.map(spec => widget('size' in spec || Object.keys(spec).length === 0 ? spec : { size: 3, ...spec })),
  widget({ size: 3 }, { apiVersion: 'example.com/v1beta1' }),
  widget({ size: 3 }, { other: 1 }),
  widget({ size: 3 }, { spec: undefined }),
  widget({ size: 3 }, { metadata: { name: 'A', namespace: 'default' } }),
];

describe.each(TESTED_MINORS)('Custom resources on Kubernetes %s', minor => {
  const cluster = new Cluster(`test-custom-${minor}-${process.pid}`);
  let kubectl: Kubectl;

  beforeAll(async () => {
    await cluster.up(minor);
    kubectl = cluster.kubectl;
    await kubectl.apply([definition]);
    await kubectl.run(['wait', '--for=condition=Established', 'crd/widgets.example.com', '--timeout=60s']);
    // The list of kinds, which kubectl reads, is written later.
    await waitUntil('kubectl knows the kind', 60, async () => (await kubectl.ask(['get', 'widgets'])).code === 0);
  }, START_MS);
  afterAll(() => cluster.down());

  test('the checker refuses what the server refuses, and nothing else', async () => {
    const different: string[] = [];
    let refused = 0;
    for (const json of OBJECTS.map(made => JSON.stringify(made))) {
      const { code, stderr } = await kubectl.ask(['create', '--dry-run=server', '--validate=strict', '-f', '-'], json);
      const errors = checkManifests([JSON.parse(json)], { scope: 'object', definitions: [definition] }).filter(({ severity }) => severity === 'error');
      if (code !== 0) { refused += 1; }
      if ((code !== 0) !== errors.length > 0) { different.push(`${json}\nserver: ${stderr}\nwe: ${errors.map(({ message }) => message).join('; ')}`); }
    }

    expect(different).toEqual([]);
    expect(refused).toBeGreaterThan(30);
  });
});
