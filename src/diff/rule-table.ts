import { Rule } from './changes/rule';
import { REFUSALS } from './refused/rules';
import { CLASS_DANGERS } from './rules/classes';
import { CONFIG_DANGERS } from './rules/config';
import { DEPLOYER_TARGET_DANGERS } from './rules/deployer-targets';
import { DUPLICATE_DANGERS } from './rules/duplicates';
import { GRACE_DANGERS } from './rules/grace';
import { INLINE_SOURCE_DANGERS } from './rules/inline-sources';
import { TWICE_DANGERS } from './rules/items-given-twice';
import { MEMBER_DANGERS } from './rules/members';
import { NEWLY_FOUND } from './rules/newly-found';
import { NOT_CHECKED } from './rules/not-checked';
import { OPERATOR_DANGERS } from './rules/operators';
import { ORDINARY } from './rules/ordinary';
import { PASSWORD_DANGERS } from './rules/password';
import { PLACEMENT_DANGERS } from './rules/placement';
import { POD_DANGERS } from './rules/pods';
import { POLICY_PATH_DANGERS } from './rules/policy-paths';
import { PROBE_DANGERS } from './rules/probes';
import { PROGRAM_DANGERS } from './rules/program';
import { QUORUM_DANGERS } from './rules/quorum';
import { READ_ONLY_DANGERS } from './rules/read-only';
import { READER_DANGERS } from './rules/readers';
import { RIGHT_DANGERS } from './rules/rights';
import { SCALING_DANGERS } from './rules/scaling';
import { SERVICE_DANGERS } from './rules/services';
import { SET_DANGERS } from './rules/sets';
import { SETUP_DANGERS } from './rules/setup';
import { STORED_SETTING_DANGERS } from './rules/stored-settings';
import { TEMPLATE_DANGERS } from './rules/templates';
import { VOLUME_DANGERS } from './rules/volumes';
import { WEBHOOK_DANGERS } from './rules/webhooks';
import { ApiModel } from '../kubernetes/api/model';

/** Accepted by the server, and the data suffers; with the refusals of the same fields. */
export const DANGERS: readonly Rule[] = [
  ...SET_DANGERS, ...TEMPLATE_DANGERS, ...CLASS_DANGERS, ...VOLUME_DANGERS, ...SERVICE_DANGERS, ...POD_DANGERS, ...PROGRAM_DANGERS, ...CONFIG_DANGERS,
  ...QUORUM_DANGERS, ...PASSWORD_DANGERS, ...SETUP_DANGERS, ...STORED_SETTING_DANGERS, ...MEMBER_DANGERS, ...READER_DANGERS, ...INLINE_SOURCE_DANGERS,
  ...DUPLICATE_DANGERS, ...SCALING_DANGERS, ...READ_ONLY_DANGERS, ...GRACE_DANGERS, ...OPERATOR_DANGERS, ...PLACEMENT_DANGERS,
  ...POLICY_PATH_DANGERS, ...PROBE_DANGERS, ...RIGHT_DANGERS, ...WEBHOOK_DANGERS, ...DEPLOYER_TARGET_DANGERS, ...TWICE_DANGERS, NEWLY_FOUND,
];

/**
 * The table of effects: everything this library knows about what a change
 * does. The differ walks it; `docs/updates.md` is printed from it.
 */
export const RULES: readonly Rule[] = [...REFUSALS, NOT_CHECKED, ...DANGERS, ...ORDINARY];

/** The rows that hold for a cluster. */
export function rulesFor(rules: readonly Rule[], model: ApiModel): Rule[] {
  return rules.filter(({ since, until, unless }) =>
    (since === undefined || model.isSince(since)) && (until === undefined || !model.isSince(until)) && (unless === undefined || model.isOff(unless)));
}
