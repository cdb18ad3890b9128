import { mkdtempSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import fc from 'fast-check';
import { claimTemplate, object, statefulSet } from './support';
import { lockBreaks, systemsOf } from '../../src/update/lock';
import { LockFileError, printLock, readLock } from '../../src/update/lock-file';
import { NO_LOCK, updateLock } from '../../src/update/lock-update';
import { lockProblems } from '../../src/update/synthesis-lock';

const locked = systemsOf([statefulSet()]);

describe('what is locked', () => {
  test('each StatefulSet by what its data is found by', () => {
    const systems = systemsOf([object('v1', 'ConfigMap', {}), statefulSet({ volumeClaimTemplates: [claimTemplate(), { metadata: { name: 'wal' }, spec: {} }] })]);

    expect(systems).toEqual([{
      namespace: 'data',
      name: 'db',
      serviceName: 'db',
      selector: { matchLabels: { app: 'db' } },
      claims: [{ name: 'data', storageClass: 'fast' }, { name: 'wal' }],
      retention: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    }]);
  });

  test('nothing else of it, and new systems break nothing', () => {
    const breaks = lockBreaks(locked, [statefulSet({ replicas: 9, minReadySeconds: 1 }), statefulSet({}, { name: 'new' })]);

    expect(breaks).toEqual([]);
  });

  test.each([
    ['serviceName', { serviceName: 'x' }],
    ['selector', { selector: { matchLabels: { app: 'x' } } }],
    ['claims', { volumeClaimTemplates: [claimTemplate('files')] }],
    ['retention', { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }],
  ])('another %s breaks it', (field, spec) => {
    const breaks = lockBreaks(locked, [statefulSet(spec)]);

    expect(breaks).toMatchObject([{ id: 'data/db', field }]);
  });

  test('a renamed system is told from a removed one, with what to write', () => {
    const [renamed] = lockBreaks(locked, [statefulSet({}, { name: 'stack-db' })]);
    const [removed] = lockBreaks(locked, []);

    expect(renamed.message).toContain("is now called 'data/stack-db'");
    expect(renamed.message).toContain("`name: 'db'`");
    expect(removed.message).toContain('is not there any more');
  });
});

describe('the lock file', () => {
  test('is read as it was written', () => {
    fc.assert(fc.property(fc.array(fc.record({
      namespace: fc.string(),
      name: fc.uuid(),
      serviceName: fc.string(),
      selector: fc.constant({ matchLabels: { a: 'yes' } }),
      claims: fc.array(fc.record({ name: fc.string(), storageClass: fc.string() }, { requiredKeys: ['name'] })),
      retention: fc.record({ whenDeleted: fc.string(), whenScaled: fc.string() }),
    })), fc.array(fc.record({ id: fc.string(), reason: fc.string() })), (systems, accepted) => {
      expect(readLock(printLock({ systems, accepted }), 'lock')).toEqual({ systems, accepted });
    }));
  });

  test.each([
    ['a list', '- a', ['lock: is not a lock file']],
    ['another version', 'version: 2\nsystems: []', ['version: must be 1, got 2']],
    ['an unknown field', 'version: 1\nsystems: []\nsystem: []', ['system: is not known here']],
    ['broken YAML', 'version: [', ['lock: ']],
    ['systems that are none', 'version: 1\nsystems: [1, {name: 2}]', ['systems[0]: must be a mapping', 'systems[1].namespace: must be text', 'systems[1].name: must be text, got 2']],
    ['a system twice', printLock({ systems: [...locked, ...locked], accepted: [] }), ["'data/db' is there twice"]],
  ])('with %s is refused, with every problem', (_, content, problems) => {
    const read = () => readLock(content, 'lock');

    expect(read).toThrow(LockFileError);
    for (const problem of problems) { expect(read).toThrow(problem); }
  });
});

describe('writing the lock', () => {
  const before = { systems: locked, accepted: [] };

  test('the first lock takes everything as it is', () => {
    expect(updateLock(NO_LOCK, [statefulSet()], [])).toEqual({ lock: { systems: locked, accepted: [] }, refused: [], unused: [] });
  });

  test('a locked system changes only if that is accepted by name', () => {
    const after = [statefulSet({ serviceName: 'x' })];

    expect(updateLock(before, after, []).refused).toMatchObject([{ id: 'data/db', field: 'serviceName' }]);
    expect(updateLock(before, after, [{ id: 'data/db', reason: 'new DNS' }])).toMatchObject({
      refused: [], lock: { systems: [{ serviceName: 'x' }], accepted: [{ id: 'data/db', reason: 'new DNS' }] },
    });
  });

  test('an acceptance that nothing needs is told', () => {
    expect(updateLock(before, [statefulSet()], [{ id: 'data/other', reason: 'x' }]).unused).toEqual([{ id: 'data/other', reason: 'x' }]);
  });
});

describe('synthesis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));

  test('asks nothing where there is no lock file', () => {
    expect(lockProblems([statefulSet({ serviceName: 'x' })], join(folder, 'none.yaml'))).toEqual([]);
  });

  test('names the break, what keeps the identity, and how to accept it', () => {
    const file = join(folder, 'lock.yaml');
    writeFileSync(file, printLock({ systems: locked, accepted: [] }));

    const [problem, ...others] = lockProblems([statefulSet({}, { name: 'x' })], file);

    expect(others).toEqual([]);
    expect(problem).toContain("`name: 'db'`");
    expect(problem).toContain('lock --accept data/db --reason');
  });

  test('says what is wrong with a lock file that cannot be understood', () => {
    const file = join(folder, 'torn.yaml');
    writeFileSync(file, 'version: 2\nsystems: []\n');

    expect(lockProblems([], file)).toEqual([expect.stringMatching(/torn\.yaml: version: must be 1, got 2/)]);
  });
});

test.each([
  ['serviceName', { serviceName: 'x' }, "`serviceName: 'db'`"],
  ['selector', { selector: { matchLabels: { app: 'x' } } }, '`selectorLabels: {"app":"db"}`'],
  ['claims', { volumeClaimTemplates: [] }, "`name: 'data'`"],
  ['retention', { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } }, '`claimRetention: ClaimRetention.retain()`'],
])('a changed %s says what to write on the construct', (field, spec, words) => {
  const breaks = lockBreaks(systemsOf([statefulSet()]), [statefulSet(spec)]);

  expect(breaks).toMatchObject([{ field, message: expect.stringContaining(words) }]);
});
