import { isKnownGate } from '../../src/kubernetes/readiness-gates';

test.each([
  ['target-health.elbv2.k8s.aws/k8s-shop-web-1234', true],
  ['cloud.google.com/load-balancer-neg-ready', true],
  ['InPlaceUpdateReady', true],
  ['ContainersReady', true],
  ['example.com/warmed-up', false],
])('%s', (conditionType, known) => {
  expect(isKnownGate(conditionType)).toBe(known);
});
