import { affinitySelectsPods } from './affinity-selects-pods';
import { Check } from './check';
import { disruptionBudgetSelectsPods } from './disruption-budget-selects-pods';
import { evictionBlocked } from './eviction-blocked';
import { fixedReplicas } from './fixed-replicas';
import { governingService } from './governing-service';
import { governingServiceSelector } from './governing-service-selector';
import { headlessService } from './headless-service';
import { ingressBackendPort } from './ingress-backend-port';
import { missingClaim } from './missing-claim';
import { missingConfigMap } from './missing-config-map';
import { missingImagePullSecret } from './missing-image-pull-secret';
import { missingIngressClass } from './missing-ingress-class';
import { missingKey } from './missing-key';
import { missingNamespace } from './missing-namespace';
import { missingPriorityClass } from './missing-priority-class';
import { missingRole } from './missing-role';
import { missingRuntimeClass } from './missing-runtime-class';
import { missingScaleTarget } from './missing-scale-target';
import { missingSecret } from './missing-secret';
import { missingService } from './missing-service';
import { missingServiceAccount } from './missing-service-account';
import { missingVolume } from './missing-volume';
import { networkPolicySelectsPods } from './network-policy-selects-pods';
import { overlappingBudgets } from './overlapping-budgets';
import { serviceSelectsPods } from './service-selects-pods';
import { serviceTargetPort } from './service-target-port';
import { spreadSelectsOwnPods } from './spread-selects-own-pods';

/** Checks of the whole system, by name. */
export const SYSTEM_CHECKS: readonly Check[] = [
  affinitySelectsPods,
  disruptionBudgetSelectsPods,
  evictionBlocked,
  fixedReplicas,
  governingServiceSelector,
  governingService,
  headlessService,
  ingressBackendPort,
  missingClaim,
  missingConfigMap,
  missingImagePullSecret,
  missingIngressClass,
  missingKey,
  missingNamespace,
  missingPriorityClass,
  missingRole,
  missingRuntimeClass,
  missingScaleTarget,
  missingSecret,
  missingServiceAccount,
  missingService,
  missingVolume,
  networkPolicySelectsPods,
  overlappingBudgets,
  serviceSelectsPods,
  serviceTargetPort,
  spreadSelectsOwnPods,
];
