import { Schema } from './schema';
import { Manifest, groupOf, isRecord, listOf, recordOf } from '../../kubernetes/manifest';

/** A kind in one API version, as a CustomResourceDefinition defines it. */
export interface CustomKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** The server takes objects of this version. */
  readonly served: boolean;
  /** What the server warns of when it gets an object; undefined if the version is not deprecated. */
  readonly deprecation?: string;
  /** The server drops the status of a new object, and checks none of its values. */
  readonly dropsStatus: boolean;
  /** What all objects look like; undefined if the definition does not say, or not as `apiextensions.k8s.io/v1` does. */
  readonly schema?: Schema;
}

/** The kinds that CustomResourceDefinitions define. */
export class CustomKinds {
  /** Of two definitions of a kind the last one counts. */
  public static of(definitions: readonly Manifest[]): CustomKinds {
    const kinds = new CustomKinds();
    definitions.forEach(({ spec }) => kinds.add(recordOf(spec)));
    return kinds;
  }

  private readonly kinds = new Map<string, CustomKind>();

  public find(apiVersion: string, kind: string): CustomKind | undefined {
    return this.kinds.get(`${apiVersion}/${kind}`);
  }

  /** The versions of this kind that the server takes. */
  public servedVersions(group: string, kind: string): string[] {
    const isMeant = (known: CustomKind) => known.served && known.kind === kind && groupOf(known.apiVersion) === group;
    return [...this.kinds.values()].filter(isMeant).map(({ apiVersion }) => apiVersion);
  }

  private add({ group, names, scope, versions }: Readonly<Record<string, any>>) {
    const { kind } = recordOf(names);
    if (typeof group !== 'string' || typeof kind !== 'string') { return; }
    for (const version of listOf(versions).filter(part => typeof recordOf(part).name === 'string')) {
      const apiVersion = `${group}/${version.name}`;
      const schema = recordOf(version.schema).openAPIV3Schema;
      this.kinds.set(`${apiVersion}/${kind}`, {
        apiVersion,
        kind,
        namespaced: scope === 'Namespaced',
        served: version.served === true,
        deprecation: version.deprecated === true ? version.deprecationWarning ?? `${apiVersion} ${kind} is deprecated` : undefined,
        dropsStatus: isRecord(recordOf(version.subresources).status),
        schema: isRecord(schema) ? schema : undefined,
      });
    }
  }
}

export function isDefinition({ apiVersion, kind }: Manifest): boolean {
  return kind === 'CustomResourceDefinition' && apiVersion === 'apiextensions.k8s.io/v1';
}
