import { of, warns } from '../object/rule-cases';

const service = (fields: string) => of('Service', 'v1', `spec: {${fields}, ports: [{port: 80}]}`);

describe('Services', () => warns([
  ['a headless one that remembers clients', service('clusterIP: None, sessionAffinity: ClientIP'), 'ignored-service-field /spec/sessionAffinity'],
  ['one with an address that does', service('sessionAffinity: ClientIP')],
  ['addresses from outside', service('externalIPs: [192.0.2.1]'), 'deprecated-service-field /spec/externalIPs'],
  ['the same of a name elsewhere', service('type: ExternalName, externalName: a.example.com, externalIPs: [192.0.2.1]'), 'ignored-service-field /spec/externalIPs'],
  ['close by', service('trafficDistribution: PreferClose'), 'deprecated-service-field /spec/trafficDistribution'],
], '1.36'));

describe('before there was anything else', () => warns([
  ['close by', service('trafficDistribution: PreferClose')],
  ['addresses from outside', service('externalIPs: [192.0.2.1]')],
], '1.34'));
