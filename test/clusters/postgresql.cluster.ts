import { sleep, until } from './harness/command';
import { failovers, isAfterHanging, summary } from './postgresql/history';
import { NUMBERS, ROOT_OF_SERVER, TENTH, VERSION, missingForFaults, missingForPostgreSql } from './postgresql/requirements';
import { World, WorldOptions } from './postgresql/world';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

const REAL = { renew: 2000, hold: 10_000, take: 15_000 };
const missing = missingForPostgreSql();
const { describe: describeReal } = needs(!missing, missing ?? '');
const { describe: describeAll } = needs(!missing && ALL, missing ?? WITH_ALL);
const missingFaults = missingForFaults();
const { describe: describeFaults } = needs(!missingFaults && ALL, missingFaults ?? WITH_ALL);
const tell = (line: string) => process.stderr.write(`PostgreSQL ${VERSION}: ${line}\n`);

/** Runs on a cluster that is whole, with a table and clients that write. */
async function onCluster(timers: typeof REAL, run: (world: World) => Promise<void>, options: Partial<WorldOptions> = {}): Promise<void> {
  const world = new World({ root: ROOT_OF_SERVER, timers, ...options });
  try {
    const begin = Date.now();
    await world.open();
    for (const member of world.members) { member.start(); }
    await world.whole();
    tell(`formed with its API server in ${Date.now() - begin} ms`);
    await world.ask({ do: 'create' });
    await world.ask({ do: 'start' });
    await run(world);
  } catch (error) {
    tell(`all that the members printed is in ${world.keepLogs()}`);
    throw error;
  } finally { await world.close(); }
}

/** Nothing that was acknowledged is lost, and never did two members accept writes. */
async function sound(world: World): Promise<void> {
  await world.whole();
  const { lost, held } = await world.ask({ do: 'verify' });
  const { problems, sightings } = await world.ask({ do: 'report' });
  expect(held).toBeGreaterThan(0);
  expect(lost).toEqual([]);
  expect(problems).toEqual([]);
  expect(sightings.filter((sighting: any) => !isAfterHanging(world, sighting))).toEqual([]);
}

async function loseVolumeOfStandby(world: World): Promise<void> {
  const standby = (await world.leader() + 1) % 3;
  await world.members[standby].crash();
  world.members[standby].loseVolume();
  world.members[standby].start();
  await sound(world);
}

describeReal(`PostgreSQL ${VERSION}, acknowledged means: COMMIT succeeded, and a standby has it on its disk`, () => {
  test('forms, loses its primary, a volume, and everyone at once, and no acknowledged write', () => onCluster(REAL, async world => {
    const primary = await world.leader();
    await world.members[primary].crash();
    const lostAt = Date.now();
    tell(`the primary's node is lost: writes go on after ${Math.round(await world.writesGoOn(lostAt, 60))} ms`);
    expect(await world.leader()).not.toBe(primary);
    world.members[primary].start();
    await sound(world);

    await loseVolumeOfStandby(world);

    await Promise.all(world.members.map(member => member.crash()));
    for (const ordinal of [2, 1, 0]) { world.members[ordinal].start(); }
    const back = Date.now();
    tell(`all were killed at once: writes go on after ${Math.round(await world.writesGoOn(back, 120))} ms`);
    await sound(world);
  }));
});

describeAll(`PostgreSQL ${VERSION}, more`, () => {
  test('hands over, has its Lease emptied, loses its primary with the volume, and keeps what was acknowledged', () => onCluster(REAL, async world => {
    const first = await world.leader();
    const begin = Date.now();
    await until('the primary is asked to hand over', 60, () => world.switchover(first));
    await until('another one leads', 120, async () => await world.leader() !== first, () => world.logs());
    await world.whole();
    tell(`handed over: longest pause of writes ${Math.round(await world.pauseSince(begin))} ms`);
    await sound(world);

    await world.api.replaceByEmpty('db');
    await sound(world);
    await Promise.all(world.members.map(member => member.crash()));
    await world.api.replaceByEmpty('db');
    for (const member of world.members) { member.start(); }
    await sound(world);

    const second = await world.leader();
    await world.members[second].crash();
    world.members[second].loseVolume();
    world.members[second].start();
    await world.writesGoOn(Date.now(), 60);
    await sound(world);
  }));

  test('with TLS between members: follows, is rewound or copied after its primary and a volume were lost, by TLS alone', () => onCluster(REAL, async world => {
    const first = await world.leader();
    const { rows } = await world.ask({ do: 'query', member: first, sql: 'SELECT ssl FROM pg_stat_ssl JOIN pg_stat_replication USING (pid)' });
    expect(rows).toEqual([['t'], ['t']]);
    await world.members[first].crash();
    await world.writesGoOn(Date.now(), 60);
    world.members[first].start();
    await sound(world);

    await loseVolumeOfStandby(world);
  }, { tls: true }));

  test('a member whose broken data fill its disk is copied anew', () => onCluster(REAL, async world => {
    const standby = (await world.leader() + 1) % 3;
    await world.members[standby].crash();
    world.members[standby].breakData();
    world.members[standby].start();
    await sound(world);
  }));

  test('five members lose the primary and another at once, twice, and no acknowledged write', () => onCluster(REAL, async world => {
    for (const round of [1, 2]) {
      const primary = await world.leader();
      const lost = [primary, (primary + round) % 5];
      await Promise.all(lost.map(ordinal => world.members[ordinal].crash()));
      const begin = Date.now();
      tell(`two of five are lost, with the primary: writes go on after ${Math.round(await world.writesGoOn(begin, 60))} ms`);
      expect(lost).not.toContain(await world.leader());
      for (const ordinal of lost) { world.members[ordinal].start(); }
      await sound(world);
    }
  }, { members: 5, synchronousMembers: 2 }));

  test('two members of which both have each write: it waits while one is away, and none is lost', () => onCluster(REAL, async world => {
    const primary = await world.leader();
    const other = 1 - primary;
    await world.members[other].crash();
    const alone = Date.now();
    await sleep(20_000);
    const { first } = await world.ask({ do: 'report', since: alone + 1000 });
    expect(first).toBeUndefined();
    world.members[other].start();
    await sound(world);

    await world.members[primary].crash();
    await until('the other one leads', 60, async () => (await world.state(other))?.role === 'primary');
    world.members[primary].start();
    await sound(world);
  }, { members: 2, synchronousMembers: 1 }));

  test('two members of which one alone may write: it does while the other is away, and the other leads only with all that was acknowledged', () => onCluster(REAL, async world => {
    const primary = await world.leader();
    const other = 1 - primary;
    await world.members[primary].crash();
    const begin = Date.now();
    tell(`the primary of two is lost: writes go on after ${Math.round(await world.writesGoOn(begin, 60))} ms`);
    expect(await world.leader()).toBe(other);
    world.members[primary].start();
    await sound(world);

    await world.members[primary].crash();
    await world.writesGoOn(Date.now() + 1000, 60);
    await world.members[other].crash();
    const alone = Date.now();
    world.members[primary].start();
    await sleep(30_000);
    const { first } = await world.ask({ do: 'report', since: alone + 1000 });
    expect(first).toBeUndefined();
    world.members[other].start();
    await sound(world);
  }, { members: 2, synchronousMembers: 0 }));
});

describeFaults(`PostgreSQL ${VERSION}, faults by chance`, () => {
  test.each([
    { timers: 'a tenth of the timers', factor: TENTH, count: NUMBERS.failovers },
    { timers: 'the real timers', factor: 1, count: NUMBERS.real },
  ])('at $timers', ({ timers, factor, count }) => onCluster({ renew: REAL.renew * factor, hold: REAL.hold * factor, take: REAL.take * factor }, async world => {
    const found = await failovers(world, count, NUMBERS.seed, tell);

    for (const line of summary(found)) { tell(`${timers}: ${line}`); }
    tell(`${timers}: ${found.failovers} new time lines, ${found.acknowledged} writes acknowledged, ${found.lost.length} lost, `
      + `two acknowledged ${found.twoPrimaries.length} times, two were seen ${found.sightings.length} times and ${found.afterHanging} times after all of one had hung, agents ended by themselves ${found.deaths} times`);
    expect(found.lost).toEqual([]);
    expect(found.twoPrimaries).toEqual([]);
    expect(found.sightings).toEqual([]);
    await sound(world);
  }), 12 * 3_600_000);
});
