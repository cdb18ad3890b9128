import { CONTAINER_RULES, checkContainers } from './containers';
import { ENV_RULES, checkEnv } from './env';
import { FIELD_REF_RULES } from './field-refs';
import { MOUNT_RULES, checkMounts } from './mounts';
import { NODE_SELECTOR_RULES } from './node-selector';
import { containersOf } from './pod';
import { POD_ADMISSION_RULES, checkPodAdmission } from './pod-admission';
import { POD_ANNOTATION_RULES, checkPodAnnotations } from './pod-annotations';
import { POD_DNS_RULES, checkPodDns } from './pod-dns';
import { PROBE_RULES, checkProbes } from './probes';
import { RESOURCE_RULES, checkResources } from './resources';
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
  ],
  (pod, broken) => {
    const containers = containersOf(pod);
    checkContainers(pod, containers, broken);
    for (const found of containers) {
      checkProbes(found, broken);
      checkEnv(found, containers, broken);
      checkResources(found.container.resources, `${found.at}/resources`, broken);
    }
    checkVolumes(pod, broken);
    checkMounts(pod, containers, broken);
    checkScheduling(pod, broken);
    checkPodDns(pod, broken);
    checkSecurity(pod, containers, broken);
    checkWindows(recordOf(pod.spec), containers, broken);
    checkPodAnnotations(pod, containers, broken);
    checkPodAdmission(pod, broken);
  },
);
