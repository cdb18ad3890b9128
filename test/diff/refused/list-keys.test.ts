import { Manifest } from '../../../src/kubernetes/manifest';
import { object, podTemplate, refusals, statefulSet } from '../support';

const withEnv = (...names: string[]) => statefulSet({ template: podTemplate({ env: names.map((name, index) => ({ name, value: String(index) })) }) });
const withPorts = (...ports: object[]) => statefulSet({ template: podTemplate({ ports }) });
const withPod = (spec: object) => statefulSet({ template: podTemplate({}, spec as Record<string, unknown>) });
const account = (...secrets: object[]) => object('v1', 'ServiceAccount', { secrets });
const finalized = (...finalizers: string[]) => ({ ...object('v1', 'ConfigMap', {}), metadata: { name: 'it', namespace: 'data', finalizers } });

const slice = (...addresses: string[]) => object('discovery.k8s.io/v1', 'EndpointSlice', { addressType: 'IPv4', endpoints: [{ addresses }] });

const TWICE: readonly [name: string, before: Manifest, after: Manifest, path: string][] = [
  ['a variable', withEnv('A'), withEnv('A', 'B', 'A'), '/spec/template/spec/containers/0/env/2'],
  ['a port', withPorts(), withPorts({ containerPort: 80, name: 'a' }, { containerPort: 80, protocol: 'TCP', name: 'b' }), '/spec/template/spec/containers/0/ports/1'],
  ['a pull secret', withPod({}), withPod({ imagePullSecrets: [{ name: 'a' }, { name: 'a' }] }), '/spec/template/spec/imagePullSecrets/1'],
  ['a host alias', withPod({}), withPod({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }, { ip: '10.0.0.1', hostnames: ['b'] }] }), '/spec/template/spec/hostAliases/1'],
  ['a secret of an account', account(), account({ name: 'a' }, { name: 'a' }), '/secrets/1'],
  ['an address in an item of a list that is replaced as a whole', slice('10.0.0.1'), slice('10.0.0.2', '10.0.0.2'), '/endpoints/0/addresses/1'],
  ['a finalizer', finalized(), finalized('a.b/c', 'a.b/c'), '/metadata/finalizers/1'],
];

const ONCE: readonly [name: string, before: Manifest, after: Manifest][] = [
  ['variables of other names', withEnv('A'), withEnv('B', 'A')],
  ['a port with two protocols', withPorts(), withPorts({ containerPort: 53, name: 'a' }, { containerPort: 53, protocol: 'UDP', name: 'b' })],
  ['two addresses', slice('10.0.0.1'), slice('10.0.0.2', '10.0.0.1')],
  ['two equal tolerations, a list that is replaced as a whole', withPod({}), withPod({ tolerations: [{ operator: 'Exists' }, { operator: 'Exists' }] })],
];

describe('lists that server-side apply merges item by item', () => {
  test.each(TWICE)('%s twice is refused', (_, before, after, path) => {
    expect(refusals(before, after)).toContainEqual(['list-keys', path]);
  });

  test.each(ONCE)('%s is taken', (_, before, after) => {
    expect(refusals(before, after)).toEqual([]);
  });

  test('an item without its key, and one that is null, are refused', () => {
    expect(refusals(account(), account({}))).toContainEqual(['list-keys', '/secrets/0']);
    expect(refusals(withPod({}), withPod({ volumes: [null] }))).toContainEqual(['list-keys', '/spec/template/spec/volumes/0']);
    expect(refusals(slice('10.0.0.1'), slice('10.0.0.1', null as never))).toContainEqual(['list-keys', '/endpoints/0/addresses/1']);
  });

  test('the name of a Secret to pull with is an empty one by default since 1.30', () => {
    const [nameless, twice] = [[{}], [{}, {}]].map(imagePullSecrets => withPod({ imagePullSecrets }));

    expect(refusals(withPod({}), nameless, [], '1.29')).toContainEqual(['list-keys', '/spec/template/spec/imagePullSecrets/0']);
    expect(refusals(withPod({}), nameless, [], '1.30')).toEqual([]);
    expect(refusals(withPod({}), twice, [], '1.30')).toContainEqual(['list-keys', '/spec/template/spec/imagePullSecrets/1']);
  });

  test('one of several keys is enough', () => {
    const claim = (fields: object) => object('resource.k8s.io/v1', 'ResourceClaim', { spec: { devices: { requests: [{ name: 'a', exactly: { deviceClassName: 'b' } }] } }, ...fields });

    const found = refusals(claim({}), claim({ status: { devices: [{ driver: 'a.b', device: 'c', pool: 'd' }] } }));

    expect(found).toEqual([]);
  });

  test('an item without a required key has an empty one: the second of them is refused', () => {
    const spreads = (...items: object[]) => withPod({ topologySpreadConstraints: items });
    const nameless = { maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' };

    expect(refusals(spreads(), spreads(nameless), [], '1.33')).toEqual([]);
    expect(refusals(spreads(), spreads(nameless, nameless), [], '1.33')).toContainEqual(['list-keys', '/spec/template/spec/topologySpreadConstraints/1']);
  });

  test('what the old manifest has twice as well was taken once, and is no news', () => {
    const after = withEnv('A', 'A', 'B');

    expect(refusals(withEnv('A', 'A'), after)).toEqual([]);
  });
});
