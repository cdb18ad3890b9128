import { listOf, recordOf } from '../../../kubernetes/manifest';
import { Claim } from '../../../manifest/claims';
import { Pods } from '../../../manifest/references/pods';
import { CheckContext } from '../../engine/check';

/** The claim behind a volume of these pods, also one that a StatefulSet makes; undefined if the volume is of another kind, or nobody knows. */
export function mountedClaim(volume: unknown, { workload, namespace, template }: Pods, { claims }: CheckContext): Claim | undefined {
  const made = listOf(recordOf(workload.spec).volumeClaimTemplates).findIndex(claim => recordOf(recordOf(claim).metadata).name === volume);
  if (workload.kind === 'StatefulSet' && made >= 0) { return claims.of(workload).find(({ path }) => path === `/spec/volumeClaimTemplates/${made}`); }
  const source = listOf(template.spec.volumes).map(recordOf).find(({ name }) => name === volume);
  return claims.find(namespace, recordOf(source?.persistentVolumeClaim).claimName);
}

/** The StorageClass that makes a new volume for a claim; undefined if it is not here, or the volume is filled from elsewhere. */
export function classOfNewVolume(claim: Claim, { references }: CheckContext): Record<string, any> | undefined {
  const { spec } = claim;
  return spec.dataSource || spec.dataSourceRef || spec.volumeName ? undefined : references.inventory.findIn('StorageClass', '', claim.storageClass);
}
