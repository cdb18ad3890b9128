import { lockBreaks, namesIn, systemsOf } from '../../src/lock/lock';
import { claimTemplate, object, statefulSet } from '../diff/support';

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
    const breaks = lockBreaks(locked, systemsOf([statefulSet({ replicas: 9, minReadySeconds: 1 }), statefulSet({}, { name: 'new' })]));

    expect(breaks).toEqual([]);
  });

  test.each([
    ['serviceName', { serviceName: 'x' }],
    ['ordinals/start', { ordinals: { start: 3 } }],
    ['selector', { selector: { matchLabels: { app: 'x' } } }],
    ['volumeClaimTemplates', { volumeClaimTemplates: [claimTemplate('files')] }],
    ['persistentVolumeClaimRetentionPolicy', { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }],
  ])('another %s breaks it', (field, spec) => {
    const breaks = lockBreaks(locked, systemsOf([statefulSet(spec)]));

    expect(breaks).toMatchObject([{ rule: 'identity-changed', id: 'data/db', object: { kind: 'StatefulSet', namespace: 'data', name: 'db' }, path: `/spec/${field}` }]);
  });

  test('a renamed system is told from a removed one, with what to write', () => {
    const [renamed] = lockBreaks(locked, systemsOf([statefulSet({}, { name: 'stack-db' })]));
    const [removed] = lockBreaks(locked, []);

    expect(renamed.message).toContain("is now called 'data/stack-db'");
    expect(renamed.fix).toContain("`name: 'db'`");
    expect(removed.rule).toBe('identity-gone');
    expect(removed.message).toContain('is not there any more');
  });
});

test.each([
  ['serviceName', { serviceName: 'x' }, "`serviceName: 'db'`"],
  ['selector', { selector: { matchLabels: { app: 'x' } } }, '`selectorLabels: {"app":"db"}`'],
  ['claims', { volumeClaimTemplates: [] }, "`name: 'data'`"],
  ['retention', { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } }, '`claimRetention: ClaimRetention.retain()`'],
])('a changed %s says what to write on the construct', (_, spec, words) => {
  const breaks = lockBreaks(systemsOf([statefulSet()]), systemsOf([statefulSet(spec)]));

  expect(breaks).toMatchObject([{ fix: expect.stringContaining(words) }]);
});

test('the ordinal of the first pod is locked, for claims have it in their names', () => {
  const system = systemsOf([statefulSet({ ordinals: { start: 3 } })]);

  const [broken] = lockBreaks(system, systemsOf([statefulSet({ ordinals: { start: 0 } })]));

  expect(system).toMatchObject([{ startOrdinal: 3 }]);
  expect(broken.message).toBe("startOrdinal of StatefulSet 'data/db' is locked as 3, and is now 0");
  expect(broken.fix).toBe('write `startOrdinal: 3` on the construct');
});

test('a missing system breaks nothing if it may be in another app', () => {
  expect(lockBreaks(locked, [], { isWhole: false })).toEqual([]);
});

test('a system is held against what is in its own folder, and is found if it moved to another one', () => {
  const [dev, prod] = [systemsOf([statefulSet()], 'dist/dev'), systemsOf([statefulSet({ serviceName: 'x' })], 'dist/prod')];

  expect(lockBreaks([...dev, ...prod], [...prod, ...dev])).toEqual([]);
  expect(lockBreaks(dev, systemsOf([statefulSet()], 'build'))).toEqual([]);
});

test('the folder is part of the name where several folders have a system of that name', () => {
  const [dev, prod, other] = [...systemsOf([statefulSet()], 'dist/dev'), ...systemsOf([statefulSet()], 'dist/prod'), ...systemsOf([statefulSet({}, { name: 'other' })], 'dist/dev')];

  const names = [dev, prod, other].map(namesIn([dev, prod, other]));

  expect(names).toEqual(['dist/dev:data/db', 'dist/prod:data/db', 'data/other']);
});

test('several systems may be what became of one', () => {
  const [broken] = lockBreaks(locked, systemsOf([statefulSet({}, { name: 'a' }), statefulSet({}, { name: 'b' })]));

  expect(broken).toMatchObject({ message: expect.stringContaining("is gone, or now called 'data/a' or 'data/b'") });
});

test.each([
  ['renamed', [claimTemplate('files')], "its volume 'data' is now called 'files', so its claims would be left behind: write `name: 'data'` on the volume"],
  ['taken away', [], "its volume 'data' is gone, so its claims would be left behind"],
  ['added', [claimTemplate(), claimTemplate('wal')], "its volume 'wal' is new, and a StatefulSet gets no new claims"],
  ['given another class', [{ metadata: { name: 'data' }, spec: {} }], "the class of its volume 'data' was 'fast', and is now the cluster's default"],
])('a volume that was %s is told as such', (_, volumeClaimTemplates, words) => {
  const [broken] = lockBreaks(locked, systemsOf([statefulSet({ volumeClaimTemplates })]));

  expect(`${broken.message}: ${broken.fix}`).toContain(`StatefulSet 'data/db': ${words}`);
});

test('a system that moved to another namespace is told what to write on its chart', () => {
  const [{ fix }] = lockBreaks(locked, systemsOf([statefulSet({}, { namespace: 'other' })]));

  expect(fix).toContain("write `name: 'db'` on the construct, and `namespace: 'data'` on its chart");
});

describe('clusters', () => {
  const sets = (spec = {}) => [statefulSet(spec)];

  test('a system of another cluster is another one', () => {
    const breaks = lockBreaks(systemsOf(sets(), 'dist', 'eu'), systemsOf(sets(), 'dist', 'us'));

    expect(breaks.map(({ rule }) => rule)).toEqual(['identity-gone']);
    expect(lockBreaks(systemsOf(sets(), 'dist/eu'), systemsOf(sets(), 'dist/eu', 'eu'))).toEqual([]);
    expect(lockBreaks(systemsOf(sets(), 'old/eu', 'eu'), systemsOf(sets(), 'dist/eu', 'eu'))).toEqual([]);
  });

  test('one system is not two: what is gone in one place is not found in the other', () => {
    const both = [...systemsOf(sets(), 'dist/eu'), ...systemsOf(sets(), 'dist/us')];

    const breaks = lockBreaks(both, systemsOf(sets(), 'dist/us'), { nameOf: namesIn(both) });

    expect(breaks.map(({ rule, id }) => `${rule} ${id}`)).toEqual(['identity-gone dist/eu:data/db']);
  });

  test('of systems without a place, each is what it was', () => {
    const both = [...systemsOf(sets(), 'dist/eu'), ...systemsOf(sets({ serviceName: 'us' }), 'dist/us')];

    expect(lockBreaks(both, systemsOf([...sets({ serviceName: 'us' }), ...sets()]))).toEqual([]);
  });

  test('what is locked without a place must be everywhere, and is found beside others', () => {
    const both = [...systemsOf(sets()), ...systemsOf(sets(), 'dist')];

    expect(lockBreaks(both, systemsOf(sets(), 'dist'))).toEqual([]);
  });

  test('messages name the cluster where several have a system of that name', () => {
    const both = [...systemsOf(sets(), 'dist', 'eu'), ...systemsOf(sets(), 'dist', 'us')];

    expect(both.map(namesIn(both))).toEqual(['eu:data/db', 'us:data/db']);
  });
});

test('what should be text and has none is locked as empty', () => {
  expect(systemsOf([statefulSet({ serviceName: { toString: 2 } })])).toMatchObject([{ serviceName: '' }]);
});
