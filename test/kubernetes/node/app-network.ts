import { Chart, Testing } from 'cdk8s';
import { NETWORK_IMAGE, NetworkPod, listening } from './network-pod';
import { seenView, viewOf } from './network-view';
import { told } from './story';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { IApp } from '../../../src/constructs/options/app';
import { NetworkPeer } from '../../../src/constructs/options/network-peer';
import { StatefulApp } from '../../../src/constructs/stateful-app';
import { StatelessApp } from '../../../src/constructs/stateless-app';

const [SHOP, ABROAD] = ['shop', 'abroad'];
const CLIENT = { role: 'client' };
const BACKEND = { role: 'backend' };
const [HTTP, ADMIN, UNNAMED, SERVED] = [8080, 9000, 9999, 5432];
const DNS_NAME = 'kubernetes.default.svc.cluster.local';
const READY_SECONDS = 180;

/** Pods that are of no app. All have a port that no policy speaks of. */
const OTHERS = [
  { name: 'client', namespace: SHOP, labels: CLIENT },
  { name: 'neighbour', namespace: SHOP, labels: {} },
  { name: 'backend', namespace: SHOP, labels: BACKEND },
  { name: 'abroad', namespace: ABROAD, labels: CLIENT },
];

/** Who reaches whom, by name: `api` is open to clients of its namespace and connects to backends, `web` to clients of another one and to nobody. */
const ENTERS: Readonly<Record<string, string>> = { api: 'client', web: 'abroad' };
const LEAVES: Readonly<Record<string, readonly string[]>> = { api: ['backend'], web: [] };

function apps(): { readonly apps: readonly IApp[]; readonly manifests: object[] } {
  const chart = new Chart(Testing.app(), 'chart', { namespace: SHOP });
  const common = { image: NETWORK_IMAGE, command: listening(HTTP, ADMIN, UNNAMED), replicas: 2 };
  const api = new StatefulApp(chart, 'api', {
    ...common,
    ports: [{ name: 'http', port: HTTP }, { name: 'admin', port: ADMIN, allowFrom: [] }],
    allowFrom: [NetworkPeer.pods(CLIENT)],
    allowTo: [NetworkPeer.pods(BACKEND)],
  });
  const web = new StatelessApp(chart, 'web', {
    ...common, ports: [{ name: 'http', port: HTTP }], allowFrom: [NetworkPeer.pods(CLIENT, ABROAD)], allowTo: [],
  });
  return { apps: [api, web], manifests: Testing.synth(chart) };
}

/** A pod, and whose it is: an app's, or its own. */
interface Owned { readonly owner: string; readonly pod: NetworkPod }

async function startOthers(kubectl: Kubectl): Promise<Owned[]> {
  await kubectl.apply([SHOP, ABROAD].map(name => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })));
  const all = OTHERS.map(({ name, namespace, labels }) => ({ owner: name, labels, pod: new NetworkPod(kubectl, namespace, name, 'network', [SERVED]) }));
  await kubectl.apply(all.map(({ pod, labels }) => pod.manifest(labels)));
  return all;
}

async function podsOf(kubectl: Kubectl, { name, selectorLabels }: IApp): Promise<Owned[]> {
  const selector = Object.entries(selectorLabels).map(pair => pair.join('=')).join();
  const pods = await kubectl.run(['get', 'pods', '-n', SHOP, '-l', selector, '-o', 'jsonpath={.items[*].metadata.name}']);
  return pods.split(' ').map(pod => ({ owner: name, pod: new NetworkPod(kubectl, SHOP, pod, name, [HTTP, ADMIN, UNNAMED]) }));
}

/** What answers, by what the apps were told. */
function open(listener: Owned, asker: Owned): readonly number[] {
  if (listener.owner === asker.owner) { return listener.pod.ports; }
  if (LEAVES[asker.owner]?.includes(listener.owner) === false) { return []; }
  if (!(listener.owner in ENTERS)) { return listener.pod.ports; }
  return ENTERS[listener.owner] === asker.owner ? [HTTP] : [];
}

/** Policies of apps on a cluster that enforces them, as every pod sees the ports of every other. */
export function describeApps(cluster: Cluster): void {
  test('apps are open to whom they name, and connect to whom they name, to their own pods and to the DNS', () => told(cluster.kubectl, SHOP, async () => {
    const { kubectl } = cluster;
    const { apps: [api, web], manifests } = apps();
    const others = await startOthers(kubectl);
    await kubectl.apply(manifests);
    for (const workload of [`statefulset/${api.name}`, `deployment/${web.name}`]) {
      await kubectl.run(['rollout', 'status', '-n', SHOP, workload, `--timeout=${READY_SECONDS}s`]);
    }
    const own = [...await podsOf(kubectl, api), ...await podsOf(kubectl, web)];
    const [all, pods] = [[...others, ...own], [...others, ...own].map(({ pod }) => pod)];
    await Promise.all(pods.map(pod => pod.runs()));
    const owned = (pod: NetworkPod) => all.find(one => one.pod === pod)!;
    const expected = viewOf(pods, pods, (listener, asker) => open(owned(listener), owned(asker)));

    const seen = await seenView(pods, pods, expected);
    const names = await Promise.all(own.map(({ pod }) => pod.findsName(DNS_NAME)));

    expect(seen).toEqual(expected);
    expect(names).toEqual([true, true, true, true]);
  }));
}
