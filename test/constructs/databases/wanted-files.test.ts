import { DatabaseAccess } from '../../../src/constructs/databases/database-user';
import { Wanted, wantedFiles } from '../../../src/constructs/databases/wanted-files';

const POSTGRESQL: Wanted = { administrator: 'postgres', database: 'postgres', extension: 'sql', own: ['metrics'] };

test('users come before the databases that they own, and scripts last', () => {
  const [list, ...scripts] = wantedFiles({
    databases: [{ name: 'orders', owner: 'shop', extensions: ['pg_trgm'] }, { name: 'logs' }],
    users: [{ name: 'shop' }, { name: 'reader', grants: [{ database: 'orders' }, { database: 'logs', access: DatabaseAccess.WRITE }] }],
    initScripts: [{ name: 'tables', database: 'orders', content: 'CREATE TABLE a (i int);' }, { name: 'roles', content: 'CREATE ROLE b;\n' }],
  }, POSTGRESQL);

  expect(list).toEqual({
    path: '/config/wanted',
    content: [
      'metrics', 'user shop', 'user reader', 'database orders shop', 'database logs postgres', 'extension orders pg_trgm',
      'grant orders reader read shop', 'grant logs shop none postgres', 'grant logs reader write postgres', 'script tables orders shop', 'script roles postgres postgres', '',
    ].join('\n'),
  });
  expect(scripts).toEqual([
    { path: '/config/scripts/tables.sql', content: 'CREATE TABLE a (i int);\n' },
    { path: '/config/scripts/roles.sql', content: 'CREATE ROLE b;\n' },
  ]);
});

test('nothing that is asked for is no file at all', () => {
  const files = wantedFiles({ users: [] }, { administrator: 'root', database: '-', extension: 'sql' });

  expect(files).toEqual([]);
});

test('an owner needs no grant, and the wider one of two grants counts', () => {
  const [list] = wantedFiles({
    databases: [{ name: 'orders', owner: 'shop' }, { name: 'logs' }],
    users: [{ name: 'shop', grants: [{ database: 'orders' }, { database: 'logs' }, { database: 'logs', access: DatabaseAccess.WRITE }] }],
  }, { administrator: 'root', database: '-', extension: 'sql' });

  expect(list.content).toBe('user shop\ndatabase orders shop\ndatabase logs root\ngrant logs shop write root\n');
});
