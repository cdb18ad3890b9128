import { execFileSync } from 'child_process';
import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { AddressInfo, createServer, Server } from 'net';
import { join } from 'path';
import { Document } from 'bson';
import { Chart, Testing } from 'cdk8s';
import { Backup } from '../../../../src/constructs/databases/backup';
import { DatabaseProps } from '../../../../src/constructs/databases/database-props';
import { MongoReplicaSet } from '../../../../src/constructs/databases/mongo/mongo-replica-set';
import { RestoreCheck } from '../../../../src/constructs/databases/restore-check';
import { needs } from '../../../support/needs';
import { JobStage } from '../stand-ins/job-stage';
import { answerTo } from '../stand-ins/mongo-answer';
import { PATIENCE, hasBash } from '../stand-ins/stage';

jest.setTimeout(PATIENCE);

const PASSWORD = "it's a 'secret'";

/** A port of this machine on which no server listens; the members of a set listen on it too, at addresses of their own. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** A server that answers every question as MongoDB answers `hello`. */
async function member(address: string, port: number, answer: Document): Promise<Server> {
  const server = createServer(client => client.on('error', () => { /* gone */ }).on('data', message => { client.write(answerTo(message, answer)); }));
  await new Promise<void>(resolve => server.listen(port, address, resolve));
  return server;
}

type Role = 'primary' | 'secondary' | 'other' | 'silent';
const answerOf = (role: Role) => ({ isWritablePrimary: role === 'primary', secondary: role === 'secondary', setName: 'db', ok: 1 });

needs(hasBash, 'no bash').describe('backups of MongoReplicaSet, with stand-ins for its commands', () => {
  let stage: JobStage;
  let servers: Server[] = [];
  let addresses: string[];
  let port: number;
  let set: object;

  async function open(roles: Role[] = ['primary', 'secondary', 'secondary'], props: DatabaseProps = {}, change: object = {}): Promise<void> {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
    const backup = new Backup(chart, 'backup', { database: new MongoReplicaSet(chart, 'db', props) });
    new RestoreCheck(chart, 'check', { backup });
    port = await freePort();
    addresses = roles.map((_, i) => `127.${1 + Math.floor(process.pid / 250) % 250}.${process.pid % 250}.${i + 2}`);
    const hosts = addresses.map((address, i) => [new RegExp(`db-${i}\\.db-members\\.data\\.svc\\.cluster\\.local`, 'g'), address] as const);
    stage = new JobStage(Testing.synth(chart), { password: PASSWORD }, 'mongo-commands.js', ['mongod', 'mongodump', 'mongorestore', 'mongosh'], [[/\b27017\b/g, String(port)], ...hosts]);
    servers = await Promise.all(roles.flatMap((role, i) => role === 'silent' ? [] : [member(addresses[i], port, answerOf(role))]));
    set = {
      password: PASSWORD,
      hosts: Object.fromEntries(addresses.map((address, i) => [address, roles[i]])),
      collections: { 'shop.orders': 500, 'shop.odd name (x)': 1, 'metrics.system.buckets.load': 7, 'empty.nothing': 0 },
      ...change,
    };
    stage.state = set;
  }
  const restate = (change: object) => { stage.state = { ...set, ...change }; };
  const backups = () => readdirSync(stage.path('backups')).sort();

  afterEach(() => {
    servers.forEach(server => server.close());
    const { unknown } = stage;
    stage.close();
    expect(unknown).toBe('');
  });

  test('a dump comes from a secondary, and a server of its own comes up with it', async () => {
    await open();

    const backup = await stage.run('backup');
    const check = await stage.run('check');

    expect(backup.log).toContain(`dumping ${addresses[1]}`);
    expect(backups()).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z$/)]);
    expect(check.log).toContain("a server came up with the dump's 3 collections that hold documents");
    expect([backup.succeeded, check.succeeded]).toEqual([true, true]);
  });

  test.each<[string, Role[], number]>([
    ['the primary, where there is no secondary', ['primary', 'silent', 'silent'], 0],
    ['not one that copies the data', ['primary', 'other', 'secondary'], 2],
    ['one that serves while the first is silent', ['silent', 'primary', 'secondary'], 2],
  ])('the member that is dumped is %s', async (_, roles, from) => {
    await open(roles);

    const { succeeded, log } = await stage.run('backup');

    expect(log).toContain(`dumping ${addresses[from]}`);
    expect(succeeded).toBe(true);
  });

  test('with TLS the certificate of the member is checked', async () => {
    await open(undefined, { tlsSecret: 'db-tls' }, { tls: true });

    const { log } = await stage.run('backup');

    expect(log).toContain('is complete');
  });

  test('nobody else can read the file with the password', async () => {
    await open();

    await stage.run('backup');

    expect(execFileSync('stat', ['-c', '%a', stage.path('tmp/mongodump.yaml')], { encoding: 'utf8' }).trim()).toBe('600');
  });

  test.each<[string, object, string]>([
    ['the password is wrong', { password: 'another' }, 'Authentication failed'],
    ['the dump breaks off', { torn: 'shop.orders' }, 'Failed: error writing data'],
  ])('where %s the backups that exist stay as they are', async (_, change, message) => {
    await open();
    await stage.run('backup');
    const before = backups();
    restate(change);

    const { succeeded, log } = await stage.run('backup');

    expect(succeeded).toBe(false);
    expect(log).toContain(message);
    expect(backups()).toEqual(before);
  });

  test('where no member serves the backup fails', async () => {
    await open(['other', 'silent', 'silent']);

    const { succeeded, log } = await stage.run('backup', { ASK_FOR: '1' });

    expect(succeeded).toBe(false);
    expect(log).toContain('no member serves of:');
  });

  test('members are waited for, as a policy may let a new pod in late', async () => {
    await open();
    servers.forEach(server => server.close());

    const backup = stage.run('backup');
    await new Promise(resolve => setTimeout(resolve, 1500));
    servers = await Promise.all(addresses.map((address, i) => member(address, port, answerOf(i === 0 ? 'primary' : 'secondary'))));

    expect(await backup).toMatchObject({ succeeded: true, log: expect.stringMatching(/dumping 127\..* is complete/s) });
  });

  test.each<[string, object, string]>([
    ['a document is refused, though mongorestore ends well', { refused: 'shop.orders' }, 'some documents could not be restored'],
    ['an index is damaged', { damaged: 'shop.orders' }, 'shop.orders is damaged: a key is missing in the index'],
    ['the server does not start', { broken: true }, 'the server did not come up'],
  ])('the check fails where %s', async (_, change, message) => {
    await open();
    await stage.run('backup');
    restate(change);

    const { succeeded, log } = await stage.run('check');

    expect(succeeded).toBe(false);
    expect(log).toContain(message);
  });

  test.each<[string, string, string]>([
    ['a collection is missing', 's/done dumping shop.orders/done dumping shop.more/', '< shop.more 500'],
    ['a document is missing', 's/(500 documents)/(501 documents)/', '< shop.orders 501'],
  ])('the check fails where %s', async (_, edit, message) => {
    await open();
    await stage.run('backup');
    const directory = join(stage.path('backups'), backups()[0]);
    execFileSync('sh', ['-c', `sed -i '${edit}' mongodump.log && sha256sum -- *.gz mongodump.log >SHA256SUMS`], { cwd: directory });

    const { succeeded, log } = await stage.run('check');

    expect(succeeded).toBe(false);
    expect(log).toContain(message);
    expect(log).toContain('have different collections');
  });

  test('the check fails where the archive is none', async () => {
    await open();
    await stage.run('backup');
    const directory = join(stage.path('backups'), backups()[0]);
    writeFileSync(join(directory, 'dump.archive.gz'), readFileSync(join(directory, 'dump.archive.gz')).subarray(0, 20));
    execFileSync('sh', ['-c', 'sha256sum -- *.gz mongodump.log >SHA256SUMS'], { cwd: directory });

    const { succeeded, log } = await stage.run('check');

    expect(succeeded).toBe(false);
    expect(log).toContain('cannot be restored');
  });
});
