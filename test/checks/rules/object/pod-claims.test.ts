import { testRules, pod } from './rule-cases';

testRules([
  ['a claim', pod('resourceClaims: [{name: gpu, resourceClaimName: gpu}]')],
  ['neither a claim nor a template', pod('resourceClaims: [{name: gpu}]'), 'pod-resource-claims /spec/resourceClaims/0'],
  ['both', pod('resourceClaims: [{name: gpu, resourceClaimName: gpu, resourceClaimTemplateName: gpu}]'), 'pod-resource-claims /spec/resourceClaims/0'],
  ['one name twice', pod('resourceClaims: [{name: gpu, resourceClaimName: a}, {name: gpu, resourceClaimName: b}]'), 'pod-resource-claims /spec/resourceClaims/1/name'],
], '1.36');
