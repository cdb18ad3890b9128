import { CLAIM_RULES } from './claim';
import { CONDITIONAL_RULES } from './conditional';
import { CONFIG_RULES } from './config';
import { CUSTOM_RESOURCE_RULES } from './custom-resource';
import { IMMUTABLE_RULES } from './immutable';
import { VALIDITY_RULES } from './invalid';
import { JOB_RULES } from './job';
import { LIST_KEY_RULES } from './list-keys';
import { LIST_ORDER_RULES } from './list-order';
import { METADATA_RULES } from './metadata';
import { POD_RULES } from './pod';
import { SERVICE_RULES } from './service';
import { STRATEGY_RULES } from './strategy';
import { VOLUME_RULES } from './volume';
import { Rule } from '../changes/rule';

/** What the API server refuses to change. */
export const REFUSALS: readonly Rule[] = [
  ...METADATA_RULES, ...LIST_KEY_RULES, ...LIST_ORDER_RULES, ...IMMUTABLE_RULES, ...CONDITIONAL_RULES, ...STRATEGY_RULES, ...CONFIG_RULES,
  ...SERVICE_RULES, ...CLAIM_RULES, ...VOLUME_RULES, ...JOB_RULES, ...POD_RULES, ...CUSTOM_RESOURCE_RULES,
  ...VALIDITY_RULES,
];
