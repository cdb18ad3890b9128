import { KINDS } from './kinds.generated';
import { entriesFor, lineOf, namesIn } from './lines';
import { KubernetesVersion } from '../kubernetes-version';
import { groupOf } from '../manifest';
import { once } from '../once';

/** A kind in one API version, in one version of Kubernetes. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  /** Name of its type; undefined unless it is an object. */
  readonly type?: string;
  /** An object is created and kept; a list is only read; a request is sent and not kept. */
  readonly use: 'object' | 'list' | 'request';
  readonly namespaced: boolean;
  /** The server has it unless somebody switched it off; most alpha and beta versions somebody must switch on. */
  readonly onByDefault: boolean;
}

/** A kind in an API version, `apps/v1/StatefulSet`; undefined if this version of Kubernetes has none. */
export function kindOf(name: string, version: KubernetesVersion): Kind | undefined {
  const line = lineOf(KINDS, name);
  if (line === undefined) { return undefined; }
  const [apiVersion, kind] = [name.slice(0, name.lastIndexOf('/')), name.slice(name.lastIndexOf('/') + 1)];
  for (const entry of entriesFor(version, line)) {
    const [type, use, scope, off] = entry.split(';');
    return { apiVersion, kind, ...type && { type }, use: use as Kind['use'], namespaced: scope === 'namespaced', onByDefault: off === undefined };
  }
  return undefined;
}

/** Every kind of this version of Kubernetes. */
export function kindsOf(version: KubernetesVersion): Kind[] {
  return namesIn(KINDS).flatMap(name => kindOf(name, version) ?? []);
}

/** The API groups of all versions that we know. */
export const kindGroups = once(() => new Set(namesIn(KINDS).map(name => groupOf(name.slice(0, name.lastIndexOf('/'))))));
