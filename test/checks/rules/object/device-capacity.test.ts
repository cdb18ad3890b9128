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
  ['a step of nothing', shared('default: 1, validRange: {min: 1, step: 0}'), `device-request-policy ${AT}/validRange/step`],
  ['steps from less than nothing that miss the default', shared('default: 0, validRange: {min: -3, step: 2}'), `device-request-policy ${AT}/validRange/step`],
  ['steps from less than nothing', shared('default: 1, validRange: {min: -3, max: 3, step: 2}')],
  ['steps from less than nothing, which is rounded down', shared('default: 0, validRange: {min: -1500m, step: 2}')],
  ['half of a step', shared('default: 1, validRange: {min: 1, max: 3, step: 500m}')],
  ['fractions in steps, which are rounded up', shared('default: 500m, validRange: {min: 500m, max: 1, step: 2}')],
  ['amounts that are the same in whole units', shared('default: 500m, validValues: [500m, 600m]'), `device-request-policy ${AT}/validValues/1`],
], '1.36');

describe('from 1.37 on, which takes fractions', () => {
  testRules([
    ['amounts that are fractions', shared('default: 500m, validValues: [500m, 600m]')],
    ['a range in steps', shared('default: 1, validRange: {min: 1, max: 7, step: 3}')],
    ['a range in half steps', shared('default: 1500m, validRange: {min: 1, max: 3, step: 500m}')],
    ['half steps that miss the default', shared('default: 1400m, validRange: {min: 1, max: 3, step: 500m}'), `device-request-policy ${AT}/validRange/step`],
    ['fractions that miss the end', shared('default: 500m, validRange: {min: 500m, max: 1, step: 2}'), `device-request-policy ${AT}/validRange/step`],
    ['a step of nothing', shared('default: 1, validRange: {min: 1, step: 0}'), `device-request-policy ${AT}/validRange/step`],
    ['a step back', shared('default: 1, validRange: {min: 1, step: -1}'), `device-request-policy ${AT}/validRange/step`],
    ['steps from less than nothing', shared('default: 1, validRange: {min: -3, step: 2}'), `device-request-policy ${AT}/validRange/min`],
    ['half steps from less than nothing', shared('default: 1500m, validRange: {min: -500m, step: 1}')],
    ['no steps from less than nothing', shared('default: 1, validRange: {min: -3}')],
    ['less than thousandths', shared('default: 1, validRange: {min: 1u}'), `device-request-policy ${AT}/validRange/min`],
    ['a default of less than thousandths', shared('default: 1u, validRange: {min: 0}'), `device-request-policy ${AT}/default`],
    ['steps from more than the server can count', device('allowMultipleAllocations: true, capacity: {memory: {value: 100E, requestPolicy: {default: 10E, validRange: {min: 1, max: 10E, step: 1}}}}'),
      `device-request-policy ${AT}/default`, `device-request-policy ${AT}/validRange/max`],
  ], '1.37');
});
