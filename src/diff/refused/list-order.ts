import { groupKindOf } from '../../kubernetes/manifest';
import { reorderedLists } from '../changes/order';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { World } from '../changes/world';

/** Parts that never change, which the server compares as they stand: the order of containers, variables, mounts, ... counts. */
const ORDERED: Readonly<Record<string, string>> = {
  '/Pod': '/spec',
  'batch/Job': '/spec/template',
  'apps/StatefulSet': '/spec/volumeClaimTemplates',
};

/** Since when server-side apply takes over another order if nothing else changes. Claim templates are replaced as a whole in all versions. */
const ORDER_ALONE = '1.29';

/** Elsewhere a list that is merged item by item is the same list in any order. Apply takes over the order of the manifest. */
function reordered(update: Update, { model }: World): ChangeStatement[] {
  const part = ORDERED[groupKindOf(update.after)];
  if (part === undefined || (!model.isSince(ORDER_ALONE) && update.differences.length === 0 && update.after.kind !== 'StatefulSet')) { return []; }
  return reorderedLists(update, part, model).map(change => ({
    ...change,
    part: change.path.slice(1).replace(/\//g, '.'),
    message: 'the API server refuses this: the items are the same in another order, and here the order counts',
  }));
}

export const LIST_ORDER_RULES: readonly Rule[] = [{
  id: 'list-order',
  title: 'Another order of what never changes',
  effect: 'refused',
  kinds: ['Pod', 'Job', 'StatefulSet'],
  fields: 'lists in the spec of a Pod and in the template of a Job; spec.volumeClaimTemplates of a StatefulSet',
  why: 'the server compares these parts as they stand, and the same containers, variables or templates in another order are a change',
  fix: 'keep the order of the old manifest',
  updated: reordered,
}];
