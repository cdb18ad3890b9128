import { isSwitchedOn } from '../../../src/kubernetes/api/runtime-config';

test.each([
  ['resource.k8s.io/v1beta1', {}, undefined],
  ['resource.k8s.io/v1beta1', { 'resource.k8s.io/v1beta1': true }, true],
  ['resource.k8s.io/v1beta1', { 'resource.k8s.io/v1beta2': true }, undefined],
  ['resource.k8s.io/v1beta1', { 'api/beta': true }, true],
  ['resource.k8s.io/v1alpha3', { 'api/beta': true }, undefined],
  ['resource.k8s.io/v1alpha3', { 'api/alpha': true, 'api/all': false }, true],
  ['apps/v1', { 'api/all': false, 'apps/v1': true }, true],
  ['apps/v1', { 'api/ga': false }, false],
  ['v1', { 'api/v1': true, 'api/all': false }, true],
])('%s with %j: %s', (apiVersion, config, expected) => {
  expect(isSwitchedOn(apiVersion, config)).toBe(expected);
});
