import { isRecord, listOf, recordOf, textOf } from './manifest';
import { pointer } from './pointer';
import { PodTemplate, containersOf } from './workload';

/** The standards that refuse something; `privileged` refuses nothing. */
export type PodSecurityStandard = 'baseline' | 'restricted';

/** A field that a standard refuses. */
export interface PodSecurityViolation {
  /** As the standard's page calls it, such as `Host Namespaces`. */
  readonly control: string;
  /** JSON pointer to the field in the workload; where a field is missing, to what should hold it. */
  readonly path: string;
  /** What to write instead. */
  readonly fix: string;
}

/** A security context, and the object that it belongs to. */
interface PlacedContext {
  readonly context: Record<string, any>;
  readonly path: string;
}

interface PodParts {
  readonly template: PodTemplate;
  readonly pod: PlacedContext;
  readonly containers: readonly (PlacedContext & { readonly container: Record<string, any> })[];
  readonly isWindows: boolean;
}

type Found = [path: string, fix: string];

interface Control {
  readonly name: string;
  readonly standard: PodSecurityStandard;
  readonly find: (parts: PodParts) => Iterable<Found>;
}

const ALLOWED_TO_ADD = [
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT',
];
const SAFE_SYSCTLS = [
  'kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.ip_unprivileged_port_start', 'net.ipv4.tcp_syncookies', 'net.ipv4.ping_group_range',
  'net.ipv4.ip_local_reserved_ports', 'net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout', 'net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes',
];
const SELINUX_TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
/** An image is allowed since 1.33, and dropped before. */
const VOLUME_TYPES = ['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'persistentVolumeClaim', 'projected', 'secret'];
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';

const CONTROLS: readonly Control[] = [
  {
    name: 'HostProcess',
    standard: 'baseline',
    find: ({ pod, containers }) => [pod, ...containers]
      .filter(({ context }) => recordOf(context.windowsOptions).hostProcess === true)
      .map(({ path }) => [`${path}/windowsOptions/hostProcess`, 'remove hostProcess']),
  },
  {
    name: 'Host Namespaces',
    standard: 'baseline',
    find: ({ template: { spec, path } }) => ['hostNetwork', 'hostPID', 'hostIPC']
      .filter(field => spec[field] === true).map(field => [`${path}/spec/${field}`, `remove ${field}`]),
  },
  {
    name: 'Privileged Containers',
    standard: 'baseline',
    find: ({ containers }) => containers.filter(({ context }) => context.privileged === true)
      .map(({ path }) => [`${path}/privileged`, 'remove privileged']),
  },
  {
    name: 'Capabilities',
    standard: 'baseline',
    find: ({ containers }) => addedBeyond(containers, ALLOWED_TO_ADD),
  },
  {
    name: 'HostPath Volumes',
    standard: 'baseline',
    find: ({ template: { spec, path } }) => listOf(spec.volumes)
      .flatMap((volume, i): Found[] => recordOf(volume).hostPath ? [[`${path}/spec/volumes/${i}/hostPath`, 'take a claim or an emptyDir instead of a directory of the node']] : []),
  },
  {
    name: 'Host Ports',
    standard: 'baseline',
    find: ({ containers }) => containers.flatMap(({ container, path }) => listOf(container.ports)
      .flatMap((port, i): Found[] => recordOf(port).hostPort ? [[`${holderOf(path)}/ports/${i}/hostPort`, 'remove hostPort, and give the pods a Service']] : [])),
  },
  {
    name: 'AppArmor',
    standard: 'baseline',
    find: ({ template: { metadata, path } }) => Object.entries(recordOf(metadata.annotations))
      .filter(([key, value]) => key.startsWith(APPARMOR) && !/^(|runtime\/default|localhost\/.*)$/.test(textOf(value)))
      .map(([key]) => [`${path}/metadata/annotations${pointer(key)}`, "write 'runtime/default'"]),
  },
  {
    name: 'SELinux',
    standard: 'baseline',
    find: ({ pod, containers }) => [pod, ...containers]
      .filter(({ context }) => {
        const { type = '', user, role } = recordOf(context.seLinuxOptions);
        return !SELINUX_TYPES.includes(type) || user || role;
      })
      .map(({ path }) => [`${path}/seLinuxOptions`, 'leave user and role out, and the type one of the containers']),
  },
  {
    name: '/proc Mount Type',
    standard: 'baseline',
    find: ({ containers }) => containers.filter(({ context }) => (context.procMount ?? 'Default') !== 'Default')
      .map(({ path }) => [`${path}/procMount`, 'remove procMount']),
  },
  {
    name: 'Seccomp',
    standard: 'baseline',
    find: ({ pod, containers }) => [pod, ...containers].filter(({ context }) => recordOf(context.seccompProfile).type === 'Unconfined')
      .map(({ path }) => [`${path}/seccompProfile/type`, 'write type: RuntimeDefault']),
  },
  {
    name: 'Sysctls',
    standard: 'baseline',
    find: ({ pod }) => listOf(pod.context.sysctls)
      .flatMap((sysctl, i): Found[] => SAFE_SYSCTLS.includes(recordOf(sysctl).name) ? [] : [[`${pod.path}/sysctls/${i}/name`, 'remove this sysctl']]),
  },
  {
    name: 'Volume Types',
    standard: 'restricted',
    find: ({ template: { spec, path } }) => listOf(spec.volumes)
      .flatMap((volume, i): Found[] => isRecord(volume) && !VOLUME_TYPES.some(type => volume[type]) && !volume.hostPath
        ? [[`${path}/spec/volumes/${i}`, 'take a claim instead, bound to a PersistentVolume of this type']] : []),
  },
  {
    name: 'Privilege Escalation',
    standard: 'restricted',
    find: ({ containers, isWindows }) => isWindows ? [] : containers.filter(({ context }) => context.allowPrivilegeEscalation !== false)
      .map(({ path }) => [path, 'write allowPrivilegeEscalation: false']),
  },
  {
    name: 'Running as Non-root',
    standard: 'restricted',
    find: ({ pod, containers }) => containers.filter(({ context }) => (context.runAsNonRoot ?? pod.context.runAsNonRoot) !== true)
      .map(({ path }) => [path, 'write runAsNonRoot: true']),
  },
  {
    name: 'Running as Non-root user',
    standard: 'restricted',
    find: ({ pod, containers }) => [pod, ...containers].filter(({ context }) => context.runAsUser === 0)
      .map(({ path }) => [`${path}/runAsUser`, 'write the number of a user that is not root']),
  },
  {
    name: 'Seccomp',
    standard: 'restricted',
    find: ({ pod, containers, isWindows }) => isWindows ? [] : containers
      .filter(({ context }) => recordOf(context.seccompProfile ?? pod.context.seccompProfile).type === undefined)
      .map(({ path }) => [path, 'write seccompProfile: {type: RuntimeDefault}']),
  },
  {
    name: 'Capabilities',
    standard: 'restricted',
    find: ({ containers, isWindows }) => isWindows ? [] : [
      ...containers.filter(({ context }) => !listOf(recordOf(context.capabilities).drop).includes('ALL'))
        .map(({ path }): Found => [path, 'write capabilities: {drop: [ALL]}']),
      ...addedBeyond(containers, ['NET_BIND_SERVICE']),
    ],
  },
];

/**
 * What of a pod a Pod Security Standard of Kubernetes 1.27 refuses.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function podSecurityViolations(template: PodTemplate, standard: PodSecurityStandard): PodSecurityViolation[] {
  const parts = {
    template,
    pod: { context: recordOf(template.spec.securityContext), path: `${template.path}/spec/securityContext` },
    containers: containersOf(template)
      .map(({ container, path }) => ({ container, context: recordOf(container.securityContext), path: `${path}/securityContext` })),
    isWindows: recordOf(template.spec.os).name === 'windows',
  };
  return CONTROLS.filter(control => standard === 'restricted' || control.standard === 'baseline')
    .flatMap(({ name, find }) => [...find(parts)].map(([path, fix]) => ({ control: name, path, fix })));
}

function addedBeyond(containers: PodParts['containers'], allowed: readonly string[]): Found[] {
  return containers.flatMap(({ context, path }) => listOf(recordOf(context.capabilities).add)
    .flatMap((capability, i): Found[] => allowed.includes(capability) ? [] : [[`${path}/capabilities/add/${i}`, 'remove this capability']]));
}

function holderOf(path: string): string {
  return path.slice(0, -'/securityContext'.length);
}
