import { podExample } from './examples';
import { ContainerAt } from './pod';
import { Broken, Rule, isGiven } from './rule';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

export const hostProcess: Rule = {
  id: 'host-process',
  why: 'HostProcess containers of Windows run on the node itself: all containers of a Pod or none, and on the network of the node',
  fix: 'set hostProcess for the whole Pod, and hostNetwork: true',
  bad: podExample('securityContext: {windowsOptions: {hostProcess: true}}'),
  good: podExample('hostNetwork: true', 'securityContext: {windowsOptions: {hostProcess: true}}'),
};

export const windowsUser: Rule = {
  id: 'windows-user',
  why: 'a user of Windows is written as USER or DOMAIN\\USER',
  fix: 'write a user, or a domain and a user parted by one backslash',
  bad: podExample("securityContext: {windowsOptions: {runAsUserName: 'a\\b\\c'}}"),
  good: podExample("securityContext: {windowsOptions: {runAsUserName: 'a\\b'}}"),
};

export const podOs: Rule = {
  id: 'pod-os',
  why: 'a Pod that says its operating system can have only the security settings of that system',
  fix: 'remove the setting, or the os',
  bad: podExample('os: {name: windows}', 'securityContext: {runAsUser: 1000}'),
  good: podExample('os: {name: linux}', 'securityContext: {runAsUser: 1000}'),
};

export const WINDOWS_RULES = [hostProcess, windowsUser, podOs];

export function checkWindows(spec: Record<string, any>, containers: readonly ContainerAt[], broken: Broken) {
  checkUser(spec, '/spec', broken);
  for (const { container, at } of containers) { checkUser(container, at, broken); }
  checkHostProcess(spec, containers, broken);
  checkOs(spec, containers, broken);
}

const MAX_SPEC_BYTES = 64 * 1024;

function checkUser(holder: Record<string, any>, at: string, broken: Broken) {
  const options = recordOf(holder.securityContext).windowsOptions;
  if (!isRecord(options)) { return; }
  const { runAsUserName, gmsaCredentialSpec } = options;
  const misfit = typeof runAsUserName === 'string' ? misfitOfUser(runAsUserName) : undefined;
  if (misfit) { broken(windowsUser, `${at}/securityContext/windowsOptions/runAsUserName`, `${show(runAsUserName)} is no user: ${misfit}`); }
  if (typeof gmsaCredentialSpec === 'string' && (gmsaCredentialSpec === '' || Buffer.byteLength(gmsaCredentialSpec) > MAX_SPEC_BYTES)) {
    broken(windowsUser, `${at}/securityContext/windowsOptions/gmsaCredentialSpec`, 'the GMSA credential spec is empty or has more than 64 KiB', 'write the credential spec, or gmsaCredentialSpecName');
  }
}

const NETBIOS_DOMAIN = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const DNS_DOMAIN = /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
const CONTROL = /[\u0000-\u001f\u007f]/;

function misfitOfUser(name: string): string | undefined {
  if (CONTROL.test(name)) { return 'it has control characters'; }
  const parts = name.split('\\');
  if (parts.length > 2) { return 'it has more than one backslash'; }
  const domain = parts.length === 2 ? parts[0] : undefined;
  const user = parts[parts.length - 1];
  if (domain !== undefined && (domain.length >= 256 || !NETBIOS_DOMAIN.test(domain) && !DNS_DOMAIN.test(domain))) { return 'the domain is no domain of Windows'; }
  if (user === '' || user.length > 104) { return 'the user has no or more than 104 characters'; }
  if (/^[. ]+$/.test(user)) { return 'the user has dots and spaces only'; }
  return /["/\\:;|=,+*?<>@[\]]/.test(user) ? 'the user has characters that Windows does not take' : undefined;
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
  'appArmorProfile', 'supplementalGroupsPolicy', 'seLinuxChangePolicy',
];
const NOT_IN_WINDOWS_SPECS = ['hostPID', 'hostIPC', 'shareProcessNamespace', 'hostUsers'];
const NOT_IN_WINDOWS_CONTAINERS = [
  'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem', 'privileged', 'allowPrivilegeEscalation', 'procMount',
  'runAsUser', 'runAsGroup', 'appArmorProfile',
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

/** Of other lists the server tells an empty one from none. */
const EMPTY_IS_NONE: ReadonlySet<string> = new Set(['sysctls']);

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

function forbid(holder: unknown, fields: readonly string[], at: string, os: string, broken: Broken) {
  if (!isRecord(holder)) { return; }
  for (const field of fields) {
    const value = holder[field];
    const isOn = field === 'hostPID' || field === 'hostIPC' ? value === true : isGiven(value) && !(isEmptyList(value) && EMPTY_IS_NONE.has(field));
    if (isOn) { broken(podOs, `${at}/${field}`, `a ${os} Pod cannot have ${field}`); }
  }
}
