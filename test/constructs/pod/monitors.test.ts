import { Duration } from 'cdk8s';
import { ClientService, StatefulApp, StatefulAppProps, StatelessApp } from '../../../src';
import { checkManifests } from '../../../src/checks/run';
import { newChart, only, refusals, synth } from '../../support/synth';

const IMAGE = 'a:1';
const PORTS = [{ name: 'http', port: 8080 }, { name: 'metrics', port: 9090 }];
const LABELS = { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/instance': 'db' };

test('a ServiceMonitor selects one Service of an app that has two', () => {
  const chart = newChart();

  new StatefulApp(chart, 'db', { image: IMAGE, ports: PORTS, clientService: ClientService.clusterIp(), serviceMonitor: {} });

  const { selector, endpoints } = only(chart, 'ServiceMonitor').spec;
  const selected = synth(chart).filter(({ kind, metadata }) => kind === 'Service'
    && Object.entries(selector.matchLabels).every(([label, value]) => metadata?.labels?.[label] === value));
  expect(selected.map(({ spec }) => spec.clusterIP)).toEqual(['None']);
  expect(endpoints).toEqual([{ port: 'metrics' }]);
});

test('that of a StatelessApp selects its client Service', () => {
  const chart = newChart();

  new StatelessApp(chart, 'web', { image: IMAGE, ports: [{ name: 'http', port: 8080 }], serviceMonitor: {} });

  const { selector, endpoints } = only(chart, 'ServiceMonitor').spec;
  expect(only(chart, 'Service').metadata?.labels).toMatchObject(selector.matchLabels);
  expect(endpoints).toEqual([{ port: 'http' }]);
});

test('says how and when it reads, and has labels by which a Prometheus finds it', () => {
  const chart = newChart();

  new StatefulApp(chart, 'db', {
    image: IMAGE, ports: PORTS, serviceMonitor: { port: 'http', path: '/stats', interval: Duration.minutes(1), labels: { release: 'prometheus' } },
  });

  expect(only(chart, 'ServiceMonitor')).toMatchObject({
    apiVersion: 'monitoring.coreos.com/v1',
    metadata: { name: 'db', namespace: 'web', labels: { ...LABELS, release: 'prometheus' } },
    spec: { endpoints: [{ port: 'http', path: '/stats', interval: '60s' }] },
  });
});

test('a PodMonitor reads the port of a sidecar', () => {
  const chart = newChart();

  new StatefulApp(chart, 'db', {
    image: IMAGE, ports: [{ name: 'sql', port: 3306 }], sidecars: [{ name: 'exporter', image: 'b:1', ports: [{ name: 'metrics', containerPort: 9104 }] }], podMonitor: {},
  });

  expect(only(chart, 'PodMonitor').spec).toEqual({ selector: { matchLabels: LABELS }, podMetricsEndpoints: [{ port: 'metrics' }] });
});

test('the checks find the port behind either', () => {
  const chart = newChart();
  new StatefulApp(chart, 'db', { image: IMAGE, ports: PORTS, serviceMonitor: {} });
  new StatelessApp(chart, 'web', { image: IMAGE, ports: PORTS, podMonitor: { port: 'http' } });

  const findings = checkManifests(synth(chart));

  expect(findings.filter(({ object }) => object.kind?.endsWith('Monitor')).map(({ rule }) => rule)).toEqual(['kind-not-checked', 'kind-not-checked']);
});

test.each<[string, Partial<StatefulAppProps>, string]>([
  ['without ports', { serviceMonitor: {} }, "'serviceMonitor' needs a port, and none is called 'metrics'; write 'ports: [{ name: \"metrics\", port: 9090 }]'"],
  ['with two ports to choose from', { ports: [{ name: 'a', port: 1 }, { name: 'b', port: 2 }], podMonitor: {} }, "'podMonitor' needs a port, and none is called 'metrics'; write 'port' as one of 'a', 'b'"],
  ['with a port that is not there', { ports: PORTS, serviceMonitor: { port: 'web' } }, "'serviceMonitor' reads the port 'web', and there is no such port; write 'port' as one of 'http', 'metrics'"],
  ['with two monitors of one port', { ports: PORTS, serviceMonitor: {}, podMonitor: { port: 'metrics' } }, 'every sample is stored twice'],
  ['with an interval of nothing', { ports: PORTS, serviceMonitor: { interval: Duration.seconds(0) } }, "'serviceMonitor.interval' must be"],
  ['with a relative path', { ports: PORTS, serviceMonitor: { path: 'stats' } }, "'serviceMonitor.path' must be an absolute path"],
])('a monitor %s is refused', (_, props, message) => {
  const chart = newChart();

  new StatefulApp(chart, 'db', { image: IMAGE, ...props });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});
