import { testRules, of } from './rule-cases';

const API = 'resource.k8s.io/v1';
const claim = (devices: string) => of('ResourceClaim', API, `spec: {devices: {${devices}}}`);
const exactly = (fields: string) => claim(`requests: [{name: gpu, exactly: {deviceClassName: a, ${fields}}}]`);
const GPU = 'requests: [{name: gpu, exactly: {deviceClassName: a}}]';
const EITHER = 'requests: [{name: gpu, firstAvailable: [{name: big, deviceClassName: a}, {name: small, deviceClassName: b}]}]';
const REQUEST = '/spec/devices/requests/0';

describe('requests', () => testRules([
  ['one of a class', claim(GPU)],
  ['the first of several', claim(EITHER)],
  ['nothing', claim('requests: [{name: gpu}]'), `device-request ${REQUEST}`],
  ['both', claim('requests: [{name: gpu, exactly: {deviceClassName: a}, firstAvailable: [{name: big, deviceClassName: a}]}]'), `device-request ${REQUEST}`],
  ['one name twice', claim('requests: [{name: gpu, exactly: {deviceClassName: a}}, {name: gpu, exactly: {deviceClassName: b}}]'), 'device-request /spec/devices/requests/1/name'],
  ['one name twice among alternatives', claim('requests: [{name: gpu, firstAvailable: [{name: big, deviceClassName: a}, {name: big, deviceClassName: b}]}]'),
    `device-request ${REQUEST}/firstAvailable/1/name`],
  ['a count', exactly('count: 2')],
  ['a negative count', exactly('count: -1'), `device-request ${REQUEST}/exactly/count`],
  ['a count of all', exactly('allocationMode: All, count: 1'), `device-request ${REQUEST}/exactly/count`],
  ['what an alternative says counts as well', claim('requests: [{name: gpu, firstAvailable: [{name: big, deviceClassName: a, count: -1}]}]'), `device-request ${REQUEST}/firstAvailable/0/count`],
], '1.36'));

describe('selectors and tolerations', () => testRules([
  ['an expression', exactly("selectors: [{cel: {expression: 'true'}}]")],
  ['an empty selector', exactly('selectors: [{}]'), `device-selector ${REQUEST}/exactly/selectors/0/cel`],
  ['an empty selector of a class', of('DeviceClass', API, 'spec: {selectors: [{}]}'), 'device-selector /spec/selectors/0/cel'],
  ['a toleration', exactly('tolerations: [{key: a, operator: Exists}, {key: a, value: b}]')],
  ['a toleration that compares with nothing', exactly('tolerations: [{key: a, operator: Exists, value: b}]'), `device-selector ${REQUEST}/exactly/tolerations/0/value`],
  ['a toleration of no value', exactly('tolerations: [{key: a, value: b c}]'), `device-selector ${REQUEST}/exactly/tolerations/0/value`],
], '1.36'));

describe('constraints', () => testRules([
  ['of all requests', claim(`${GPU}, constraints: [{matchAttribute: a.b/model}]`)],
  ['of one that is there', claim(`${GPU}, constraints: [{requests: [gpu], matchAttribute: a.b/model}]`)],
  ['of an alternative', claim(`${EITHER}, constraints: [{requests: [gpu/big], matchAttribute: a.b/model}]`)],
  ['of one that is not there', claim(`${GPU}, constraints: [{requests: [cpu], matchAttribute: a.b/model}]`), 'device-constraint /spec/devices/constraints/0/requests/0'],
  ['of an alternative that is not there', claim(`${EITHER}, constraints: [{requests: [gpu/tiny], matchAttribute: a.b/model}]`), 'device-constraint /spec/devices/constraints/0/requests/0'],
  ['of one request twice', claim(`${GPU}, constraints: [{requests: [gpu, gpu], matchAttribute: a.b/model}]`), 'device-constraint /spec/devices/constraints/0/requests/1'],
  ['of no attribute', claim(`${GPU}, constraints: [{requests: [gpu]}]`), 'device-constraint /spec/devices/constraints/0'],
  ['of an attribute that must differ', claim(`${GPU}, constraints: [{distinctAttribute: a.b/model}]`)],
], '1.36'));

describe('constraints before devices could be shared', () => testRules([
  ['an attribute that must differ is kept all the same', claim(`${GPU}, constraints: [{distinctAttribute: a.b/model}]`)],
], '1.34'));

describe('configurations', () => testRules([
  ['of a driver', claim(`${GPU}, config: [{requests: [gpu], opaque: {driver: a.b, parameters: {mode: fast}}}]`)],
  ['of nothing', claim(`${GPU}, config: [{}]`), 'device-config /spec/devices/config/0/opaque'],
  ['of a request that is not there', claim(`${GPU}, config: [{requests: [cpu], opaque: {driver: a.b, parameters: {}}}]`), 'device-config /spec/devices/config/0/requests/0'],
  ['with parameters that are a list', claim(`${GPU}, config: [{opaque: {driver: a.b, parameters: []}}]`), 'device-config /spec/devices/config/0/opaque/parameters'],
  ['with very many parameters', claim(`${GPU}, config: [{opaque: {driver: a.b, parameters: {a: ${'x'.repeat(10 * 1024)}}}}]`), 'device-config /spec/devices/config/0/opaque/parameters'],
  ['of nothing, in a class', of('DeviceClass', API, 'spec: {config: [{}]}'), 'device-config /spec/config/0/opaque'],
], '1.36'));

describe('templates of claims', () => testRules([
  ['labels', of('ResourceClaimTemplate', API, `spec: {metadata: {labels: {a: b}}, spec: {devices: {${GPU}}}}`)],
  ['a name', of('ResourceClaimTemplate', API, 'spec: {metadata: {name: a}, spec: {}}'), 'resource-claim-metadata /spec/metadata/name'],
  ['what holds for a claim', of('ResourceClaimTemplate', API, 'spec: {spec: {devices: {requests: [{name: gpu}]}}}'), 'device-request /spec/spec/devices/requests/0'],
], '1.36'));
