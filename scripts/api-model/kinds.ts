import { GroupVersionKind, OpenApiDocument, Schema, schemasOf } from './documents';

/** What one can do with a kind: an object is created and read; a list is only read; a request is sent and not kept. */
export type Use = 'object' | 'list' | 'request';

/** A kind in one API version. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  /** Full name of its type. */
  readonly type: string;
  readonly use: Use;
  readonly namespaced: boolean;
  /** Name in URLs, of kinds that have a collection of their own. */
  readonly resource?: string;
}

interface Collection {
  readonly resource: string;
  readonly namespaced: boolean;
  readonly actions: ReadonlySet<string>;
}

/** `/api/v1/pods`, `/apis/apps/v1/namespaces/{namespace}/deployments`: a collection, not an object or something below it. */
const COLLECTION = /^\/apis?\/(?:[^/]+\/)?[^/]+\/(namespaces\/\{namespace\}\/)?([a-z]+)$/;

/** Every kind that the documents know. */
export function kindsOf(documents: readonly OpenApiDocument[]): Kind[] {
  const collections = collectionsOf(documents);
  const sent = new Set(operationsOf(documents).map(({ id }) => keyOf(id)));
  return [...schemasOf(documents)].flatMap(([type, schema]) => {
    const own = schema['x-kubernetes-group-version-kind'] ?? [];
    // Options of requests belong to all groups.
    if (own.length !== 1) { return []; }
    const kind = kindOf(own[0], type, schema, collections);
    return kind.use === 'request' && !sent.has(keyOf(own[0])) ? [] : [kind];
  });
}

function kindOf(id: GroupVersionKind, type: string, schema: Schema, collections: ReadonlyMap<string, Collection>): Kind {
  const apiVersion = id.group === '' ? id.version : `${id.group}/${id.version}`;
  const isList = id.kind.endsWith('List') && schema.properties?.items !== undefined;
  const collection = collections.get(keyOf(isList ? { ...id, kind: id.kind.slice(0, -'List'.length) } : id));
  const isObject = collection !== undefined && collection.actions.has('post') && collection.actions.has('list');
  return {
    apiVersion,
    kind: id.kind,
    type,
    use: isList ? 'list' : isObject ? 'object' : 'request',
    // What has no collection stands below an object: Eviction, Scale.
    namespaced: collection?.namespaced ?? true,
    resource: collection?.resource,
  };
}

function collectionsOf(documents: readonly OpenApiDocument[]): Map<string, Collection> {
  const found = new Map<string, Collection>();
  for (const { path, id, action } of operationsOf(documents)) {
    const [, namespace, resource] = COLLECTION.exec(path) ?? [];
    if (!resource) { continue; }
    const known = found.get(keyOf(id));
    found.set(keyOf(id), {
      resource, namespaced: known?.namespaced === true || namespace !== undefined, actions: new Set([...known?.actions ?? [], action]),
    });
  }
  return found;
}

interface KindOperation {
  readonly path: string;
  readonly id: GroupVersionKind;
  readonly action: string;
}

function operationsOf(documents: readonly OpenApiDocument[]): KindOperation[] {
  const paths = documents.flatMap(document => Object.entries(document.paths ?? {}));
  return paths.flatMap(([path, operations]) => Object.values(operations).flatMap(operation => {
    const [id, action] = [operation['x-kubernetes-group-version-kind'], operation['x-kubernetes-action']];
    return id && action ? [{ path, id, action }] : [];
  }));
}

function keyOf({ group, version, kind }: GroupVersionKind): string {
  return `${group}/${version}/${kind}`;
}
