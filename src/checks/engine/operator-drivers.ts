import { groupOf } from '../../kubernetes/manifest';
import { Inventory } from '../../manifest/inventory';

/** Drivers that an operator installs for its custom resource, by `group/Kind`. The name may begin with the operator's namespace. */
const DRIVERS: Readonly<Record<string, RegExp>> = {
  'ceph.rook.io/CephCluster': /(^|\.)(rbd|cephfs|nfs)\.csi\.ceph\.com$/,
  'hostpathprovisioner.kubevirt.io/HostPathProvisioner': /^kubevirt\.io[./-]hostpath-provisioner$/,
  'lvm.topolvm.io/LVMCluster': /^topolvm\.io$/,
  'piraeus.io/LinstorCluster': /^linstor\.csi\.linbit\.com$/,
};

/** True if a custom resource among the manifests has the driver installed. */
export function isInstalledByOperator(driver: string, inventory: Inventory): boolean {
  return Object.entries(DRIVERS).some(([key, pattern]) => {
    const [group, kind] = key.split('/');
    return pattern.test(driver) && inventory.ofKind(kind).some(({ apiVersion }) => groupOf(apiVersion) === group);
  }) || inventory.ofKind('ClusterCSIDriver').some(({ metadata }) => metadata?.name === driver);
}
