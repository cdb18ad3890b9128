import { testRules, object } from './rule-cases';

const service = (name: string, spec: string) => object(`{apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: {name: ${name}}, ` +
  `spec: {group: a.example.com, version: v1, groupPriorityMinimum: 100, versionPriority: 100, ${spec}}}`);
const SERVICE = 'service: {name: a, namespace: b}';

describe('aggregated APIs', () => {
  testRules([
    ['a fine one', service('v1.a.example.com', `${SERVICE}, insecureSkipTLSVerify: true, caBundle: ""`)],
    ['a version without a group', object('{apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: {name: v2.}, ' +
      'spec: {version: v2, groupPriorityMinimum: 100, versionPriority: 100}}'), 'api-service /spec/group'],
    ['another name', service('a', SERVICE), 'api-service /metadata/name'],
    ['a certificate that nobody looks at', service('v1.a.example.com', `${SERVICE}, insecureSkipTLSVerify: true, caBundle: YQ==`), 'api-service /spec/insecureSkipTLSVerify'],
    ['one of the API server itself', service('v1.a.example.com', '')],
    ['one of the API server itself with a certificate', service('v1.a.example.com', 'caBundle: YQ=='), 'api-service /spec'],
  ]);
});
