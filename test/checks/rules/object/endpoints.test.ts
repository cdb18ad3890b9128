import { testRules, of } from './rule-cases';

const slice = (type: string, address: string) => of('EndpointSlice', 'discovery.k8s.io/v1', `addressType: ${type}, endpoints: [{addresses: ['${address}']}]`);
const ADDRESS = 'endpoint-addresses /endpoints/0/addresses/0';

describe('addresses of slices', () => testRules([
  ['of the promised type', slice('IPv6', '2001:db8::1')],
  ['of another one', slice('IPv4', '2001:db8::1'), ADDRESS],
  ['a loopback address', slice('IPv4', '127.0.0.1'), ADDRESS],
  ['zeros in front', slice('IPv4', '010.0.0.1'), ADDRESS],
  ['a longer spelling', slice('IPv6', '2001:db8:0::1'), ADDRESS],
], '1.36'));

describe('ports of slices', () => {
  const ports = (count: number) => of('EndpointSlice', 'discovery.k8s.io/v1', `addressType: IPv4, endpoints: [], ports: [${Array.from({ length: count }, (_, index) => `{name: p${index}}`).join()}]`);

  testRules([['20000', ports(20_000)], ['one more', ports(20_001), 'endpoint-ports /ports']]);
});

describe('addresses before the server asked for one spelling', () => testRules([
  ['zeros in front', slice('IPv4', '010.0.0.1')],
  ['IPv4 written as IPv6', slice('IPv4', '::ffff:192.0.2.1')],
  ['the same where IPv6 is promised', slice('IPv6', '::ffff:192.0.2.1'), ADDRESS],
  ['a longer spelling', slice('IPv6', '2001:db8:0::1')],
], '1.32'));
