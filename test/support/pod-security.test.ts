import { restrictedViolations } from './pod-security';

const CONTEXT = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const CONTAINER = { name: 'web', securityContext: CONTEXT };
const POD = { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } }, containers: [CONTAINER] };

const withPod = (fields: object) => ({ spec: { ...POD, ...fields } });
const withPodContext = (fields: object) => ({ spec: { ...POD, securityContext: { ...POD.securityContext, ...fields } } });
const withContext = (fields: object) => ({ spec: { ...POD, containers: [{ ...CONTAINER, securityContext: { ...CONTEXT, ...fields } }] } });

test('a pod that does what the standard asks violates nothing', () => {
  expect(restrictedViolations({ spec: POD })).toEqual([]);
});

test.each([
  ['HostProcess', withPodContext({ windowsOptions: { hostProcess: true } })],
  ['Host Namespaces', withPod({ hostNetwork: true })],
  ['Privileged Containers', withContext({ privileged: true })],
  ['Capabilities', withContext({ capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } })],
  ['Capabilities', withContext({ capabilities: undefined })],
  ['Host Ports', withPod({ containers: [{ ...CONTAINER, ports: [{ containerPort: 80, hostPort: 80 }] }] })],
  ['AppArmor', { metadata: { annotations: { 'container.apparmor.security.beta.kubernetes.io/web': 'unconfined' } }, spec: POD }],
  ['SELinux', withContext({ seLinuxOptions: { type: 'spc_t' } })],
  ['/proc Mount Type', withContext({ procMount: 'Unmasked' })],
  ['Sysctls', withPodContext({ sysctls: [{ name: 'kernel.msgmax', value: '1' }] })],
  ['Volume Types', withPod({ volumes: [{ name: 'a', nfs: { server: 'a', path: '/' } }] })],
  ['Privilege Escalation', withContext({ allowPrivilegeEscalation: undefined })],
  ['Running as Non-root', withPodContext({ runAsNonRoot: undefined })],
  ['Running as Non-root user', withContext({ runAsUser: 0 })],
  ['Seccomp', withPodContext({ seccompProfile: undefined })],
])('control %s is seen', (control, pod) => {
  expect(restrictedViolations(pod)).toEqual([control]);
});

test('a hostPath violates the volume types too', () => {
  expect(restrictedViolations(withPod({ volumes: [{ name: 'a', hostPath: { path: '/' } }] }))).toEqual(['HostPath Volumes', 'Volume Types']);
});

test('init containers count', () => {
  expect(restrictedViolations(withPod({ initContainers: [{ name: 'init' }] }))).toEqual(['Capabilities', 'Privilege Escalation']);
});
