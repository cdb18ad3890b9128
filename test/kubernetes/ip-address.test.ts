import { isIPv4 as nodeIPv4, isIPv6 as nodeIPv6 } from 'node:net';
import fc from 'fast-check';
import { isIPv4, isIPv6 } from '../../src/kubernetes/ip-address';

const almost = fc.array(fc.constantFrom('0', '1', '255', '256', 'ff', '00', '::', ':', '.', 'g', '%'), { maxLength: 12 }).map(parts => parts.join(''));

test('IPv4 addresses are those of Node', () => {
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV4Extended(), almost, fc.string()), text => {
    expect(isIPv4(text)).toBe(nodeIPv4(text));
  }));
});

test('IPv6 addresses are those of Node, but for zones', () => {
  fc.assert(fc.property(fc.oneof(fc.ipV6(), almost, fc.string()), text => {
    expect(isIPv6(text)).toBe(nodeIPv6(text) && !text.includes('%'));
  }), { numRuns: 1000 });
});
