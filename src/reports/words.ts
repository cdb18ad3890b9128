import { Change, Diff, EFFECTS_BY_WEIGHT, Effect } from './change';
import { versionsInWords } from './on-versions';

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

/** True for what somebody has to read: a danger, or one that was accepted. */
export function isNamed({ severity }: Change): boolean {
  return severity !== 'info';
}

/** One line: how many changes, how bad, and on which versions of Kubernetes. */
export function summaryLine({ summary: { changes, dangerous, accepted, effects }, kubernetesVersions }: Pick<Diff, 'summary' | 'kubernetesVersions'>): string {
  const versions = `on Kubernetes ${versionsInWords(kubernetesVersions)}`;
  if (changes === 0) { return `No changes ${versions}.`; }
  const counts = [...EFFECTS_BY_WEIGHT].reverse().filter(effect => effects[effect]).map(effect => `${effects[effect]} × ${EFFECT_WORDS[effect]}`);
  const total = `${changes} ${changes === 1 ? 'change' : 'changes'}`;
  const verdict = dangerous === 0 ? `${total}, nothing dangerous` : changes === 1 ? `${total}, refused or dangerous` : `${dangerous} of ${total} refused or dangerous`;
  return `${verdict}${accepted > 0 ? `, ${accepted} accepted` : ''}: ${counts.join(', ')} (${versions}).`;
}
