import { of, pod, warns } from '../object/rule-cases';

const service = (fields: string) => of('Service', 'v1', `spec: {${fields}, ports: [{port: 80}]}`);
const policy = (cidr: string) => of('NetworkPolicy', 'networking.k8s.io/v1', `spec: {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: '${cidr}'}}]}]}`);

describe('addresses', () => warns([
  ['the shortest form', service("clusterIP: '2001:db8::1'")],
  ['none', service('clusterIP: None')],
  ['zeros', service('loadBalancerIP: 010.0.0.1'), 'ip-spelling /spec/loadBalancerIP'],
  ['capital letters', pod("dnsConfig: {nameservers: ['FD00::1']}"), 'ip-spelling /spec/dnsConfig/nameservers/0'],
  ['a range with more bits than it says', policy('10.0.0.1/8'), 'ip-spelling /spec/ingress/0/from/0/ipBlock/cidr'],
  ['no address', service('loadBalancerIP: x')],
], '1.33'));

describe('before the server looked elsewhere than in Services', () => warns([
  ['capital letters', pod("dnsConfig: {nameservers: ['FD00::1']}")],
  ['capital letters in a Service', service("loadBalancerIP: 'FD00::1'"), 'ip-spelling /spec/loadBalancerIP'],
], '1.32'));
