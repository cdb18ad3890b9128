import { objectYaml, setYaml, together } from './examples';
import { classOfNewVolume, mountedClaim } from './mounted-claim';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { driverOf } from '../../../kubernetes/provisioners';
import { PlacedContainer, PodTemplate, containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext } from '../../engine/check';

const example = (group: string) => together(
  objectYaml('storage.k8s.io/v1', 'StorageClass', 'disks', 'provisioner: ebs.csi.aws.com'),
  objectYaml('storage.k8s.io/v1', 'CSIDriver', 'ebs.csi.aws.com', 'spec: {attachRequired: true}'),
  setYaml('db', [`securityContext: {runAsUser: 1000${group}}`, 'containers: [{name: db, image: "redis:7.4.1", volumeMounts: [{name: data, mountPath: /data}]}]'],
    'volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: disks, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]'));

export const rootOwnedVolume: Check = {
  id: 'root-owned-volume',
  why: 'the file system of a new disk belongs to root, and all others may only read it. A program that runs as another user ends with "permission denied", '
    + 'unless fsGroup gives the volume to a group of this user',
  severity: 'warning',
  run: function* (_, context) {
    for (const pods of context.references.pods.all) {
      // What runs already has its data.
      if (pods.workload.metadata?.uid !== undefined || recordOf(pods.template.spec.securityContext).fsGroup !== undefined) { continue; }
      for (const placed of containersOf(pods.template)) {
        const user = userOf(placed, pods.template);
        const mount = user === undefined ? undefined : diskOfRoot(placed, pods, context);
        if (!mount) { continue; }
        yield {
          object: pods.workload,
          path: `${pods.template.path}/spec/securityContext/fsGroup`,
          message: `Container '${textOf(placed.container.name)}' of ${titleOf(pods.workload)} runs as user ${user}, and the new disk at ${textOf(mount.mountPath)} belongs to root`,
          fix: `write fsGroup: ${user} in the security context of the pod, with fsGroupChangePolicy: OnRootMismatch`,
        };
        break;
      }
    }
  },
  bad: example(''),
  good: example(', fsGroup: 1000'),
};

/** The number of the user, if it is given and may not write where root does. */
function userOf({ container }: PlacedContainer, { spec }: PodTemplate): number | undefined {
  const [own, ofPod] = [recordOf(container.securityContext), recordOf(spec.securityContext)];
  const user = own.runAsUser ?? ofPod.runAsUser;
  const mayWriteAll = own.privileged === true || listOf(recordOf(own.capabilities).add).some(one => /^(CAP_)?(ALL|DAC_OVERRIDE)$/.test(textOf(one)));
  return typeof user === 'number' && user !== 0 && !mayWriteAll ? user : undefined;
}

/** A mount of a whole new disk, to write to, that no other container touches before. */
function diskOfRoot({ container, path }: PlacedContainer, pods: Pods, context: CheckContext): Record<string, unknown> | undefined {
  return listOf(container.volumeMounts).map(recordOf).find(({ name, readOnly }) => {
    const claim = readOnly === true ? undefined : mountedClaim(name, pods, context);
    const storageClass = claim && claim.spec.volumeMode !== 'Block' && !isShared(claim.spec) ? classOfNewVolume(claim, context) : undefined;
    return storageClass !== undefined && driverOf(storageClass.provisioner).makesExt4 === true && !isPrepared(name, path, pods.template);
  });
}

/** Another workload may have given it away. */
function isShared({ accessModes }: Record<string, unknown>): boolean {
  return listOf(accessModes).some(mode => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany');
}

/** Whether another container with the volume may run as root, which can give it away. */
function isPrepared(volume: unknown, path: string, template: PodTemplate): boolean {
  return containersOf(template).some(placed => placed.path !== path && userOf(placed, template) === undefined
    && listOf(placed.container.volumeMounts).some(mount => recordOf(mount).name === volume));
}
