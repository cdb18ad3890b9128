#!/usr/bin/env node
// Stands in for mongod, mongodump, mongorestore and mongosh, by the name that it is called by. It knows the options that the manual names and
// that scripts use, and refuses every other one as the real commands do. What the servers hold is in the file $STAND_INS. Its archives are
// compressed JSON; what it prints is worded as the tools' source has it.
const { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } = require('fs');
const { createServer } = require('net');
const { basename, join } = require('path');
const { gunzipSync, gzipSync } = require('zlib');
const { serialize } = require('bson');

const program = basename(process.argv[1]);
const args = process.argv.slice(2);
const state = JSON.parse(readFileSync(process.env.STAND_INS, 'utf8'));
const OPTIONS = {
  mongod: ['quiet', 'bind_ip', 'port', 'nounixsocket', 'dbpath', 'wiredTigerCacheSizeGB'],
  mongodump: ['config', 'uri', 'username', 'authenticationDatabase', 'readPreference', 'ssl', 'sslCAFile', 'oplog', 'gzip', 'archive'],
  mongorestore: ['uri', 'gzip', 'archive', 'oplogReplay'],
  mongosh: ['quiet', 'norc', 'nodb'],
};
const option = name => {
  const index = args.findIndex(arg => arg === `--${name}` || arg.startsWith(`--${name}=`));
  return args[index]?.includes('=') ? args[index].slice(name.length + 3) : args[index + 1];
};
const has = name => args.some(arg => arg.split('=')[0] === `--${name}`);
const CONTENT = process.env.STAND_INS + '.content';

function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function unknown(what) {
  appendFileSync(`${process.env.STAND_INS}.unknown`, `${program}: ${what}\n`);
  fail(`error parsing command line options: unknown ${what}`);
}

if (args.some(arg => arg.includes(state.password))) { unknown('password that the list of processes shows'); }
args.filter(arg => arg.startsWith('--')).map(arg => arg.slice(2).split('=')[0]).filter(name => !OPTIONS[program].includes(name)).forEach(name => unknown(`option '--${name}'`));

const log = line => process.stderr.write(`2026-01-31T03:00:00.000+0000\t${line}\n`);
const documents = count => `${count} ${count === 1 ? 'document' : 'documents'}`;

function mongodump() {
  const { hostname, searchParams } = new URL(option('uri'));
  const [, password] = /^password: '(.*)'\n$/.exec(readFileSync(option('config'), 'utf8'));
  if (!state.hosts[hostname]) { fail('Failed: error connecting to host: server selection error: context deadline exceeded'); }
  if (password.replace(/''/g, "'") !== state.password || option('username') !== 'root' || option('authenticationDatabase') !== 'admin') { fail('Failed: can\'t create session: Authentication failed.'); }
  if (state.tls && !(has('ssl') && existsSync(option('sslCAFile')))) { fail('Failed: nobody has checked who the server is'); }
  if (searchParams.get('directConnection') !== 'true') { unknown('dump of several members'); }
  if (state.hosts[hostname] === 'secondary' && !/^secondary/.test(option('readPreference'))) { fail('Failed: not primary and secondaryOk=false'); }
  if (!has('oplog')) { unknown('dump of no moment'); }
  const all = { 'admin.system.users': 1, ...state.collections };
  Object.entries(all).forEach(([name, count]) => {
    log(`writing ${name} to archive '${option('archive')}'`);
    if (name === state.torn) { fail('Failed: error writing data for collection: connection closed', 1); }
    log(`done dumping ${name} (${documents(count)})`);
  });
  log('writing captured oplog to ');
  log('\tdumped 3 oplog entries');
  writeFileSync(option('archive'), gzipSync(JSON.stringify(all)));
}

function mongorestore() {
  if (!existsSync(CONTENT)) { fail('Failed: error connecting to host: connection() error'); }
  if (!has('oplogReplay') || !has('gzip')) { unknown('restore of no moment'); }
  let all;
  try { all = JSON.parse(gunzipSync(readFileSync(option('archive')))); } catch { fail("Failed: stream or file does not appear to be a mongodump archive"); }
  const refused = name => name === state.refused ? 1 : 0;
  const names = Object.keys(all).filter(name => !name.startsWith('admin.'));
  names.forEach(name => log(`finished restoring ${name} (${documents(all[name] - refused(name))}, ${refused(name)} ${refused(name) === 1 ? 'failure' : 'failures'})`));
  log('finished restoring shop.a view (0 documents, 0 failures)');
  writeFileSync(CONTENT, JSON.stringify(Object.fromEntries(names.map(name => [name, all[name]]))));
  log('restoring users from archive');
  log('replaying oplog');
  log('applied 3 oplog entries');
  const failures = names.filter(refused).length;
  log(`${names.reduce((sum, name) => sum + all[name], 0) - failures} document(s) restored successfully. ${failures} document(s) failed to restore.`);
}

// Every server answers `hello`; one on its own is primary of nothing.
function mongod() {
  if (!existsSync(option('dbpath')) || readdirSync(option('dbpath')).length > 0) { fail('{"s":"F","msg":"Terminating"}'); }
  if (option('bind_ip') !== '127.0.0.1') { unknown('server that anybody reaches'); }
  if (state.broken) { fail('{"s":"F","msg":"WiredTiger error"}', 14); }
  writeFileSync(join(option('dbpath'), 'WiredTiger'), '');
  writeFileSync(CONTENT, '{}');
  process.on('SIGTERM', () => process.exit(0));
  createServer(client => client.on('error', () => undefined).on('data', message => {
    const body = serialize({ isWritablePrimary: true, ok: 1 });
    const header = Buffer.alloc(21);
    header.writeInt32LE(header.length + body.length, 0);
    header.writeInt32LE(message.readInt32LE(4), 8);
    header.writeInt32LE(2013, 12);
    client.write(Buffer.concat([header, body]));
  })).listen(Number(option('port')), '127.0.0.1');
}

// Runs a script as mongosh does, which waits for each answer by itself.
function mongosh() {
  const content = JSON.parse(readFileSync(CONTENT, 'utf8'));
  const names = [...new Set(Object.keys(content).map(name => name.split('.')[0]))];
  const inDatabase = database => Object.keys(content).filter(name => name.startsWith(`${database}.`)).map(name => name.slice(database.length + 1));
  const server = {
    adminCommand: ({ listDatabases }) => listDatabases === 1 ? { databases: names.map(name => ({ name })) } : unknown('admin command'),
    getSiblingDB: database => ({
      getCollectionInfos: () => inDatabase(database).map(name => ({ name })),
      runCommand: ({ validate }) => validate && `${database}.${validate}` === state.damaged ? { valid: false, errors: ['a key is missing in the index'] } : { valid: true, errors: [] },
    }),
  };
  const text = readFileSync(args[args.length - 1], 'utf8');
  try { new Function('connect', text)(() => server); } catch (error) { fail(String(error)); }
}

({ mongod, mongodump, mongorestore, mongosh })[program]();
