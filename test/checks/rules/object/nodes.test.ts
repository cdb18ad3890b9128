import { testRules, of } from './rule-cases';

const node = (spec: string) => of('Node', 'v1', `spec: {${spec}}`);

const status = (fields: string) => of('Node', 'v1', `status: {${fields}}`);

const ANNOTATION = 'scheduler.alpha.kubernetes.io/preferAvoidPods';
const AVOIDED = 'node-avoids-pods /metadata/annotations/scheduler.alpha.kubernetes.io~1preferAvoidPods';
const avoiding = (text: string) => ({ ...node(''), metadata: { name: 'web', annotations: { [ANNOTATION]: text } } });

describe('nodes', () => {
  testRules([
    ['a range', node('podCIDR: 10.0.0.0/24')],
    ['a range of each family', node('podCIDR: 10.0.0.0/24, podCIDRs: [10.0.0.0/24, "fd00::/64"]')],
    ['two ranges of one family', node('podCIDRs: [10.0.0.0/24, 10.0.0.0/24]'), 'node-pod-cidrs /spec/podCIDRs/1'],
    ['no range', node('podCIDRs: [10.0.0.0]'), 'node-pod-cidrs /spec/podCIDRs/0'],
    ['no range in a list that podCIDR takes the place of', node('podCIDR: 10.0.1.0/24, podCIDRs: [10.0.0.0]')],
    ['Pods that it avoids', avoiding('{"preferAvoidPods": [{"podSignature": {"podController": {"controller": true}}}]}')],
    ['Pods without a controller', avoiding('{"preferAvoidPods": [{}]}'), AVOIDED],
    ['Pods in words', avoiding('all of them'), AVOIDED],
    ['what it has', status('capacity: {cpu: 500m, memory: 1Gi, pods: 110, example.com/gpu: 2}, allocatable: {cpu: 0}')],
    ['less than no memory', status('capacity: {memory: -1}'), 'node-resources /status/capacity/memory'],
    ['less than no processor to give away', status('allocatable: {cpu: -500m}'), 'node-resources /status/allocatable/cpu'],
    ['half a Pod', status('capacity: {pods: 500m}'), 'node-resources /status/capacity/pods'],
    ['half a device', status('capacity: {example.com/gpu: 500m}'), 'node-resources /status/capacity/example.com~1gpu'],
    ['swap', status('nodeInfo: {swap: {capacity: 1}}')],
    ['no swap', status('nodeInfo: {swap: {capacity: 0}}'), 'node-resources /status/nodeInfo/swap/capacity'],
    ['lists that are none', status('capacity: [1], allocatable: {cpu: {a: 1}}')],
    ['one taint for two effects', node('taints: [{key: a, effect: NoSchedule}, {key: a, effect: NoExecute}]')],
  ]);
});

describe('nodes until 1.35', () => {
  testRules([
    ['two ranges of one family, one with a zero in front', node('podCIDRs: [10.0.0.0/24, 010.0.1.0/24]'), 'node-pod-cidrs /spec/podCIDRs/1'],
    ['two ranges of two families, one with a zero in front', node('podCIDRs: [010.0.0.0/24, "fd00::/64"]')],
  ], '1.35');
});
