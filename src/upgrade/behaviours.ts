import { Behaviour } from './rules/behaviour';
import { driverNeeded } from './rules/driver-needed';
import { execNeedsCreate } from './rules/exec-needs-create';
import { imageCredentials } from './rules/image-credentials';
import { reclaimedVolume } from './rules/reclaimed-volume';
import { rolloutWaits } from './rules/rollout-waits';
import { seLinuxMount } from './rules/selinux-mount';
import { setsRestart } from './rules/sets-restart';

/** Every change of behaviour that matters to stateful workloads. What the API server refuses or drops is found by the checks. */
export const BEHAVIOURS: readonly Behaviour[] = [
  reclaimedVolume, driverNeeded, setsRestart, rolloutWaits, execNeedsCreate, imageCredentials, seLinuxMount,
];
