import { appArmorProfile, checkAppArmor } from './app-armor';
import { CONTAINER_RULES, checkContainers } from './containers';
import { ENV_RULES, checkEnv } from './env';
import { FIELD_REF_RULES } from './field-refs';
import { HOST_USER_RULES, checkHostUsers } from './host-users';
import { MOUNT_RULES, checkMounts } from './mounts';
import { NODE_SELECTOR_RULES } from './node-selector';
import { containersOf } from './pod';
import { POD_ADMISSION_RULES, checkPodAdmission } from './pod-admission';
import { POD_ANNOTATION_RULES, checkPodAnnotations } from './pod-annotations';
import { checkPodClaims, podClaims } from './pod-claims';
import { POD_DNS_RULES, checkPodDns } from './pod-dns';
import { POD_RESOURCE_RULES, checkContainerClaims, checkPodResources } from './pod-resources';
import { PROBE_RULES, checkProbes } from './probes';
import { RESOURCE_RULES, checkResources } from './resources';
import { RESTART_RULES, checkRestarts } from './restart-policies';
import { rulesFor } from './rule';
import { SCHEDULING_RULES, checkScheduling } from './scheduling';
import { SECURITY_RULES, checkSecurity } from './security';
import { VOLUME_SOURCE_RULES } from './volume-sources';
import { VOLUME_RULES, checkVolumes } from './volumes';
import { WINDOWS_RULES, checkWindows } from './windows';
import { recordOf } from '../../../kubernetes/manifest';
import { ObjectCheck } from '../../engine/object-check';

/** What holds for a Pod; it also holds for the Pods that workloads create. */
export const podRules: ObjectCheck = rulesFor(
  ['/Pod'],
  [
    ...CONTAINER_RULES, ...PROBE_RULES, ...ENV_RULES, ...FIELD_REF_RULES, ...RESOURCE_RULES, ...VOLUME_RULES, ...VOLUME_SOURCE_RULES, ...MOUNT_RULES,
    ...NODE_SELECTOR_RULES, ...SCHEDULING_RULES, ...POD_DNS_RULES, ...SECURITY_RULES, ...WINDOWS_RULES,
    ...POD_ANNOTATION_RULES, ...POD_ADMISSION_RULES,
    ...RESTART_RULES, ...POD_RESOURCE_RULES, podClaims, ...HOST_USER_RULES, appArmorProfile,
  ],
  (pod, broken, model) => {
    const spec = recordOf(pod.spec);
    const containers = containersOf(pod);
    checkContainers(pod, containers, broken);
    for (const found of containers) {
      checkProbes(found, spec, broken, model);
      checkEnv(found, { spec, containers }, broken, model);
      checkResources(found.container.resources, `${found.at}/resources`, broken);
      checkContainerClaims(found.container.resources, spec, `${found.at}/resources`, broken);
      checkRestarts(found, spec, broken, model);
    }
    checkPodResources(spec, containers, broken, model);
    checkPodClaims(spec, broken);
    checkVolumes(pod, broken);
    checkMounts(pod, containers, broken);
    checkScheduling(pod, broken, model);
    checkPodDns(pod, broken);
    checkSecurity(pod, containers, broken, model);
    checkAppArmor(pod, containers, broken);
    checkHostUsers(spec, containers, broken, model);
    checkWindows(spec, containers, broken);
    checkPodAnnotations(pod, containers, broken);
    checkPodAdmission(pod, broken);
  },
);
