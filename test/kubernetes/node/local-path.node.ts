import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import { Counters } from './counters';
import { MINOR, describeOnNodes } from './real-cluster';
import { told } from './story';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject } from '../../../scripts/kubernetes/live-object';
import { LOCAL_PATH_CLASS, LOCAL_PATH_FOLDER, addLocalPath, localPathClass } from '../../../scripts/kubernetes/node/local-path';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { diff } from '../../../src/diff/diff';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { ALL, WITH_ALL } from '../../support/all';
import { needs } from '../../support/needs';
import { PlanRunner } from '../plans/plan-runner';
import { planned } from '../plans/planned';

const namespace = 'shop';
const NAME = 'shop-db';
const SECONDS = 180;
const DELETES = localPathClass(LOCAL_PATH_CLASS) as LiveObject;
const RETAINS = localPathClass('local-path-retain', { reclaimPolicy: 'Retain' }) as LiveObject;

needs(ALL, WITH_ALL).describe('', () => describeOnNodes('Volumes of local-path-provisioner', 2, [Counters.image], cluster => {
  let kubectl: Kubectl;
  let counters: Counters;
  const toldTest = (name: string, run: () => Promise<void>) => test(name, () => told(kubectl, namespace, run));

  beforeAll(() => told(cluster.kubectl, namespace, async () => {
    ({ kubectl } = cluster);
    await addLocalPath(cluster);
    counters = new Counters(kubectl, namespace, { name: NAME, size: Size.gibibytes(1), storageClass: DELETES });
    await kubectl.apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } }]);
    await kubectl.run(['config', 'set-context', '--current', `--namespace=${namespace}`]);
    await counters.apply();
  }), SECONDS * 1000);

  toldTest('each member gets a folder on the disk of its node', async () => {
    const volumes = await counters.ofClaims('{.spec.volumeName}');

    expect(await nodesOfVolumes()).toEqual(await nodesOfMembers());
    expect(foldersOfNodes().map(({ node, volume }) => `${volume} ${node}`).sort()).toEqual(
      (await nodesOfMembers()).map((node, index) => `${volumes[index]} ${node}`).sort(),
    );
  });

  toldTest('a member that is deleted comes back to its node, and goes on where it was', async () => {
    const [counts, uids, nodes] = [await counters.counts(), await counters.uids(), await nodesOfMembers()];

    await kubectl.run(['delete', 'pods', '-n', namespace, '--all']);
    await counters.ready();

    await counters.countOn(counts);
    expect((await counters.uids()).filter(uid => uids.includes(uid))).toEqual([]);
    expect(await nodesOfMembers()).toEqual(nodes);
  });

  toldTest('the server refuses a larger claim, and the differ says so', async () => {
    const before = await claim(counters.claims[0]);
    const after = { ...before, spec: { ...before.spec, resources: { requests: { storage: '2Gi' } } } };

    const { code, stderr } = await kubectl.ask(['apply', '--server-side', '--force-conflicts', '--dry-run=server', '-f', '-'], JSON.stringify(applied(after)));
    const { changes } = diff([before, DELETES], [after, DELETES], { model: ApiModel.of(MINOR) });

    expect({ code, isForbidden: stderr.includes('is forbidden: only dynamically provisioned pvc can be resized') }).toEqual({ code: 1, isForbidden: true });
    expect(changes.map(({ id, effect, message }) => ({ id, effect, message }))).toEqual([expect.objectContaining({
      effect: 'refused', message: `1Gi → 2Gi is refused: class '${LOCAL_PATH_CLASS}' does not allow volume expansion`,
    })]);
  });

  toldTest('a plan for larger members leaves the claims that are there, and no pod restarts', async () => {
    const next = counters.with({ size: Size.gibibytes(2) });
    const [counts, uids] = [await counters.counts(), await counters.uids()];
    const { plan } = planned(counters.manifests, next.manifests, MINOR);

    await new PlanRunner(kubectl, async () => { /* Nothing is left to people here. */ }).run([...plan.steps, ...plan.afterwards]);
    counters = next;
    await counters.apply();

    await counters.countOn(counts);
    expect(await counters.uids()).toEqual(uids);
    expect(plan.limits.join('\n')).toContain('Claims that exist keep their size, for their volumes cannot grow');
    expect(await counters.ofClaims('{.spec.resources.requests.storage} {.status.capacity.storage}')).toEqual(Array(3).fill('1Gi 1Gi'));
  });

  toldTest('with reclaimPolicy Delete, volumes and folders go with their claims', async () => {
    const volumes = await counters.ofClaims('{.spec.volumeName}');

    await deleteAll(counters);

    await waitUntil('the volumes are gone', SECONDS, async () => (await kubectl.run(['get', 'pv', '--ignore-not-found', '-o', 'name', ...volumes])) === '');
    expect(foldersOfNodes()).toEqual([]);
  });

  toldTest('with reclaimPolicy Retain they stay, and the command of the documentation gives them back', async () => {
    const retained = counters.with({ name: 'shop-archive', storageClass: RETAINS });
    await retained.apply();
    const [counts, volumes] = [await retained.counts(), await retained.ofClaims('{.spec.volumeName}')];

    await deleteAll(retained);
    await waitUntil('the volumes are released', SECONDS, async () => (await phasesOf(volumes)).every(phase => phase === 'Released'));
    expect(foldersOfNodes().map(({ volume }) => volume).sort()).toEqual([...volumes].sort());
    for (const volume of volumes) { await kubectl.run(giveBack(volume)); }
    await retained.apply();

    await retained.countOn(counts);
    expect(await retained.ofClaims('{.spec.volumeName}')).toEqual(volumes);
  });

  async function claim(name: string): Promise<LiveObject> {
    return JSON.parse(await kubectl.run(['get', 'pvc', name, '-n', namespace, '-o', 'json']));
  }

  async function nodesOfMembers(): Promise<unknown[]> {
    const { items }: { items: LiveObject[] } = JSON.parse(await kubectl.run(['get', 'pods', '-n', namespace, '-o', 'json']));
    return items.sort((a, b) => a.metadata.name < b.metadata.name ? -1 : 1).map(({ spec }) => spec.nodeName);
  }

  function nodesOfVolumes(): Promise<string[]> {
    return counters.ofVolumes('{.spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values[0]}');
  }

  /** Each folder has the name of its volume, and more. */
  function foldersOfNodes(): { node: string; volume: string }[] {
    return cluster.realNodes.flatMap(node => node.run('sh', ['-c', `ls ${LOCAL_PATH_FOLDER} 2>/dev/null || true`])
      .split('\n').filter(Boolean).map(folder => ({ node: node.name, volume: folder.split('_')[0] })));
  }

  async function phasesOf(volumes: readonly string[]): Promise<string[]> {
    return Promise.all(volumes.map(volume => kubectl.run(['get', 'pv', volume, '-o', 'jsonpath={.status.phase}'])));
  }

  async function deleteAll({ manifests, claims }: Counters): Promise<void> {
    const set = manifests.find(({ kind }) => kind === 'StatefulSet')!;
    await kubectl.run(['delete', 'statefulset', set.metadata.name, '-n', namespace, '--cascade=foreground']);
    await kubectl.run(['delete', 'pvc', ...claims, '-n', namespace]);
  }
}));

/** What a manifest of the claim holds. */
function applied({ apiVersion, kind, metadata: { name, namespace: ns }, spec }: LiveObject): object {
  return { apiVersion, kind, metadata: { name, namespace: ns }, spec };
}

/** The words for kubectl that give a volume back to the claim of the same name, as docs/storage.md has them. */
function giveBack(volume: string): string[] {
  const page = readFileSync(join(__dirname, '../../../docs/storage.md'), 'utf8');
  const [, patch] = /^kubectl patch pv NAME --type json -p '(.*)'$/m.exec(page)!;
  return ['patch', 'pv', volume, '--type', 'json', '-p', patch];
}
