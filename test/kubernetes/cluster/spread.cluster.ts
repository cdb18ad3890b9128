import { Chart, Testing } from 'cdk8s';
import { TESTED_MINORS } from './minors';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject } from '../../../scripts/kubernetes/live-object';
import { simulatedNode } from '../../../scripts/kubernetes/simulated-nodes';
import { StatefulApp } from '../../../src/constructs/stateful-app';

/** The scheduler puts pods where their image is, unless something tells it not to. */
const IMAGE = 'example.com/database:1';
const ZONE = 'topology.kubernetes.io/zone';
const START_MS = 3_600_000;

/** The zone of each node. */
const LAYOUTS: Record<string, readonly (string | undefined)[]> = {
  'three nodes without a zone': [undefined, undefined, undefined],
  'two nodes without a zone': [undefined, undefined],
  'three nodes, each in a zone': ['a', 'b', 'c'],
  'two nodes in each of three zones': ['a', 'a', 'b', 'b', 'c', 'c'],
  'three nodes in each of two zones': ['a', 'a', 'a', 'b', 'b', 'b'],
  'one node in a zone, two in none': ['a', undefined, undefined],
};

describe.each(TESTED_MINORS)('The scheduler of Kubernetes %s', minor => {
  const cluster = new Cluster(`spread-${minor}-${process.pid}`);
  let kubectl: Kubectl;

  beforeAll(async () => {
    await cluster.up(minor);
    kubectl = cluster.kubectl;
  }, START_MS);
  afterAll(() => cluster.down());

  describe.each(Object.entries(LAYOUTS))('on %s', (_, zones) => {
    const nodes = zones.map((zone, index) => simulatedNode(`node-${index}`, zone, index === 0 ? [IMAGE] : []));

    beforeAll(async () => {
      await kubectl.run(['delete', 'nodes', '--all']);
      await kubectl.apply(nodes);
      await kubectl.run(['wait', '--for=condition=Ready', 'node', '--all', '--timeout=60s']);
    });

    test.each([3, 5])('spreads %i members over nodes and zones', async members => {
      const placed = await placedOn(kubectl, database(members));

      const zonesOfPods = placed.map(name => zones[Number(name.replace('node-', ''))]).filter(zone => zone !== undefined);
      expect(most(placed)).toBe(Math.ceil(members / nodes.length));
      expect(most(zonesOfPods)).toBeLessThanOrEqual(Math.ceil(members / new Set(zones).size));
    });
  });

  test('spreads no pods where a soft constraint names a label that nodes lack, as spread-ignores-nodes says', async () => {
    await kubectl.run(['delete', 'nodes', '--all']);
    await kubectl.apply([simulatedNode('node-0', undefined, [IMAGE]), simulatedNode('node-1'), simulatedNode('node-2')]);
    const set = database(3);
    const [overNodes] = set.spec.template.spec.topologySpreadConstraints;
    set.spec.template.spec.topologySpreadConstraints = [{ ...overNodes, topologyKey: ZONE }, overNodes];

    const placed = await placedOn(kubectl, set);

    expect(placed).toEqual(['node-0', 'node-0', 'node-0']);
  });
});

function database(replicas: number): LiveObject {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'default' });
  new StatefulApp(chart, 'database', { image: IMAGE, replicas });
  return Testing.synth(chart).find(({ kind }) => kind === 'StatefulSet');
}

/** The node of each pod of the set, which is deleted again. */
async function placedOn(kubectl: Kubectl, set: LiveObject): Promise<string[]> {
  const { metadata: { name }, spec: { replicas, template: { metadata: { labels } } } } = set;
  await kubectl.apply([{ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: 'default' } }, set]);
  await kubectl.run(['wait', `--for=jsonpath={.status.readyReplicas}=${replicas}`, `statefulset/${name}`, '--timeout=120s']);
  const selector = `app.kubernetes.io/name=${labels['app.kubernetes.io/name']}`;
  const { items } = JSON.parse(await kubectl.run(['get', 'pods', '-l', selector, '-o', 'json']));
  await kubectl.run(['delete', 'statefulset', name]);
  await kubectl.run(['delete', 'pods', '-l', selector, '--grace-period=0', '--force']);
  return items.map(({ spec }: LiveObject) => spec.nodeName).sort();
}

/** How many pods are where the most of them are. */
function most(places: readonly unknown[]): number {
  return Math.max(0, ...[...new Set(places)].map(place => places.filter(other => other === place).length));
}
