import { PodOptions } from './pod-options';
import type { PodSecurityContext, SecurityContext } from '../../kubernetes/api/types.generated';

const DEFAULT_USER = 1000;
const FIRST_UNPRIVILEGED_PORT = 1024;

/** User and group that a pod runs as. */
export function userOf({ user = DEFAULT_USER, group }: Pick<PodOptions, 'user' | 'group'>): { user: number; group: number } {
  return { user, group: group ?? (user === 0 ? DEFAULT_USER : user) };
}

/**
 * The security context of a pod: Pod Security Standard `restricted`, and a
 * group that owns the volumes. A process that is not root may not listen on
 * ports below 1024 everywhere; the sysctl, which `restricted` allows, lets it.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podSecurityContext(options: PodOptions): PodSecurityContext {
  const { user, group } = userOf(options);
  const lowPort = (options.ports ?? []).some(({ port }) => port < FIRST_UNPRIVILEGED_PORT);
  return {
    runAsNonRoot: user !== 0,
    runAsUser: user,
    runAsGroup: group,
    fsGroup: group,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
    sysctls: lowPort && user !== 0 ? [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }] : undefined,
  };
}

/** The security context of every container, with what a user says of one put over it. */
export function containerSecurityContext(own: SecurityContext = {}): SecurityContext {
  return { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, ...own };
}
