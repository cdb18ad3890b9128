import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { Claim, Claims } from '../manifest/claims';
import { Inventory } from '../manifest/inventory';
import { Provisioner, provisionersOf } from '../manifest/references/provisioners';
import { References } from '../manifest/references/references';
import { StaticBinding, bindStatically } from '../manifest/static-binding';

/** What is said of a cluster, besides its manifests. */
export interface DescribeOptions {
  /** @default - the usual version */
  readonly model?: ApiModel;
  /** The domain at the end of the cluster's names. @default 'cluster.local' */
  readonly clusterDomain?: string;
}

/** All that sentences are computed from. */
export interface Facts {
  readonly inventory: Inventory;
  readonly references: References;
  readonly claims: Claims;
  readonly bindings: ReadonlyMap<Claim, StaticBinding>;
  readonly provisioners: readonly Provisioner[];
  readonly model: ApiModel;
  readonly clusterDomain: string;
}

export const DEFAULT_CLUSTER_DOMAIN = 'cluster.local';

export function factsOf(manifests: readonly Manifest[], options: DescribeOptions = {}): Facts {
  const { model = ApiModel.of(), clusterDomain = DEFAULT_CLUSTER_DOMAIN } = options;
  const inventory = new Inventory(manifests);
  const references = new References(inventory);
  const claims = new Claims(inventory);
  const bindings = new Map(bindStatically(inventory, claims).map(binding => [binding.claim, binding]));
  return { inventory, references, claims, bindings, provisioners: provisionersOf(references), model, clusterDomain };
}
