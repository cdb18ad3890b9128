import { Chart, Testing } from 'cdk8s';
import { MongoServers } from './stand-ins/mongo-servers';
import { PATIENCE, hasBash, until } from './stand-ins/stage';
import { Trial } from './stand-ins/trial';
import { MongoReplicaSet } from '../../../src';
import { needs } from '../../support/needs';

jest.setTimeout(PATIENCE);

/** The contract of docs/databases.md that all scripts keep, with stand-ins for the servers. All others keep it with real ones, in test/clusters. */
needs(hasBash, 'no bash').describe('members of MongoReplicaSet', () => {
  let trial: Trial<MongoServers>;

  beforeEach(async () => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
    new MongoReplicaSet(chart, 'db');
    trial = await Trial.of(new MongoServers(Testing.synth(chart)));
  });
  afterEach(() => trial.close());

  const begun = () => trial.servers.begun;
  const start = (...ordinals: number[]) => trial.servers.stage.start(...ordinals);
  const keepsWaiting = (pod: string) => trial.servers.stage.keepsWaiting(pod);

  test.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]]])('form one cluster when they start in the order %p, begun by member 0', async order => {
    for (const ordinal of order) {
      start(ordinal);
      await trial.allRun(ordinal);
    }

    await trial.serving(0, 1, 2);

    expect(begun()).toEqual(['db-0']);
  });

  test('wait while one of them has never run, and begin nothing', async () => {
    start(0, 1);

    await keepsWaiting('db-0');
    await keepsWaiting('db-1');

    expect(begun()).toEqual([]);
    expect(trial.servers.stage.linesOf('db-0').pop()).toMatch(/waiting: .* 1 of the 2 others/);
  });

  test('member 0 with an empty volume joins and is sent a copy; it never begins a second cluster', async () => {
    await trial.formed();
    trial.servers.write();
    await trial.loseVolume();

    start(0);

    await trial.serving(0, 1, 2);
    await until('it holds what the others hold', () => trial.servers.writes('db-0') === trial.servers.writes('db-1'));
    expect(trial.servers.writes('db-0')).toBeGreaterThan(0);
    expect(begun()).toEqual(['db-0']);
  });

  test('member 0 with an empty volume begins nothing while the others cannot be reached', async () => {
    await trial.formed();
    await trial.loseVolume();
    trial.servers.stage.isolate('db-0');

    start(0);
    await keepsWaiting('db-0');

    expect(begun()).toEqual(['db-0']);
    expect(trial.servers.serving).toEqual(['db-1', 'db-2']);
  });

  test('member 0 with an empty volume begins nothing while the others are down and hold data', async () => {
    await trial.formed();
    await trial.outage();
    trial.servers.stage.wipe('db-0');

    start(0);
    await keepsWaiting('db-0');

    expect(begun()).toEqual(['db-0']);
  });
});
