import { containerExample, podExample } from './examples';
import { ContainerAt } from './pod';
import { Broken, Rule, forRepeated, isGiven } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const privilegeEscalation: Rule = {
  id: 'privilege-escalation',
  why: 'a privileged container and one that may administer the system can always gain rights, whatever the manifest promises',
  fix: 'remove allowPrivilegeEscalation: false, or better privileged: true and CAP_SYS_ADMIN',
  bad: containerExample('securityContext: {privileged: true, allowPrivilegeEscalation: false}'),
  good: containerExample('securityContext: {allowPrivilegeEscalation: false}'),
};

export const seccompProfile: Rule = {
  id: 'seccomp-profile',
  why: 'a profile of the node is named in localhostProfile, and only type Localhost reads it',
  fix: 'write localhostProfile with type: Localhost, and only there',
  bad: podExample('securityContext: {seccompProfile: {type: RuntimeDefault, localhostProfile: a.json}}'),
  good: podExample('securityContext: {seccompProfile: {type: Localhost, localhostProfile: a.json}}'),
};

export const processNamespace: Rule = {
  id: 'process-namespace',
  why: "a Pod shares either its containers' processes or those of the node",
  fix: 'remove shareProcessNamespace or hostPID',
  bad: podExample('hostPID: true', 'shareProcessNamespace: true'),
  good: podExample('shareProcessNamespace: true'),
};

export const sysctlNames: Rule = {
  id: 'duplicate-sysctl',
  why: 'a kernel parameter has one value',
  fix: 'set each sysctl once',
  bad: podExample("securityContext: {sysctls: [{name: net.core.somaxconn, value: '1'}, {name: net.core.somaxconn, value: '2'}]}"),
  good: podExample("securityContext: {sysctls: [{name: net.core.somaxconn, value: '1'}]}"),
};

export const hostSysctl: Rule = {
  id: 'host-sysctl',
  why: 'a Pod on the network of the node would change the kernel parameters of the node itself; the same holds for its memory segments',
  since: '1.29',
  fix: 'remove the sysctl, or hostNetwork and hostIPC',
  bad: podExample('hostNetwork: true', "securityContext: {sysctls: [{name: net.core.somaxconn, value: '1'}]}"),
  good: podExample("securityContext: {sysctls: [{name: net.core.somaxconn, value: '1'}]}"),
};

export const seLinuxChange: Rule = {
  id: 'se-linux-change-policy',
  why: 'volumes are relabelled file by file, or mounted with their label where the feature SELinuxMount is on',
  since: '1.33',
  fix: 'write seLinuxChangePolicy: Recursive; MountOption only from Kubernetes 1.37 on',
  bad: podExample('securityContext: {seLinuxChangePolicy: Relabel}'),
  good: podExample('securityContext: {seLinuxChangePolicy: Recursive}'),
};

export const SECURITY_RULES = [privilegeEscalation, seccompProfile, processNamespace, sysctlNames, hostSysctl, seLinuxChange];

export function checkSecurity(pod: Manifest, containers: readonly ContainerAt[], broken: Broken, model: ApiModel) {
  const spec = recordOf(pod.spec);
  if (isRecord(spec.securityContext)) { checkPodContext(spec.securityContext, spec, broken, model); }
  if (spec.hostPID === true && spec.shareProcessNamespace === true) {
    broken(processNamespace, '/spec/shareProcessNamespace', 'both shareProcessNamespace and hostPID are on');
  }
  for (const { container, at } of containers) {
    if (isRecord(container.securityContext)) { checkContext(container.securityContext, `${at}/securityContext`, broken); }
  }
}

function checkPodContext(context: Record<string, any>, spec: Record<string, any>, broken: Broken, model: ApiModel) {
  const policies = model.isOff('SELinuxMount') ? ['Recursive'] : ['Recursive', 'MountOption'];
  if (typeof context.seLinuxChangePolicy === 'string' && !policies.includes(context.seLinuxChangePolicy)) {
    broken(seLinuxChange, '/spec/securityContext/seLinuxChangePolicy', `seLinuxChangePolicy is ${show(context.seLinuxChangePolicy)}`, `write ${policies.join(' or ')}`);
  }
  listOf(context.sysctls).forEach((sysctl, index) => checkHostSysctl(recordOf(sysctl).name, spec, `/spec/securityContext/sysctls/${index}/name`, broken));
  checkSeccomp(context.seccompProfile, '/spec/securityContext/seccompProfile', broken);
  forRepeated(listOf(context.sysctls), sysctl => recordOf(sysctl).name, (sysctl, index) =>
    broken(sysctlNames, `/spec/securityContext/sysctls/${index}/name`, `the sysctl ${show(sysctl.name)} is set already`));
}

const OF_NETWORK = /^net[./]/;
const OF_MEMORY = /^(fs[./]mqueue[./].*|kernel[./](sem|shm|shmall|shmmax|shmmni|shm_rmid_forced|msg|msgmax|msgmnb|msgmni))$/;

function checkHostSysctl(name: unknown, { hostNetwork, hostIPC }: Record<string, any>, at: string, broken: Broken) {
  if (typeof name !== 'string') { return; }
  if (hostNetwork === true && OF_NETWORK.test(name)) { broken(hostSysctl, at, `${show(name)} is about the network, and hostNetwork is on`); }
  if (hostIPC === true && OF_MEMORY.test(name)) { broken(hostSysctl, at, `${show(name)} is about memory that processes share, and hostIPC is on`); }
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
