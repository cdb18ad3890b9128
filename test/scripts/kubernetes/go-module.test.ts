import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A module whose files go to a cache of the test's own, which is read when the code is loaded. */
function newModule() {
  process.env.XDG_CACHE_HOME = mkdtempSync(join(tmpdir(), 'go-module-'));
  let GoModule: typeof import('../../../scripts/kubernetes/go-module').GoModule;
  jest.isolateModules(() => { ({ GoModule } = jest.requireActual('../../../scripts/kubernetes/go-module')); });
  return new GoModule!('tools');
}

test('a file is made once', () => {
  const module = newModule();

  const before = module.holds('greeting');
  const path = module.file('greeting', target => writeFileSync(target, 'hello'));
  module.file('greeting', () => { throw new Error('made twice'); });

  expect([before, module.holds('greeting')]).toEqual([false, true]);
  expect(readFileSync(path, 'utf8')).toBe('hello');
});

test('what was half made when making failed is not found under its name', () => {
  const module = newModule();
  let unfinished = '';

  expect(() => module.file('greeting', target => {
    unfinished = target;
    writeFileSync(target, 'hel');
    throw new Error('the machine was switched off');
  })).toThrow('switched off');

  expect(existsSync(unfinished)).toBe(true);
  expect(readFileSync(module.file('greeting', target => writeFileSync(target, 'hello')), 'utf8')).toBe('hello');
});

test('without Go it says what to install', () => {
  const module = newModule();
  const path = process.env.PATH;
  process.env.PATH = '';

  try {
    expect(module.missing('go.etcd.io/etcd/server/v3')).toEqual([expect.stringContaining('install Go 1.26 or newer')]);
    expect(() => module.program({ name: 'etcd', package: 'go.etcd.io/etcd/server/v3' })).toThrow('install Go 1.26 or newer');
  } finally {
    process.env.PATH = path;
  }
});
