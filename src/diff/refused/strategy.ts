import { groupOf, recordOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, differsUnder } from '../changes/update';

interface Leftover {
  readonly field: string;
  readonly type: string;
}

const LEFTOVERS: Readonly<Record<string, Leftover>> = {
  'apps/StatefulSet': { field: 'updateStrategy', type: 'OnDelete' },
  'apps/Deployment': { field: 'strategy', type: 'Recreate' },
};

/** Parameters of a rolling update under a strategy that has none: written, or left behind by defaulting. */
function leftover(update: Update): ChangeStatement[] {
  const { after, given } = update;
  const kind = `${groupOf(after.apiVersion)}/${after.kind}`;
  if (!Object.hasOwn(LEFTOVERS, kind)) { return []; }
  const { field, type } = LEFTOVERS[kind];
  const strategy = recordOf(recordOf(after.spec)[field]);
  if (strategy.type !== type || strategy.rollingUpdate === undefined || !differsUnder(update, `/spec/${field}`)) { return []; }
  const written = recordOf(recordOf(given.after.spec)[field]).rollingUpdate !== undefined;
  return [{
    path: `/spec/${field}`,
    message: written
      ? `rollingUpdate is refused beside type ${type}`
      : `the old object has a rollingUpdate that the server defaulted; it stays behind when the type becomes ${type}, and the two together are refused`,
    fix: `remove it in the same step: kubectl patch with {"spec":{"${field}":{"type":"${type}","rollingUpdate":null}}}, or kubectl replace`,
  }];
}

export const STRATEGY_RULES: readonly Rule[] = [{
  id: 'strategy-leftover',
  title: 'Another update strategy beside a rollingUpdate',
  effect: 'refused',
  kinds: ['StatefulSet', 'Deployment'],
  fields: 'spec.updateStrategy, spec.strategy',
  why: 'apply keeps defaulted fields: an unset strategy has a rollingUpdate in the cluster, which OnDelete and Recreate may not have',
  fix: 'patch the type and remove rollingUpdate in one step',
  updated: leftover,
}];
