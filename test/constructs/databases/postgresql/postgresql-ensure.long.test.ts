import { MISSING, RealServer } from './real-server';
import { DatabaseServerProps } from '../../../../src/constructs/databases/database-server-props';
import { DatabaseAccess, DatabaseGrant } from '../../../../src/constructs/databases/database-user';
import { WANTED } from '../../../../src/constructs/databases/postgresql/agent-files';
import { wantedFiles } from '../../../../src/constructs/databases/wanted-files';
import { needs } from '../../../support/needs';

/** With signs that a shell, psql or SQL would read in another way. */
const PASSWORD = "it's \\a b\"%$:name";

const PROPS: DatabaseServerProps = {
  databases: [{ name: 'orders', owner: 'shop', extensions: ['plpgsql'] }],
  users: [{ name: 'shop' }, { name: 'reader', grants: [{ database: 'orders' }] }, { name: 'writer', grants: [{ database: 'orders', access: DatabaseAccess.WRITE }] }],
  initScripts: [{ name: 'tables', database: 'orders', content: "CREATE TABLE items (id int PRIMARY KEY, note text); INSERT INTO items VALUES (1, 'it''s :name');" }],
};

needs(MISSING === undefined, MISSING ?? '').describe('postgresql-ensure.sh on a real server', () => {
  let server: RealServer;

  beforeAll(async () => {
    server = new RealServer(['scripts/passwords.sh', 'postgresql/postgresql-ensure.sh']);
    await server.start('log_statement=all');
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    server.remove();
  });

  function ensure(props: DatabaseServerProps, passwords: Record<string, string>) {
    for (const { path, content } of wantedFiles(props, WANTED)) { server.write(path.slice(1), content); }
    for (const [path, password] of Object.entries({ superuser: 'secret', replication: 'follows', ...passwords })) { server.write(`passwords/${path}`, password); }
    return server.script('postgresql-ensure.sh', { PGHOST: `${server.root}/run` });
  }

  const passwords = { 'users/shop': PASSWORD, 'users/reader': 'reads', 'users/writer': 'writes' };

  test('makes what is asked for, once, however often it runs, and tells no password', () => {
    const props = { ...PROPS, initScripts: [...PROPS.initScripts!, { name: 'once', database: 'orders', content: 'CREATE TABLE once (i int)' }] };

    const before = server.log.length;
    const [first, second] = [ensure(props, passwords), ensure(props, passwords)];

    expect([first.status, second.status]).toEqual([0, 0]);
    expect([first.stdout, second.stdout]).toEqual([expect.stringContaining('ran the script once in the database orders\n'), '']);
    expect(server.sqlAs('shop', PASSWORD, 'SELECT note FROM items', 'orders')).toBe("it's :name");
    expect(server.sql("SELECT tableowner FROM pg_tables WHERE tablename = 'items'", 'orders')).toBe('shop');
    expect(server.log.slice(before).split('\n').filter(line => /PASSWORD|reads|secret/.test(line) && !/^.*:'password'/.test(line))).toEqual([]);
  }, 60_000);

  test('lets users do what was granted, also with tables of later, and nobody else connect', () => {
    ensure(PROPS, passwords);
    server.sqlAs('shop', PASSWORD, 'CREATE TABLE later (i int)', 'orders');
    server.sql("CREATE ROLE stranger LOGIN PASSWORD 'x'");

    const may = (user: string, password: string, statement: string) => server.sqlAs(user, password, statement, 'orders') !== undefined;

    expect(['SELECT * FROM later', 'INSERT INTO later VALUES (1)', 'DROP TABLE later'].map(statement => may('reader', 'reads', statement))).toEqual([true, false, false]);
    expect(['SELECT * FROM later', 'INSERT INTO later VALUES (1)', 'DROP TABLE later'].map(statement => may('writer', 'writes', statement))).toEqual([true, true, false]);
    expect(may('stranger', 'x', 'SELECT 1')).toBe(false);
  }, 60_000);

  test('what is taken from the grants is revoked, and later tables are shut, too', () => {
    const withGrants = (grants?: DatabaseGrant[]): DatabaseServerProps => ({ ...PROPS, users: [PROPS.users![0], { name: 'writer', grants }] });
    const may = () => ['SELECT * FROM items', 'DELETE FROM items WHERE id = 9', 'SELECT * FROM after', 'DELETE FROM after']
      .map(statement => server.sqlAs('writer', 'writes', statement, 'orders') !== undefined);
    ensure(PROPS, passwords);

    const reads = ensure(withGrants([{ database: 'orders' }]), passwords);
    server.sqlAs('shop', PASSWORD, 'CREATE TABLE after (i int)', 'orders');
    const whenReading = may();
    const none = ensure(withGrants(), passwords);
    const whenNone = may();
    server.sql('GRANT CONNECT ON DATABASE orders TO writer; GRANT USAGE ON SCHEMA public TO writer', 'orders');
    server.sqlAs('shop', PASSWORD, 'CREATE TABLE last (i int)', 'orders');

    expect([reads.status, whenReading]).toEqual([0, [true, false, true, false]]);
    expect([none.status, whenNone]).toEqual([0, [false, false, false, false]]);
    expect(server.sqlAs('writer', 'writes', 'SELECT 1', 'orders')).toBe('1');
    expect(server.sqlAs('writer', 'writes', 'SELECT * FROM last', 'orders')).toBeUndefined();
  }, 60_000);

  test('a password that was written anew is the one that counts', () => {
    ensure(PROPS, passwords);

    const { status } = ensure(PROPS, { ...passwords, 'users/reader': 'other' });

    expect([status, server.sqlAs('reader', 'other', 'SELECT 1', 'orders'), server.sqlAs('reader', 'reads', 'SELECT 1', 'orders')]).toEqual([0, '1', undefined]);
  }, 60_000);

  test('the administrator and the members have the passwords of the files, also when these are written anew', () => {
    server.sql('DROP ROLE IF EXISTS replicator; CREATE ROLE replicator REPLICATION LOGIN');
    const may = (user: string, password: string) => (user === 'replicator'
      ? server.sqlAs(user, password, 'IDENTIFY_SYSTEM', 'dbname=postgres replication=true') : server.sqlAs(user, password, 'SELECT 1', 'postgres')) !== undefined;
    ensure(PROPS, passwords);
    const before = [may('postgres', 'secret'), may('replicator', 'follows')];

    const { status } = ensure(PROPS, { ...passwords, superuser: PASSWORD, replication: 'anew' });

    expect([before, status]).toEqual([[true, true], 0]);
    expect([may('postgres', PASSWORD), may('postgres', 'secret'), may('replicator', 'anew'), may('replicator', 'follows')]).toEqual([true, false, true, false]);
    expect(server.sql("SELECT rolsuper, rolreplication FROM pg_roles WHERE rolname IN ('postgres', 'replicator') ORDER BY rolname", 'postgres')).toBe('t|t\nf|t');
  }, 60_000);

  test.each(['', 'ends with a line break\n'])('the password %j is refused, and the rest is made', password => {
    const { status, stderr } = ensure({ users: [{ name: 'shop' }, { name: 'next' }] }, { 'users/shop': password, 'users/next': 'x' });

    expect(status).toBe(1);
    expect(stderr).toContain('could not make: user shop');
    expect(server.sql("SELECT count(*) FROM pg_roles WHERE rolname = 'next'")).toBe('1');
  }, 60_000);

  test('a script that fails leaves nothing behind, and is run again when it was fixed', () => {
    const withScript = (content: string): DatabaseServerProps => ({ ...PROPS, initScripts: [{ name: 'more', database: 'orders', content }] });

    const failed = ensure(withScript('CREATE TABLE half (i int); SELECT 1/0;'), passwords);
    const fixed = ensure(withScript('CREATE TABLE half (i int);'), passwords);

    expect([failed.status, fixed.status]).toEqual([1, 0]);
    expect(failed.stderr).toContain('division by zero');
    expect(fixed.stdout).toBe('ran the script more in the database orders\n');
  }, 60_000);

  test('the account of the exporter sees figures and no data', () => {
    ensure(PROPS, passwords);
    const password = server.must('bash', '-c', `. ${server.root}/scripts/passwords.sh; password_for metrics secret`);

    const seen = ['SELECT count(*) > 0 FROM pg_stat_database', 'SELECT 1 FROM pg_authid'].map(statement => server.sqlAs('metrics', password, statement, 'postgres'));

    expect(seen).toEqual(['t', undefined]);
    expect(server.sqlAs('metrics', password, 'SELECT 1', 'orders')).toBeUndefined();
  }, 60_000);
});
