import { systemsOf } from '../../src/lock/lock';
import { NO_LOCK, unlock, updateLock } from '../../src/lock/lock-update';
import { statefulSet } from '../diff/support';

const locked = systemsOf([statefulSet()], 'dist');
const before = { systems: locked, accepted: [] };
const changed = systemsOf([statefulSet({ serviceName: 'x' })], 'dist');

test('the first lock takes everything as it is', () => {
  const update = updateLock(NO_LOCK, [], locked, []);

  expect(update).toEqual({ lock: { systems: locked, accepted: [] }, added: locked, refused: [], unused: [], now: new Map() });
});

test('a locked system changes only if that is accepted by name', () => {
  expect(updateLock(before, locked, changed, []).refused).toMatchObject([{ id: 'data/db', path: '/spec/serviceName' }]);
  expect(updateLock(before, locked, changed, [{ id: 'data/db', reason: 'new DNS' }])).toMatchObject({
    added: [], refused: [], lock: { systems: [{ serviceName: 'x' }], accepted: [{ id: 'data/db', reason: 'new DNS' }] },
  });
});

test('an acceptance that nothing needs is told', () => {
  expect(updateLock(before, locked, locked, [{ id: 'data/other', reason: 'x' }]).unused).toEqual([{ id: 'data/other', reason: 'x' }]);
});

test('what is not in the scope stays as it is', () => {
  const other = systemsOf([statefulSet({}, { name: 'other' })], 'dist/other');

  const { lock, refused } = updateLock({ systems: [...locked, ...other], accepted: [] }, locked, changed, [{ id: 'data/db', reason: 'x' }]);

  expect(refused).toEqual([]);
  expect(lock.systems).toEqual([...changed, ...other]);
});

test('what comes through a pipe keeps the folder it is locked for', () => {
  const { lock } = updateLock(before, locked, systemsOf([statefulSet()]), []);

  expect(lock.systems).toEqual(locked);
});

test('of two systems with one name, each is accepted and unlocked with its folder', () => {
  const dev = systemsOf([statefulSet()], 'dist/dev');
  const both = { systems: [...dev, ...locked], accepted: [] };

  expect(unlock(both, [{ id: 'data/db', reason: 'x' }])).toMatchObject({ systems: [], unused: [{ id: 'data/db' }] });
  expect(unlock(both, [{ id: 'dist/dev:data/db', reason: 'x' }])).toMatchObject({ systems: dev, unused: [], lock: { systems: locked, accepted: [{ id: 'dist/dev:data/db' }] } });
});
