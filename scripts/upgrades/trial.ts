import { byName } from './by-name';
import { UpgradeCase } from './cases';
import { sameData } from '../../src/kubernetes/manifest';
import { pointer, valueAt } from '../../src/kubernetes/pointer';
import { Client, Reply, inFlight } from '../conformance/client';
import { dependsOnCluster } from '../conformance/cluster-dependent';
import { Discovery } from '../conformance/discovery';
import { ApiServer } from '../conformance/server';
import { createSurroundings } from '../conformance/surroundings';

/** What two servers did with one manifest: the second one runs on what the first one stored. */
export interface Seen {
  readonly given: UpgradeCase;
  /** The first server takes it as a new object, and the second one refuses it. */
  readonly refusedWhenCreated: boolean;
  /** The second server refuses it for the object that the first one stored. */
  readonly refusedWhenApplied: boolean;
  /** Applied again, it changes the pods that a controller makes. */
  readonly changesPods: boolean;
  /** The fields that only the second server keeps, each by the uppermost that it keeps. */
  readonly obeyed: readonly string[];
  /** Fields that only the first server keeps. */
  readonly ignored: readonly string[];
  /** What the second server said. */
  readonly messages: readonly string[];
}

/** Upgrades a real API server, and says what it does with each manifest before and after. */
export async function upgradeWith(cases: readonly UpgradeCase[], from: string, to: string): Promise<Seen[]> {
  const server = new ApiServer(from);
  try {
    const before = await Side.of(await server.up());
    await createSurroundings(before.client, before.discovery);
    const created = await inFlight(cases, given => before.create(given));
    const stored = await inFlight(cases, given => before.store(given));
    const after = await Side.of(await server.upgrade(to));
    const all = await inFlight(cases, async given => {
      const old = await after.get(given);
      const [again, applied] = [await after.create(given), await after.apply(given)];
      return { old, again, applied };
    });
    return cases.flatMap((given, index) => {
      const { old, again, applied } = all[index];
      const counts = isThere(stored[index]) && isAnswer(again) && !(isUnknown(created[index]) && isUnknown(again));
      return counts ? [seenOf(given, { stored: stored[index], old, again, applied })] : [];
    });
  } finally {
    await server.down();
  }
}

/** What the first server did not take is no object that the second one has. */
function isThere({ code }: Reply): boolean {
  return code < 400;
}

/** A field that no version knows is a mistake of its own. */
function isUnknown({ body }: Reply): boolean {
  return String(body.message).includes('strict decoding error');
}

/** A server that misses something in the cluster says nothing of the manifest. */
function isAnswer({ code, body }: Reply): boolean {
  return code < 400 || dependsOnCluster(code, String(body.message), {}) === undefined;
}

interface Replies {
  readonly stored: Reply;
  readonly old: Reply;
  readonly again: Reply;
  readonly applied: Reply;
}

function seenOf(given: UpgradeCase, { stored, old, again, applied }: Replies): Seen {
  const [manifest, first, second] = [given.manifest, stored.body, again.code < 400 ? again.body : undefined].map(byName);
  const onlyIn = (one: any, other: any) => one && other ? uppermost(manifest, path => isKept(path, one) && !isKept(path, other)) : [];
  const isKept = (path: string, object: any) => keeps(object, path, valueAt(manifest, path));
  const podsOf = ({ body }: Reply) => valueAt(body, '/spec/template');
  return {
    given,
    refusedWhenCreated: again.code >= 400,
    refusedWhenApplied: applied.code >= 400 && applied !== NO_SUCH_KIND && !NOT_FOR_APPLY.test(String(applied.body.message)),
    changesPods: applied.code < 400 && !sameData(podsOf(old), podsOf(applied)),
    obeyed: withoutFollowing(onlyIn(second, first), manifest),
    ignored: withoutFollowing(onlyIn(first, second), manifest),
    messages: [again, applied].filter(({ code }) => code >= 400).map(({ body }) => String(body.message)),
  };
}

/** Something else than what was given is another spelling, or what the server has where a feature is off. */
const RESET: ReadonlySet<unknown> = new Set(['Default']);

function keeps(object: any, path: string, given: unknown): boolean {
  const value = valueAt(object, path);
  return value !== undefined && !(RESET.has(value) && value !== given);
}

/** What is empty may be left out. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The uppermost fields of a manifest for which something holds. */
function uppermost(value: any, holds: (path: string) => boolean, path = ''): string[] {
  if (typeof value !== 'object' || value === null) { return []; }
  return Object.keys(value).filter(key => !isEmpty(value[key])).flatMap(key => {
    const at = path + pointer(key);
    return holds(at) ? [at] : uppermost(value[key], holds, at);
  }).sort();
}

/** Items of the same key: no version applies them. */
const NOT_FOR_APPLY = /failed to create typed patch object/;

const NO_SUCH_KIND: Reply = { code: 404, body: { message: 'the server has no such kind' }, warnings: [] };

/** With an image, a server that has the feature off drops the volume, and with the volume its mounts. */
function withoutFollowing(paths: readonly string[], manifest: any): string[] {
  const images = paths.filter(path => valueAt(manifest, `${path}/image/reference`) !== undefined);
  const isMount = (path: string) => path.includes('/volumeMounts/') && images.length > 0;
  return paths.filter(path => !isMount(path)).map(path => images.includes(path) ? `${path}/image` : path).sort();
}

/** One of the servers. */
class Side {
  public static async of(client: Client): Promise<Side> {
    return new Side(client, await Discovery.of(client));
  }

  private constructor(public readonly client: Client, public readonly discovery: Discovery) {}

  /** As a new object, which is not kept. */
  public async create({ manifest }: UpgradeCase): Promise<Reply> {
    const { name, ...metadata } = manifest.metadata!;
    const collection = this.discovery.collectionOf(manifest);
    const other = /\./.test(String(name)) ? name : `${name}-new`;
    return collection === undefined ? NO_SUCH_KIND : this.client.post(`${collection}?dryRun=All&fieldValidation=Strict`, { ...manifest, metadata: { ...metadata, name: other } });
  }

  public async store({ manifest }: UpgradeCase): Promise<Reply> {
    const collection = this.discovery.collectionOf(manifest);
    if (collection === undefined) { return NO_SUCH_KIND; }
    const reply = await this.client.post(`${collection}?fieldValidation=Ignore&fieldManager=trial`, manifest);
    // As a controller does it: of a claim that waits, nothing may change.
    const status = JSON.stringify({ status: { phase: 'Bound' } });
    if (manifest.kind === 'PersistentVolumeClaim') { await this.client.send('PATCH', `${collection}/${manifest.metadata!.name}/status`, status, 'application/merge-patch+json'); }
    return reply;
  }

  public async get({ manifest }: UpgradeCase): Promise<Reply> {
    const collection = this.discovery.collectionOf(manifest);
    return collection === undefined ? NO_SUCH_KIND : this.client.get(`${collection}/${manifest.metadata!.name}`);
  }

  public async apply({ manifest }: UpgradeCase): Promise<Reply> {
    const collection = this.discovery.collectionOf(manifest);
    return collection === undefined
      ? NO_SUCH_KIND
      : this.client.send('PATCH', `${collection}/${manifest.metadata!.name}?fieldManager=trial&force=true`, JSON.stringify(manifest), 'application/apply-patch+yaml');
  }
}
