import { testRules, of } from './rule-cases';

const ranges = (cidrs: string) => of('ServiceCIDR', 'networking.k8s.io/v1', `spec: {cidrs: [${cidrs}]}`);

testRules([
  ['one of each family', ranges("10.96.0.0/16, 'fd00::/112'")],
  ['two of one family', ranges('10.96.0.0/16, 10.97.0.0/16'), 'service-cidrs /spec/cidrs/1'],
], '1.36');
