import { testRules, of } from './rule-cases';

const slice = (fields: string) => of('ResourceSlice', 'resource.k8s.io/v1', `spec: {driver: a.b, pool: {name: a, resourceSliceCount: 1}, ${fields}}`);
const device = (fields: string) => slice(`nodeName: a, devices: [{name: a, ${fields}}]`);
const TERM = '{matchExpressions: [{key: a, operator: Exists}]}';
const many = (count: number, fields = '') => slice(`nodeName: a, devices: [${Array.from({ length: count }, (_, index) => `{name: d${index}, ${fields}}`).join(', ')}]`);

describe('nodes', () => testRules([
  ['one node', slice('nodeName: a')],
  ['chosen nodes', slice(`nodeSelector: {nodeSelectorTerms: [${TERM}]}`)],
  ['no node', slice('devices: []'), 'resource-slice-nodes /spec'],
  ['two ways', slice('nodeName: a, allNodes: true'), 'resource-slice-nodes /spec'],
  ['not all nodes', slice('nodeName: a, allNodes: false'), 'resource-slice-nodes /spec/allNodes'],
  ['two terms', slice(`nodeSelector: {nodeSelectorTerms: [${TERM}, ${TERM}]}`), 'resource-slice-nodes /spec/nodeSelector/nodeSelectorTerms'],
  ['each device its own', slice('perDeviceNodeSelection: true, devices: [{name: a, nodeName: a}]')],
  ['each device its own, and one has none', slice('perDeviceNodeSelection: true, devices: [{name: a}]'), 'resource-slice-nodes /spec/devices/0'],
  ['one node, and a device has another', device('nodeName: b'), 'resource-slice-nodes /spec/devices/0/nodeName'],
], '1.36'));

describe('devices', () => testRules([
  ['as many as there may be', many(128)],
  ['more', many(129), 'resource-slice-devices /spec/devices'],
  ['fewer with taints', many(65, 'taints: [{key: a, effect: NoSchedule}]'), 'resource-slice-devices /spec/devices'],
  ['one name twice', slice('nodeName: a, devices: [{name: a}, {name: a}]'), 'resource-slice-devices /spec/devices/1/name'],
  ['one set of counters twice', slice('nodeName: a, sharedCounters: [{name: a, counters: {b: {value: 1}}}, {name: a, counters: {b: {value: 1}}}]'), 'resource-slice-devices /spec/sharedCounters/1/name'],
  ['counters beside devices', slice('nodeName: a, devices: [{name: a}], sharedCounters: [{name: a, counters: {b: {value: 1}}}]'), 'resource-slice-devices /spec/sharedCounters'],
  ['an attribute', device('attributes: {model: {string: a}}')],
  ['an attribute with an empty list, which is dropped', device('attributes: {model: {string: a, ints: []}}')],
  ['an attribute without a value', device('attributes: {model: {}}'), 'resource-slice-devices /spec/devices/0/attributes/model'],
  ['an attribute of two values', device('attributes: {model: {string: a, int: 1}}'), 'resource-slice-devices /spec/devices/0/attributes/model'],
  ['conditions', device('bindingConditions: [a], bindingFailureConditions: [b]')],
  ['conditions of success only', device('bindingConditions: [a]'), 'resource-slice-devices /spec/devices/0/bindingFailureConditions'],
  ['a condition of both', device('bindingConditions: [a], bindingFailureConditions: [a]'), 'resource-slice-devices /spec/devices/0/bindingFailureConditions/0'],
  ['a condition twice', device('bindingConditions: [a, a], bindingFailureConditions: [b]'), 'resource-slice-devices /spec/devices/0/bindingConditions/1'],
], '1.36'));
