import fc from 'fast-check';
import { systemsOf } from '../../src/lock/lock';
import { LockFileError, printLock, readLock } from '../../src/lock/lock-file';
import { statefulSet } from '../diff/support';

const locked = systemsOf([statefulSet()]);

test('a lock file is read as it was written', () => {
  fc.assert(fc.property(fc.array(fc.record({
    folder: fc.constantFrom('dist', 'dist/dev'),
    namespace: fc.string(),
    name: fc.uuid(),
    serviceName: fc.string(),
    startOrdinal: fc.integer({ min: 1 }),
    selector: fc.constant({ matchLabels: { a: 'yes' } }),
    claims: fc.array(fc.record({ name: fc.string(), storageClass: fc.string() }, { requiredKeys: ['name'] })),
    retention: fc.record({ whenDeleted: fc.string(), whenScaled: fc.string() }),
  }, { requiredKeys: ['namespace', 'name', 'serviceName', 'selector', 'claims', 'retention'] })), fc.array(fc.record({ id: fc.string(), reason: fc.string() })), (systems, accepted) => {
    expect(readLock(printLock({ systems, accepted }), 'lock')).toEqual({ systems, accepted });
  }));
});

test.each([
  ['a list', '- a', ['lock: is not a lock file']],
  ['another version', 'version: 2\nsystems: []', ['version: must be 1, got 2']],
  ['an unknown field', 'version: 1\nsystems: []\nsystem: []', ['system: is not known here']],
  ['broken YAML', 'version: [', ['lock: ']],
  ['systems that are none', 'version: 1\nsystems: [1, {name: 2}]', ['systems[0]: must be a mapping', 'systems[1].namespace: must be text', 'systems[1].name: must be text, got 2']],
  ['a folder that is none', 'version: 1\nsystems: [{folder: 1}]', ['systems[0].folder: must be text, got 1']],
  ['an ordinal that is none', 'version: 1\nsystems: [{startOrdinal: -1}, {startOrdinal: "1"}]', ['systems[0].startOrdinal: must be a whole number from 1 on, got -1', 'systems[1].startOrdinal: must be']],
  ['a system twice', printLock({ systems: [...locked, ...locked], accepted: [] }), ["'data/db' is there twice"]],
])('a lock file with %s is refused, with every problem', (_, content, problems) => {
  const read = () => readLock(content, 'lock');

  expect(read).toThrow(LockFileError);
  for (const problem of problems) { expect(read).toThrow(problem); }
});

test('one name may be locked for several folders', () => {
  const systems = [...systemsOf([statefulSet()], 'dist/dev'), ...systemsOf([statefulSet()], 'dist/prod')];

  expect(readLock(printLock({ systems, accepted: [] }), 'lock').systems).toEqual(systems);
});
