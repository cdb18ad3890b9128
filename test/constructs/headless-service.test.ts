import { ApiObject } from 'cdk8s';
import { HeadlessService } from '../../src/constructs/headless-service';
import { newChart, only, refusals } from '../support/synth';

const SELECTOR = { app: 'redis' };

test('has no address, and publishes pods before they are ready', () => {
  const chart = newChart();

  const service = new HeadlessService(chart, 'redis', { selector: SELECTOR, ports: [{ name: 'peer', port: 6379 }], labels: { team: 'shop' } });

  expect(only(chart, 'Service')).toMatchObject({
    metadata: { name: 'redis', namespace: 'web', labels: { team: 'shop' } },
    spec: { clusterIP: 'None', publishNotReadyAddresses: true, selector: SELECTOR, ports: [{ name: 'peer', port: 6379 }] },
  });
  expect(ApiObject.of(service).kind).toBe('Service');
});

test('can hide pods that are not ready', () => {
  const chart = newChart();

  new HeadlessService(chart, 'redis', { selector: SELECTOR, publishNotReadyAddresses: false });

  expect(only(chart, 'Service').spec).toEqual({ clusterIP: 'None', publishNotReadyAddresses: false, selector: SELECTOR });
});

test('tells DNS and SRV names', () => {
  const service = new HeadlessService(newChart('db'), 'members', {
    name: 'redis', selector: SELECTOR, ports: [{ name: 'peer', port: 6379 }, { name: 'gossip', port: 7000, protocol: 'UDP' as any }],
  });

  expect(service.dnsName).toBe('redis.db.svc.cluster.local');
  expect(service.podDnsName('redis-0')).toBe('redis-0.redis.db.svc.cluster.local');
  expect(service.srvName('peer')).toBe('_peer._tcp.redis.db.svc.cluster.local');
  expect(service.srvName('gossip')).toBe('_gossip._udp.redis.db.svc.cluster.local');
});

test('an unknown port of an SRV name is refused with the ports that there are', () => {
  const service = new HeadlessService(newChart(), 'redis', { selector: SELECTOR, ports: [{ name: 'peer', port: 6379 }] });

  expect(() => service.srvName('http')).toThrow("[chart/redis] there is no port 'http'; write one of: 'peer'");
});

test('a wrong name and an empty selector are refused together', () => {
  const chart = newChart();

  new HeadlessService(chart, 'Redis', { selector: {} });

  expect(refusals(chart)).toEqual([expect.stringContaining("got 'Redis'"), expect.stringContaining("'selector' must hold a label")]);
});
