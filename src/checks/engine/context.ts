import { CheckContext } from './check';
import { Cluster } from './cluster';
import { Makers } from './makers';
import { ApiModel } from '../../kubernetes/api/model';
import { recordOf } from '../../kubernetes/manifest';
import { Claims } from '../../manifest/claims';
import { Environment } from '../../manifest/environment';
import { Inventory } from '../../manifest/inventory';
import { References } from '../../manifest/references/references';
import { Repository } from '../../manifest/repository';
import { StaticBinding, bindStatically } from '../../manifest/static-binding';

/** What checks of a whole system share, computed once. */
export function contextOf(inventory: Inventory, environment: Environment, model: ApiModel, repository?: Repository): CheckContext {
  const claims = new Claims(inventory);
  const references = new References(inventory);
  let bindings: readonly StaticBinding[] | undefined;
  return {
    environment,
    model,
    references,
    repository,
    claims,
    staticBindings: () => bindings ??= bindStatically(inventory, claims),
    cluster: new Cluster({ ...environment, defaultStorageClass: environment.defaultStorageClass ?? bringsDefaultClass(inventory) }),
    makers: new Makers(references),
  };
}

/** True if one of the StorageClasses is marked as the default; undefined if none is, since the cluster may have one. */
function bringsDefaultClass(inventory: Inventory): true | undefined {
  const key = 'storageclass.kubernetes.io/is-default-class';
  const isDefault = inventory.ofKind('StorageClass').some(({ metadata }) => recordOf(metadata?.annotations)[key] === 'true');
  return isDefault || undefined;
}
