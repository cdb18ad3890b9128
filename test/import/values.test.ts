import { codeOf } from '../../src/import/code';
import { cpuOf, memberOf, secondsOf, sizeOf, unlessEmpty } from '../../src/import/values';

test('quantities as people write them in code, and nothing for other units', () => {
  const values = [sizeOf('10Gi'), sizeOf('512Mi'), sizeOf('1G'), cpuOf('100m'), cpuOf(2), cpuOf('0.5'), secondsOf(30), secondsOf('30')];

  expect(values.map(value => value && codeOf(value))).toEqual([
    'Size.gibibytes(10)', 'Size.mebibytes(512)', undefined, 'Cpu.millis(100)', 'Cpu.units(2)', undefined, 'Duration.seconds(30)', undefined,
  ]);
});

test('members of enums have the values that they stand for', () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const kplus = require('cdk8s-plus-27');
  const members = [['ImagePullPolicy', 'IfNotPresent'], ['PersistentVolumeAccessMode', 'ReadWriteOncePod'], ['Protocol', 'UDP'], ['PodManagementPolicy', 'OrderedReady'], ['RestartPolicy', 'OnFailure']];

  const values = members.map(([name, value]) => memberOf(name, value)!.text.split('.')).map(([name, member]) => kplus[name][member]);

  expect(values).toEqual(members.map(([, value]) => value));
  expect(memberOf('Protocol', 'tcp')).toBeUndefined();
});

test('an empty record is none', () => {
  expect([unlessEmpty({ a: undefined }), unlessEmpty({ a: 0 })]).toEqual([undefined, { a: 0 }]);
});
