import { CLAIM_SPEC_RULES, checkClaimSpec } from './claim-spec';
import { SELECTOR_RULES } from './label-selector';
import { rulesFor } from './rule';
import { recordOf } from '../../../kubernetes/manifest';
import { ObjectCheck } from '../../engine/object-check';

export const claimRules: ObjectCheck = rulesFor(
  ['/PersistentVolumeClaim'], [...CLAIM_SPEC_RULES, ...SELECTOR_RULES],
  (claim, broken) => checkClaimSpec(recordOf(claim.spec), false, '/spec', broken),
);
