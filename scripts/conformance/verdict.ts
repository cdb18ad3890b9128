import { Client, Reply } from './client';
import { OTHER_KIND, dependsOnCluster } from './cluster-dependent';
import { Discovery } from './discovery';
import { droppedFields } from './dropped';
import { checkDocuments, checkManifests } from '../../src/checks/run';
import { kindGroups } from '../../src/kubernetes/api/kind';
import { ApiModel } from '../../src/kubernetes/api/model';
import { deriveObjects } from '../../src/kubernetes/derive';
import { isBuiltIn } from '../../src/kubernetes/kinds';
import { Manifest, groupOf, isManifest, isRecord, listOf } from '../../src/kubernetes/manifest';
import { readDocuments } from '../../src/manifest/read/read';

/** What the server says of an object. */
export interface Answer {
  readonly refused: boolean;
  readonly message: string;
  readonly causes: readonly Cause[];
  readonly warnings: readonly string[];
  /** Fields that it took and does not store. @default - none */
  readonly dropped?: readonly string[];
  /** Why another cluster may answer otherwise. */
  readonly leftOut?: string;
}

export interface Cause {
  readonly field: string;
  readonly reason: string;
  readonly message: string;
}

/** Asks a server without making anything. */
export class Oracle {
  private readonly known = new Map<string, Promise<Answer>>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly client: Client, private readonly discovery: Discovery) {}

  /** The answer about an object; what was asked before is not asked again. */
  public ask(manifest: Manifest): Promise<Answer> {
    const text = JSON.stringify(manifest);
    const known = this.known.get(text);
    if (known) { return known; }
    const answer = this.askAnew(manifest, text);
    this.known.set(text, answer);
    return answer;
  }

  /** The answers about what controllers would make of an object. */
  public async askDerived(manifest: Manifest): Promise<{ readonly manifest: Manifest; readonly answer: Answer }[]> {
    return Promise.all(deriveObjects(manifest).map(async derived => ({ manifest: derived.manifest, answer: await this.ask(derived.manifest) })));
  }

  private async askAnew(manifest: Manifest, text: string): Promise<Answer> {
    const url = this.discovery.collectionOf(manifest);
    if (!url) {
      const message = `no matches for kind "${manifest.kind}" in version "${manifest.apiVersion}"`;
      return { refused: true, message, causes: [], warnings: [], leftOut: mayBeElsewhere(manifest) ? OTHER_KIND : undefined };
    }
    const dryRun = await this.send(`${url}?dryRun=All&fieldValidation=Strict`, text, manifest);
    return dryRun.refused || !asksAllocators(manifest) ? dryRun : this.inTurn(() => this.create(url, text, manifest));
  }

  private async send(url: string, text: string, manifest: Manifest): Promise<Answer & { readonly created?: string }> {
    const post = () => this.client.send('POST', url, text);
    // A connection may be closed for good reasons, such as that nobody used it; twice it is the object's fault.
    const { code, body, warnings } = await post().catch(post)
      .catch((error: Error): Reply => ({ code: 0, body: { message: `the server closed the connection: ${error.message}` }, warnings: [] }));
    const refused = code < 200 || code > 299;
    const message = refused ? String(body?.message ?? `status ${code}`) : '';
    const leftOut = refused ? dependsOnCluster(code, message, manifest) : undefined;
    const dropped = refused ? [] : droppedFields(manifest, body);
    return { refused, message, causes: body?.details?.causes ?? [], warnings, dropped, leftOut, created: body?.metadata?.name };
  }

  /** Creates it for real, and takes it away again. */
  private async create(url: string, text: string, manifest: Manifest): Promise<Answer> {
    const { created, ...answer } = await this.send(`${url}?fieldValidation=Strict`, text, manifest);
    if (!answer.refused) {
      // With finalizers it would stay.
      await this.client.send('PATCH', `${url}/${created}`, '{"metadata":{"finalizers":null}}', 'application/merge-patch+json');
      await this.client.send('DELETE', `${url}/${created}`);
    }
    return answer;
  }

  private inTurn(work: () => Promise<Answer>): Promise<Answer> {
    const done = this.turn.then(work);
    this.turn = done;
    return done;
  }
}

/** A group that is not built in, which a CustomResourceDefinition may have brought. */
function mayBeElsewhere({ apiVersion, kind }: Manifest): boolean {
  return typeof apiVersion === 'string' && typeof kind === 'string' && /^[a-z0-9.-]+\/[a-z0-9-]+$/.test(apiVersion) && !isOfKubernetes(apiVersion);
}

/** Projects around Kubernetes have groups below k8s.io, too. */
function isOfKubernetes(apiVersion: string): boolean {
  return isBuiltIn(apiVersion) && (!apiVersion.includes('.k8s.io/') || kindGroups().has(groupOf(apiVersion)));
}

/** A dry run of a Service does not ask whether its ports and addresses are in the ranges of the cluster. */
function asksAllocators({ kind, spec }: Manifest): boolean {
  if (kind !== 'Service' || !isRecord(spec)) { return false; }
  const hasAddress = [spec.clusterIP, ...listOf(spec.clusterIPs)].some(address => address && address !== 'None');
  return hasAddress || Boolean(spec.healthCheckNodePort) || listOf(spec.ports).some(port => port?.nodePort);
}

/** Rules on systems that say what the server warns of, each about one object. */
const SAID_OF_SYSTEMS: ReadonlySet<string> = new Set(['deprecated-annotation', 'deprecated-field', 'removed-volume-type']);

/** What the checker says of an object. */
export interface Opinion {
  readonly errors: readonly { readonly rule: string; readonly path: string; readonly message: string }[];
  readonly warnings: readonly { readonly rule: string; readonly path: string }[];
}

export function opinionOf(manifest: Manifest, model: ApiModel, definitions: readonly Manifest[] = []): Opinion {
  const options = { scope: 'object', model, definitions } as const;
  // Reading is slow, and tells what is no manifest at all.
  const findings = isManifest(manifest) ? checkManifests([manifest], options) : checkDocuments(readDocuments(JSON.stringify(manifest), 'object.json'), options);
  const ofSystem = isManifest(manifest) ? checkManifests([manifest], { model }).filter(({ rule }) => SAID_OF_SYSTEMS.has(rule)) : [];
  return {
    errors: findings.filter(({ severity }) => severity === 'error').map(({ rule, path, message }) => ({ rule, path, message })),
    warnings: [...findings.filter(({ severity }) => severity === 'warning'), ...ofSystem].map(({ rule, path }) => ({ rule, path })),
  };
}
