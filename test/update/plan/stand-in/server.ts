import { IncomingMessage, Server, ServerResponse, createServer } from 'http';
import { AddressInfo } from 'net';
import { parse } from 'yaml';
import { settle } from './controllers';
import { jsonOf } from './protocol-buffers';
import { RESOURCES, Store, Stored, WatchEvent, isNamespaced, merged } from './store';
import { stored } from '../../../../src/update/defaults';
import { diff } from '../../../../src/update/diff';

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

  public async start(): Promise<string> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  public stop() {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Puts an object there, as if somebody had applied it. */
  public add(...objects: readonly object[]) {
    for (const object of objects) { this.store.create(defaulted(structuredClone(object) as Stored)); }
    settle(this.store);
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
    const { kind, namespace, name = '' } = target;
    const found = this.store.find(kind, namespace, name);
    if (method !== 'GET') { this.requests.push(`${method} ${kind} ${name}`); }
    if (method === 'GET' && !name) { return send(response, 200, this.listOf(target)); }
    if (method === 'POST') { return this.create(target, parse(body), response); }
    if (method === 'PATCH') { return this.patch(target, found, parse(body), response); }
    if (!found) { return send(response, 404, failure(404, `${kind} "${name}" not found`)); }
    if (method === 'GET') { return send(response, 200, found); }
    this.remove(found, body ? parse(body) : {});
    send(response, 200, { kind: 'Status', apiVersion: 'v1', status: 'Success', details: { name, uid: found.metadata.uid } });
  }

  private create({ apiVersion, kind, namespace }: Target, body: Stored, response: ServerResponse) {
    if (this.store.find(kind, namespace, body.metadata.name)) { return send(response, 409, failure(409, `${kind} "${body.metadata.name}" already exists`)); }
    const created = this.store.create(defaulted({ ...body, apiVersion, kind, metadata: { ...body.metadata, namespace } }));
    settle(this.store);
    return send(response, 201, created);
  }

  private patch(target: Target, found: Stored | undefined, body: Stored, response: ServerResponse) {
    const { apiVersion, kind, namespace, name, subresource, query } = target;
    if (!found && !query.get('fieldManager')) { return send(response, 404, failure(404, `${kind} "${name}" not found`)); }
    if (!found) {
      const created = this.store.create(defaulted({ ...body, apiVersion, kind, metadata: { ...body.metadata, namespace, name } }));
      settle(this.store);
      return send(response, 201, created);
    }
    const next = merged(found, body);
    const refused = subresource ? undefined : this.refusal(found, next);
    if (refused) { return send(response, 422, failure(422, refused)); }
    const updated = this.store.update(next);
    settle(this.store);
    return send(response, 200, subresource === 'scale' ? scaleOf(updated) : updated);
  }

  private refusal(before: Stored, after: Stored): string | undefined {
    const classes = this.store.list('StorageClass');
    return diff([...classes, before] as never, [...classes, after] as never).changes.find(({ effect }) => effect === 'refused')?.message;
  }

  /** Orphans lose their owner; anything else that was owned goes too. */
  private remove(object: Stored, { propagationPolicy }: Stored) {
    if (object.kind === 'PersistentVolumeClaim') {
      this.store.update(merged(object, { metadata: { deletionTimestamp: '2024-01-01T00:00:00Z' } }));
    } else {
      this.store.remove(object);
      for (const dependent of ['Pod', 'PersistentVolumeClaim'].flatMap(kind => this.store.list(kind))) {
        if (dependent.metadata.ownerReferences?.[0]?.uid !== object.metadata.uid) { continue; }
        if (propagationPolicy === 'Orphan') {
          this.store.update(merged(dependent, { metadata: { ownerReferences: null } }));
        } else {
          this.remove(dependent, {});
        }
      }
    }
    settle(this.store);
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
    for (const object of this.store.list(kind)) {
      if (Number(object.metadata.resourceVersion) > since) { tell({ type: 'MODIFIED', object }); }
    }
    const end = this.store.watch(tell);
    response.on('close', end);
  }
}

/** kubectl asks sets for their update strategy. */
function defaulted(object: Stored): Stored {
  return object.kind === 'StatefulSet' ? stored(object as never) : object;
}

function isSelected({ metadata }: Stored, query: URLSearchParams): boolean {
  const name = /metadata\.name=([^,]+)/.exec(query.get('fieldSelector') ?? '')?.[1];
  const labels = (query.get('labelSelector') ?? '').split(',').filter(Boolean).map(part => part.split('='));
  return (!name || metadata.name === name) && labels.every(([key, value]) => metadata.labels?.[key] === value);
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

function failure(code: number, message: string) {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, reason: code === 404 ? 'NotFound' : 'Invalid', message };
}

function send(response: ServerResponse, code: number, body: object) {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** What kubectl asks before its first request. */
function discovery(path: string): object | undefined {
  if (path === '/api') { return { kind: 'APIVersions', versions: ['v1'] }; }
  if (path === '/apis') {
    const groups = Object.keys(RESOURCES).filter(version => version !== 'v1').map(groupVersion => {
      const [name, version] = groupVersion.split('/');
      return { name, versions: [{ groupVersion, version }], preferredVersion: { groupVersion, version } };
    });
    return { kind: 'APIGroupList', apiVersion: 'v1', groups };
  }
  if (path === '/openapi/v3') {
    const paths = Object.keys(RESOURCES).map(version => [(version === 'v1' ? 'api/' : 'apis/') + version, { serverRelativeURL: `/openapi/v3/${version}` }]);
    return { paths: Object.fromEntries(paths) };
  }
  const schema = /^\/openapi\/v3\/(.*)$/.exec(path)?.[1];
  if (schema) { return openApi(schema); }
  const version = /^\/(?:api|apis)\/(v1|[a-z0-9.]+\/v1)$/.exec(path)?.[1];
  return version && RESOURCES[version] ? resourceList(version) : undefined;
}

function resourceList(groupVersion: string): object {
  const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];
  const resources = Object.entries(RESOURCES[groupVersion]).flatMap(([name, kind]) => [
    { name, singularName: kind.toLowerCase(), namespaced: isNamespaced(groupVersion, kind), kind, verbs, shortNames: SHORT_NAMES[name] ?? [] },
    ...kind === 'StatefulSet' ? [{ name: `${name}/scale`, namespaced: true, group: 'autoscaling', version: 'v1', kind: 'Scale', verbs: ['get', 'patch', 'update'] }] : [],
  ]);
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources };
}

const SHORT_NAMES: Readonly<Record<string, readonly string[]>> = { persistentvolumes: ['pv'], persistentvolumeclaims: ['pvc'] };

/** Only as much as kubectl needs to know that the server checks fields itself. */
function openApi(groupVersion: string): object {
  const [group, version] = groupVersion.includes('/') ? groupVersion.split('/') : ['', groupVersion];
  return {
    openapi: '3.0.0',
    info: { title: 'stand-in', version: '1' },
    paths: Object.fromEntries(Object.entries(RESOURCES[groupVersion]).map(([resource, kind]) => [`/${groupVersion}/${resource}/{name}`, {
      patch: {
        'x-kubernetes-group-version-kind': { group, version, kind },
        'parameters': [{ name: 'fieldValidation', in: 'query' }, { name: 'fieldManager', in: 'query' }],
        'responses': {},
      },
    }])),
  };
}
