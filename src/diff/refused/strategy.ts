import { groupKindOf, recordOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, differsUnder } from '../changes/update';

/** Who refuses what only server-side apply keeps, and who does not. */
export const SERVER_SIDE = 'server-side apply refuses this (kubectl apply --server-side, Flux, Helm 4)';
export const OTHERS = 'kubectl apply without --server-side, and Helm 3, remove what is left';

interface Leftover {
  readonly field: string;
  readonly type: string;
  /** True if kubectl's own apply removes the keys that are not written (`patchStrategy: retainKeys`). */
  readonly isRetained: boolean;
}

const LEFTOVERS: Readonly<Record<string, Leftover>> = {
  'apps/StatefulSet': { field: 'updateStrategy', type: 'OnDelete', isRetained: false },
  'apps/Deployment': { field: 'strategy', type: 'Recreate', isRetained: true },
};

/** Parameters of a rolling update under a strategy that has none: written, or left behind by defaulting. */
function leftover(update: Update): ChangeStatement[] {
  const { after, given } = update;
  const kind = groupKindOf(after);
  if (!Object.hasOwn(LEFTOVERS, kind)) { return []; }
  const { field, type, isRetained } = LEFTOVERS[kind];
  const strategy = recordOf(recordOf(after.spec)[field]);
  if (strategy.type !== type || strategy.rollingUpdate === undefined || !differsUnder(update, `/spec/${field}`)) { return []; }
  const written = recordOf(recordOf(given.after.spec)[field]).rollingUpdate !== undefined;
  return [{
    path: `/spec/${field}`,
    ...!written && isRetained && { serverSideOnly: true },
    message: messageOf(type, written, isRetained),
    fix: `remove it in the same step: kubectl patch with {"spec":{"${field}":{"type":"${type}","rollingUpdate":null}}}, or kubectl replace`,
  }];
}

function messageOf(type: string, written: boolean, isRetained: boolean): string {
  if (written) { return `rollingUpdate is refused beside type ${type}`; }
  return isRetained
    ? `${SERVER_SIDE}: the old object has a rollingUpdate that the server defaulted, and it stays beside type ${type} (apply keeps what the old object had here); ${OTHERS}`
    : `the old object has a rollingUpdate that the server defaulted; it stays behind when the type becomes ${type}, and the two together are refused`;
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
