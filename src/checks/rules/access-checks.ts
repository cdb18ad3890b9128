import { Check } from '../engine/check';
import { aggregatedRules } from './system/aggregated-rules';
import { bindingGrantsNothing } from './system/binding-grants-nothing';
import { bindingSubject } from './system/binding-subject';
import { egressWithoutDns } from './system/egress-without-dns';
import { missingReferenceGrant } from './system/missing-reference-grant';
import { missingRole } from './system/missing-role';
import { missingServiceAccount } from './system/missing-service-account';
import { networkPolicySelectsPods } from './system/network-policy-selects-pods';
import { policyNamespaceLabel } from './system/policy-namespace-label';
import { policyOfServicePort } from './system/policy-of-service-port';
import { policyPartsMembers } from './system/policy-parts-members';
import { policyPeerNamespace } from './system/policy-peer-namespace';
import { policyPortName } from './system/policy-port-name';
import { policyShutsOutCaller } from './system/policy-shuts-out-caller';
import { policyTypeMissing } from './system/policy-type-missing';
import { provisionerRights } from './system/provisioner-rights';
import { rbacRuleGrantsNothing } from './system/rbac-rule-grants-nothing';
import { removedRbacResource } from './system/removed-rbac-resource';
import { routeNotAllowed } from './system/route-not-allowed';
import { tokenNotMounted } from './system/token-not-mounted';
import { tokenWithoutAccount } from './system/token-without-account';
import { trustingPorts } from './system/trusting-ports';
import { unknownRbacResource } from './system/unknown-rbac-resource';

/** Those of the checks of the whole system that are about who may: NetworkPolicies, and rights on the API server. */
export const ACCESS_CHECKS: readonly Check[] = [
  aggregatedRules,
  bindingGrantsNothing,
  bindingSubject,
  egressWithoutDns,
  missingReferenceGrant,
  missingRole,
  missingServiceAccount,
  networkPolicySelectsPods,
  policyNamespaceLabel,
  policyOfServicePort,
  policyPartsMembers,
  policyPeerNamespace,
  policyPortName,
  policyShutsOutCaller,
  policyTypeMissing,
  provisionerRights,
  rbacRuleGrantsNothing,
  removedRbacResource,
  routeNotAllowed,
  tokenNotMounted,
  tokenWithoutAccount,
  trustingPorts,
  unknownRbacResource,
];
