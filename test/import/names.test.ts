import { Names, idFor, kindWords, variableFor, variableNames } from '../../src/import/names';

test('each name is given once', () => {
  const names = new Names(['web']);

  expect([names.take('web', 'webService'), names.take('web', 'webService'), names.take('db')]).toEqual(['webService', 'webService2', 'db']);

  names.release('db');

  expect(names.take('db')).toBe('db');
});

test('a variable is no word of the language', () => {
  expect(variableNames().take('delete', 'deleteJob')).toBe('deleteJob');
  expect(variableNames().take('app')).toBe('app2');
});

test.each([
  ['orders-db', 'ordersDb'],
  ['pv001', 'pv001'],
  ['1password', 'the1password'],
  ['system:node', 'systemNode'],
  ['データ', 'the'],
])("'%s' as a variable", (name, variable) => {
  expect(variableFor(name)).toBe(variable);
});

test('ids have no slash, and are not empty', () => {
  expect([idFor('a/b'), idFor(''), kindWords('PersistentVolumeClaim')]).toEqual(['a-b', 'object', 'persistent-volume-claim']);
});
