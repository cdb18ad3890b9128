import { App, Chart } from 'cdk8s';
import { Checks, Cluster, HeadlessService, MongoReplicaSet, RedisReplication, StatefulApp } from '../../src';
import { refusals, synth } from '../support/synth';

const IMAGE = 'a:1';

function chartOf(...domains: (string | undefined)[]): Chart {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  domains.forEach((domain, index) => Checks.of(chart).cluster(new Cluster(`c${index}`, { domain })).exists('Namespace', 'shop'));
  return chart;
}

test.each<[string | undefined, string]>([[undefined, 'cluster.local'], ['example.org', 'example.org']])('names end in the domain of the cluster, %s', (domain, expected) => {
  const chart = chartOf(domain);

  const app = new StatefulApp(chart, 'db', { image: IMAGE });
  const service = new HeadlessService(chart, 'more', { selector: app.selectorLabels });

  expect([app.dnsName, app.podDnsName(0), service.dnsName, service.podDnsName('db-0')]).toEqual([
    `db.shop.svc.${expected}`, `db-0.db.shop.svc.${expected}`, `more.shop.svc.${expected}`, `db-0.more.shop.svc.${expected}`,
  ]);
});

test('members of a database know each other by it, in scripts and expressions too', () => {
  const chart = chartOf('k8s.example.org');

  const cache = new RedisReplication(chart, 'cache');
  new MongoReplicaSet(chart, 'docs');

  const texts = synth(chart).flatMap(({ kind, data, spec }) => kind === 'ConfigMap' ? Object.values<string>(data) : [JSON.stringify(spec)]).join('\n');
  expect(cache.primaryHost).toBe('cache.shop.svc.k8s.example.org');
  expect(texts).not.toMatch(/cluster\\*\.local/);
  expect(texts).toContain(String.raw`\\.svc\\.k8s\\.example\\.org`);
});

test('a cluster that is declared too late is told', () => {
  const chart = chartOf();
  const app = new StatefulApp(chart, 'db', { image: IMAGE });
  const { dnsName } = app;

  Checks.of(chart).cluster(new Cluster('prod', { domain: 'example.org' }));

  expect(dnsName).toBe('db.shop.svc.cluster.local');
  expect(refusals(chart)).toEqual([expect.stringContaining('[chart/db] the cluster was declared after this construct')]);
});

test.each<[string, string[], string]>([
  ['clusters of several domains', ['a.org', 'b.org'], "there are several: 'a.org', 'b.org'"],
  ['a domain that is none', ['Example_org'], "'domain' of the cluster must be lower case letters"],
])('%s are refused where names are written', (_, domains, message) => {
  const chart = chartOf(...domains);

  expect(new StatefulApp(chart, 'db', { image: IMAGE }).podDnsName(0)).toMatch(/^db-0\.db\.shop\.svc\./);

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});
