import { objectYaml, setYaml, together } from './examples';
import { classOfNewVolume, mountedClaim } from './mounted-claim';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { driverOf } from '../../../kubernetes/provisioners';
import { PlacedContainer, PodTemplate, containersOf, runAsUserOf } from '../../../kubernetes/workload';
import { Claim } from '../../../manifest/claims';
import { userOfImage } from '../../../manifest/image-users';
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
        const disk = user === undefined ? undefined : diskOfRoot(placed, pods, context);
        if (!disk) { continue; }
        const container = `Container '${textOf(placed.container.name)}' of ${titleOf(pods.workload)}`;
        yield {
          object: pods.workload,
          path: `${pods.template.path}/spec/securityContext/fsGroup`,
          severity: disk.isCertain ? 'warning' : 'info',
          message: disk.isCertain
            ? `${container} runs as user ${user}, and the new disk at ${disk.mountPath} belongs to root`
            : `${container} runs as user ${user}; where a new disk belongs to root, as those of clouds do, it cannot write to ${disk.mountPath}`,
          fix: `write fsGroup: ${user} in the security context of the pod, with fsGroupChangePolicy: OnRootMismatch`,
        };
        break;
      }
    }
  },
  bad: example(''),
  good: example(', fsGroup: 1000'),
};

/** The number of the user, if it is given or known of the image, and may not write where root does. */
function userOf({ container }: PlacedContainer, template: PodTemplate): number | undefined {
  const own = recordOf(container.securityContext);
  const user = runAsUserOf(container, template) ?? userOfImage(container.image);
  const mayWriteAll = own.privileged === true || listOf(recordOf(own.capabilities).add).some(one => /^(CAP_)?(ALL|DAC_OVERRIDE)$/.test(textOf(one)));
  return typeof user === 'number' && user !== 0 && !mayWriteAll ? user : undefined;
}

interface Disk {
  readonly mountPath: string;
  /** False if the class is not among the manifests. */
  readonly isCertain: boolean;
}

/** A mount of a whole new disk, to write to, that no other container touches before. */
function diskOfRoot({ container, path }: PlacedContainer, pods: Pods, context: CheckContext): Disk | undefined {
  for (const { name, mountPath, readOnly } of listOf(container.volumeMounts).map(recordOf)) {
    const claim = readOnly === true ? undefined : mountedClaim(name, pods, context);
    if (!claim || claim.spec.volumeMode === 'Block' || isShared(claim.spec) || isPrepared(name, path, pods.template)) { continue; }
    const isCertain = driverOf(classOfNewVolume(claim, context)?.provisioner).makesExt4 === true;
    const mayBe = userOfImage(container.image) !== undefined && isOfUnknownClass(claim, context);
    if (isCertain || mayBe) { return { mountPath: textOf(mountPath), isCertain }; }
  }
  return undefined;
}

/** A new volume of a class that is not here. One of another class, or that somebody writes, may belong to anybody. */
function isOfUnknownClass({ spec, storageClass }: Claim, { references }: CheckContext): boolean {
  return !spec.dataSource && !spec.dataSourceRef && !spec.volumeName && !references.inventory.findIn('StorageClass', '', storageClass)
    && references.inventory.ofKind('PersistentVolume').length === 0;
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
