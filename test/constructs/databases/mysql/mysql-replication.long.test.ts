import { Chart, Testing } from 'cdk8s';
import { DatabaseProps } from '../../../../src/constructs/databases/database-props';
import { MySqlReplication } from '../../../../src/constructs/databases/mysql/mysql-replication';
import { Manifest } from '../../../../src/kubernetes/manifest';
import { needs } from '../../../support/needs';
import { MySqlServers } from '../stand-ins/mysql-servers';
import { PATIENCE, hasBash, until } from '../stand-ins/stage';
import { Trial } from '../stand-ins/trial';

function synth(props: DatabaseProps = {}): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  new MySqlReplication(chart, 'db', props);
  return Testing.synth(chart);
}

jest.setTimeout(PATIENCE);

/** Each test runs the scripts of the manifests in three processes; the servers stand in, see mysql-servers.ts. */
needs(hasBash, 'no bash').describe('the scripts of MySqlReplication, with stand-ins for the server and its clients', () => {
  let servers: MySqlServers;
  let trial: Trial<MySqlServers>;

  beforeEach(async () => {
    servers = new MySqlServers(synth());
    trial = await Trial.of(servers);
  });

  afterEach(() => trial.close());

  async function formed(writes = 3): Promise<void> {
    await trial.formed();
    for (let i = 0; i < writes; i++) { servers.write(); }
  }

  async function outage(): Promise<void> {
    await trial.outage();
    servers.groups.length = 0;
  }

  test('make an empty database without transactions, and accounts with the password of the Secret', async () => {
    servers.stage.start(1);

    await trial.allRun(1);
    await until('the database is in its place', () => servers.stage.has('db-1', 'data/mysql/db.json'));

    const { executed, accounts } = JSON.parse(servers.stage.read('db-1', 'data/mysql/db.json'));
    expect(executed).toBe('');
    expect(accounts).toMatchObject({ 'root@localhost': 'it\'s a "secret"', 'root@%': 'it\'s a "secret"', 'proxy@%': '' });
    expect(accounts['replication@%']).toMatch(/^[0-9a-f]{32}$/);
  });

  test('begin anew with a database whose making was broken off', async () => {
    servers.stage.start(1);
    await until('the database is being made', () => servers.stage.has('db-1', 'data/new/db.json'));
    servers.stage.kill('db-1');
    const before = servers.stage.has('db-1', 'data/mysql');

    servers.stage.start(1);

    await until('the database is in its place', () => servers.stage.has('db-1', 'data/mysql/db.json'), () => servers.stage.log);
    expect(before).toBe(false);
  });

  test('a member that was killed comes back with its data, and is sent only what it missed', async () => {
    await formed();
    servers.stage.kill('db-1');
    await trial.serving(0, 2);
    servers.write();

    servers.stage.start(1);

    await trial.serving(0, 1, 2);
    expect(servers.writes('db-1')).toBe(4);
    expect(servers.cloned).toEqual([]);
    expect(servers.begun).toEqual(['db-0']);
  });

  test('member 0 with an empty volume joins and is sent a copy; it never begins a second group', async () => {
    await formed();
    await trial.loseVolume();

    servers.stage.start(0);

    await trial.serving(0, 1, 2);
    expect(servers.writes('db-0')).toBe(3);
    expect(servers.cloned).toEqual(['db-0']);
    expect(servers.begun).toEqual(['db-0']);
  });

  test('after all were down the one with the most transactions leads, and the others join it', async () => {
    await formed();
    await servers.stage.stop('db-0');
    await servers.stage.stop('db-1');
    servers.write();
    await outage();

    servers.stage.start(0, 1, 2);

    await trial.serving(0, 1, 2);
    expect(servers.begun).toEqual(['db-0', 'db-2']);
    expect([0, 1, 2].map(ordinal => servers.writes(`db-${ordinal}`))).toEqual([4, 4, 4]);
  });

  test('transactions that a member received and has not executed count as held', async () => {
    await formed();
    servers.stage.kill('db-0');
    await trial.serving(1, 2);
    servers.write(['db-2']);
    const received = servers.writes('db-2');
    await outage();
    servers.stage.wipe('db-1');

    servers.stage.start(0, 1, 2);

    await trial.serving(0, 1, 2);
    expect(received).toBe(3);
    expect(servers.begun).toEqual(['db-0', 'db-2']);
    expect(servers.writes('db-1')).toBe(4);
  });

  test('after all were killed nobody leads before all have told what they hold', async () => {
    await formed();
    await outage();

    servers.stage.start(0, 1);
    await servers.stage.keepsWaiting('db-0');
    await servers.stage.keepsWaiting('db-1');

    expect(servers.begun).toEqual(['db-0']);
  });

  test('an operator can let one lead with what it has', async () => {
    await formed();
    await outage();
    servers.stage.start(0, 1);
    await trial.allRun(0, 1);
    servers.stage.touch('db-1', 'data/lead-anyway');

    await trial.serving(0, 1);

    expect(servers.begun).toEqual(['db-0', 'db-1']);
    expect(servers.stage.has('db-1', 'data/lead-anyway')).toBe(false);
  });

  test('members that hold different transactions wait, and say so', async () => {
    await formed();
    await outage();
    servers.stage.start(0);
    await trial.allRun(0);
    servers.writeApart('db-0');
    servers.stage.start(1);
    await trial.allRun(1);
    servers.writeApart('db-1');

    servers.stage.start(2);
    await until('they say so', () => servers.stage.linesOf('db-2').concat(servers.stage.linesOf('db-0')).some(line => line.includes('hold different transactions')), () => servers.stage.log);
    await servers.stage.keepsWaiting('db-2');

    expect(servers.begun).toEqual(['db-0']);
  });

  test('a member that was cut off leaves, is closed to clients, and joins again without beginning anything', async () => {
    await formed();
    servers.stage.isolate('db-0');
    servers.settle();
    await until('the cut off member is closed', () => servers.variable('db-0', 'offline_mode') === 'ON');
    await trial.serving(1, 2);
    servers.write();

    servers.stage.isolate('db-0', false);

    await trial.serving(0, 1, 2);
    await until('it is open again', () => servers.variable('db-0', 'offline_mode') === 'OFF');
    expect(servers.writes('db-0')).toBe(4);
    expect(servers.begun).toEqual(['db-0']);
  });

  test('a member that stops hands over first, and leaves the group', async () => {
    await formed();

    await servers.stage.stop('db-0');

    expect(servers.serving).toEqual(['db-1', 'db-2']);
    expect(servers.stage.linesOf('db-0').some(line => line.includes('handing over to'))).toBe(true);
  });

  test('is ready only while it serves, and alive while its server answers', async () => {
    servers.stage.start(0, 1);
    await servers.stage.keepsWaiting('db-0');
    const waiting = [await servers.stage.probe('db-0', 'readinessProbe'), await servers.stage.probe('db-0', 'livenessProbe')];
    servers.stage.start(2);
    await trial.serving(0, 1, 2);

    const served = [await servers.stage.probe('db-0', 'readinessProbe'), await servers.stage.probe('db-0', 'livenessProbe')];

    expect([waiting, served]).toEqual([[1, 0], [0, 0]]);
  });
});
