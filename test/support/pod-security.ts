import { listOf, recordOf } from '../../src/kubernetes/manifest';

/**
 * The controls of the Pod Security Standard `restricted` (v1.27), those of
 * `baseline` included, as its page lists them.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
interface Control {
  readonly name: string;
  readonly violated: (spec: Record<string, any>, containers: Record<string, any>[], annotations: Record<string, any>) => boolean;
}

/** A pod, or a pod template. */
interface Pod {
  readonly metadata?: Record<string, any>;
  readonly spec: Record<string, any>;
}

/** Images are no part of the page's list; the admission lets them pass since 1.33. */
const VOLUME_TYPES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'];

const SAFE_SYSCTLS = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range',
];

const SELINUX_TYPES = [undefined, '', 'container_t', 'container_init_t', 'container_kvm_t'];

const SECCOMP_TYPES = ['RuntimeDefault', 'Localhost'];

const CONTROLS: readonly Control[] = [
  { name: 'HostProcess', violated: (spec, containers) => [spec, ...containers].some(item => contextOf(item).windowsOptions?.hostProcess === true) },
  { name: 'Host Namespaces', violated: spec => Boolean(spec.hostNetwork || spec.hostPID || spec.hostIPC) },
  { name: 'Privileged Containers', violated: (_, containers) => containers.some(container => contextOf(container).privileged === true) },
  {
    name: 'Capabilities',
    violated: (_, containers) => containers.some(container => {
      const { drop, add } = recordOf(contextOf(container).capabilities);
      return !listOf(drop).includes('ALL') || listOf(add).some(capability => capability !== 'NET_BIND_SERVICE');
    }),
  },
  { name: 'HostPath Volumes', violated: spec => listOf(spec.volumes).some(volume => volume.hostPath) },
  { name: 'Host Ports', violated: (_, containers) => containers.some(container => listOf(container.ports).some(port => port.hostPort)) },
  {
    name: 'AppArmor',
    violated: (_spec, _containers, annotations) => Object.entries(annotations)
      .some(([key, value]) => key.startsWith('container.apparmor.security.beta.kubernetes.io/') && value !== 'runtime/default' && !String(value).startsWith('localhost/')),
  },
  {
    name: 'SELinux',
    violated: (spec, containers) => [spec, ...containers].map(item => recordOf(contextOf(item).seLinuxOptions))
      .some(({ type, user, role }) => !SELINUX_TYPES.includes(type) || Boolean(user) || Boolean(role)),
  },
  { name: '/proc Mount Type', violated: (_, containers) => containers.some(container => ![undefined, 'Default'].includes(contextOf(container).procMount)) },
  { name: 'Sysctls', violated: spec => listOf(contextOf(spec).sysctls).some(({ name }) => !SAFE_SYSCTLS.includes(name)) },
  { name: 'Volume Types', violated: spec => listOf(spec.volumes).some(volume => !VOLUME_TYPES.some(type => volume[type])) },
  { name: 'Privilege Escalation', violated: (_, containers) => containers.some(container => contextOf(container).allowPrivilegeEscalation !== false) },
  {
    name: 'Running as Non-root',
    violated: (spec, containers) => containers.some(container => (contextOf(container).runAsNonRoot ?? contextOf(spec).runAsNonRoot) !== true),
  },
  { name: 'Running as Non-root user', violated: (spec, containers) => [spec, ...containers].some(item => contextOf(item).runAsUser === 0) },
  {
    name: 'Seccomp',
    violated: (spec, containers) => containers
      .map(container => recordOf(contextOf(container).seccompProfile ?? contextOf(spec).seccompProfile))
      .some(({ type }) => !SECCOMP_TYPES.includes(type)),
  },
];

/** Names of the controls that a pod violates. */
export function restrictedViolations({ metadata, spec }: Pod): string[] {
  const containers = [...listOf(spec.initContainers), ...listOf(spec.containers), ...listOf(spec.ephemeralContainers)];
  return CONTROLS.filter(control => control.violated(spec, containers, recordOf(recordOf(metadata).annotations))).map(({ name }) => name);
}

function contextOf(item: Record<string, any>): Record<string, any> {
  return recordOf(item.securityContext);
}
