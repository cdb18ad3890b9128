import fc from 'fast-check';
import { testTextFormat } from './format-cases';
import { CANONICAL_CIDR, CANONICAL_IP, CIDR, CIDR_WITH_SPACES, CLUSTER_IP, IP, ipFamilyOf, isLoosePartOf, isPartOf, looseRangeOf, rangeOf } from '../../../src/kubernetes/formats/address';
import { inVersion } from '../../../src/kubernetes/formats/format';
import { KubernetesVersion } from '../../../src/kubernetes/kubernetes-version';

testTextFormat('an address', IP, ['10.0.0.1', '010.0.0.1', 'fd00::1', '::', '::ffff:10.0.0.1'], ['10.0.0', '10.0.0.256', 'fe80::1%eth0', 'localhost', '10.0.0.1/8']);
testTextFormat('an address since 1.36', inVersion(IP, KubernetesVersion.of('1.36')), ['10.0.0.1', 'fd00::1', 'FD00::1'], ['010.0.0.1', '::ffff:10.0.0.1']);
testTextFormat('a range', CIDR, ['10.0.0.0/8', '010.0.0.0/8', '10.0.0.1/32', 'fd00::/64'], ['10.0.0.0', '10.0.0.0/33', 'fd00::/129', '/8', '10.0.0.0/', 'x/8']);
testTextFormat('a range since 1.36', inVersion(CIDR, KubernetesVersion.of('1.36')), ['10.0.0.0/8', 'fd00::/64'], ['010.0.0.0/8', '10.0.0.0/08', '::ffff:10.0.0.0/104', '10.0.0.1/8', 'fd00::1/64']);
testTextFormat('a range around one address since 1.36', inVersion(CIDR, KubernetesVersion.of('1.36')), ['10.0.0.1/32', 'fd00::1/128', '0.0.0.0/0', '::/0'], ['10.0.0.3/31']);
testTextFormat('a range with spaces since 1.36', inVersion(CIDR_WITH_SPACES, KubernetesVersion.of('1.36')), [' 10.0.0.0/8 '], [' 10.0.0.1/8']);
testTextFormat('an address in its shortest spelling', CANONICAL_IP, ['10.0.0.1', 'fd00::1', '::'], ['FD00::1', 'fd00:0::1', '010.0.0.1', 'x']);
testTextFormat('a range in its shortest spelling', CANONICAL_CIDR, ['10.0.0.0/8', 'fd00::/64'], ['FD00::/64', '10.0.0.1/8', '10.0.0.0']);
testTextFormat('the address of a Service since 1.36', inVersion(CLUSTER_IP, KubernetesVersion.of('1.36')), ['None', '10.0.0.1'], ['010.0.0.1']);
testTextFormat('the address of a Service', CLUSTER_IP, ['None', '10.0.0.1'], ['none', 'x']);

test('every IPv4 and IPv6 address is one', () => {
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), address => {
    expect(IP.fits(address)).toBe(true);
  }));
});

test('an address belongs to one family, or to none', () => {
  const families = ['10.0.0.1', 'fd00::1', 'fe80::1%eth0', '010.0.0.1', 'x', 1].map(ipFamilyOf);

  expect(families).toEqual(['IPv4', 'IPv6', undefined, undefined, undefined, undefined]);
});

test.each([
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['fd00:1::/64', 'fd00::/16', true],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['11.0.0.0/16', '10.0.0.0/8', false],
  ['fd00::/64', '10.0.0.0/8', false],
])('%s is a part of %s: %j', (inner, outer, expected) => {
  const part = isPartOf(rangeOf(inner)!, rangeOf(outer)!);

  expect(part).toBe(expected);
});

test.each([
  ['010.1.0.0/16', '10.0.0.0/8', true],
  ['11.0.0.0/16', '010.0.0.0/8', false],
  ['::ffff:10.1.0.0/112', '10.0.0.0/8', true],
  // The lengths are compared as they are written: 16 is not above 104.
  ['10.1.0.0/16', '::ffff:10.0.0.0/104', false],
  ['::ffff:11.0.0.0/104', '10.0.0.0/8', false],
  ['10.0.0.0', '10.0.0.0/8', false],
])('%s is a part of %s as Go reads them: %j', (inner, outer, expected) => {
  const part = isLoosePartOf(inner, outer);

  expect(part).toBe(expected);
});

test('a range of IPv4 in the dress of IPv6 is one of IPv4', () => {
  const range = looseRangeOf('::ffff:10.1.0.255/112');

  expect(range).toEqual({ family: 'IPv4', address: '10.1.0.255', prefix: 16 });
});
