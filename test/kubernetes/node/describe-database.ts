import { Database } from './database';
import { Engine } from './engine';
import { NetworkPod } from './network-pod';
import { seenView } from './network-view';
import { describeOnNodes } from './real-cluster';
import { SCENARIOS } from './scenarios';
import { told } from './story';
import { imagesOf } from '../../../scripts/kubernetes/node/images/images-of';
import { DATABASE_PORTS, DatabasePort } from '../../../src/constructs/databases/ports';
import { ALL, WITH_ALL } from '../../support/all';
import { needs } from '../../support/needs';

/**
 * Tries a database out on two real nodes: each test goes on with what the one before it left.
 *
 * @param isCore whether it runs without `--all`, too
 */
export function describeDatabase(engine: Engine, isCore: boolean): void {
  needs(isCore || ALL, WITH_ALL).describe('', () => describeOnNodes(engine.name, 2, imagesOf(engine.manifests), cluster => {
    let database: Database;
    const toldOfDatabase = (run: () => Promise<void>) => told(cluster.kubectl, engine.namespace, run);
    const report = (what: string, seconds: number) => process.stderr.write(`${engine.name} ${what}: ${seconds.toFixed(1)} s\n`);

    beforeAll(() => { database = new Database(engine, cluster); });

    test('forms from nothing, and answers through its Service', () => toldOfDatabase(async () => {
      await database.apply();
      report('formed within', await database.ready());

      await database.writer.start();
      await database.leader();
      expect(await database.nothingLost()).toBeGreaterThan(0);
    }));

    test('its ports for clients are open to its namespace, and no port to others', () => toldOfDatabase(() => isOpenToClientsAlone(database)));

    test.each(SCENARIOS.map(scenario => [scenario.what, scenario] as const))('%s, and loses nothing', (what, scenario) => toldOfDatabase(async () => {
      const begin = Date.now();
      const before = (await database.writer.acknowledged()).length;

      await scenario.run(database);
      await database.writesGoOn();
      await database.ready();
      await database.writesGoOn();

      report(`${what}: longest pause`, await database.writer.longestPause(begin));
      await database.leader();
      expect(await database.nothingLost()).toBeGreaterThan(before);
    }));

    const [backup, ...others] = engine.jobs ?? [];
    if (backup) {
      test(`the first pod of ${backup} succeeds, though policies let it in late`, () => toldOfDatabase(async () => {
        expect(await database.runJobThatIsLetInLate(backup)).toBe(0);
      }));
    }
    for (const job of others) { test(`the first pod of ${job} succeeds`, () => toldOfDatabase(async () => { expect(await database.runJob(job)).toBe(0); })); }
  }, engine.domain));
}

/** On these nodes policies are enforced. */
async function isOpenToClientsAlone({ kubectl, engine: { name, namespace, container }, members: [member] }: Database): Promise<void> {
  const table: readonly DatabasePort[] = DATABASE_PORTS[name];
  const ports = table.filter(({ of, with: prop }) => !of && !prop);
  const server = new NetworkPod(kubectl, namespace, member.name, container, ports.map(({ port }) => port));
  const askers = [new NetworkPod(kubectl, namespace, 'neighbour', 'network'), new NetworkPod(kubectl, 'default', 'outsider', 'network')];
  const { image } = (await member.get())!.spec.containers.find((one: { name: string }) => one.name === container);
  const expected = { [`${member.name} ← neighbour`]: ports.filter(({ from }) => from.includes('clients')).map(({ port }) => port) };

  await kubectl.apply(askers.map(pod => pod.manifest({}, image)));
  try {
    await Promise.all([server, ...askers].map(pod => pod.runs()));
    expect(await seenView([server], askers, expected)).toEqual(expected);
  } finally {
    await Promise.all(askers.map(pod => pod.end()));
  }
}
