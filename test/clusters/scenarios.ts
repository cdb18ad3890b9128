import { sleep } from './harness/command';
import { Figures } from './harness/figures';
import { FORM_SECONDS, THREE, Trial, secondsSince } from './trial';

/** What is done to a cluster of three, and what must hold afterwards. */
export interface Scenario {
  readonly what: string;
  /** Whether it runs without `--all`, too: for every engine, or for those that start quickly. */
  readonly isCore?: boolean | 'quick';
  run(trial: Trial, figures: Figures): Promise<void>;
}

const STARTS = [
  { order: 'one after the other, lowest first, and none serves before the last one runs', ordinals: [0, 1, 2], pause: 15_000, isLastNeeded: true },
  { order: 'all at once', ordinals: [1, 0, 2], pause: 0, isCore: true },
  { order: 'highest first', ordinals: [2, 1, 0], pause: 3000 },
];

/** For every engine, before those of its own; each goes on with the cluster of the one before it. */
export const SCENARIOS: readonly Scenario[] = [
  ...STARTS.map(({ order, ordinals, pause, isCore, isLastNeeded }): Scenario => ({
    what: `forms from empty: ${order}`,
    isCore,
    run: async (trial, figures) => {
      await trial.cluster?.close();
      await trial.open();
      const begin = Date.now();

      const starts = ordinals.map(async (ordinal, index) => {
        await sleep(index * pause);
        if (isLastNeeded && index === ordinals.length - 1) { expect([...trial.cluster.pods.values()].filter(pod => pod.isReady)).toEqual([]); }
        await trial.cluster.start(ordinal);
      });
      await Promise.all(starts);
      await trial.cluster.ready(THREE, FORM_SECONDS);
      await trial.writer.writeNow(1);
      figures.formed = secondsSince(begin);

      expect(await trial.oneLeader()).toBeGreaterThanOrEqual(0);
    },
  })),
  {
    what: 'reads what was written, at every member',
    isCore: true,
    run: async trial => {
      await trial.writer.writeNow(30);

      await trial.nothingLost();
      expect(trial.writer.acknowledged.size).toBeGreaterThanOrEqual(31);
    },
  },
  {
    what: 'loses its leader during writes: no acknowledged write is lost and another one leads',
    isCore: true,
    run: async (trial, figures) => {
      const leader = await trial.oneLeader();
      trial.writer.start();
      await trial.writesGoOn(30);
      const begin = Date.now();

      await trial.cluster.crash(leader);
      await trial.writesGoOn(trial.engine.failoverSeconds);
      figures.failedOver = secondsSince(begin);
      await trial.writer.stop();

      expect(await trial.anotherLeads(leader)).toBe(true);
      await trial.nothingLost();
      await trial.cluster.start(leader);
      await trial.cluster.ready(THREE);
      await trial.nothingLost();
      await trial.oneLeader();
    },
  },
  {
    what: 'has every member restarted, one by one, on a new address, during writes',
    run: async trial => {
      trial.writer.start();
      const addresses = THREE.map(ordinal => trial.cluster.pod(ordinal).place.address);

      for (const ordinal of [2, 1, 0]) {
        await trial.cluster.stop(ordinal);
        await trial.cluster.start(ordinal);
        await trial.cluster.ready(THREE);
        await trial.writesGoOn(trial.engine.failoverSeconds);
      }
      await trial.writer.stop();

      await trial.nothingLost();
      await trial.oneLeader();
      expect(THREE.map(ordinal => trial.cluster.pod(ordinal).place.address).filter(address => addresses.includes(address))).toEqual([]);
    },
  },
  {
    what: 'is killed all at once and started in reverse order',
    isCore: 'quick',
    run: async (trial, figures) => {
      const begin = Date.now();

      await Promise.all(THREE.map(ordinal => trial.cluster.crash(ordinal)));
      for (const ordinal of [2, 1, 0]) {
        await trial.cluster.start(ordinal);
        await sleep(1500);
      }
      await trial.cluster.ready(THREE, FORM_SECONDS);
      await trial.writer.writeNow(5);
      figures.formed = secondsSince(begin);

      await trial.nothingLost();
      await trial.oneLeader();
    },
  },
  {
    what: 'is stopped as a whole during writes, as for a scale to none, and started again: nobody has to be killed',
    run: async (trial, figures) => {
      trial.writer.start();
      await trial.writesGoOn(30);
      const begin = Date.now();

      const killed = await Promise.all(THREE.map(ordinal => trial.cluster.stop(ordinal)));
      figures.remark = `stopped in ${secondsSince(begin).toFixed(1)} s`;
      await trial.writer.stop();
      await Promise.all(THREE.map(ordinal => trial.cluster.start(ordinal)));
      await trial.cluster.ready(THREE, FORM_SECONDS);
      await trial.writer.writeNow(5);

      expect(killed.flat()).toEqual([]);
      await trial.nothingLost();
      await trial.oneLeader();
    },
  },
  ...['member 0', 'the leader'].map((who): Scenario => ({
    what: `loses the volume of ${who}: it joins the others again`,
    isCore: who === 'member 0' && 'quick',
    run: async (trial, figures) => {
      const victim = who === 'the leader' ? await trial.oneLeader() : 0;
      const begin = Date.now();

      await trial.cluster.crash(victim);
      trial.cluster.loseVolumes(victim);
      await trial.cluster.start(victim);
      await trial.cluster.ready(THREE);
      await trial.writer.writeNow(5);
      figures.formed = secondsSince(begin);

      await trial.nothingLost();
      await trial.oneLeader();
    },
  })),
  ...['a follower', 'the leader'].map((who): Scenario => ({
    what: `is killed all at once, and ${who} comes back with an empty volume, before the others: alone it begins nothing`,
    run: async (trial, figures) => {
      await trial.writer.writeNow(10);
      const leader = await trial.oneLeader();
      const victim = who === 'the leader' ? leader : (leader + 1) % 3;
      const begin = Date.now();

      await Promise.all(THREE.map(ordinal => trial.cluster.crash(ordinal)));
      trial.cluster.loseVolumes(victim);
      await trial.cluster.start(victim);
      await sleep(15_000);
      expect(trial.cluster.pod(victim).isReady).toBe(false);
      await Promise.all(THREE.filter(ordinal => ordinal !== victim).map(ordinal => trial.cluster.start(ordinal)));
      await trial.cluster.ready(THREE, FORM_SECONDS);
      await trial.writer.writeNow(5);
      figures.formed = secondsSince(begin);

      await trial.nothingLost();
      await trial.oneLeader();
    },
  })),
  {
    what: 'has its leader cut off: it acknowledges nothing alone, and comes back as a follower',
    run: async (trial, figures) => {
      const leader = await trial.oneLeader();
      trial.writer.start();
      await trial.writesGoOn(30);
      const begin = Date.now();

      trial.cluster.setLink(leader, 'down');
      await trial.writesGoOn(trial.engine.failoverSeconds);
      figures.failedOver = secondsSince(begin);
      const inside = await trial.engine.writeInside(trial.cluster, leader, 'written-while-cut-off');
      await sleep(3000);
      trial.cluster.setLink(leader, 'up');
      await trial.cluster.ready(THREE);
      await trial.writer.stop();

      expect(inside).toBe(false);
      expect(await trial.anotherLeads(leader)).toBe(true);
      await trial.nothingLost();
      await trial.allAlike();
    },
  },
  {
    what: 'has its leader hang during writes: another one leads, and it comes back as a follower',
    run: async (trial, figures) => {
      const leader = await trial.oneLeader();
      trial.writer.start();
      await trial.writesGoOn(30);
      const begin = Date.now();

      await trial.cluster.pod(leader).freeze();
      await trial.writesGoOn(trial.engine.failoverSeconds);
      figures.failedOver = secondsSince(begin);
      await trial.cluster.pod(leader).thaw();
      await trial.cluster.ready(THREE);
      await trial.writesGoOn(trial.engine.failoverSeconds);
      await trial.writer.stop();

      expect(await trial.anotherLeads(leader)).toBe(true);
      await trial.nothingLost();
      await trial.allAlike();
    },
  },
  {
    what: 'is held up as a whole for three seconds, and loses its leader then',
    run: async (trial, figures) => {
      await Promise.all(THREE.map(ordinal => trial.cluster.pod(ordinal).freeze()));
      await sleep(3000);
      await Promise.all(THREE.map(ordinal => trial.cluster.pod(ordinal).thaw()));
      const leader = await trial.oneLeader();
      trial.writer.start();
      const begin = Date.now();

      await trial.cluster.crash(leader);
      await trial.writesGoOn(trial.engine.failoverSeconds);
      figures.failedOver = secondsSince(begin);
      await trial.writer.stop();

      await trial.nothingLost();
      await trial.cluster.start(leader);
      await trial.cluster.ready(THREE);
      await trial.nothingLost();
      await trial.oneLeader();
    },
  },
];

/** For every engine, after those of its own. */
export const LAST_SCENARIOS: readonly Scenario[] = [
  {
    what: 'grows from 3 to 5 and shrinks to 3 again, during writes',
    run: async trial => {
      trial.writer.start();

      await trial.cluster.apply(trial.engine.chart(5));
      await trial.cluster.ready([0, 1, 2, 3, 4]);
      await trial.nothingLost();
      await trial.shrink(5, 3);
      await trial.cluster.ready(THREE);
      await trial.writesGoOn(trial.engine.failoverSeconds);
      await trial.writer.stop();

      await trial.nothingLost();
      expect([...trial.cluster.pods.keys()].sort()).toEqual(THREE);
      await trial.oneLeader();
    },
  },
  {
    what: 'survives the loss of a member after it has grown and shrunk',
    run: async (trial, figures) => {
      const leader = await trial.oneLeader();
      trial.writer.start();
      const begin = Date.now();

      await trial.cluster.crash(leader);
      await trial.writesGoOn(trial.engine.failoverSeconds);
      figures.failedOver = secondsSince(begin);
      await trial.writer.stop();
      await trial.cluster.start(leader);
      await trial.cluster.ready(THREE);

      await trial.nothingLost();
      await trial.oneLeader();
    },
  },
];
