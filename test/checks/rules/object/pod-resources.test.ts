import { container, testRules, pod } from './rule-cases';

const R = '/spec/resources';
const withPod = (own: string, ofPod: string, more = '') => container(`resources: ${own}`, `resources: ${ofPod}, ${more}`);

describe('1.36', () => {
  testRules([
    ['the containers fit', withPod('{requests: {cpu: 1}, limits: {cpu: 2}}', '{requests: {cpu: 1}, limits: {cpu: 2}}')],
    ['they ask for more', withPod('{requests: {cpu: 2}}', '{requests: {cpu: 1500m}}'), `pod-resources ${R}/requests/cpu`],
    ['what has a limit alone is promised as much', withPod('{limits: {cpu: 2}}', '{requests: {cpu: 1}}'), `pod-resources ${R}/requests/cpu`],
    ['one may use more than the Pod', withPod('{requests: {cpu: 1}, limits: {cpu: 3}}', '{limits: {cpu: 2}}'), 'pod-resources /spec/containers/0/resources/limits/cpu'],
    ['the requests that the server fills in are above the limit', withPod('{requests: {cpu: 2}}', '{limits: {cpu: 1}}'), `request-above-limit ${R}/requests/cpu`],
    ['an init container asks for more', pod('resources: {requests: {cpu: 1}}, initContainers: [{name: i, image: a:1, resources: {requests: {cpu: 2}}}]'), `pod-resources ${R}/requests/cpu`],
    ['a sidecar counts beside the containers', withPod('{requests: {cpu: 1}}', '{requests: {cpu: 1}}', 'initContainers: [{name: i, image: a:1, restartPolicy: Always, resources: {requests: {cpu: 1}}}]'), `pod-resources ${R}/requests/cpu`],
    ['an init container that ends does not', withPod('{requests: {cpu: 1}}', '{requests: {cpu: 1}}', 'initContainers: [{name: i, image: a:1, resources: {requests: {cpu: 1}}}]')],
    ['huge pages of all containers', withPod('{limits: {hugepages-2Mi: 4Mi, memory: 1Gi}}', '{limits: {hugepages-2Mi: 2Mi, memory: 1Gi}}'), `pod-resources ${R}/requests/hugepages-2Mi`, `pod-resources ${R}/limits/hugepages-2Mi`],
    ['huge pages alone', pod('resources: {limits: {hugepages-2Mi: 4Mi}}'), `huge-pages ${R}`],
    ['another resource', pod('resources: {limits: {nvidia.com/gpu: 1}}'), `pod-resources ${R}/limits/nvidia.com~1gpu`],
    ['claims', pod('resources: {claims: [{name: a}]}'), `pod-resources ${R}/claims`],
    ['a Pod of Windows', pod('os: {name: windows}, resources: {limits: {cpu: 1}}'), `pod-resources ${R}`],
    ['a claim that the Pod has not', container('resources: {claims: [{name: gpu}]}'), 'container-resource-claims /spec/containers/0/resources/claims/0/name'],
    ['a claim, and one of its requests', container('resources: {claims: [{name: gpu}, {name: gpu, request: a}]}', 'resourceClaims: [{name: gpu, resourceClaimName: gpu}]'), 'container-resource-claims /spec/containers/0/resources/claims/1/name'],
    ['a claim without a name', container('resources: {claims: [{name: ""}]}'), 'container-resource-claims /spec/containers/0/resources/claims/0/name'],
    ['two of its requests', container('resources: {claims: [{name: gpu, request: b}, {name: gpu, request: a}]}', 'resourceClaims: [{name: gpu, resourceClaimName: gpu}]')],
    ['a request of no name', container('resources: {claims: [{name: gpu, request: A_b}]}', 'resourceClaims: [{name: gpu, resourceClaimName: gpu}]'), 'container-resource-claims /spec/containers/0/resources/claims/0/request'],
  ], '1.36');
});

describe('1.33 drops all of it', () => {
  testRules([
    ['resources of the Pod', pod('resources: {limits: {nvidia.com/gpu: 1}}')],
    ['claims', container('resources: {claims: [{name: gpu}]}')],
  ], '1.33');
});
