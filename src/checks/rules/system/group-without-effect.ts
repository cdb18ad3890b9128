import { ONCE, claimYaml, podYaml, together, volumeYaml } from './examples';
import { mountedClaim } from './mounted-claim';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { once } from '../../../kubernetes/once';
import { PlacedContainer, PodTemplate, containersOf, runAsUserOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext } from '../../engine/check';

/** The library that makes such a volume says with which commands its directory is made. */
const PREPARED = 'cdk8s-stateful/volume';

const example = (init: string) => together(
  podYaml('securityContext: {runAsUser: 1000, fsGroup: 1000}', ...init ? [init] : [],
    'containers: [{name: web, image: httpd:2.4.62, volumeMounts: [{name: pages, mountPath: /pages}]}]', 'volumes: [{name: pages, persistentVolumeClaim: {claimName: pages}}]'),
  claimYaml('pages', `${ONCE}, storageClassName: "", volumeName: pages`),
  volumeYaml('pages', ONCE, 'storageClassName: ""', 'nfs: {server: 10.1.2.3, path: /pages}'));

export const groupWithoutEffect: Check = {
  id: 'group-without-effect',
  why: 'the kubelet gives a disk to the fsGroup of the pod, but never a directory of an NFS server or of the node: these keep the owner and the rights that they have there. '
    + 'A program that runs as another user ends with "permission denied"',
  severity: 'warning',
  run: function* (_, context) {
    const volumes = once(() => volumesOfClaims(context));
    const isAnyWritten = context.references.inventory.ofKind('PersistentVolume').some(({ spec }) => isDirectory(recordOf(spec)));
    for (const pods of context.references.pods.all) {
      const { fsGroup } = recordOf(pods.template.spec.securityContext);
      // What runs already has its data.
      if (fsGroup === undefined || fsGroup === 0 || pods.workload.metadata?.uid !== undefined) { continue; }
      if (!isAnyWritten && !listOf(pods.template.spec.volumes).some(volume => isDirectory(recordOf(volume)))) { continue; }
      const [found] = containersOf(pods.template).flatMap(placed => mountsOf(placed, pods, context, volumes()));
      if (!found) { continue; }
      yield {
        object: pods.workload,
        path: `${pods.template.path}/spec/securityContext/fsGroup`,
        message: `${titleOf(pods.workload)} has fsGroup: ${textOf(fsGroup)}, and ${found.mountPath} is ${found.what}, which the kubelet does not give to this group`,
        fix: found.isNfs
          ? `make the directory belong to the group on the server: chown ${found.user}:${textOf(fsGroup)} and chmod 2770, or let an init container that runs as root do so (with no_root_squash)`
          : `let an init container that runs as root do so: chown ${found.user}:${textOf(fsGroup)} ${found.mountPath}`,
      };
    }
  },
  bad: example(''),
  good: example('initContainers: [{name: owner, image: busybox:1.36.1, command: [chown, "1000:1000", /pages], securityContext: {runAsUser: 0}, volumeMounts: [{name: pages, mountPath: /pages}]}]'),
};

function isDirectory({ nfs, hostPath }: Record<string, unknown>): boolean {
  return nfs !== undefined || hostPath !== undefined;
}

interface Found {
  readonly mountPath: string;
  readonly what: string;
  readonly isNfs: boolean;
  readonly user: number;
}

/** The volumes that are written down, by the claim that gets them. */
function volumesOfClaims({ staticBindings }: CheckContext): ReadonlyMap<unknown, Manifest> {
  return new Map(staticBindings().flatMap(({ claim, bound, reserved }) => {
    const [volume] = [...reserved, ...bound];
    return volume ? [[claim, volume] as const] : [];
  }));
}

/** Mounts to write to of a container that runs as another user than root, whose owner nobody changes. */
function mountsOf({ container, path }: PlacedContainer, pods: Pods, context: CheckContext, volumes: ReadonlyMap<unknown, Manifest>): Found[] {
  const user = ordinaryUserOf(container, pods.template);
  if (user === undefined) { return []; }
  return listOf(container.volumeMounts).map(recordOf).flatMap(({ name, mountPath, readOnly }) => {
    const source = readOnly === true || isPrepared(name, path, pods.template) ? undefined : sourceOf(name, pods, context, volumes);
    if (!source || source.readOnly === true) { return []; }
    return [{ mountPath: textOf(mountPath), what: source.what, isNfs: source.isNfs, user }];
  });
}

/** The user, if it is known and not root. */
function ordinaryUserOf(container: Record<string, any>, template: PodTemplate): number | undefined {
  const user = runAsUserOf(container, template);
  return typeof user === 'number' && user !== 0 ? user : undefined;
}

interface Source {
  readonly what: string;
  readonly isNfs: boolean;
  readonly readOnly?: unknown;
}

/** The directory behind a volume, if the kubelet leaves its owner as it is. */
function sourceOf(name: unknown, pods: Pods, context: CheckContext, volumes: ReadonlyMap<unknown, Manifest>): Source | undefined {
  const inline = listOf(pods.template.spec.volumes).map(recordOf).find(volume => volume.name === name);
  const claim = mountedClaim(name, pods, context);
  const volume = claim && (context.references.inventory.findIn('PersistentVolume', '', claim.spec.volumeName) ?? volumes.get(claim));
  if (volume && recordOf(volume.metadata?.labels)[PREPARED] !== undefined) { return undefined; }
  const { nfs, hostPath } = recordOf(volume ? volume.spec : inline);
  if (isRecord(nfs)) { return { what: `a directory of the NFS server ${textOf(nfs.server)}`, isNfs: true, readOnly: nfs.readOnly }; }
  return isRecord(hostPath) && /^(DirectoryOrCreate|Directory)?$/.test(textOf(hostPath.type)) ? { what: 'a directory of the node', isNfs: false } : undefined;
}

/** Whether another container with the volume runs as root, which can give it away, or as nobody knows whom. */
function isPrepared(volume: unknown, path: string, template: PodTemplate): boolean {
  return containersOf(template).some(placed => placed.path !== path && ordinaryUserOf(placed.container, template) === undefined
    && listOf(placed.container.volumeMounts).some(mount => recordOf(mount).name === volume));
}
