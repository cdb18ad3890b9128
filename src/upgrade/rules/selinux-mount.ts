import { Behaviour, ChangedBehaviour } from './behaviour';
import { isRecord, listOf, recordOf } from '../../kubernetes/manifest';
import { containersOf } from '../../kubernetes/workload';
import { groupBy } from '../../manifest/group-by';
import { titleOf } from '../../manifest/inventory';
import { Pods } from '../../manifest/references/pods';

export const seLinuxMount: Behaviour = {
  id: 'selinux-mount',
  why: 'volumes of drivers with seLinuxMount are mounted with one SELinux label; pods with other labels, or privileged ones, no longer share them on one node',
  severity: 'warning',
  holds: { gate: 'SELinuxMount' },
  source: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#efficient-selinux-volume-relabeling',
  run: function* ({ pods }) {
    for (const users of groupBy(pods.all.flatMap(claimsOf), ({ claim }) => claim).values()) {
      const labels = new Set(users.map(({ pods: { template } }) => labelOf(template.spec, containersOf(template).map(({ container }) => container))));
      if (labels.size > 1) { yield* users.filter(({ pods: { template } }) => !isRecursive(template.spec)).map(user => shared(user, users)); }
    }
  },
};

/** A workload whose pods mount a claim. */
interface ClaimUser {
  readonly pods: Pods;
  /** `namespace/name` */
  readonly claim: string;
  readonly path: string;
}

function claimsOf(pods: Pods): ClaimUser[] {
  return listOf(pods.template.spec.volumes).flatMap((volume, index) => {
    const { claimName } = recordOf(recordOf(volume).persistentVolumeClaim);
    return typeof claimName === 'string' ? [{ pods, claim: `${pods.namespace}/${claimName}`, path: `${pods.template.path}/spec/volumes/${index}` }] : [];
  });
}

/** What SELinux tells pods apart by: their options, and whether they are privileged. */
function labelOf(spec: Record<string, any>, containers: readonly Record<string, any>[]): string {
  const contexts = [spec, ...containers].map(({ securityContext }) => recordOf(securityContext));
  const options = contexts.flatMap(({ seLinuxOptions }) => isRecord(seLinuxOptions) ? [JSON.stringify(seLinuxOptions)] : []);
  return [...new Set(options), contexts.some(({ privileged }) => privileged === true)].join(' ');
}

function isRecursive(spec: Record<string, any>): boolean {
  return recordOf(spec.securityContext).seLinuxChangePolicy === 'Recursive';
}

function shared({ pods: { workload }, claim, path }: ClaimUser, users: readonly ClaimUser[]): ChangedBehaviour {
  const others = users.filter(user => user.pods.workload !== workload).map(user => titleOf(user.pods.workload));
  return {
    object: workload,
    path,
    message: `${titleOf(workload)} shares claim '${claim.slice(claim.indexOf('/') + 1)}' with ${others.join(', ')}, under other SELinux labels: `
      + 'on a node with SELinux, and a CSIDriver with seLinuxMount, the second of them does not start',
    fix: 'give them the same seLinuxOptions, or write securityContext: {seLinuxChangePolicy: Recursive} on the pods',
  };
}
