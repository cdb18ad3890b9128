import { container, testRules, object, pod } from './rule-cases';

const AT = '/spec/containers/0/securityContext';
const annotated = (annotation: string, spec: string) =>
  object(`{apiVersion: v1, kind: Pod, metadata: {name: web, annotations: {${annotation}}}, spec: {containers: [{name: web, image: a:1, securityContext: {${spec}}}]}}`);
const SECCOMP = 'container.seccomp.security.alpha.kubernetes.io/web';

testRules([
  ['CAP_SYS_ADMIN', container('securityContext: {allowPrivilegeEscalation: false, capabilities: {add: [CAP_SYS_ADMIN]}}'), `privilege-escalation ${AT}/allowPrivilegeEscalation`],
  ['SYS_ADMIN under its right name is let through', container('securityContext: {allowPrivilegeEscalation: false, capabilities: {add: [SYS_ADMIN]}}')],
  ['Localhost without a profile', container('securityContext: {seccompProfile: {type: Localhost}}'), `seccomp-profile ${AT}/seccompProfile`],
  ['hostPID alone', pod('hostPID: true, shareProcessNamespace: false')],
  ['a container that is no HostProcess container', container('securityContext: {windowsOptions: {hostProcess: false}}', 'hostNetwork: true, securityContext: {windowsOptions: {hostProcess: true}}'),
    `host-process ${AT}/windowsOptions/hostProcess`],
  ['one of two containers', container('securityContext: {windowsOptions: {hostProcess: true}}', 'hostNetwork: true, initContainers: [{name: a, image: a:1}]'),
    'host-process /spec/containers'],
  ['Windows settings in a Linux Pod', container('securityContext: {windowsOptions: {}}', 'os: {name: linux}'), `pod-os ${AT}/windowsOptions`],
  ['no groups in a Windows Pod', pod('os: {name: windows}, securityContext: {supplementalGroups: []}'), 'pod-os /spec/securityContext/supplementalGroups'],
  ['Linux settings in a Windows Pod', container('securityContext: {capabilities: {}}', 'os: {name: windows}, hostPID: true, hostIPC: false, securityContext: {sysctls: []}'),
    'pod-os /spec/hostPID', `pod-os ${AT}/capabilities`],
  ['a seccomp annotation that says the same', annotated(`${SECCOMP}: docker/default`, 'seccompProfile: {type: RuntimeDefault}')],
  ['a seccomp annotation that says something else', annotated(`${SECCOMP}: unconfined`, 'seccompProfile: {type: RuntimeDefault}'),
    'profile-annotation /metadata/annotations/container.seccomp.security.alpha.kubernetes.io~1web'],
  ['a seccomp annotation of the Pod',
    object('{apiVersion: v1, kind: Pod, metadata: {name: a, annotations: {seccomp.security.alpha.kubernetes.io/pod: localhost/b}}, ' +
      'spec: {containers: [], securityContext: {seccompProfile: {type: Localhost, localhostProfile: a}}}}'),
    'profile-annotation /metadata/annotations/seccomp.security.alpha.kubernetes.io~1pod'],
  ['a seccomp annotation without a field', annotated(`${SECCOMP}: unconfined`, '')],
  ['the priority of a system class', pod('priorityClassName: system-node-critical, priority: 2000001000')],
  ['the wrong priority of a system class', pod('priorityClassName: system-node-critical, priority: 5'), 'pod-priority /spec/priority'],
  ['the priority of an unknown class may be right', pod('priorityClassName: a, priority: 5')],
  ['a Pod that never preempts, without a class', pod('preemptionPolicy: Never'), 'pod-priority /spec/preemptionPolicy'],
]);

const sysctl = (name: string, spec: string) => pod(`${spec}: true, securityContext: {sysctls: [{name: ${name}, value: '1'}]}`);

describe('1.36', () => {
  testRules([
    ['a parameter of the network, which is the node', sysctl('net.core.somaxconn', 'hostNetwork'), 'host-sysctl /spec/securityContext/sysctls/0/name'],
    ['one of shared memory', sysctl('kernel/shmmax', 'hostIPC'), 'host-sysctl /spec/securityContext/sysctls/0/name'],
    ['one of the other', sysctl('kernel.shmmax', 'hostNetwork')],
    ['volumes mounted with their label', pod('securityContext: {seLinuxChangePolicy: MountOption}'), 'se-linux-change-policy /spec/securityContext/seLinuxChangePolicy'],
    ['a Windows Pod', container('securityContext: {appArmorProfile: {type: Unconfined}}', 'os: {name: windows}, hostUsers: true, securityContext: {supplementalGroupsPolicy: Merge}'),
      'pod-os /spec/hostUsers', 'pod-os /spec/securityContext/supplementalGroupsPolicy', `pod-os ${AT}/appArmorProfile`],
  ], '1.36');
});

describe('1.37', () => {
  testRules([
    ['volumes mounted with their label', pod('securityContext: {seLinuxChangePolicy: MountOption}')],
    ['another policy', pod('securityContext: {seLinuxChangePolicy: Never}'), 'se-linux-change-policy /spec/securityContext/seLinuxChangePolicy'],
  ], '1.37');
});
