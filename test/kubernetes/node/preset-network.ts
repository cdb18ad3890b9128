import { NetworkPod } from './network-pod';
import { seenView, viewOf } from './network-view';
import { Listener, PresetPods, StandIn } from './preset-pods';
import { told } from './story';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { DatabaseNetworkPolicy } from '../../../src/constructs/databases/database-network-policy';
import { Actor, DATABASE_PORTS, PresetName } from '../../../src/constructs/databases/ports';
import { NetworkPeer } from '../../../src/constructs/options/network-peer';

const [DATA, MONITORING, ELSEWHERE] = ['data', 'monitoring', 'elsewhere'];
const CLIENT = { role: 'client' };
const OTHER_SERVER_PORT = 5432;
const DNS_NAME = 'kubernetes.default.svc.cluster.local';
const START_MS = 300_000;

type Who = Actor | 'neighbours' | 'outsiders';

/** Pods that are of no database. The outsider has the labels of a client. */
const OTHERS: ReadonlyArray<{ readonly who: Who; readonly namespace: string; readonly labels: Readonly<Record<string, string>> }> = [
  { who: 'clients', namespace: DATA, labels: CLIENT },
  { who: 'neighbours', namespace: DATA, labels: { role: 'neighbour' } },
  { who: 'scrapers', namespace: MONITORING, labels: {} },
  { who: 'outsiders', namespace: ELSEWHERE, labels: CLIENT },
];

/** What is said of who may connect, and what comes of it. */
interface Access {
  readonly title: string;
  readonly networkPolicy?: DatabaseNetworkPolicy;
  /** Whose ports somebody reaches; undefined if there are no policies. */
  readonly as?: (who: Who) => readonly string[];
  /** Members and exporters connect to their database alone. */
  readonly staysInside?: boolean;
}

/** One after the other, on the same pods. */
const ACCESSES: readonly Access[] = [{
  title: 'without policies everybody reaches each port of everybody',
  networkPolicy: DatabaseNetworkPolicy.none(),
}, {
  title: 'each port is open to those who are named as the table says, and to nobody else; and nothing outside is open to members and exporters',
  networkPolicy: DatabaseNetworkPolicy.restricted({
    allowFrom: [NetworkPeer.pods(CLIENT)], metricsFrom: [NetworkPeer.namespace(MONITORING)], allowTo: [],
  }),
  as: who => [who],
  staysInside: true,
}, {
  title: 'without a word the namespace has the ports for clients, and nobody has the metrics',
  as: who => ['scrapers', 'outsiders'].includes(who) ? [] : [who, 'clients'],
}];

/** Somebody who asks: of a database or not. */
interface Asker {
  readonly who: Who;
  readonly pod: NetworkPod;
  readonly preset?: PresetPods;
}

/** Policies of every preset on a cluster that enforces them, as every pod sees the ports of every other. */
export function describePresets(cluster: Cluster): void {
  describe('of databases', () => {
    let presets: readonly PresetPods[];
    let askers: readonly Asker[];
    let listeners: ReadonlyMap<NetworkPod, { readonly preset: PresetPods; readonly who: Listener }>;
    let otherServer: NetworkPod;

    beforeAll(() => told(cluster.kubectl, DATA, async () => {
      const { kubectl } = cluster;
      await kubectl.apply([DATA, MONITORING, ELSEWHERE].map(name => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })));
      presets = (Object.keys(DATABASE_PORTS) as PresetName[]).map(preset => new PresetPods(kubectl, DATA, preset));
      const others = OTHERS.map(({ who, namespace, labels }): StandIn<Who> => {
        const pod = new NetworkPod(kubectl, namespace, who, 'network');
        return { who, pod, manifest: pod.manifest(labels) };
      });
      otherServer = new NetworkPod(kubectl, ELSEWHERE, 'server', 'network', [OTHER_SERVER_PORT]);
      askers = [...others, ...presets.flatMap(preset => preset.askers.map(asker => ({ ...asker, preset })))];
      listeners = new Map(presets.flatMap(preset => preset.listeners.map(({ who, pod }) => [pod, { preset, who }] as const)));
      const standIns = [...others, ...presets.flatMap(preset => [...preset.askers, ...preset.listeners])];
      await kubectl.apply([otherServer.manifest({}), ...standIns.map(({ manifest }) => manifest)]);
      await Promise.all([otherServer, ...standIns.map(({ pod }) => pod)].map(pod => pod.runs()));
    }), START_MS);

    test.each(ACCESSES)('$title', ({ networkPolicy, as, staysInside }) => told(cluster.kubectl, DATA, async () => {
      const policies = presets.flatMap(preset => preset.policies(networkPolicy));
      const asked = [...listeners.keys(), otherServer];
      const open = (pod: NetworkPod, askerPod: NetworkPod): readonly number[] => {
        const { who, preset } = askers.find(asker => asker.pod === askerPod)!;
        const listener = listeners.get(pod);
        if (!listener) { return staysInside && ['members', 'exporters'].includes(who) ? [] : pod.ports; }
        // To another database it is like any pod of the namespace.
        return as ? listener.preset.open(listener.who, as(preset && preset !== listener.preset ? 'neighbours' : who)) : pod.ports;
      };
      const expected = viewOf(asked, askers.map(({ pod }) => pod), open);

      if (policies.length > 0) { await cluster.kubectl.apply(policies); }

      const seen = await seenView(asked, askers.map(({ pod }) => pod), expected);
      const names = await Promise.all(askers.filter(({ who }) => who === 'members').map(({ pod }) => pod.findsName(DNS_NAME)));

      expect(seen).toEqual(expected);
      expect(names).toEqual(presets.map(() => true));
    }));
  });
}
