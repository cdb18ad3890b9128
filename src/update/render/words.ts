import { ObjectReference } from '../../manifest/manifest';
import { DiffSummary } from '../diff';
import { Change, Effect, isDangerous } from '../effect';

/** Effects in words for people. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  'none': 'no effect',
  'in-place': 'in place',
  'restart': 'restarts pods',
  'access': 'opens/loses access',
  'stale-data': 'stale data',
  'refused': 'refused',
  'strands-data': 'strands data',
  'deletes-data': 'deletes data',
};

/** `StatefulSet data/db`. */
export function objectName({ kind, namespace, name }: ObjectReference): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

/** Changes of one object that have the same effect for the same reason. */
export interface ChangeGroup {
  readonly first: Change;
  readonly changes: readonly Change[];
}

/** Forty changed fields of one pod template are one restart. */
export function grouped(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = isDangerous(change) || change.accepted !== undefined
      ? change.id + change.path
      : `${change.effect} ${objectName(change.object)} ${change.message}`;
    const group = groups.get(key);
    if (group) { group.push(change); } else { groups.set(key, [change]); }
  }
  return [...groups.values()].map(group => ({ first: group[0], changes: group }));
}

/** `/spec/replicas`, or `/spec/replicas and 4 more`. */
export function fieldsOf({ first, changes }: ChangeGroup): string {
  return changes.length > 1 ? `${first.path} and ${changes.length - 1} more` : first.path || 'the whole object';
}

/** `3 → 1`; empty if a value is too long for a line, or if several fields are meant. */
export function arrow({ first: { before, after }, changes }: ChangeGroup): string {
  if (changes.length > 1 || (before === undefined && after === undefined) || !isShort(before) || !isShort(after)) { return ''; }
  return `${before ?? '(none)'} → ${after ?? '(none)'}`;
}

function isShort(value: unknown): boolean {
  return typeof value !== 'object' && (typeof value !== 'string' || (value.length <= 40 && !value.includes('\n')));
}

/** One line: how many changes, how bad. */
export function summaryLine({ changes, dangerous, accepted, effects }: DiffSummary): string {
  if (changes === 0) { return 'No changes.'; }
  const counts = Object.entries(effects).map(([effect, count]) => `${count} ${EFFECT_WORDS[effect as Effect]}`).join(', ');
  const verdict = dangerous > 0 ? `${dangerous} refused or dangerous` : 'nothing dangerous';
  return `${changes} ${changes === 1 ? 'change' : 'changes'}, ${verdict}${accepted > 0 ? `, ${accepted} accepted` : ''} (${counts}).`;
}
