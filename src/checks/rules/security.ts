import { Manifest, isRecord, listOf, recordOf } from '../../manifest/manifest';
import { pointer } from '../../manifest/pointer';
import { show } from '../show';
import { containerExample, podExample } from './examples';
import { ContainerAt } from './pod';
import { Broken, Rule, forRepeated, isGiven } from './rule';

export const privilegeEscalation: Rule = {
  id: 'privilege-escalation',
  why: 'a privileged container and one that may administer the system can always gain rights, whatever the manifest promises',
  severity: 'error',
  fix: 'remove allowPrivilegeEscalation: false, or better privileged: true and CAP_SYS_ADMIN',
  bad: containerExample('securityContext: {privileged: true, allowPrivilegeEscalation: false}'),
  good: containerExample('securityContext: {allowPrivilegeEscalation: false}'),
};

export const seccompProfile: Rule = {
  id: 'seccomp-profile',
  why: 'a profile of the node is named in localhostProfile, and only type Localhost reads it',
  severity: 'error',
  fix: 'write localhostProfile with type: Localhost, and only there',
  bad: podExample('securityContext: {seccompProfile: {type: RuntimeDefault, localhostProfile: a.json}}'),
  good: podExample('securityContext: {seccompProfile: {type: Localhost, localhostProfile: a.json}}'),
};

export const processNamespace: Rule = {
  id: 'process-namespace',
  why: "a Pod shares either its containers' processes or those of the node",
  severity: 'error',
  fix: 'remove shareProcessNamespace or hostPID',
  bad: podExample('hostPID: true', 'shareProcessNamespace: true'),
  good: podExample('shareProcessNamespace: true'),
};

export const sysctlNames: Rule = {
  id: 'duplicate-sysctl',
  why: 'a kernel parameter has one value',
  severity: 'error',
  fix: 'set each sysctl once',
  bad: podExample("securityContext: {sysctls: [{name: net.core.somaxconn, value: '1'}, {name: net.core.somaxconn, value: '2'}]}"),
  good: podExample("securityContext: {sysctls: [{name: net.core.somaxconn, value: '1'}]}"),
};

export const hostProcess: Rule = {
  id: 'host-process',
  why: 'HostProcess containers of Windows run on the node itself: all containers of a Pod or none, and on the network of the node',
  severity: 'error',
  fix: 'set hostProcess for the whole Pod, and hostNetwork: true',
  bad: podExample('securityContext: {windowsOptions: {hostProcess: true}}'),
  good: podExample('hostNetwork: true', 'securityContext: {windowsOptions: {hostProcess: true}}'),
};

export const podOs: Rule = {
  id: 'pod-os',
  why: 'a Pod that says its operating system can have only the security settings of that system',
  severity: 'error',
  fix: 'remove the setting, or the os',
  bad: podExample('os: {name: windows}', 'securityContext: {runAsUser: 1000}'),
  good: podExample('os: {name: linux}', 'securityContext: {runAsUser: 1000}'),
};

export const profileAnnotations: Rule = {
  id: 'profile-annotation',
  why: 'AppArmor annotations name a container of the Pod, and seccomp annotations must agree with the fields that replaced them',
  severity: 'error',
  fix: 'name a container that exists; for seccomp remove the annotation and keep securityContext.seccompProfile',
  bad: [
    'apiVersion: v1', 'kind: Pod', 'metadata: {name: web, annotations: {container.apparmor.security.beta.kubernetes.io/wbe: runtime/default}}',
    "spec: {containers: [{name: web, image: 'httpd:2.4'}]}", '',
  ].join('\n'),
  good: [
    'apiVersion: v1', 'kind: Pod', 'metadata: {name: web, annotations: {container.apparmor.security.beta.kubernetes.io/web: runtime/default}}',
    "spec: {containers: [{name: web, image: 'httpd:2.4'}]}", '',
  ].join('\n'),
};

export const SECURITY_RULES = [privilegeEscalation, seccompProfile, processNamespace, sysctlNames, hostProcess, podOs, profileAnnotations];

export function checkSecurity(pod: Manifest, containers: readonly ContainerAt[], broken: Broken) {
  const spec = recordOf(pod.spec);
  if (isRecord(spec.securityContext)) { checkPodContext(spec.securityContext, broken); }
  if (spec.hostPID === true && spec.shareProcessNamespace === true) {
    broken(processNamespace, '/spec/shareProcessNamespace', 'both shareProcessNamespace and hostPID are on');
  }
  for (const { container, at } of containers) {
    if (isRecord(container.securityContext)) { checkContext(container.securityContext, `${at}/securityContext`, broken); }
  }
  checkHostProcess(spec, containers, broken);
  checkOs(spec, containers, broken);
  if (isRecord(pod.metadata?.annotations)) { checkAnnotations(pod.metadata.annotations, spec, containers, broken); }
}

function checkPodContext(context: Record<string, any>, broken: Broken) {
  checkSeccomp(context.seccompProfile, '/spec/securityContext/seccompProfile', broken);
  forRepeated(listOf(context.sysctls), sysctl => recordOf(sysctl).name, (sysctl, index) =>
    broken(sysctlNames, `/spec/securityContext/sysctls/${index}/name`, `the sysctl ${show(sysctl.name)} is set already`));
}

function checkContext(context: Record<string, any>, at: string, broken: Broken) {
  checkSeccomp(context.seccompProfile, `${at}/seccompProfile`, broken);
  if (context.allowPrivilegeEscalation !== false) { return; }
  if (context.privileged === true) {
    broken(privilegeEscalation, `${at}/allowPrivilegeEscalation`, 'the container is privileged, so allowPrivilegeEscalation cannot be false');
  }
  if (listOf(recordOf(context.capabilities).add).includes('CAP_SYS_ADMIN')) {
    broken(privilegeEscalation, `${at}/allowPrivilegeEscalation`, 'the container has CAP_SYS_ADMIN, so allowPrivilegeEscalation cannot be false');
  }
}

function checkSeccomp(profile: unknown, at: string, broken: Broken) {
  if (!isRecord(profile)) { return; }
  const localhost = profile.type === 'Localhost';
  if (localhost && !isGiven(profile.localhostProfile)) {
    broken(seccompProfile, at, 'type is Localhost, but no profile of the node is named', 'add localhostProfile, or write type: RuntimeDefault');
  }
  if (!localhost && isGiven(profile.localhostProfile)) {
    broken(seccompProfile, `${at}/localhostProfile`, `localhostProfile works with type Localhost only, not with ${show(profile.type ?? '')}`);
  }
}

function checkHostProcess(spec: Record<string, any>, containers: readonly ContainerAt[], broken: Broken) {
  const ofPod = hostProcessOf(spec);
  let count = 0;
  for (const { container, at } of containers) {
    const own = hostProcessOf(container);
    if (own ?? ofPod) { count++; }
    if (own !== undefined && ofPod !== undefined && own !== ofPod) {
      broken(hostProcess, `${at}/securityContext/windowsOptions/hostProcess`, `the Pod says hostProcess: ${ofPod}, this container ${own}`);
    }
  }
  if (count === 0) { return; }
  if (count < containers.length) { broken(hostProcess, '/spec/containers', `${count} of ${containers.length} containers are HostProcess containers`); }
  if (spec.hostNetwork !== true) { broken(hostProcess, '/spec/hostNetwork', 'HostProcess containers need the network of the node', 'write hostNetwork: true'); }
}

function hostProcessOf(holder: Record<string, any>): boolean | undefined {
  const value = recordOf(recordOf(holder.securityContext).windowsOptions).hostProcess;
  return typeof value === 'boolean' ? value : undefined;
}

const NOT_IN_WINDOWS_PODS = [
  'seLinuxOptions', 'seccompProfile', 'fsGroup', 'fsGroupChangePolicy', 'sysctls', 'runAsUser', 'runAsGroup', 'supplementalGroups',
];
const NOT_IN_WINDOWS_SPECS = ['hostPID', 'hostIPC', 'shareProcessNamespace'];
const NOT_IN_WINDOWS_CONTAINERS = [
  'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem', 'privileged', 'allowPrivilegeEscalation', 'procMount',
  'runAsUser', 'runAsGroup',
];

function checkOs(spec: Record<string, any>, containers: readonly ContainerAt[], broken: Broken) {
  const os = recordOf(spec.os).name;
  if (os === 'linux') {
    forbid(spec.securityContext, ['windowsOptions'], '/spec/securityContext', os, broken);
    for (const { container, at } of containers) { forbid(container.securityContext, ['windowsOptions'], `${at}/securityContext`, os, broken); }
  }
  if (os === 'windows') {
    forbid(spec, NOT_IN_WINDOWS_SPECS, '/spec', os, broken);
    forbid(spec.securityContext, NOT_IN_WINDOWS_PODS, '/spec/securityContext', os, broken);
    for (const { container, at } of containers) { forbid(container.securityContext, NOT_IN_WINDOWS_CONTAINERS, `${at}/securityContext`, os, broken); }
  }
}

function forbid(holder: unknown, fields: readonly string[], at: string, os: string, broken: Broken) {
  if (!isRecord(holder)) { return; }
  for (const field of fields) {
    const value = holder[field];
    const off = field.startsWith('host') ? value !== true : !isGiven(value) || Array.isArray(value) && value.length === 0;
    if (!off) { broken(podOs, `${at}/${field}`, `a ${os} Pod cannot have ${field}`); }
  }
}

const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP_OF_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

function checkAnnotations(annotations: Record<string, any>, spec: Record<string, any>, containers: readonly ContainerAt[], broken: Broken) {
  for (const key of Object.keys(annotations)) {
    const path = `/metadata/annotations${pointer(key)}`;
    if (key.startsWith(APPARMOR) && !containers.some(({ container }) => container.name === key.slice(APPARMOR.length))) {
      broken(profileAnnotations, path, `the annotation is for a container ${show(key.slice(APPARMOR.length))}, and there is none`);
    } else if (key === SECCOMP_OF_POD) {
      checkSeccompAnnotation(annotations[key], recordOf(spec.securityContext).seccompProfile, path, broken);
    } else if (key.startsWith(SECCOMP_OF_CONTAINER)) {
      const found = containers.find(({ container }) => container.name === key.slice(SECCOMP_OF_CONTAINER.length));
      checkSeccompAnnotation(annotations[key], recordOf(found?.container.securityContext).seccompProfile, path, broken);
    }
  }
}

function checkSeccompAnnotation(value: unknown, profile: unknown, at: string, broken: Broken) {
  if (!isRecord(profile)) { return; }
  const same: Readonly<Record<string, unknown[]>> = {
    Unconfined: ['unconfined'],
    RuntimeDefault: ['runtime/default', 'docker/default'],
    Localhost: [`localhost/${profile.localhostProfile}`],
  };
  if (typeof profile.type === 'string' && Object.hasOwn(same, profile.type) && !same[profile.type].includes(value)) {
    broken(profileAnnotations, at, `the annotation says ${show(value)}, the field ${show(profile.type)}`);
  }
}
