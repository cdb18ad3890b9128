import { Network } from '../../../../scripts/kubernetes/node/network';

test('clusters have networks that do not overlap, and nodes subnets of their cluster', () => {
  const [first, second] = [new Network(0), new Network(1)];

  expect([first.host, first.addressOfNode(2), first.podsOfNode(2), first.addressesOfPods]).toEqual(['10.128.0.1', '10.128.0.12', '10.128.2.0/24', '10.128.0.0/16']);
  expect(second.addressesOfPods).toBe('10.129.0.0/16');
});
