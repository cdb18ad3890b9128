import { CheckContext } from './check';
import { Cluster } from './cluster';
import { Environment } from './environment';
import { Makers } from './makers';
import { Claims } from '../manifest/claims';
import { Inventory } from '../manifest/inventory';
import { References } from '../manifest/references';

/** What checks of a whole system share, computed once. */
export function contextOf(inventory: Inventory, environment: Environment, kubernetesVersion: string): CheckContext {
  return {
    environment,
    kubernetesVersion,
    references: new References(inventory),
    claims: new Claims(inventory),
    cluster: new Cluster(environment),
    makers: new Makers(inventory),
  };
}
