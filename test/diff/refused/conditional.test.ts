import { Manifest } from '../../../src/kubernetes/manifest';
import { object, refusals } from '../support';

type Fields = Record<string, any>;

const ofCluster = (apiVersion: string, kind: string, fields: Fields, name = 'it'): Manifest => ({ apiVersion, kind, metadata: { name }, ...fields });
const quota = (...scopes: string[]) => object('v1', 'ResourceQuota', { spec: { hard: { pods: '1' }, ...scopes.length > 0 && { scopes } } });
const node = (spec: Fields = {}) => ofCluster('v1', 'Node', { spec });
const storageClass = (fields: Fields = {}) => ofCluster('storage.k8s.io/v1', 'StorageClass', { provisioner: 'a.b/c', ...fields });
const drivers = (...list: object[]) => ofCluster('storage.k8s.io/v1', 'CSINode', { spec: { drivers: list } });
const pod = (annotations: Fields = {}) => ({ ...object('v1', 'Pod', { spec: { containers: [{ name: 'a', image: 'a:1' }] } }), metadata: { name: 'it', namespace: 'data', annotations } });
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/a';

/** A definition with these versions; the one in capitals is the storage version. */
function definition(versions: readonly string[], status?: Fields): Manifest {
  const schema = { openAPIV3Schema: { type: 'object' } };
  return ofCluster('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {
    spec: {
      group: 'a.b',
      scope: 'Namespaced',
      names: { plural: 'its', singular: 'it', kind: 'It', listKind: 'ItList' },
      versions: versions.map(name => ({ name: name.toLowerCase(), served: true, storage: name !== name.toLowerCase(), schema })),
    },
    ...status && { status },
  }, 'its.a.b');
}

const REFUSED: readonly [name: string, rule: string, before: Manifest, after: Manifest][] = [
  ['other scopes of a quota', 'quota-scopes', quota('BestEffort'), quota('NotBestEffort')],
  ['another machine of a node', 'node-spec', node({ providerID: 'a://b' }), node({ providerID: 'a://c' })],
  ['other addresses of a node', 'node-spec', node({ podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24'] }), node({ podCIDR: '10.0.1.0/24', podCIDRs: ['10.0.1.0/24'] })],
  ['another id of a driver on a node', 'csi-node-driver', drivers({ name: 'a', nodeID: 'x' }), drivers({ name: 'a', nodeID: 'y' })],
  ['the stored version gone', 'stored-version', definition(['V1']), definition(['V2'])],
  ['a version gone that the status still names', 'stored-version', definition(['v1', 'V2'], { storedVersions: ['v1', 'v2'] }), definition(['V2'])],
  ['an AppArmor profile of a Pod', 'pod-annotations', pod(), pod({ [APP_ARMOR]: 'runtime/default' })],
];

const ACCEPTED: readonly [name: string, before: Manifest, after: Manifest][] = [
  ['the scopes of a quota in another order', quota('BestEffort', 'NotTerminating'), quota('NotTerminating', 'BestEffort')],
  ['parameters written as null', storageClass(), storageClass({ parameters: null })],
  ['a first spec of a node', { ...node(), spec: undefined } as Manifest, node({ unschedulable: true })],
  ['the first machine and address of a node, and a taint', node(), node({ providerID: 'a://b', podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24'], taints: [{ key: 'a', effect: 'NoSchedule' }], unschedulable: true })],
  ['another driver on a node', drivers({ name: 'a', nodeID: 'x' }), drivers({ name: 'a', nodeID: 'x' }, { name: 'b', nodeID: 'y' })],
  ['another storage version while the old one stays', definition(['V1']), definition(['v1', 'V2'])],
  ['a version gone that nothing was stored in', definition(['V1', 'v2']), definition(['V1'])],
  ['any other annotation of a Pod', pod(), pod({ a: 'b' })],
];

const ranges = (...cidrs: string[]) => ofCluster('networking.k8s.io/v1', 'ServiceCIDR', { spec: { cidrs } });
const count = (allocatable: number) => drivers({ name: 'a', nodeID: 'x', allocatable: { count: allocatable } });

/** What the server takes from a version on, and refuses before. */
const FREE_SINCE: readonly [name: string, since: string, before: string, from: Manifest, to: Manifest][] = [
  ['a range of the other IP family', '1.33', '1.32', ranges('10.96.0.0/16'), ranges('10.96.0.0/16', 'fd00::/108')],
  ['how many volumes a driver attaches', '1.35', '1.34', count(5), count(6)],
  ['empty parameters of a class', '1.36', '1.35', storageClass(), storageClass({ parameters: {} })],
];

test.each(FREE_SINCE)('%s is free from %s on', (_, since, before, from, to) => {
  expect(refusals(from, to, [], since)).toEqual([]);
  expect(refusals(from, to, [], before)).toHaveLength(1);
});

test('the first range for Services stays', () => {
  expect(refusals(ranges('10.96.0.0/16'), ranges('10.97.0.0/16'), [], '1.36')).toEqual([['service-cidr', '/spec/cidrs']]);
});

describe('what may change in one way and not in another', () => {
  test.each(REFUSED)('%s is refused', (_, rule, before, after) => {
    expect(refusals(before, after).map(([id]) => id)).toContain(rule);
  });

  test.each(ACCEPTED)('%s is taken', (_, before, after) => {
    expect(refusals(before, after)).toEqual([]);
  });
});
