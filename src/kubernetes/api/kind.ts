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
  /** The server has its API version unless somebody switched it off; most alpha and beta versions somebody must switch on. */
  readonly onByDefault: boolean;
  /** The feature gate without which the server does not have it. */
  readonly gate?: string;
}

/** A kind in an API version, `apps/v1/StatefulSet`; undefined if this version of Kubernetes has none. */
export function kindOf(name: string, version: KubernetesVersion): Kind | undefined {
  const line = lineOf(KINDS, name);
  if (line === undefined) { return undefined; }
  const [apiVersion, kind] = [name.slice(0, name.lastIndexOf('/')), name.slice(name.lastIndexOf('/') + 1)];
  for (const entry of entriesFor(version, line)) {
    const [type, use, scope, ...attributes] = entry.split(';');
    const gate = attributes.find(attribute => attribute.startsWith('gate='))?.slice('gate='.length);
    return {
      apiVersion,
      kind,
      ...type && { type },
      use: use as Kind['use'],
      namespaced: scope === 'namespaced',
      onByDefault: !attributes.includes('off'),
      ...gate && { gate },
    };
  }
  return undefined;
}

/** Every kind of this version of Kubernetes. */
export function kindsOf(version: KubernetesVersion): Kind[] {
  return namesIn(KINDS).flatMap(name => kindOf(name, version) ?? []);
}

/** The API versions of all versions of Kubernetes that we know. */
export const knownApiVersions = once((): ReadonlySet<string> => new Set(namesIn(KINDS).map(name => name.slice(0, name.lastIndexOf('/')))));

/** The API groups of all versions that we know. */
export const kindGroups = once((): ReadonlySet<string> => new Set([...knownApiVersions()].map(groupOf)));
