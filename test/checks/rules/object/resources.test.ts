import { container, of, testRules } from './rule-cases';

const AT = '/spec/containers/0/resources';
const resources = (fields: string) => container(`resources: {${fields}}`);

testRules([
  ['equal amounts in different units', resources('requests: {memory: 1024Mi}, limits: {memory: 1Gi}')],
  ['numbers and texts compare by value', resources('requests: {cpu: 1}, limits: {cpu: "1000m"}')],
  ['a request above its limit', resources('requests: {cpu: 2}, limits: {cpu: 1500m}'), `request-above-limit ${AT}/requests/cpu`],
  ['a request without a limit', resources('requests: {cpu: 2}')],
  ['less than nothing', resources('limits: {cpu: -1}'), `resource-amount ${AT}/limits/cpu`],
  ['a limit of null is a limit of nothing', resources('requests: {cpu: 1}, limits: {cpu: null}'), `request-above-limit ${AT}/requests/cpu`],
  ['nothing of everything', resources('requests: {cpu: null, nvidia.com/gpu: null}, limits: {cpu: null, nvidia.com/gpu: 0}')],
  ['a device is limited only', resources('limits: {nvidia.com/gpu: 2}')],
  ['a device with another request', resources('requests: {nvidia.com/gpu: 1}, limits: {nvidia.com/gpu: 2}'), `device-limit ${AT}/requests/nvidia.com~1gpu`],
  ['a resource of quotas', resources('limits: {requests.cpu: 2}'), `resource-name ${AT}/limits/requests.cpu`],
  ['a name that is none', resources('limits: {"a b/c": 2}'), `resource-name ${AT}/limits/a b~1c`],
  ['a resource of Kubernetes itself', resources('limits: {kubernetes.io/batch-cpu: 2}')],
  ['a name that quotas would not understand', resources('limits: {requests.example.com/a: 2}'), `resource-name ${AT}/limits/requests.example.com~1a`],
  ['half a huge page', resources('limits: {hugepages-2Mi: 3Mi, cpu: 1}'), `resource-amount ${AT}/limits/hugepages-2Mi`],
  ['huge pages of no size', resources('limits: {hugepages-x: 3Mi, cpu: 1}'), `resource-amount ${AT}/limits/hugepages-x`],
  ['quantities that are none are left to the schema', resources('requests: {cpu: a}, limits: {cpu: 1}')],
]);

const overhead = (amounts: string) => of('RuntimeClass', 'node.k8s.io/v1', `handler: a, overhead: {podFixed: {${amounts}}}`);

describe('the overhead of a RuntimeClass', () => testRules([
  ['huge pages with memory', overhead('hugepages-2Mi: 2Mi, memory: 1Gi')],
  ['huge pages alone', overhead('hugepages-2Mi: 2Mi'), 'huge-pages /overhead/podFixed'],
], '1.36'));
