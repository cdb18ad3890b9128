import { ClientService } from '../../../src/constructs/options/client-service';
import { TrafficDistribution } from '../../../src/constructs/options/traffic-distribution';

const PORTS = [{ name: 'http', port: 80 }, { name: 'admin', port: 81 }];

test('clusterIp asks for nothing but the ports', () => {
  expect(ClientService.clusterIp().toProps(PORTS)).toEqual({ type: 'ClusterIP', ports: PORTS });
});

test('nodePort gives the first port its number', () => {
  expect(ClientService.nodePort({ nodePort: 30080 }).toProps(PORTS)).toEqual({
    type: 'NodePort', ports: [{ name: 'http', port: 80, nodePort: 30080 }, { name: 'admin', port: 81 }],
  });
  expect(ClientService.nodePort().toProps(PORTS).ports).toEqual(PORTS);
});

test('loadBalancer passes on who may connect and what its maker asks for', () => {
  const service = ClientService.loadBalancer({ sourceRanges: ['10.0.0.0/8'], annotations: { scheme: 'internal' } });

  expect(service.toProps(PORTS)).toEqual({
    type: 'LoadBalancer', ports: PORTS, loadBalancerSourceRanges: ['10.0.0.0/8'], metadata: { annotations: { scheme: 'internal' } },
  });
});

test.each([80, 29999, 32768, 30000.5])('node port %s is a problem', nodePort => {
  expect(ClientService.nodePort({ nodePort }).problems([])).toEqual([expect.stringContaining(`got ${nodePort}`)]);
});

test.each([30000, 32767, undefined])('node port %s is none', nodePort => {
  expect(ClientService.nodePort({ nodePort }).problems([])).toEqual([]);
});

test('traffic can be kept near, whatever the type', () => {
  const trafficDistribution = TrafficDistribution.PREFER_SAME_NODE;
  const makers = [ClientService.clusterIp, ClientService.nodePort, ClientService.loadBalancer];

  expect(makers.map(make => make({ trafficDistribution }).toFields())).toEqual(Array(3).fill({ trafficDistribution: 'PreferSameNode' }));
  expect(ClientService.clusterIp().toFields()).toEqual({});
});

test('another word for it is a problem', () => {
  expect(ClientService.clusterIp({ trafficDistribution: 'PreferLocal' as TrafficDistribution }).problems([])).toEqual([expect.stringContaining("got 'PreferLocal'")]);
});

test('some of the ports may be published, and the first of them gets the node port', () => {
  const service = ClientService.nodePort({ ports: ['admin'], nodePort: 30080 });

  expect(service.toProps(PORTS).ports).toEqual([{ name: 'admin', port: 81, nodePort: 30080 }]);
  expect(service.problems(PORTS)).toEqual([]);
});

test.each<[string, string[], string]>([
  ['a port that the app has not', ['sql'], "'clientService': 'ports' must name ports of the app ('http', 'admin'), got 'sql'; write 'ports: [\"http\"]'"],
  ['no port', [], "'clientService': 'ports' must name a port, got none"],
])('%s is a problem', (_, ports, message) => {
  expect(ClientService.clusterIp({ ports }).problems(PORTS)).toEqual([expect.stringContaining(message)]);
});
