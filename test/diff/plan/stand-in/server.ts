import { IncomingMessage, Server, ServerResponse, createServer } from 'http';
import { AddressInfo } from 'net';
import { parse } from 'yaml';
import { round } from './controllers';
import { discovery } from './discovery';
import { jsonOf } from './protocol-buffers';
import { RESOURCES, Store, Stored, WatchEvent, merged } from './store';
import { checkManifests } from '../../../../src/checks/run';
import { diff } from '../../../../src/diff/diff';
import { ApiModel } from '../../../../src/kubernetes/api/model';
import { stored } from '../../../../src/kubernetes/api-server/defaults';
import { DEFAULT_KUBERNETES_VERSION, KubernetesVersion } from '../../../../src/kubernetes/kubernetes-version';
import { podSecurityViolations } from '../../../../src/kubernetes/pod-security';
import { podTemplateOf } from '../../../../src/kubernetes/workload';

/** Slower than a request, as controllers are. */
const ROUND_MILLISECONDS = 30;

interface Target {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: string;
  readonly query: URLSearchParams;
}

/** An API server that knows just enough for kubectl to run a plan against it, with its controllers. */
export class StandInServer {
  public readonly store = new Store();
  /** Every request that changed something: `PATCH StatefulSet db`. */
  public readonly requests: string[] = [];
  private readonly server: Server = createServer((request, response) => this.answer(request, response));
  private timer?: NodeJS.Timeout;

  /** The controllers run beside the requests, a round at a time, as they do in a cluster. */
  public async start(): Promise<string> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
    this.timer = setInterval(() => round(this.store), ROUND_MILLISECONDS);
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public stop() {
    clearInterval(this.timer);
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Puts an object there, as if somebody had applied it, and lets the controllers finish. */
  public add(...objects: readonly object[]) {
    for (const object of objects) { this.store.create(defaulted(structuredClone(object) as Stored)); }
    this.settle();
  }

  /** Lets the controllers finish. */
  public settle() {
    for (let rounds = 0; rounds < 200; rounds++) {
      const before = this.store.resourceVersion;
      round(this.store);
      if (this.store.resourceVersion === before) { return; }
    }
    throw new Error('the controllers never come to rest');
  }

  private answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url!, 'http://localhost');
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk)).on('end', () => {
      const document = discovery(url.pathname);
      if (document) { return send(response, 200, document); }
      const target = targetOf(url);
      if (!target) { return send(response, 404, failure(404, `no such path: ${url.pathname}`)); }
      if (target.query.get('watch')) { return this.stream(target, response); }
      this.handle(request.method!, target, jsonOf(Buffer.concat(chunks)), response);
      return undefined;
    });
  }

  private handle(method: string, target: Target, body: string, response: ServerResponse) {
    const { kind, namespace, name = '', subresource } = target;
    const found = this.store.find(kind, namespace, name);
    if (method !== 'GET') { this.requests.push(`${method} ${kind} ${name}`); }
    if (method === 'GET' && !name) { return send(response, 200, this.listOf(target)); }
    if (method === 'POST') { return this.post(target, parse(body), response); }
    if (method === 'PATCH') { return this.patch(target, found, parse(body), response); }
    if (!found) { return send(response, 404, failure(404, `${kind} "${name}" not found`)); }
    if (method === 'GET') { return send(response, 200, subresource === 'scale' ? scaleOf(found) : found); }
    if (method === 'PUT') { return this.patch(target, found, parse(body), response); }
    this.remove(found, body ? parse(body) : {});
    return send(response, 200, { kind: 'Status', apiVersion: 'v1', status: 'Success', details: { name, uid: found.metadata.uid } });
  }

  private patch(target: Target, found: Stored | undefined, body: Stored, response: ServerResponse) {
    const { kind, name, subresource, query } = target;
    if (!found) {
      return query.get('fieldManager') ? this.create(target, body, response) : send(response, 404, failure(404, `${kind} "${name}" not found`));
    }
    const version = body.metadata?.resourceVersion;
    if (version && version !== found.metadata.resourceVersion) { return send(response, 409, failure(409, `the object has been modified: ${kind} "${name}"`)); }
    const next = defaulted(merged(found, subresource === 'scale' ? { spec: { replicas: body.spec?.replicas ?? 0 } } : body));
    const refused = subresource ? undefined : this.refusal(found, next);
    if (refused) { return send(response, 422, failure(422, refused)); }
    const updated = query.get('dryRun') ? next : this.store.update(next);
    return send(response, 200, subresource === 'scale' ? scaleOf(updated) : updated);
  }

  /** Of protocol buffers only the metadata is read, so there is nothing to check. */
  private post({ apiVersion, kind, namespace }: Target, body: Stored, response: ServerResponse) {
    if (this.store.find(kind, namespace, body.metadata.name)) { return send(response, 409, failure(409, `${kind} "${body.metadata.name}" already exists`)); }
    return send(response, 201, this.store.create(defaulted({ ...body, apiVersion, kind, metadata: { ...body.metadata, namespace } })));
  }

  private create(target: Target, body: Stored, response: ServerResponse) {
    const { apiVersion, kind, namespace, name, query } = target;
    const object = defaulted({ ...body, apiVersion, kind, metadata: { ...body.metadata, namespace, name } });
    if (namespace && !this.store.find('Namespace', undefined, namespace)) { return send(response, 404, failure(404, `namespaces "${namespace}" not found`)); }
    const invalid = checkManifests([object as never], { scope: 'object' }).find(({ severity }) => severity === 'error');
    if (invalid) { return send(response, 422, failure(422, invalid.message)); }
    if (kind === 'Pod' && !this.isAdmitted(object)) { return send(response, 403, failure(403, `pods "${name}" is forbidden: violates PodSecurity`)); }
    return send(response, 201, query.get('dryRun') ? object : this.store.create(object));
  }

  private isAdmitted(pod: Stored): boolean {
    const labels = this.store.find('Namespace', undefined, pod.metadata.namespace)?.metadata.labels;
    const standard = labels?.['pod-security.kubernetes.io/enforce'];
    const version = KubernetesVersion.of(DEFAULT_KUBERNETES_VERSION);
    return !standard || standard === 'privileged' || podSecurityViolations(podTemplateOf(pod as never)!, { standard, version }).length === 0;
  }

  private refusal(before: Stored, after: Stored): string | undefined {
    const classes = this.store.list('StorageClass');
    return diff([...classes, before] as never, [...classes, after] as never).changes.find(({ effect }) => effect === 'refused')?.message;
  }

  /** What has finalizers goes later, when the controllers are done with it. */
  private remove(object: Stored, { propagationPolicy }: Stored) {
    if (['PersistentVolumeClaim', 'PersistentVolume', 'Pod'].includes(object.kind)) {
      this.store.terminate(object);
    } else if (['StatefulSet', 'Deployment', 'Job'].includes(object.kind) && propagationPolicy !== 'Background') {
      this.store.terminate(object, [propagationPolicy === 'Orphan' ? 'orphan' : 'foregroundDeletion']);
    } else {
      this.store.remove(object);
    }
  }

  private listOf(target: Target) {
    const { apiVersion, kind, namespace, query } = target;
    const items = this.store.list(kind, namespace).filter(object => isSelected(object, query));
    return { apiVersion, kind: `${kind}List`, metadata: { resourceVersion: this.store.resourceVersion }, items };
  }

  private stream({ kind, namespace, query }: Target, response: ServerResponse) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    const since = Number(query.get('resourceVersion') ?? 0);
    const tell = ({ type, object }: WatchEvent) => {
      if (object.kind === kind && (!namespace || object.metadata.namespace === namespace) && isSelected(object, query)) {
        response.write(`${JSON.stringify({ type, object })}\n`);
      }
    };
    const end = this.store.watch(since, tell);
    response.on('close', end);
  }
}

/** kubectl asks workloads for their update strategy, and volumes have a reclaim policy. */
function defaulted(object: Stored): Stored {
  return ['StatefulSet', 'Deployment', 'PersistentVolume'].includes(object.kind) ? { ...object, spec: stored(object as never, ApiModel.of('1.27')).spec } : object;
}

function isSelected({ metadata }: Stored, query: URLSearchParams): boolean {
  const name = /metadata\.name=([^,]+)/.exec(query.get('fieldSelector') ?? '')?.[1];
  return (!name || metadata.name === name) && isLabelled(metadata.labels ?? {}, query.get('labelSelector') ?? '');
}

/** `a=b`, `!a` and `a in (b,c)`. */
function isLabelled(labels: Stored, selector: string): boolean {
  return selector.split(/,(?![^(]*\))/).filter(Boolean).every(part => {
    if (part.startsWith('!')) { return labels[part.slice(1)] === undefined; }
    const list = /^(\S+) in \((.*)\)$/.exec(part);
    if (list) { return list[2].split(',').includes(labels[list[1]]); }
    const [key, value] = part.split('=');
    return labels[key] === value;
  });
}

function targetOf(url: URL): Target | undefined {
  const match = /^\/(?:api|apis)\/(v1|[a-z0-9.]+\/v1)\/(?:namespaces\/([^/]+)\/)?([a-z]+)(?:\/([^/]+))?(?:\/([a-z]+))?$/.exec(url.pathname);
  if (!match) { return undefined; }
  const [, apiVersion, namespace, resource, name, subresource] = match;
  const kind = RESOURCES[apiVersion]?.[resource];
  return kind ? { apiVersion, kind, namespace, name, subresource, query: url.searchParams } : undefined;
}

function scaleOf({ metadata, spec }: Stored) {
  return { apiVersion: 'autoscaling/v1', kind: 'Scale', metadata, spec: { replicas: spec.replicas }, status: { replicas: spec.replicas } };
}

const REASONS: Readonly<Record<number, string>> = { 403: 'Forbidden', 404: 'NotFound', 409: 'Conflict', 422: 'Invalid' };

function failure(code: number, message: string) {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason: REASONS[code], message };
}

function send(response: ServerResponse, code: number, body: object) {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
