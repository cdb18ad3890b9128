import { Client, inFlight } from './client';
import { Manifest, recordOf } from '../../src/kubernetes/manifest';

interface Resource {
  readonly plural: string;
  readonly namespaced: boolean;
  readonly canCreate: boolean;
  /** Objects of it are kept, and not just answered. */
  readonly isObject: boolean;
}

/** The kinds that a server has, and where they are created. */
export class Discovery {
  public static async of(client: Client): Promise<Discovery> {
    const groups = (await client.get('/apis')).body.groups.flatMap((group: any) => group.versions.map(({ groupVersion }: any) => groupVersion as string));
    const resources = new Map<string, Resource>();
    await inFlight(['v1', ...groups], async apiVersion => {
      const { body } = await client.get(rootOf(apiVersion));
      for (const { name, kind, namespaced, verbs } of body.resources ?? []) {
        if (name.includes('/')) { continue; }
        const canCreate = verbs.includes('create');
        resources.set(`${apiVersion}/${kind}`, { plural: name, namespaced, canCreate, isObject: canCreate && verbs.includes('delete') });
      }
    });
    return new Discovery(resources);
  }

  private constructor(private readonly resources: ReadonlyMap<string, Resource>) {}

  /** `apps/v1/Deployment`: the kinds of objects that are kept. */
  public objectKinds(): string[] {
    return [...this.resources].filter(([, { isObject }]) => isObject).map(([name]) => name);
  }

  /** Where objects of its kind are created; undefined if the server has no such kind: kubectl then asks nothing. */
  public collectionOf({ apiVersion, kind, metadata }: Manifest): string | undefined {
    const resource = this.resources.get(`${apiVersion}/${kind}`);
    if (!resource?.canCreate) { return undefined; }
    const { namespace } = recordOf(metadata);
    const inNamespace = resource.namespaced ? `/namespaces/${encodeURIComponent(typeof namespace === 'string' && namespace ? namespace : 'default')}` : '';
    return `${rootOf(apiVersion)}${inNamespace}/${resource.plural}`;
  }
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
