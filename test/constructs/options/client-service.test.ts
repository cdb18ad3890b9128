import { ClientService } from '../../../src/constructs/options/client-service';

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
  expect(ClientService.nodePort({ nodePort }).problems()).toEqual([expect.stringContaining(`got ${nodePort}`)]);
});

test.each([30000, 32767, undefined])('node port %s is none', nodePort => {
  expect(ClientService.nodePort({ nodePort }).problems()).toEqual([]);
});
