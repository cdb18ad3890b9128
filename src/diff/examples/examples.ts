import { ChangeExample } from './example';
import { OF_IDENTITY } from './identity';
import { OF_PODS } from './pods';
import { OF_REFUSALS } from './refused';
import { OF_RELATIONS } from './relations';
import { OF_SETS } from './sets';
import { OF_STORAGE } from './storage';

/** By the id of the rule. Only documentation, tests and `explain` read them: no other command loads them. */
export const CHANGE_EXAMPLES: ReadonlyMap<string, ChangeExample> = new Map(Object.entries({
  ...OF_SETS, ...OF_STORAGE, ...OF_PODS, ...OF_RELATIONS, ...OF_REFUSALS, ...OF_IDENTITY,
}));
