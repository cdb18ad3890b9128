import { Provisioner } from '../../../manifest/references/provisioners';
import { CheckContext } from '../../engine/check';
import { isInstalledByOperator } from '../../engine/operator-drivers';

/** True if somebody serves classes of this provisioner: declared, part of Kubernetes, deployed here, or a CSI driver, also one that an operator installs. */
export function isProvided(name: string, provisioners: readonly Provisioner[], { cluster, references }: CheckContext): boolean {
  return cluster.hasProvisioner(name)
    || references.inventory.findIn('CSIDriver', '', name) !== undefined
    || cluster.find('CSIDriver', '', name) !== undefined
    || provisioners.some(provisioner => provisioner.name === name)
    || isInstalledByOperator(name, references.inventory);
}
