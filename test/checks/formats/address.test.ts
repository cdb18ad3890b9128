import fc from 'fast-check';
import { CIDR, CLUSTER_IP, IP } from '../../../src/checks/formats/address';

describe.each([
  ['an address', IP, ['10.0.0.1', '010.0.0.1', 'fd00::1', '::'], ['10.0.0', '10.0.0.256', 'fe80::1%eth0', 'localhost', '10.0.0.1/8']],
  ['a range', CIDR, ['10.0.0.0/8', '10.0.0.1/32', 'fd00::/64'], ['10.0.0.0', '10.0.0.0/33', 'fd00::/129', '/8', '10.0.0.0/', 'x/8']],
  ['the address of a Service', CLUSTER_IP, ['None', '10.0.0.1'], ['none', 'x']],
])('%s', (_, format, good, bad) => {
  test.each(good)('may be %j', value => {
    expect(format.holds(value)).toBe(true);
  });

  test.each(bad)('may not be %j', value => {
    expect(format.holds(value)).toBe(false);
  });
});

test('every IPv4 and IPv6 address is one', () => {
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), address => {
    expect(IP.holds(address)).toBe(true);
  }));
});
