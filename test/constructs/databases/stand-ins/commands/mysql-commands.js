#!/usr/bin/env node
// Stands in for mysql, mysqldump and mysqld of MySQL 8.4, by the name that it is called by. It knows the options that the manual names and
// that scripts use, and refuses every other one as the real commands do. What the servers hold is in the file $STAND_INS.
const { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('fs');
const { basename, dirname, join } = require('path');

const program = basename(process.argv[1]);
const args = process.argv.slice(2);
const state = JSON.parse(readFileSync(process.env.STAND_INS, 'utf8'));
const OPTIONS = {
  mysql: ['user', 'host', 'port', 'protocol', 'socket', 'max-allowed-packet', 'connect-timeout', 'batch', 'raw', 'skip-column-names', 'ssl-mode', 'ssl-ca'],
  mysqldump: ['user', 'host', 'port', 'protocol', 'max-allowed-packet', 'ssl-mode', 'ssl-ca', 'single-transaction', 'quick', 'routines', 'triggers', 'skip-triggers',
    'events', 'hex-blob', 'set-gtid-purged', 'databases', 'no-data', 'no-create-info', 'no-create-db'],
  mysqld: ['initialize-insecure', 'datadir', 'socket', 'pid-file', 'tmpdir', 'secure-file-priv', 'skip-networking', 'mysqlx', 'skip-log-bin', 'event-scheduler',
    'max-allowed-packet', 'innodb-flush-log-at-trx-commit'],
};
const option = name => args.find(arg => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const has = name => args.includes(`--${name}`);

function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function unknown(what) {
  appendFileSync(`${process.env.STAND_INS}.unknown`, `${program}: ${what}\n`);
  fail(`${program}: [ERROR] unknown ${what}`, 2);
}

if (args[0] !== '--no-defaults') { unknown('files of defaults would be read'); }
if (args.some(arg => arg.includes(state.password))) { unknown('password that the list of processes shows'); }
args.slice(1).filter(arg => arg.startsWith('--')).map(arg => arg.slice(2).split('=')[0]).filter(name => !OPTIONS[program].includes(name)).forEach(name => unknown(`option '--${name}'`));

// The server that a client reaches, after it has logged in.
function server() {
  const host = option('host');
  const found = state.hosts[host];
  if (found === 'hangs' && process.env.IN_TIME) { process.exit(124); }
  if (found === 'hangs') { setInterval(() => undefined, 1000); return undefined; }
  if (!found) { fail(`ERROR 2003 (HY000): Can't connect to MySQL server on '${host}:${option('port')}' (111)`); }
  if (process.env.MYSQL_PWD !== state.password) { fail("ERROR 1045 (28000): Access denied for user 'root'"); }
  if (state.tls && !(option('ssl-mode') === 'VERIFY_IDENTITY' && existsSync(option('ssl-ca')))) { fail('ERROR: nobody has checked who the server is'); }
  return found;
}

async function tables(content) {
  const { Database } = await require('sql.js')();
  const db = new Database();
  db.create_function('CONCAT', (a, b, c) => `${a}${b}${c}`);
  const add = (schema, table, columns, rows) => {
    try { db.run(`ATTACH ':memory:' AS ${schema}`); } catch { /* it is there */ }
    db.run(`CREATE TABLE ${schema}.${table} (${columns.join()})`);
    rows.forEach(row => db.run(`INSERT INTO ${schema}.${table} VALUES (${columns.map(() => '?').join()})`, row));
  };
  add('performance_schema', 'replication_group_members', ['MEMBER_ID', 'MEMBER_STATE', 'MEMBER_ROLE'], content.members ?? []);
  const system = ['mysql', 'sys', 'information_schema', 'performance_schema'];
  add('information_schema', 'SCHEMATA', ['SCHEMA_NAME'], [...system, ...Object.keys(content.databases)].map(name => [name]));
  add('information_schema', 'TABLES', ['TABLE_SCHEMA', 'TABLE_NAME', 'TABLE_TYPE'], [['mysql', 'user', 'BASE TABLE'],
    ...Object.entries(content.databases).flatMap(([schema, names]) => names.map(name => [schema, name, 'BASE TABLE']))]);
  add('mysql', 'user', ['User', 'Host'], content.accounts ?? []);
  return query => (db.exec(query.replace(/@@server_uuid/g, `'${content.uuid}'`))[0]?.values ?? []).map(row => row.join('\t'));
}

const accountOf = name => state.accounts.find(({ user, host }) => name === `'${user}'@'${host}'`);

async function query(content, input) {
  const select = /SELECT /.test(input) ? await tables(content) : undefined;
  let asHex = false;
  const lines = input.split(/;\s*\n/).map(text => text.trim()).filter(Boolean).flatMap(statement => {
    const [, show, name] = /^SHOW (CREATE USER|GRANTS) (?:FOR )?(.*)$/.exec(statement) ?? [];
    if (statement === 'SET SESSION print_identified_with_as_hex=ON') { asHex = true; return []; }
    if (show === 'CREATE USER') { return [accountOf(name).create.replace('HASH', asHex ? '0x2441' : "'$A$\u0001'")]; }
    if (show === 'GRANTS') { return accountOf(name).grants; }
    if (statement.startsWith('SELECT ')) { return select(statement); }
    return unknown(`statement ${statement}`);
  });
  process.stdout.write(lines.map(line => `${line}\n`).join(''));
}

// One statement of a dump after the other, as a server on its own executes them. The first that fails ends it.
async function execute(input) {
  const datadir = readFileSync(option('socket'), 'utf8');
  const file = join(datadir, 'content.json');
  const content = JSON.parse(readFileSync(file, 'utf8'));
  const statements = input.split('\n').filter(line => !/^(--.*)?$/.test(line)).join('\n').split(/;\n|;$/).filter(Boolean);
  for (const statement of statements) {
    const [, create, name] = /^CREATE (DATABASE|TABLE|EVENT|USER|PROCEDURE)[^`]*`([^`]*)`/.exec(statement) ?? [];
    if (statement.startsWith('USE ')) {
      content.current = statement.split('`')[1];
      if (!content.databases[content.current]) { fail(`ERROR 1049 (42000): Unknown database '${content.current}'`); }
    } else if (create === 'DATABASE') {
      content.databases[name] ??= [];
    } else if (create === 'TABLE') {
      content.databases[content.current].push(name);
    } else if (create === 'USER') {
      if (statement.includes('DEFAULT ROLE')) { fail('ERROR 1396 (HY000): the role is not granted'); }
      content.accounts.push([name, statement.split('`')[3]]);
    } else if (/^GRANT .* TO `/.test(statement)) {
      const names = [...statement.matchAll(/`([^`]*)`@`[^`]*`/g)].map(([, user]) => user);
      if (names.some(user => !content.accounts.some(([known]) => known === user))) { fail('ERROR 1410 (42000): You are not allowed to create a user with GRANT'); }
      content.grants.push(statement);
    } else if (/^ALTER USER `[^`]*`@`[^`]*` DEFAULT ROLE `/.test(statement)) {
      content.defaultRoles.push(statement);
    } else if (statement.startsWith('SET @@GLOBAL.GTID_PURGED')) {
      fail('ERROR 3546 (HY000): @@GLOBAL.GTID_PURGED cannot be changed');
    } else if (statement.startsWith('SELECT ')) {
      (await tables(content))(statement).forEach(line => process.stdout.write(`${line}\n`));
    } else if (!/^(\/\*!.*\*\/|DROP TABLE IF EXISTS `.*`|INSERT INTO `.*` VALUES \(.*\))$/s.test(statement) && create === undefined) {
      fail(`ERROR 1064 (42000): You have an error in your SQL syntax near '${statement}'`);
    }
    writeFileSync(file, JSON.stringify(content));
  }
}

function dump(content) {
  const names = args.slice(args.indexOf('--databases') + 1);
  const print = (...lines) => process.stdout.write(lines.map(line => `${line}\n`).join(''));
  if (!has('single-transaction')) { unknown('dump that locks every table'); }
  print('-- MySQL dump 10.13  Distrib 8.4.6, for Linux (x86_64)', '--', "/*!40101 SET NAMES utf8mb4 */;");
  if (option('set-gtid-purged') !== 'OFF') { print("SET @@GLOBAL.GTID_PURGED='+11111111-2222-3333-4444-555555555555:1-7';"); }
  names.forEach((name, index) => {
    if (!content.databases[name]) { fail(`mysqldump: Got error: 1049: Unknown database '${name}' when selecting the database`, 2); }
    if (state.torn !== undefined && index === names.length - 1) { process.exit(state.torn); }
    print('', '--', `-- Current Database: \`${name}\``, '--', '');
    if (!has('no-create-db')) { print(`CREATE DATABASE /*!32312 IF NOT EXISTS*/ \`${name}\` /*!40100 DEFAULT CHARACTER SET utf8mb4 */;`); }
    print('', `USE \`${name}\`;`);
    content.databases[name].forEach(table => {
      if (!has('no-create-info')) {
        print('', '--', `-- Table structure for table \`${table}\``, '--', '', `DROP TABLE IF EXISTS \`${table}\`;`, `CREATE TABLE \`${table}\` (`, '  `id` int NOT NULL', ') ENGINE=InnoDB;');
      }
      if (!has('no-data')) { print(`INSERT INTO \`${table}\` VALUES (1,'-- Table structure for table\\n');`); }
    });
    if (has('events')) { print(`CREATE EVENT \`tidy\` ON SCHEDULE EVERY 1 DAY ${content.role === 'PRIMARY' ? 'ENABLE' : 'DISABLE ON REPLICA'} DO SELECT 1;`); }
    if (has('routines')) { print('CREATE PROCEDURE `p`() SELECT 1;'); }
  });
  print('', '-- Dump completed on 2026-01-31  3:00:00');
}

function serve() {
  const datadir = option('datadir');
  if (has('initialize-insecure')) {
    if (existsSync(datadir)) { fail('[ERROR] --initialize specified but the data directory has files in it. Aborting.'); }
    mkdirSync(datadir);
    writeFileSync(join(datadir, 'content.json'), JSON.stringify({ databases: {}, accounts: [['root', 'localhost']], grants: [], defaultRoles: [] }));
    return;
  }
  if (!existsSync(join(datadir, 'content.json')) || !existsSync(dirname(option('socket')))) { fail('[ERROR] Aborting'); }
  if (!has('skip-networking')) { unknown('server that anybody reaches'); }
  const end = () => { rmSync(option('socket'), { force: true }); process.exit(0); };
  process.on('SIGTERM', end);
  setTimeout(() => writeFileSync(option('socket'), datadir), 100);
  setInterval(() => undefined, 1000);
}

async function main() {
  if (program === 'mysqld') { return serve(); }
  if (program === 'mysqldump') { return dump({ ...server(), databases: state.databases }); }
  const input = readFileSync(0, 'utf8');
  if (option('socket')) {
    if (!existsSync(option('socket'))) { fail("ERROR 2002 (HY000): Can't connect to local MySQL server through socket"); }
    return execute(input);
  }
  const content = server();
  return content && query({ ...content, databases: state.databases, accounts: [...state.accounts.map(({ user, host }) => [user, host]),
    ['root', '%'], ['root', 'localhost'], ['replication', '%'], ['proxy', '%'], ['mysql.sys', 'localhost']] }, input);
}

main().catch(error => fail(String(error)));
