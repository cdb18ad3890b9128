import { statSync } from 'fs';
import { Chart, Testing } from 'cdk8s';
import { DatabaseProps } from '../../../../src/constructs/databases/database-props';
import { MongoReplicaSet } from '../../../../src/constructs/databases/mongo/mongo-replica-set';
import { Manifest } from '../../../../src/kubernetes/manifest';
import { needs } from '../../../support/needs';
import { MongoServers } from '../stand-ins/mongo-servers';
import { PATIENCE, hasBash, until } from '../stand-ins/stage';
import { Trial } from '../stand-ins/trial';

function synth(props: DatabaseProps = {}): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  new MongoReplicaSet(chart, 'db', props);
  return Testing.synth(chart);
}

jest.setTimeout(PATIENCE);

/** Each test runs the scripts of the manifests in one process for each pod; the servers stand in, see mongo-servers.ts. */
needs(hasBash, 'no bash').describe('the scripts of MongoReplicaSet, with stand-ins for the server and its shell', () => {
  let servers: MongoServers;
  let trial: Trial<MongoServers>;

  async function open(replicas: number): Promise<void> {
    servers = new MongoServers(synth({ replicas }));
    trial = await Trial.of(servers);
  }

  beforeEach(() => open(3));

  afterEach(() => trial.close());

  const accounts = () => until('there are accounts', () => Object.keys(servers.users(servers.primary!)).length === 2, () => servers.stage.log);
  const inSet = (...ordinals: number[]) => until(`the members are ${ordinals.join(', ')}`,
    () => servers.primary !== undefined && servers.members(servers.primary).map(({ host }) => host.split('.')[0]).sort().join() === trial.pods(ordinals).join(),
    () => [...servers.stage.log, `refusals: ${servers.refusals.join()}`]);

  async function formed(...ordinals: number[]): Promise<void> {
    servers.stage.start(...ordinals);
    await trial.serving(...ordinals);
    await accounts();
    for (let i = 0; i < 3; i++) { servers.write(); }
  }

  test('the set has all members, by their DNS names', async () => {
    await trial.formed();

    const members = servers.members('db-2');

    expect(members).toEqual([0, 1, 2].map(_id => ({ _id, host: `db-${_id}.db-members.data.svc.cluster.local:27017` })));
  });

  test('the first primary makes root and an account that sees figures alone, with the passwords of the Secret', async () => {
    await formed(0, 1, 2);

    const users = servers.users('db-1');

    expect(users).toEqual({ root: servers.password, metrics: 'figures' });
    expect(servers.roles.get('metrics')).toEqual([{ role: 'clusterMonitor', db: 'admin' }, { role: 'read', db: 'local' }]);
  });

  test('the key is readable for its owner only, also after the container was restarted', async () => {
    servers.stage.start(0);
    await trial.allRun(0);
    servers.stage.restartContainer('db-0');
    await until('the server has ended', () => !servers.isRunning('db-0'));
    await trial.allRun(0);

    const mode = statSync(servers.stage.path('db-0', 'tmp/key')).mode.toString(8);

    expect(mode).toBe('100400');
  });

  test('a member that was killed comes back with its data', async () => {
    await formed(0, 1, 2);
    servers.stage.kill('db-0');
    await trial.serving(1, 2);
    servers.write();

    servers.stage.start(0);

    await trial.serving(0, 1, 2);
    await until('it has what it missed', () => servers.writes('db-0') === 5);
    expect(servers.begun).toEqual(['db-0']);
  });

  test('member 0 with an empty volume makes nothing when the others are down and hold data, and joins when they are back', async () => {
    await formed(0, 1, 2);
    await trial.outage();
    servers.stage.wipe('db-0');
    servers.stage.start(0);
    await servers.stage.keepsWaiting('db-0');
    const made = [...servers.begun];

    servers.stage.start(1, 2);

    await trial.serving(0, 1, 2);
    expect(made).toEqual(['db-0']);
    expect(servers.begun).toEqual(['db-0']);
    expect(servers.writes('db-0')).toBe(4);
  });

  test('no set is made over the data of a member that was taken from one', async () => {
    await formed(0, 1, 2);
    await trial.outage();
    servers.remove('db-1');
    servers.stage.wipe('db-0');
    servers.stage.wipe('db-2');

    servers.stage.start(0, 1, 2);
    await until('MongoDB refuses', () => servers.refusals.includes('CannotInitializeNodeWithData'), () => servers.stage.log);

    expect(servers.begun).toEqual(['db-0']);
    expect(servers.writes('db-1')).toBe(4);
  });

  test('after all were killed a majority goes on with the data', async () => {
    await formed(0, 1, 2);
    await trial.outage();

    servers.stage.start(2, 1);

    await trial.serving(1, 2);
    expect(servers.writes('db-1')).toBe(4);
    expect(servers.begun).toEqual(['db-0']);
  });

  test('new members ask the primary to add them, though it was started when there were three', async () => {
    await formed(0, 1, 2);
    servers.stage.apply(synth({ replicas: 5 }));

    servers.stage.start(3, 4);

    await trial.serving(0, 1, 2, 3, 4);
    expect(servers.members('db-0')).toHaveLength(5);
    expect(servers.writes('db-4')).toBe(4);
  });

  test('members that were scaled away lose their votes, one by one, and others are not ready before', async () => {
    servers.close();
    await open(5);
    await formed(0, 1, 2, 3, 4);
    servers.stage.apply(synth({ replicas: 3 }));
    await Promise.all([3, 4].map(ordinal => servers.stage.stop(`db-${ordinal}`)));
    await trial.serving(0, 1, 2);
    servers.stage.kill('db-2');
    servers.stage.start(2);
    await trial.allRun(2);
    const before = await servers.stage.probe('db-2', 'readinessProbe');

    await inSet(0, 1, 2);

    await trial.serving(0, 1, 2);
    expect(before).toBe(1);
    expect(await servers.stage.probe('db-2', 'readinessProbe')).toBe(0);
  });

  test('a member that was scaled away and comes back is added again', async () => {
    await formed(0, 1, 2);
    servers.stage.apply(synth({ replicas: 5 }));
    servers.stage.start(3, 4);
    await trial.serving(0, 1, 2, 3, 4);
    await Promise.all([3, 4].map(ordinal => servers.stage.stop(`db-${ordinal}`)));
    servers.stage.apply(synth({ replicas: 3 }));
    servers.stage.kill('db-0');
    servers.stage.start(0);
    await inSet(0, 1, 2);
    servers.stage.apply(synth({ replicas: 5 }));

    servers.stage.start(3, 4);

    await trial.serving(0, 1, 2, 3, 4);
    expect(servers.begun).toEqual(['db-0']);
  });

  test('of nine members seven vote', async () => {
    servers.close();
    await open(9);

    await formed(0, 1, 2, 3, 4, 5, 6, 7, 8);

    expect(servers.members('db-0').filter(({ votes }) => votes === 0).map(({ host }) => host.split('.')[0])).toEqual(['db-7', 'db-8']);
  });

  test('is ready when primary or secondary, and alive while its server answers', async () => {
    servers.stage.start(0, 1);
    await servers.stage.keepsWaiting('db-0');
    const waiting = [await servers.stage.probe('db-0', 'readinessProbe'), await servers.stage.probe('db-0', 'livenessProbe')];
    servers.stage.start(2);
    await trial.serving(0, 1, 2);

    const served = [await servers.stage.probe('db-0', 'readinessProbe'), await servers.stage.probe('db-2', 'readinessProbe'), await servers.stage.probe('db-0', 'livenessProbe')];

    expect([waiting, served]).toEqual([[1, 0], [0, 0, 0]]);
  });
});
