import { testRules, of } from './rule-cases';
import { checkManifests } from '../../../../src/checks/run';
import { ApiModel } from '../../../../src/kubernetes/api/model';
import { Manifest } from '../../../../src/kubernetes/manifest';

const AT = '/spec/devices/0/capacity/memory/requestPolicy';
const device = (fields: string) => of('ResourceSlice', 'resource.k8s.io/v1',
  `spec: {driver: a.b, nodeName: a, pool: {name: a, resourceSliceCount: 1}, devices: [{name: a, ${fields}}]}`);
const shared = (policy: string) => device(`allowMultipleAllocations: true, capacity: {memory: {value: 10Gi, requestPolicy: {${policy}}}}`);
const huge = (range: string) => device(`allowMultipleAllocations: true, capacity: {memory: {value: 100E, requestPolicy: {default: 10E, ${range}}}}`);

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

describe('from 1.37 on', () => {
  testRules([
    ['a range in steps', shared('default: 1, validRange: {min: 1, max: 7, step: 3}')],
    ['a step of nothing', shared('default: 1, validRange: {min: 1, step: 0}'), `device-request-policy ${AT}/validRange/step`],
    ['a step back', shared('default: 1, validRange: {min: 1, step: -1}'), `device-request-policy ${AT}/validRange/step`],
    ['steps from less than nothing', shared('default: 1, validRange: {min: -3, step: 2}'), `device-request-policy ${AT}/validRange/min`],
    ['no steps from less than nothing', shared('default: 1, validRange: {min: -3}')],
    ['steps to more than the server can count', huge('validRange: {min: 1, max: 10E, step: 1}'), `device-request-policy ${AT}/default`, `device-request-policy ${AT}/validRange/max`],
    ['no steps to more than the server can count', huge('validRange: {min: 500m, max: 10E}')],
    ['fractions in steps, which are rounded up', shared('default: 500m, validRange: {min: 500m, max: 1, step: 2}')],
    ['less than thousandths', shared('default: 1, validRange: {min: 1u, step: 1u}')],
    ['amounts that are the same in whole units', shared('default: 500m, validValues: [500m, 600m]'), `device-request-policy ${AT}/validValues/1`],
  ], '1.37');
});

describe('where fractions are taken', () => {
  const fractions = (manifest: Manifest) => checkManifests([manifest], { scope: 'object', model: ApiModel.of('1.37', { featureGates: { DRAFractionalCapacityRange: true } }) })
    .filter(({ severity }) => severity === 'error').map(({ rule, path }) => `${rule} ${path}`);

  test.each([
    ['amounts', 'default: 500m, validValues: [500m, 600m]'],
    ['half steps', 'default: 1500m, validRange: {min: 1, max: 3, step: 500m}'],
    ['half steps from less than nothing', 'default: 1500m, validRange: {min: -500m, step: 1}'],
  ])('%s', (_, policy) => {
    expect(fractions(shared(policy))).toEqual([]);
  });

  test.each([
    ['half steps that miss the default', 'default: 1400m, validRange: {min: 1, max: 3, step: 500m}', 'validRange/step'],
    ['fractions that miss the end', 'default: 500m, validRange: {min: 500m, max: 1, step: 2}', 'validRange/step'],
    ['less than thousandths', 'default: 1, validRange: {min: 1u}', 'validRange/min'],
    ['a default of less than thousandths', 'default: 1u, validRange: {min: 0}', 'default'],
  ])('not %s', (_, policy, field) => {
    expect(fractions(shared(policy))).toEqual([`device-request-policy ${AT}/${field}`]);
  });
});
