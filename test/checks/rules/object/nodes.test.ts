import { testRules, of } from './rule-cases';

const node = (spec: string) => of('Node', 'v1', `spec: {${spec}}`);

describe('nodes', () => {
  testRules([
    ['a range', node('podCIDR: 10.0.0.0/24')],
    ['a range of each family', node('podCIDR: 10.0.0.0/24, podCIDRs: [10.0.0.0/24, "fd00::/64"]')],
    ['two ranges of one family', node('podCIDRs: [10.0.0.0/24, 10.0.0.0/24]'), 'node-pod-cidrs /spec/podCIDRs/1'],
    ['no range', node('podCIDRs: [10.0.0.0]'), 'node-pod-cidrs /spec/podCIDRs/0'],
    ['no range in a list that podCIDR takes the place of', node('podCIDR: 10.0.1.0/24, podCIDRs: [10.0.0.0]')],
    ['one taint for two effects', node('taints: [{key: a, effect: NoSchedule}, {key: a, effect: NoExecute}]')],
  ]);
});
