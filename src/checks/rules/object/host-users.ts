import { podExample } from './examples';
import { ContainerAt } from './pod';
import { Broken, Rule } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { listOf, recordOf } from '../../../kubernetes/manifest';

export const hostUsers: Rule = {
  id: 'host-users',
  why: 'a Pod with users of its own cannot share the network, the processes or the memory of the node, nor take raw block devices',
  since: '1.33',
  fix: 'remove the field, or hostUsers: false',
  bad: podExample('hostUsers: false', 'hostNetwork: true'),
  good: podExample('hostUsers: false'),
};

export const procMount: Rule = {
  id: 'proc-mount',
  why: 'with all of /proc in sight a container could reach the node, unless its users are none of the node',
  since: '1.33',
  fix: 'write hostUsers: false for the Pod, or procMount: Default',
  bad: podExample("containers: [{name: web, image: 'httpd:2.4', securityContext: {procMount: Unmasked}}]"),
  good: podExample('hostUsers: false', "containers: [{name: web, image: 'httpd:2.4', securityContext: {procMount: Unmasked}}]"),
};

export const HOST_USER_RULES = [hostUsers, procMount];

/** The first version that looks at block devices. */
const DEVICES_TOO = '1.34';
const WITH_HOST_NETWORK = 'UserNamespacesHostNetworkSupport';

export function checkHostUsers(spec: Record<string, any>, containers: readonly ContainerAt[], broken: Broken, model: ApiModel) {
  if (spec.hostUsers !== false) {
    for (const { container, at } of containers) {
      if (recordOf(container.securityContext).procMount === 'Unmasked') {
        broken(procMount, `${at}/securityContext/procMount`, 'procMount is Unmasked, but the Pod has the users of the node');
      }
    }
    return;
  }
  const mayShareNetwork = !model.isOff(WITH_HOST_NETWORK);
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
    if (spec[field] === true && !(field === 'hostNetwork' && mayShareNetwork)) { broken(hostUsers, `/spec/${field}`, `${field} is on, but hostUsers is false`); }
  }
  for (const { container, at } of containers) {
    if (model.isSince(DEVICES_TOO) && listOf(container.volumeDevices).length > 0) {
      broken(hostUsers, `${at}/volumeDevices`, 'the container takes a block device, but hostUsers is false');
    }
  }
}
