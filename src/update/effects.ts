import { CLASS_DANGERS } from './dangers/classes';
import { CONFIG_DANGERS } from './dangers/config';
import { MEMBER_DANGERS } from './dangers/members';
import { PASSWORD_DANGERS } from './dangers/password';
import { POD_DANGERS } from './dangers/pods';
import { PROGRAM_DANGERS } from './dangers/program';
import { QUORUM_DANGERS } from './dangers/quorum';
import { READER_DANGERS } from './dangers/readers';
import { SERVICE_DANGERS } from './dangers/services';
import { SET_DANGERS } from './dangers/sets';
import { TEMPLATE_DANGERS } from './dangers/templates';
import { VOLUME_DANGERS } from './dangers/volumes';
import { NOT_JUDGED } from './not-judged';
import { ORDINARY } from './ordinary';
import { REFUSALS } from './refused/rules';
import { EffectRule } from './update';
import { KubernetesMinor } from './version';

/** Accepted by the server, and the data suffers; with the refusals of the same fields. */
export const DANGERS: readonly EffectRule[] = [
  ...SET_DANGERS, ...TEMPLATE_DANGERS, ...CLASS_DANGERS, ...VOLUME_DANGERS, ...SERVICE_DANGERS, ...POD_DANGERS, ...PROGRAM_DANGERS, ...CONFIG_DANGERS,
  ...QUORUM_DANGERS, ...PASSWORD_DANGERS, ...MEMBER_DANGERS, ...READER_DANGERS,
];

/**
 * The table of effects: everything this library knows about what a change
 * does. The differ walks it; `docs/updates.md` is printed from it.
 */
export const EFFECTS: readonly EffectRule[] = [...REFUSALS, NOT_JUDGED, ...DANGERS, ...ORDINARY];

/** The rows that hold for a version of Kubernetes. */
export function rulesFor(rules: readonly EffectRule[], version: KubernetesMinor): EffectRule[] {
  return rules.filter(({ since, until }) => (since === undefined || version >= since) && (until === undefined || version < until));
}
