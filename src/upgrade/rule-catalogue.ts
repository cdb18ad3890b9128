import { BEHAVIOURS } from './behaviours';
import { fieldIgnored, fieldObeyed, refusedAtOnce } from './changed-findings';
import { newDefault } from './new-defaults';
import { applyRefused, podsRestart } from './next-apply';
import { RuleInfo } from '../reports/rule';

const PAGE = 'https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/upgrade-check.md';

/** What only an upgrade brings about; the rest of what `upgrade-check` tells are checks. */
export const UPGRADE_RULES: readonly RuleInfo[] =
  [refusedAtOnce, applyRefused, podsRestart, fieldObeyed, fieldIgnored, ...BEHAVIOURS, newDefault].map(rule => ({ ...rule, url: `${PAGE}#${rule.id}` }));
