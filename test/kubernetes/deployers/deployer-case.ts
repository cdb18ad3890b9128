import { Deployer, Deployment } from '../../../scripts/kubernetes/deployers/deployer';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject, isGoing } from '../../../scripts/kubernetes/live-object';
import { diff } from '../../../src/diff/diff';
import { Manifest } from '../../../src/kubernetes/manifest';

/** What became of an object when the second set of manifests was deployed. */
export type Fate = 'created' | 'not created' | 'updated' | 'untouched' | 'refused' | 'recreated' | 'kept' | 'deleted';

/** Two sets of manifests that are deployed one after the other. */
export interface DeployerCase {
  readonly title: string;
  /** What is deployed before both, if the first side only leaves it as it is. */
  readonly earlier?: readonly Manifest[];
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
  /** Whatever the deployer has deployed is taken away: there is no other side. */
  readonly isRemoved?: boolean;
  /** What becomes of each object that is on either side, in the order of before and then of after. */
  readonly fates: readonly Fate[];
  /** What the differ says, where manifests do not tell. @default - what becomes of them */
  readonly said?: readonly Fate[];
}

type Sides = Omit<DeployerCase, 'title' | 'fates' | 'said'>;

/** What a deployment did, and what the differ had said. */
export interface Outcome {
  readonly real: readonly Fate[];
  readonly said: readonly Fate[];
  /** How the second deployment ended. */
  readonly deployment: Deployment;
}

/** Stays, for deployers refuse to deploy nothing. */
const FILLER: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'filler' } };

const nameOf = ({ kind, metadata }: Manifest) => `${kind}/${metadata?.name}`;

/** Objects of both sides, each once. */
function objectsOf({ before, after }: Pick<DeployerCase, 'before' | 'after'>): Manifest[] {
  return [...new Map([...before, ...after].map(object => [nameOf(object), object])).values()];
}

/** Deploys both sides of a case in a namespace of its own. */
export async function outcomeOf(deployer: Deployer, kubectl: Kubectl, app: string, { earlier, before, after, isRemoved }: Sides): Promise<Outcome> {
  await kubectl.apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: app } }]);
  const deploy = (side: readonly Manifest[]) => deployer.deploy(app, app, [FILLER, ...side]);
  for (const side of [...earlier ? [earlier] : [], before]) {
    const { succeeded, said } = await deploy(side);
    if (!succeeded) { throw new Error(`${deployer.name} did not deploy the first side: ${said}`); }
  }
  const objects = objectsOf({ before, after });
  const look = () => Promise.all(objects.map(async one => ({ object: await find(kubectl, app, one), runs: await runsOf(kubectl, app, one) })));
  const old = await look();
  const deployment = await (isRemoved ? deployer.remove(app, app) : deploy(after));
  const next = await look();
  const real = objects.map((object, index) => {
    const [isBefore, isAfter] = [before, after].map(side => side.some(one => nameOf(one) === nameOf(object)));
    return realFate(old[index], next[index], { isBefore, isAfter, succeeded: deployment.succeeded });
  });
  return { real, said: isRemoved ? real : saidFates(before, after), deployment };
}

interface Place {
  readonly isBefore: boolean;
  readonly isAfter: boolean;
  readonly succeeded: boolean;
}

/** An object in the cluster, if it is there, and how often one of its name has made a pod. */
interface Look {
  readonly object?: LiveObject;
  readonly runs: number;
}

function realFate({ object: old, runs }: Look, { object: next, runs: nextRuns }: Look, { isBefore, isAfter, succeeded }: Place): Fate {
  const isThere = next !== undefined && !isGoing(next);
  if (!isAfter) { return isThere ? 'kept' : 'deleted'; }
  if (!isBefore) { return isThere || nextRuns > runs ? 'created' : 'not created'; }
  // It may be gone again.
  if (nextRuns > runs && next === undefined) { return old === undefined ? 'recreated' : 'deleted'; }
  if (next === undefined && old === undefined) { return 'untouched'; }
  if (!isThere) { return 'deleted'; }
  if (old?.metadata.uid !== next.metadata.uid) { return 'recreated'; }
  return contentOf(old!) === contentOf(next) ? succeeded ? 'untouched' : 'refused' : 'updated';
}

/** What manifests say of an object, and not what the server and deployers note. */
function contentOf(object: LiveObject): string {
  const { metadata: { labels }, apiVersion, kind, ...rest } = object;
  return JSON.stringify({ ...rest, status: undefined, labels });
}

/** The Jobs of this name that have made a pod, gone ones, too. */
async function runsOf(kubectl: Kubectl, namespace: string, { kind, metadata }: Manifest): Promise<number> {
  if (kind !== 'Job') { return 0; }
  const events = await kubectl.run(['get', 'events', '-n', namespace, `--field-selector=reason=SuccessfulCreate,involvedObject.name=${metadata?.name}`, '-o', 'jsonpath={.items[*].involvedObject.uid}']);
  return new Set(events.split(' ').filter(Boolean)).size;
}

async function find(kubectl: Kubectl, namespace: string, { kind, metadata }: Manifest): Promise<LiveObject | undefined> {
  const text = await kubectl.run(['get', kind, String(metadata?.name), '-n', namespace, '--ignore-not-found', '-o', 'json']);
  return text === '' ? undefined : JSON.parse(text);
}

/** What the differ says becomes of each object. */
export function saidFates(before: readonly Manifest[], after: readonly Manifest[]): Fate[] {
  const { changes } = diff(before, after);
  return objectsOf({ before, after }).map((object): Fate => {
    const ofObject = changes.filter(({ object: { kind, name } }) => `${kind}/${name}` === nameOf(object));
    const has = (rule: string) => ofObject.some(change => change.rule === rule);
    const [isBefore, isAfter] = [before, after].map(side => side.some(one => nameOf(one) === nameOf(object)));
    if (!isAfter) { return has('kept-by-deployer') ? 'kept' : 'deleted'; }
    if (!isBefore) { return has('left-by-deployer') ? 'not created' : 'created'; }
    if (has('recreated-by-deployer') || has('data-recreated-by-deployer')) { return 'recreated'; }
    if (has('leaves-release') || has('deleted-for-invalid')) { return 'deleted'; }
    if (has('hook-in-the-way')) { return 'refused'; }
    if (has('left-by-deployer') || ofObject.length === 0) { return 'untouched'; }
    return ofObject.some(({ effect, serverSideOnly }) => effect === 'refused' && !serverSideOnly) ? 'refused' : 'updated';
  });
}
