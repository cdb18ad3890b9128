import { wantedFiles } from '../../../../src/constructs/databases/postgresql/wanted';
import { SqlAccess } from '../../../../src/constructs/databases/sql-user';

test('users come before the databases that they own, and scripts last', () => {
  const [list, ...scripts] = wantedFiles({
    databases: [{ name: 'orders', owner: 'shop', extensions: ['pg_trgm'] }, { name: 'logs' }],
    users: [{ name: 'shop' }, { name: 'reader', grants: [{ database: 'orders' }, { database: 'logs', access: SqlAccess.WRITE }] }],
    initScripts: [{ name: 'tables', database: 'orders', sql: 'CREATE TABLE a (i int);' }, { name: 'roles', sql: 'CREATE ROLE b;\n' }],
  });

  expect(list).toEqual({
    path: '/config/wanted',
    content: [
      'metrics', 'user shop', 'user reader', 'database orders shop', 'database logs postgres', 'extension orders pg_trgm',
      'grant orders reader read shop', 'grant logs reader write postgres', 'script tables orders shop', 'script roles postgres postgres', '',
    ].join('\n'),
  });
  expect(scripts).toEqual([
    { path: '/config/scripts/tables.sql', content: 'CREATE TABLE a (i int);\n' },
    { path: '/config/scripts/roles.sql', content: 'CREATE ROLE b;\n' },
  ]);
});
