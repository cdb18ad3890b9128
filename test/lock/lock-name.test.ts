import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { LOCK_FILE, nearestLock } from '../../src/lock/lock-name';

let repository: string;

beforeEach(() => {
  repository = realpathSync(mkdtempSync(join(tmpdir(), 'nearest-')));
  mkdirSync(join(repository, 'apps/shop'), { recursive: true });
});

afterEach(() => { rmSync(repository, { recursive: true }); });

test('an app in a folder of its own is held to the lock at the root of its repository', () => {
  mkdirSync(join(repository, '.git'));
  writeFileSync(join(repository, LOCK_FILE), '');

  expect(nearestLock(join(repository, 'apps/shop'))).toBe(`../../${LOCK_FILE}`);
});

test('its own lock comes first', () => {
  writeFileSync(join(repository, LOCK_FILE), '');
  writeFileSync(join(repository, 'apps/shop', LOCK_FILE), '');

  expect(nearestLock(join(repository, 'apps/shop'))).toBe(LOCK_FILE);
});

test('a lock outside the repository is not its own', () => {
  mkdirSync(join(repository, 'apps/.git'));
  writeFileSync(join(repository, LOCK_FILE), '');

  expect(nearestLock(join(repository, 'apps/shop'))).toBe(LOCK_FILE);
});
