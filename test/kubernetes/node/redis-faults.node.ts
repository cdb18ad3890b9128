import { Database } from './database';
import { describeOnNodes } from './real-cluster';
import { redisEngine } from './redis-engine';
import { told } from './story';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { dnsObjects } from '../../../scripts/kubernetes/node/dns';
import { imagesOf } from '../../../scripts/kubernetes/node/images/images-of';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { ALL, WITH_ALL } from '../../support/all';
import { needs } from '../../support/needs';

/** No registry is reachable from these nodes, so the exporter's image, which is not loaded, cannot be pulled. */
const METRICS = { metrics: true };
const NOT_SEEN_SECONDS = 120;
/** Sentinel waits for the DNS, half of which is lost until the node is found to be: that takes 50 seconds, and fail-over up to 30 more. */
const SILENT_DNS_SECONDS = 150;
const IN_A_ROW = 40;
const NAMESPACE = 'redis';
const TRIES = 3;
/** In seconds. An answer that is kept costs twice as much. */
const MOST_LATER = 12;

needs(ALL, WITH_ALL).describe('', () => describeOnNodes('RedisReplication, what real nodes found', 3, imagesOf(redisEngine('any').manifests), cluster => {
  const report = (what: string, seconds: number) => process.stderr.write(`RedisReplication ${what}: ${seconds.toFixed(1)} s\n`);
  const form = async (namespace: string) => {
    const database = new Database(redisEngine(namespace, METRICS), cluster);
    await told(cluster.kubectl, namespace, () => database.apply());
    const begin = Date.now();
    await told(cluster.kubectl, namespace, async () => { await database.ready(); });
    return { database, seconds: (Date.now() - begin) / 1000 };
  };
  let database: Database;

  test('forms although the image of its exporter cannot be pulled, and as fast where the DNS keeps that a name does not exist', async () => {
    const { kubectl } = cluster;
    const plain = await form('plain');
    await kubectl.run(['delete', 'namespace', 'plain']);
    await restartDns(kubectl, true);
    const times: number[] = [];
    // Where a member starts seconds later than the others, its name is asked for too early all the same.
    while (times.length < TRIES && !(Math.min(...times) < plain.seconds + MOST_LATER)) {
      if (times.length > 0) { await kubectl.run(['delete', 'namespace', NAMESPACE]); }
      const cached = await form(NAMESPACE);
      ({ database } = cached);
      times.push(cached.seconds);
    }

    report('formed within', plain.seconds);
    for (const seconds of times) { report('formed with cached answers within', seconds); }
    expect(await exportersWait(kubectl)).toEqual(['0', '1', '2']);
    expect(Math.min(...times)).toBeLessThan(plain.seconds + MOST_LATER);
  });

  test('has each member on a node of its own, though no node has a zone', async () => {
    const nodes = await Promise.all(database.members.map(member => database.nodeOf(member)));

    expect(new Set(nodes.map(({ name }) => name)).size).toBe(3);
  });

  test('loses the node of its leader and a server of the DNS with it: others lead, clients are led there, and a taint frees the member', () => told(cluster.kubectl, NAMESPACE, async () => {
    const { kubectl, writer } = database;
    const leader = await database.leader();
    const node = await database.nodeOf(leader);
    const { metadata: { uid } } = (await leader.get())! as any;
    await writer.start(cluster.realNodes.find(({ name }) => name !== node.name)!.name);

    await moveDns(kubectl, cluster.realNodes.map(({ name }) => name).filter(name => name !== node.name)[0]);

    const lost = Date.now();
    await node.lose();
    await writer.writesGoOn(SILENT_DNS_SECONDS);
    report('loses the node of its leader: longest pause', await writer.longestPause(lost));
    await kubectl.run(['wait', '--for=condition=Ready=Unknown', `node/${node.name}`, `--timeout=${NOT_SEEN_SECONDS}s`]);
    report('loses the node of its leader: the node is not ready after', (Date.now() - lost) / 1000);
    await waitUntil(`${IN_A_ROW} writes in a row succeed`, NOT_SEEN_SECONDS, async () => await writer.succeededLast() >= IN_A_ROW);
    expect((await leader.get())!.metadata).toMatchObject({ uid });

    await kubectl.run(['taint', 'node', node.name, 'node.kubernetes.io/out-of-service=nodeshutdown:NoExecute']);
    await waitUntil('the member is another pod', NOT_SEEN_SECONDS, async () => !['', undefined, uid].includes(((await leader.get())?.metadata as any)?.uid));
    await database.ready();
    expect((await database.nodeOf(leader)).name).not.toBe(node.name);
    expect(await database.nothingLost()).toBeGreaterThan(0);
  }));
}));

/** Ordinals of the members whose exporters cannot be started for want of their image. */
async function exportersWait(kubectl: Kubectl): Promise<string[]> {
  const waiting = async () => {
    const { items } = JSON.parse(await kubectl.run(['get', 'pods', '-n', NAMESPACE, '-l', 'app.kubernetes.io/component=metrics', '-o', 'json']));
    return items.filter(({ status }: any) => status.containerStatuses?.some(({ state }: any) => /^(ErrImagePull|ImagePullBackOff)$/.test(state.waiting?.reason)))
      .map(({ metadata }: any) => /-metrics-(\d)-/.exec(metadata.name)![1]).sort();
  };
  await waitUntil('the exporters wait for their image', NOT_SEEN_SECONDS, async () => (await waiting()).length === 3);
  return waiting();
}

/** With one of three nodes left out, one of its two servers is on each of the others. Half of all questions are lost with such a node. */
async function moveDns(kubectl: Kubectl, leftOut: string): Promise<void> {
  await kubectl.run(['cordon', leftOut]);
  await restartDns(kubectl, true);
  await kubectl.run(['uncordon', leftOut]);
}

async function restartDns(kubectl: Kubectl, cached: boolean): Promise<void> {
  await kubectl.apply(dnsObjects(2, cached));
  await kubectl.run(['rollout', 'restart', '-n', 'kube-system', 'deployment/coredns']);
  await kubectl.run(['rollout', 'status', '-n', 'kube-system', 'deployment/coredns', `--timeout=${NOT_SEEN_SECONDS}s`]);
}
