import { ApiObject, App, Chart, JsonPatch, Lazy, ResolutionContext } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { PlainObject } from '../../src/cdk8s/plain-object';
import { json } from '../support/json';

/** What an object of the class renders, after `change` was done to it. */
function rendered(ObjectClass: typeof ApiObject, manifest: any, change: (object: ApiObject) => void = () => {}, app = new App({ outdir: 'unused' })): any {
  const chart = new Chart(app as Construct, 'chart', { namespace: 'web', labels: { team: 'a' } });
  const object = new ObjectClass(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap', ...manifest });
  change(object);
  return object.toJson();
}

const text = (value: unknown) => JSON.stringify(value, (_key, field) => field === undefined ? '<undefined>' : field);

test('renders what ApiObject renders, keys in the same order', () => {
  const metadata = fc.record({
    name: fc.constantFrom('a', undefined), namespace: fc.constant('b'), labels: fc.constantFrom<any>({ b: '1', a: '2' }, {}, { a: undefined }),
  }, { requiredKeys: [] });
  const moreMetadata = fc.record({ labels: fc.constant({ b: '1' }), annotations: fc.constant({}), extra: json }, { requiredKeys: [] });
  const manifest = fc.record({
    metadata: fc.oneof(metadata, moreMetadata),
    spec: json,
    data: json,
    items: fc.array(fc.option(json, { nil: undefined })),
    none: fc.constant(undefined),
  }, { requiredKeys: [] });

  fc.assert(fc.property(manifest, fields => {
    expect(text(rendered(PlainObject, fields))).toBe(text(rendered(ApiObject, fields)));
  }), { numRuns: 1000 });
});

test.each([[{}], [{ a: undefined as any }], [undefined]])('labels %j of an object that has no others are left out', labels => {
  const [plain, usual] = [PlainObject, ApiObject].map(ObjectClass =>
    new ObjectClass(new Chart(new App({ outdir: 'unused' }), 'chart'), 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { labels } }).toJson());

  expect(plain).toEqual(usual);
  expect(plain.metadata).not.toHaveProperty('labels');
});

test('does not give its own data away', () => {
  const spec = { list: [{ a: 1 }] };

  rendered(PlainObject, { spec }).spec.list[0].a = 2;

  expect(spec).toEqual({ list: [{ a: 1 }] });
});

test.each<[string, any, (object: ApiObject) => void]>([
  ['patches', { spec: { b: 1 } }, object => object.addJsonPatch(JsonPatch.add('/spec/a', 2))],
  ['later labels', {}, object => object.metadata.addLabel('later', 'yes')],
  ['later annotations', {}, object => object.metadata.addAnnotation('later', 'yes')],
  ['later finalizers', {}, object => object.metadata.addFinalizers('a', 'b')],
  ['later owners', {}, object => object.metadata.addOwnerReference({ apiVersion: 'v1', kind: 'Pod', name: 'a', uid: '1' })],
  ['later fields', {}, object => object.metadata.add('later', { a: 1 })],
  ['lazy labels', { metadata: { labels: { a: Lazy.any({ produce: () => 'b' }) } } }, () => {}],
  ['lazy values', { spec: { b: Lazy.any({ produce: () => ({ c: 1 }) }), a: 1 } }, () => {}],
  ['tokens', { spec: [{ resolve: () => 'token' }] }, () => {}],
  ['unions', { spec: { port: new (class IntOrString { public constructor(public readonly value: number) {} })(80) } }, () => {}],
])('renders %s as ApiObject does', (_name, manifest, change) => {
  expect(text(rendered(PlainObject, manifest, change))).toBe(text(rendered(ApiObject, manifest, change)));
});

test('resolvers of the app see its values', () => {
  const resolvers = [{ resolve: (context: ResolutionContext) => { if (context.value === 'secret') { context.replaceValue('public'); } } }];

  expect(rendered(PlainObject, { spec: { a: 'secret' } }, undefined, new App({ resolvers })).spec).toEqual({ a: 'public' });
});

test('keys stay as they are where sorting is switched off', () => {
  process.env.CDK8S_DISABLE_SORT = 'true';
  try {
    expect(Object.keys(rendered(PlainObject, { spec: { b: 1, a: 2 } }).spec)).toEqual(['b', 'a']);
  } finally {
    delete process.env.CDK8S_DISABLE_SORT;
  }
});

test('what cannot be rendered is refused as ApiObject refuses it', () => {
  expect(() => rendered(PlainObject, { spec: new Date() })).toThrow('can\'t render non-simple object of type \'Date\'');
});
