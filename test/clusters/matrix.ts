import { Engine } from './engine';
import { Cluster } from './harness/cluster';
import { sleep, until } from './harness/command';
import { FigureTable, Figures } from './harness/figures';
import { missingForClusters } from './harness/requirements';
import { Writer } from './harness/writer';

const FORM_SECONDS = 90;
const CATCH_UP_SECONDS = 60;
const THREE = [0, 1, 2];
const STARTS = [
  { order: 'one after the other, lowest first', ordinals: [0, 1, 2], pause: 500 },
  { order: 'all at once', ordinals: [1, 0, 2], pause: 0 },
  { order: 'highest first', ordinals: [2, 1, 0], pause: 3000 },
];

/** Runs every scenario for an engine, one after the other on the same cluster. */
export function describeMatrix(engine: Engine): void {
  const missing = missingForClusters(engine.commands);
  if (missing) {
    console.warn(`${engine.name}: not run with real servers: ${missing}`);
    test.skip(`${engine.name} with real servers (${missing})`, () => undefined);
    return;
  }

  describe(`${engine.name}, acknowledged means: ${engine.acknowledged}`, () => {
    let cluster: Cluster;
    let writer: Writer;
    const table = new FigureTable(engine.name);
    const secondsSince = (moment: number) => (Date.now() - moment) / 1000;

    const open = async () => {
      cluster = new Cluster({ manifests: engine.chart(3), secrets: engine.secrets });
      writer = new Writer(key => engine.write(cluster, key));
      await cluster.open();
    };
    const oneLeader = () => until('there is one leader', FORM_SECONDS, async () => {
      const leaders = await engine.leaders(cluster);
      return leaders.length === 1 ? { ordinal: leaders[0] } : undefined;
    }, () => cluster.logs()).then(({ ordinal }) => ordinal);
    const nothingLost = async () => {
      for (const ordinal of cluster.pods.keys()) {
        let lost: string[] = [];
        await until(`member ${ordinal} holds all acknowledged writes`, CATCH_UP_SECONDS, async () => {
          const keys = await engine.keysOf(cluster, ordinal);
          lost = keys ? [...writer.acknowledged.keys()].filter(key => !keys.has(key)) : ['(no answer)'];
          return lost.length === 0;
        }, () => `lost or late: ${lost.length} of ${writer.acknowledged.size}, such as ${lost.slice(0, 5).join(', ')}\n${cluster.logs()}`);
      }
    };
    const anotherLeads = async (leader: number) => engine.allLead || await oneLeader() !== leader;
    /** An unacknowledged write may have been kept or not, but by all or by none. */
    const allAlike = () => until('all members hold the same', CATCH_UP_SECONDS, async () => {
      const held = await Promise.all(THREE.map(async ordinal => JSON.stringify([...await engine.keysOf(cluster, ordinal) ?? [ordinal]].sort())));
      return new Set(held).size === 1;
    });
    const writesGoOn = (seconds: number) => {
      const moment = Date.now();
      return until('writes are acknowledged again', seconds, () => writer.acknowledgedSince(moment), () => cluster.logs());
    };

    /** What follows a scenario that failed has no sound cluster to run on. */
    let failed: string | undefined;
    const scenario = (what: string, run: (figures: Figures) => Promise<void>) => test(what, async () => {
      if (failed) { throw new Error(`not run, for this failed before: ${failed}`); }
      failed = what;
      const begin = Date.now();
      const figures: Figures = {};
      writer?.rest();
      await run(figures);
      figures.paused = writer.longestPause();
      figures.remark = [figures.remark, engine.remark?.(cluster)].filter(Boolean).join('; ');
      table.add(what, secondsSince(begin), figures);
      failed = undefined;
    });

    afterEach(async () => writer.stop());
    afterAll(async () => {
      if (failed || process.env.KEEP_LOGS) { process.stderr.write(`${engine.name}: all that the containers printed is in ${cluster.keepLogs()}\n`); }
      await cluster.close();
      console.log(table.toString());
    });

    for (const { order, ordinals, pause } of STARTS) {
      scenario(`forms from empty: ${order}`, async figures => {
        await cluster?.close();
        await open();
        const begin = Date.now();

        const starts = ordinals.map(async (ordinal, index) => { await sleep(index * pause); await cluster.start(ordinal); });
        await Promise.all(starts);
        await cluster.ready(THREE, FORM_SECONDS);
        await writer.writeNow(1);
        figures.formed = secondsSince(begin);

        expect(await oneLeader()).toBeGreaterThanOrEqual(0);
      });
    }

    scenario('reads what was written, at every member', async () => {
      await writer.writeNow(30);

      await nothingLost();
      expect(writer.acknowledged.size).toBeGreaterThanOrEqual(31);
    });

    scenario('loses its leader during writes: no acknowledged write is lost and another one leads', async figures => {
      const leader = await oneLeader();
      writer.start();
      await writesGoOn(30);
      const begin = Date.now();

      await cluster.crash(leader);
      await writesGoOn(engine.failoverSeconds);
      figures.failedOver = secondsSince(begin);
      await writer.stop();

      expect(await anotherLeads(leader)).toBe(true);
      await nothingLost();
      await cluster.start(leader);
      await cluster.ready(THREE);
      await nothingLost();
      await oneLeader();
    });

    scenario('has every member restarted, one by one, on a new address, during writes', async () => {
      writer.start();
      const addresses = THREE.map(ordinal => cluster.pod(ordinal).place.address);

      for (const ordinal of [2, 1, 0]) {
        await cluster.stop(ordinal);
        await cluster.start(ordinal);
        await cluster.ready(THREE);
        await writesGoOn(engine.failoverSeconds);
      }
      await writer.stop();

      await nothingLost();
      await oneLeader();
      expect(THREE.map(ordinal => cluster.pod(ordinal).place.address).filter(address => addresses.includes(address))).toEqual([]);
    });

    scenario('is killed all at once and started in reverse order', async figures => {
      const begin = Date.now();

      await Promise.all(THREE.map(ordinal => cluster.crash(ordinal)));
      for (const ordinal of [2, 1, 0]) {
        await cluster.start(ordinal);
        await sleep(1500);
      }
      await cluster.ready(THREE, FORM_SECONDS);
      await writer.writeNow(5);
      figures.formed = secondsSince(begin);

      await nothingLost();
      await oneLeader();
    });

    scenario('is stopped as a whole during writes, as for a scale to none, and started again: nobody has to be killed', async figures => {
      writer.start();
      await writesGoOn(30);
      const begin = Date.now();

      const killed = await Promise.all(THREE.map(ordinal => cluster.stop(ordinal)));
      figures.remark = `stopped in ${secondsSince(begin).toFixed(1)} s`;
      await writer.stop();
      await Promise.all(THREE.map(ordinal => cluster.start(ordinal)));
      await cluster.ready(THREE, FORM_SECONDS);
      await writer.writeNow(5);

      expect(killed.flat()).toEqual([]);
      await nothingLost();
      await oneLeader();
    });

    for (const who of ['member 0', 'the leader']) {
      scenario(`loses the volume of ${who}: it joins the others again`, async figures => {
        const victim = who === 'the leader' ? await oneLeader() : 0;
        const begin = Date.now();

        await cluster.crash(victim);
        cluster.loseVolumes(victim);
        await cluster.start(victim);
        await cluster.ready(THREE);
        await writer.writeNow(5);
        figures.formed = secondsSince(begin);

        await nothingLost();
        await oneLeader();
      });
    }

    for (const who of ['a follower', 'the leader']) {
      scenario(`is killed all at once, and ${who} comes back with an empty volume`, async figures => {
        await writer.writeNow(10);
        const leader = await oneLeader();
        const victim = who === 'the leader' ? leader : (leader + 1) % 3;
        const begin = Date.now();

        await Promise.all(THREE.map(ordinal => cluster.crash(ordinal)));
        cluster.loseVolumes(victim);
        await Promise.all(THREE.map(ordinal => cluster.start(ordinal)));
        await cluster.ready(THREE, FORM_SECONDS);
        await writer.writeNow(5);
        figures.formed = secondsSince(begin);

        await nothingLost();
        await oneLeader();
      });
    }

    scenario('has its leader cut off: it acknowledges nothing alone, and comes back as a follower', async figures => {
      const leader = await oneLeader();
      writer.start();
      await writesGoOn(30);
      const begin = Date.now();

      cluster.setLink(leader, 'down');
      await writesGoOn(engine.failoverSeconds);
      figures.failedOver = secondsSince(begin);
      const inside = await engine.writeInside(cluster, leader, 'written-while-cut-off');
      await sleep(3000);
      cluster.setLink(leader, 'up');
      await cluster.ready(THREE);
      await writer.stop();

      expect(inside).toBe(false);
      expect(await anotherLeads(leader)).toBe(true);
      await nothingLost();
      await allAlike();
    });

    scenario('has its leader hang during writes: another one leads, and it comes back as a follower', async figures => {
      const leader = await oneLeader();
      writer.start();
      await writesGoOn(30);
      const begin = Date.now();

      await cluster.pod(leader).freeze();
      await writesGoOn(engine.failoverSeconds);
      figures.failedOver = secondsSince(begin);
      await cluster.pod(leader).thaw();
      await cluster.ready(THREE);
      await writesGoOn(engine.failoverSeconds);
      await writer.stop();

      expect(await anotherLeads(leader)).toBe(true);
      await nothingLost();
      await allAlike();
    });

    scenario('is held up as a whole for three seconds, and loses its leader then', async figures => {
      await Promise.all(THREE.map(ordinal => cluster.pod(ordinal).freeze()));
      await sleep(3000);
      await Promise.all(THREE.map(ordinal => cluster.pod(ordinal).thaw()));
      const leader = await oneLeader();
      writer.start();
      const begin = Date.now();

      await cluster.crash(leader);
      await writesGoOn(engine.failoverSeconds);
      figures.failedOver = secondsSince(begin);
      await writer.stop();

      await nothingLost();
      await cluster.start(leader);
      await cluster.ready(THREE);
      await nothingLost();
      await oneLeader();
    });

    for (const { what, run } of engine.own ?? []) {
      scenario(what, async figures => {
        await run(cluster, writer, figures);
        await cluster.ready(THREE);
        await writer.stop();

        await nothingLost();
        await oneLeader();
      });
    }

    scenario('grows from 3 to 5 and shrinks to 3 again, during writes', async () => {
      writer.start();

      await cluster.apply(engine.chart(5));
      await cluster.ready([0, 1, 2, 3, 4]);
      await nothingLost();
      await cluster.apply(engine.chart(3));
      await cluster.ready(THREE);
      await writesGoOn(engine.failoverSeconds);
      await writer.stop();

      await nothingLost();
      expect([...cluster.pods.keys()].sort()).toEqual(THREE);
      await oneLeader();
    });

    scenario('survives the loss of a member after it has grown and shrunk', async figures => {
      const leader = await oneLeader();
      writer.start();
      const begin = Date.now();

      await cluster.crash(leader);
      await writesGoOn(engine.failoverSeconds);
      figures.failedOver = secondsSince(begin);
      await writer.stop();
      await cluster.start(leader);
      await cluster.ready(THREE);

      await nothingLost();
      await oneLeader();
    });
  });
}
