import { parse } from 'yaml';
import { DEFAULT_KUBERNETES_VERSION, KubernetesVersion } from '../../src/kubernetes/kubernetes-version';
import { PodSecurityStandard, podSecurityViolations } from '../../src/kubernetes/pod-security';

const RESTRICTED = 'allowPrivilegeEscalation: false, runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}';
const DROPPED = 'capabilities: {drop: [ALL]}';
const SAFE = `${RESTRICTED}, ${DROPPED}`;

/** The controls that a pod breaks, each with the field. */
function broken(standard: PodSecurityStandard, spec: string, { metadata = '{}', version = DEFAULT_KUBERNETES_VERSION } = {}): string[] {
  const level = { standard, version: KubernetesVersion.of(version) };
  return podSecurityViolations({ metadata: parse(metadata), spec: parse(`{${spec}}`), path: '' }, level).map(({ control, path }) => `${control} ${path}`);
}

const one = (securityContext: string, more = '') => `containers: [{name: a, securityContext: {${securityContext}}${more}}]`;

test.each([
  ['HostProcess', '/spec/containers/0/securityContext/windowsOptions/hostProcess', one('windowsOptions: {hostProcess: true}')],
  ['HostProcess', '/spec/securityContext/windowsOptions/hostProcess', 'securityContext: {windowsOptions: {hostProcess: true}}'],
  ['Host Namespaces', '/spec/hostNetwork', 'hostNetwork: true'],
  ['Host Namespaces', '/spec/hostPID', 'hostPID: true'],
  ['Host Namespaces', '/spec/hostIPC', 'hostIPC: true'],
  ['Privileged Containers', '/spec/initContainers/0/securityContext/privileged', 'initContainers: [{name: a, securityContext: {privileged: true}}]'],
  ['Capabilities', '/spec/containers/0/securityContext/capabilities/add/1', one('capabilities: {add: [CHOWN, NET_ADMIN]}')],
  ['HostPath Volumes', '/spec/volumes/0/hostPath', 'volumes: [{name: a, hostPath: {path: /}}]'],
  ['Host Ports', '/spec/containers/0/ports/0/hostPort', one('', ', ports: [{containerPort: 80, hostPort: 80}]')],
  ['SELinux', '/spec/securityContext/seLinuxOptions', 'securityContext: {seLinuxOptions: {type: spc_t}}'],
  ['SELinux', '/spec/containers/0/securityContext/seLinuxOptions', one('seLinuxOptions: {user: system_u}')],
  ['/proc Mount Type', '/spec/containers/0/securityContext/procMount', one('procMount: Unmasked')],
  ['AppArmor', '/spec/securityContext/appArmorProfile/type', 'securityContext: {appArmorProfile: {type: Unconfined}}'],
  ['Host Probes / Lifecycle Hooks', '/spec/containers/0/startupProbe/tcpSocket/host', one('', ', startupProbe: {tcpSocket: {host: 10.0.0.1, port: 80}}')],
  ['Host Probes / Lifecycle Hooks', '/spec/containers/0/lifecycle/preStop/httpGet/host', one('', ', lifecycle: {preStop: {httpGet: {host: 10.0.0.1, port: 80}}}')],
  ['Seccomp', '/spec/securityContext/seccompProfile/type', 'securityContext: {seccompProfile: {type: Unconfined}}'],
  ['Sysctls', '/spec/securityContext/sysctls/0/name', 'securityContext: {sysctls: [{name: kernel.msgmax, value: "1"}]}'],
])('baseline refuses %s at %s', (control, path, spec) => {
  const violations = broken('baseline', spec);

  expect(violations).toEqual([`${control} ${path}`]);
});

test('baseline refuses an AppArmor profile that is switched off', () => {
  const violations = broken('baseline', one(''), { metadata: '{annotations: {container.apparmor.security.beta.kubernetes.io/a: unconfined}}' });

  expect(violations).toEqual(['AppArmor /metadata/annotations/container.apparmor.security.beta.kubernetes.io~1a']);
});

test.each([
  ['Volume Types', '/spec/volumes/0', `volumes: [{name: a, nfs: {server: a, path: /}}], ${one(SAFE)}`],
  ['Privilege Escalation', '/spec/containers/0/securityContext', one(`runAsNonRoot: true, seccompProfile: {type: Localhost}, ${DROPPED}`)],
  ['Running as Non-root', '/spec/containers/0/securityContext', `securityContext: {runAsNonRoot: true}, ${one(SAFE.replace('runAsNonRoot: true', 'runAsNonRoot: false'))}`],
  ['Running as Non-root', '/spec/securityContext', `securityContext: {runAsNonRoot: false}, ${one(SAFE)}`],
  ['Running as Non-root user', '/spec/securityContext/runAsUser', `securityContext: {runAsUser: 0}, ${one(SAFE)}`],
  ['Seccomp', '/spec/containers/0/securityContext', one(`allowPrivilegeEscalation: false, runAsNonRoot: true, ${DROPPED}`)],
  ['Capabilities', '/spec/containers/0/securityContext', one(RESTRICTED)],
  ['Capabilities', '/spec/containers/0/securityContext/capabilities/add/0', one(`${RESTRICTED}, capabilities: {drop: [ALL], add: [CHOWN]}`)],
])('restricted refuses %s at %s, and baseline takes it', (control, path, spec) => {
  const violations = broken('restricted', spec);

  expect(violations).toEqual([`${control} ${path}`]);
  expect(broken('baseline', spec)).toEqual([]);
});

test.each([
  ['everything said in the container', one(SAFE)],
  ['user and seccomp said once for the pod', `securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}, ${one(`allowPrivilegeEscalation: false, ${DROPPED}`)}`],
  ['low ports without root', `securityContext: {sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: "0"}]}, ${one(`${RESTRICTED}, capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}`)}`],
  ['Windows, which knows neither capabilities nor seccomp', 'os: {name: windows}, securityContext: {runAsNonRoot: true}, containers: [{name: a}]'],
])('restricted takes %s', (_, spec) => {
  const violations = broken('restricted', spec);

  expect(violations).toEqual([]);
});

const KEEPALIVE = 'securityContext: {sysctls: [{name: net.ipv4.tcp_keepalive_time, value: "60"}]}';
const BUFFERS = 'securityContext: {sysctls: [{name: net.ipv4.tcp_rmem, value: "4096"}]}';
const SLOW_START = 'securityContext: {sysctls: [{name: net.ipv4.tcp_slow_start_after_idle, value: "0"}]}';
const ENGINE = one('seLinuxOptions: {type: container_engine_t}');
const PROBED_HOST = one('', ', livenessProbe: {httpGet: {host: 10.0.0.1, port: 80}}');
const OWN_USERS = `hostUsers: false, ${one('procMount: Unmasked')}`;
const ROOT_OF_ITS_OWN = `hostUsers: false, ${one(`${SAFE.replace('runAsNonRoot: true', 'runAsNonRoot: false')}, runAsUser: 0`)}`;

test.each<[string, PodSecurityStandard, string, string]>([
  ['keepalive', 'baseline', KEEPALIVE, '1.29'],
  ['sizes of buffers', 'baseline', BUFFERS, '1.32'],
  ['slow start', 'baseline', SLOW_START, '1.37'],
  ['containers that run containers', 'baseline', ENGINE, '1.31'],
  ['an unmasked /proc with own users', 'baseline', OWN_USERS, '1.35'],
  ['root with own users', 'restricted', ROOT_OF_ITS_OWN, '1.35'],
])('%s is allowed by %s since a version', (_, standard, spec, since) => {
  const before = KubernetesVersion.of(since).minor - 1;

  expect(broken(standard, spec, { version: `1.${before}` })).not.toEqual([]);
  expect(broken(standard, spec, { version: since })).toEqual([]);
});

test('a host in a probe is refused since 1.34', () => {
  const before = broken('baseline', PROBED_HOST, { version: '1.33' });

  expect(before).toEqual([]);
  expect(broken('baseline', PROBED_HOST, { version: '1.34' })).toEqual(['Host Probes / Lifecycle Hooks /spec/containers/0/livenessProbe/httpGet/host']);
});

test('restricted refuses an unmasked /proc also with own users', () => {
  const violations = broken('restricted', `hostUsers: false, ${one(`${SAFE}, procMount: Unmasked`)}`, { version: '1.36' });

  expect(violations).toEqual(['/proc Mount Type /spec/containers/0/securityContext/procMount']);
});
