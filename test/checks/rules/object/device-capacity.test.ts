import { testRules, of } from './rule-cases';

const AT = '/spec/devices/0/capacity/memory/requestPolicy';
const device = (fields: string) => of('ResourceSlice', 'resource.k8s.io/v1',
  `spec: {driver: a.b, nodeName: a, pool: {name: a, resourceSliceCount: 1}, devices: [{name: a, ${fields}}]}`);
const shared = (policy: string) => device(`allowMultipleAllocations: true, capacity: {memory: {value: 10Gi, requestPolicy: {${policy}}}}`);

testRules([
  ['a device of its own says nothing of it', device('capacity: {memory: {value: 10Gi}}')],
  ['a device of its own cannot', device('capacity: {memory: {value: 10Gi, requestPolicy: {default: 1Gi}}}'), `device-request-policy ${AT}`],
  ['some amounts', shared('default: 1Gi, validValues: [1Gi, 2Gi]')],
  ['some amounts without the usual one', shared('default: 3Gi, validValues: [1Gi, 2Gi]'), `device-request-policy ${AT}/validValues`],
  ['some amounts and no usual one', shared('validValues: [1Gi]'), `device-request-policy ${AT}/default`],
  ['amounts that are not sorted', shared('default: 1Gi, validValues: [2Gi, 1Gi]'), `device-request-policy ${AT}/validValues/1`],
  ['more than there is', shared('default: 1Gi, validValues: [1Gi, 20Gi]'), `device-request-policy ${AT}/validValues/1`],
  ['too many amounts', shared('default: 1, validValues: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]'), `device-request-policy ${AT}/validValues`],
  ['amounts and a range', shared('default: 1Gi, validValues: [1Gi], validRange: {min: 1Gi}'), `device-request-policy ${AT}`],
  ['a range in steps', shared('default: 1, validRange: {min: 1, max: 7, step: 3}')],
  ['a range from more than there is', shared('default: 20Gi, validRange: {min: 20Gi}'), `device-request-policy ${AT}/validRange/min`],
  ['a range above the usual one', shared('default: 1Gi, validRange: {min: 2Gi}'), `device-request-policy ${AT}/validRange/min`],
  ['a range below the usual one', shared('default: 3Gi, validRange: {min: 1Gi, max: 2Gi}'), `device-request-policy ${AT}/validRange/max`],
  ['a range that is none', shared('default: 2, validRange: {min: 2, max: 1}'), `device-request-policy ${AT}/validRange/max`, `device-request-policy ${AT}/validRange/max`],
  ['a range up to more than there is', shared('default: 1Gi, validRange: {min: 1Gi, max: 20Gi}'), `device-request-policy ${AT}/validRange/max`],
  ['steps that miss the end', shared('default: 1, validRange: {min: 1, max: 4, step: 2}'), `device-request-policy ${AT}/validRange/step`],
  ['a step that is too large', shared('default: 1Gi, validRange: {min: 1Gi, step: 10Gi}'), `device-request-policy ${AT}/validRange/step`],
], '1.36');
