import { References } from './references';
import { Manifest, listOf, recordOf } from '../../kubernetes/manifest';
import { wordsOf } from '../../kubernetes/workload';
import { append } from '../group-by';
import { namespaceOf } from '../inventory';

/** Who among the manifests creates Secrets that are not among them. */
export class SecretMakers {
  /** Many ask: of the same references it is made once. */
  public static of(references: References): SecretMakers {
    const known = MAKERS.get(references) ?? new SecretMakers(references);
    MAKERS.set(references, known);
    return known;
  }

  /** The roles that let somebody create Secrets. */
  public readonly roles: readonly Manifest[];
  private readonly namespaces: ReadonlySet<string>;
  /** By namespace and name of the Secret. */
  private jobs?: ReadonlyMap<string, readonly Manifest[]>;

  private constructor(private readonly references: References) {
    const { inventory } = references;
    this.roles = [...inventory.ofKind('Role'), ...inventory.ofKind('ClusterRole')].filter(letsCreateSecrets);
    this.namespaces = new Set(this.roles.map(namespaceOf));
  }

  /** The Jobs that get the name of a Secret, as an argument or a variable, where a role lets somebody create Secrets in its namespace. */
  public jobsOf(namespace: string, name: string): readonly Manifest[] {
    if (!this.namespaces.has(namespace) && !this.namespaces.has('')) { return []; }
    this.jobs ??= this.jobsByWord();
    return this.jobs.get(`${namespace}/${name}`) ?? [];
  }

  private jobsByWord(): ReadonlyMap<string, readonly Manifest[]> {
    const jobs = new Map<string, Manifest[]>();
    for (const job of this.references.inventory.ofKind('Job')) {
      for (const word of new Set(wordsOf(job))) { append(jobs, `${namespaceOf(job)}/${word}`, job); }
    }
    return jobs;
  }
}

const MAKERS = new WeakMap<References, SecretMakers>();

/** True if a role lets those who have it create Secrets. */
export function letsCreateSecrets({ rules }: Manifest): boolean {
  return listOf(rules).some(rule => {
    const { apiGroups, resources, verbs } = recordOf(rule);
    const has = (list: unknown, value: string) => listOf(list).some(entry => entry === value || entry === '*');
    return has(apiGroups, '') && has(resources, 'secrets') && has(verbs, 'create');
  });
}
