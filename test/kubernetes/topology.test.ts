import { placesOf } from '../../src/kubernetes/topology';

test('keys that Kubernetes knows have words, and others stay', () => {
  expect(placesOf('kubernetes.io/hostname')).toBe('nodes');
  expect(placesOf('topology.kubernetes.io/zone')).toBe('zones');
  expect(placesOf('example.com/rack')).toBe('example.com/rack');
  expect(placesOf('constructor')).toBe('constructor');
});
