import { LockedSystem, systemsOf } from '../../src/lock/lock';
import { scopeOf } from '../../src/lock/lock-scope';
import { statefulSet } from '../diff/support';

const system = (name: string, folder?: string, spec = {}): LockedSystem => systemsOf([statefulSet(spec, { name })], folder)[0];
const written = (...names: string[]) => names.map(name => system(name));

const [shop, bank] = [system('shop', 'dist/shop'), system('bank', 'dist/bank')];
const [dev, prod] = [system('db', 'dist/dev', { serviceName: 'dev' }), system('db', 'dist/prod')];

describe('a folder that the lock knows', () => {
  test('is held against what is locked for it, whatever is in other folders', () => {
    expect(scopeOf([shop, bank], [], { folder: 'dist/shop' })).toEqual({ systems: [shop], isWhole: true, isKnown: true });
    expect(scopeOf([dev, prod], written('db'), { folder: 'dist/dev' }).systems).toEqual([dev]);
  });

  test('is that of an app that gives each chart a folder', () => {
    expect(scopeOf([shop, bank], [], { folder: 'dist' }).systems).toEqual([shop, bank]);
    expect(scopeOf([shop, bank], [], { folder: '.' }).systems).toEqual([shop, bank]);
  });

  test('has other apps below it, which an app has nothing to do with, and whoever reads the folder has', () => {
    const top = system('top', 'dist');

    expect(scopeOf([top, shop], [], { folder: 'dist' }).systems).toEqual([top]);
    expect(scopeOf([top, shop], [], { folder: 'dist', isDeep: true }).systems).toEqual([top, shop]);
  });
});

describe('a folder that the lock does not know', () => {
  test('is that of another app, if nothing has the same name', () => {
    expect(scopeOf([shop], written('new'), { folder: 'build' })).toEqual({ systems: [], isWhole: true, isKnown: false });
  });

  test('may be another folder of the only app, if something has the same name', () => {
    const other = system('other', 'dist/shop');

    expect(scopeOf([shop, other], written('shop'), { folder: 'build' })).toEqual({ systems: [shop, other], isWhole: true, isKnown: false });
  });

  test('is that of another cluster, where names are the same in several folders already', () => {
    expect(scopeOf([dev, prod], written('db'), { folder: 'dist/staging' }).systems).toEqual([]);
  });
});

describe('without a folder to go by', () => {
  const nowhere = { folder: '../tmp/cdk8s-x', isTemporary: true };

  test('the only app is meant, also if nothing of it is left', () => {
    expect(scopeOf([shop], written('new'), nowhere)).toMatchObject({ systems: [shop], isWhole: true });
    expect(scopeOf([shop], written('new'), {})).toMatchObject({ systems: [shop], isWhole: true });
  });

  test('those apps are meant that have systems of the same name', () => {
    const other = system('other', 'dist/shop');

    expect(scopeOf([shop, other, bank], written('shop'), nowhere).systems).toEqual([shop, other]);
  });

  test('of several clusters that one is meant that is most alike', () => {
    expect(scopeOf([dev, prod], written('db'), nowhere).systems).toEqual([prod]);
    expect(scopeOf([prod, dev], [system('db', undefined, { serviceName: 'dev' })], nowhere).systems).toEqual([dev]);
  });
});

test('a test is held against what it has, and misses nothing', () => {
  const place = { folder: '../tmp/x', isTemporary: true, isTest: true };

  expect(scopeOf([shop, bank], written('shop'), place)).toMatchObject({ systems: [shop], isWhole: false });
  expect(scopeOf([system('shop')], written('shop'), place)).toMatchObject({ isWhole: false });
});

test('what is locked without a folder must be in every app', () => {
  const anywhere = system('any');

  expect(scopeOf([anywhere], [], { folder: 'dist' })).toEqual({ systems: [anywhere], isWhole: true, isKnown: true });
  expect(scopeOf([anywhere, shop], [], { folder: 'build' }).systems).toEqual([anywhere]);
});
