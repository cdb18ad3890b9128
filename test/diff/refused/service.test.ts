import { Manifest } from '../../../src/kubernetes/manifest';
import { object, refusals } from '../support';

const service = (spec: Record<string, any>): Manifest => object('v1', 'Service', { spec: { selector: { app: 'a' }, ports: [{ port: 80 }], ...spec } });
const dual = (second: string) => service({ clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', second], ipFamilies: ['IPv4', 'IPv6'], ipFamilyPolicy: 'RequireDualStack' });

describe('addresses of a Service', () => {
  test.each([
    ['the second address goes with its family', dual('fd00::1'), service({ clusterIP: '10.0.0.1', ipFamilyPolicy: 'SingleStack' })],
    ['a headless Service changes its family', service({ clusterIP: 'None', ipFamilies: ['IPv4'] }), service({ clusterIP: 'None', ipFamilies: ['IPv6'] })],
    ['a headless Service becomes an external name', service({ clusterIP: 'None' }), service({ type: 'ExternalName', externalName: 'a.b' })],
    ['a Service with a given address becomes an external name', service({ clusterIP: '10.0.0.1' }), service({ type: 'ExternalName', externalName: 'a.b' })],
  ])('%s', (_, before, after) => {
    expect(refusals(before, after)).toEqual([]);
  });

  test('the second family stays as long as the policy wants it', () => {
    const headless = (spec: Record<string, any>) => object('v1', 'Service', { spec: { clusterIP: 'None', ipFamilyPolicy: 'RequireDualStack', ...spec } });
    const both = headless({ ipFamilies: ['IPv4', 'IPv6'] });

    expect(refusals(both, headless({ ipFamilies: ['IPv4'] }))).toEqual([['service-second-family', '/spec/ipFamilies']]);
    expect(refusals(both, headless({}))).toEqual([]);
    expect(refusals(both, headless({ ipFamilies: ['IPv4'], ipFamilyPolicy: 'SingleStack' }))).toEqual([]);
  });

  test('the second address never becomes another one', () => {
    expect(refusals(dual('fd00::1'), dual('fd00::2'))).toContainEqual(['service-cluster-ip', '/spec/clusterIPs']);
  });
});

describe('a node port when the type becomes ClusterIP', () => {
  const exposed = (spec: Record<string, any>) => service({ type: 'LoadBalancer', ports: [{ port: 80, nodePort: 30080 }], ...spec });
  const hidden = service({ type: 'ClusterIP', ports: [{ port: 80, nodePort: 30080 }] });

  test.each([[true], [false]])('is dropped, whether the server allocates node ports (%s) or not', allocateLoadBalancerNodePorts => {
    expect(refusals(exposed({ allocateLoadBalancerNodePorts }), hidden)).toEqual([]);
  });
});

describe('what does not go with the type of a Service', () => {
  test.each([
    ['one unnamed port of two', service({}), service({ ports: [{ port: 80 }, { name: 'b', port: 81 }] }), '/spec/ports/0/name'],
    ['source ranges that stay without their load balancer', service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'] }), service({ loadBalancerSourceRanges: ['10.0.0.0/8'] }), '/spec/loadBalancerSourceRanges'],
    ['a headless Service that becomes a load balancer', service({ clusterIP: 'None' }), service({ clusterIP: 'None', type: 'LoadBalancer' }), '/spec/clusterIP'],
  ])('%s is refused, and that is said once', (_, before, after, path) => {
    expect(refusals(before, after)).toEqual([['invalid', path]]);
  });

  test('two ports that both have names are taken', () => {
    expect(refusals(service({}), service({ ports: [{ name: 'a', port: 80 }, { name: 'b', port: 81 }] }))).toEqual([]);
  });
});

describe('external addresses of a Service that has no node ports', () => {
  const [plain, local] = [{}, { externalTrafficPolicy: 'Local' }].map(policy => service({ externalIPs: ['10.9.9.9'], ...policy }));

  test('have a traffic policy since 1.29', () => {
    expect(refusals(plain, local, [], '1.29')).toEqual([]);
    expect(refusals(plain, local, [], '1.28')).toContainEqual(['invalid', '/spec/externalTrafficPolicy']);
  });

  test('take it along when they go', () => {
    const without = service({ externalTrafficPolicy: 'Local' });

    expect(refusals(local, without, [], '1.36')).toEqual([]);
  });
});
