import { NamedPort, NetworkPeer, StatefulApp, StatefulAppProps } from '../../../src';
import { Endpoint, mayConnect } from '../../support/network-policies';
import { newChart, refusals, synth } from '../../support/synth';

const HTTP: NamedPort = { name: 'http', port: 8080 };
const shop = NetworkPeer.namespace('shop');
const metrics = (allowFrom?: NetworkPeer[]): NamedPort => ({ name: 'metrics', port: 9121, allowFrom });

/** Who may connect, by the ports: `own` are the pods of the app, `everybody` is a rule without peers. */
function rulesOf(props: Partial<StatefulAppProps>): [who: string, ports: number[] | undefined][] | undefined {
  const chart = newChart();
  new StatefulApp(chart, 'app', { image: 'a:1', ...props });
  const policy = synth(chart).find(({ kind }) => kind === 'NetworkPolicy');
  return policy?.spec.ingress.map(({ from, ports }: any) => [
    from ? from.map((peer: any) => peer.namespaceSelector?.matchLabels['kubernetes.io/metadata.name'] ?? 'own').join() : 'everybody', ports?.map(({ port }: any) => port),
  ]);
}

test('there is no policy where nobody says who may connect', () => {
  expect(rulesOf({ ports: [HTTP, metrics()] })).toBeUndefined();
});

test('a port may have peers of its own', () => {
  const ports = [HTTP, metrics([NetworkPeer.namespace('monitoring')])];

  expect(rulesOf({ ports, allowFrom: [shop] })).toEqual([['own', undefined], ['shop', [8080]], ['monitoring', [9121]]]);
});

test('other ports stay open to everybody if the app says nothing of them', () => {
  expect(rulesOf({ ports: [HTTP, metrics([])] })).toEqual([['own', undefined], ['everybody', [8080]]]);
});

test('one that is closed is open to the pods of the app alone', () => {
  expect(rulesOf({ ports: [metrics([])], allowFrom: [shop] })).toEqual([['own', undefined]]);
});

test('peers of a port that are none are refused', () => {
  const chart = newChart();

  new StatefulApp(chart, 'app', { image: 'a:1', ports: [metrics([NetworkPeer.ipBlock('10.0.0.0/8', ['11.0.0.0/8'])])] });

  expect(refusals(chart)).toEqual([expect.stringContaining("'except' must be a part of 10.0.0.0/8")]);
});

test('an app that says where it may connect to reaches its own pods, the DNS and those, and nobody else', () => {
  const chart = newChart();
  new StatefulApp(chart, 'app', { image: 'a:1', allowTo: [shop, NetworkPeer.ipBlock('10.0.0.0/8')] });
  const manifests = synth(chart);
  const own = { namespace: 'web', labels: { 'app.kubernetes.io/name': 'app', 'app.kubernetes.io/instance': 'app' } };

  const may = (to: Endpoint, port: number, protocol?: string) => mayConnect(manifests, own, to, port, protocol);

  expect([may({ namespace: 'shop' }, 80), may(own, 80), may({ namespace: 'kube-system' }, 53, 'UDP'), may({ address: '10.1.1.1' }, 443)]).toEqual([true, true, true, true]);
  expect([may({ namespace: 'kube-system' }, 80), may({ address: '192.0.2.1' }, 443)]).toEqual([false, false]);
  expect(mayConnect(manifests, { namespace: 'shop' }, own, 80)).toBe(true);
});

test('an app may be sent nowhere, and be closed at the same time', () => {
  const chart = newChart();
  new StatefulApp(chart, 'app', { image: 'a:1', ports: [HTTP], allowFrom: [], allowTo: [] });

  const policy = synth(chart).find(({ kind }) => kind === 'NetworkPolicy')!;

  expect(policy.spec.policyTypes).toEqual(['Ingress', 'Egress']);
  expect(policy.spec.egress).toHaveLength(2);
});

test('where an app may connect to is checked as well', () => {
  const chart = newChart();

  new StatefulApp(chart, 'app', { image: 'a:1', allowTo: [NetworkPeer.ipBlock('10.0.0.0')] });

  expect(refusals(chart)).toEqual([expect.stringContaining("'allowTo': 'ipBlock.cidr' must be")]);
});
