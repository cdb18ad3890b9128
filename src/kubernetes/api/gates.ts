import { GATES } from './gates.generated';
import { Lifetime } from './lifetime';
import { lineOf, namesIn } from './lines';
import { VERSIONS } from './versions.generated';
import { KubernetesVersion, minorOf } from '../kubernetes-version';
import { once } from '../once';

/** A feature gate in one version of Kubernetes. */
export interface Gate {
  readonly stage: 'alpha' | 'beta' | 'ga' | 'deprecated';
  /** On unless somebody switched it off, or off unless somebody switched it on. */
  readonly on: boolean;
  /** Nobody can switch it. */
  readonly locked: boolean;
}

const STAGES: Readonly<Record<string, Gate['stage']>> = { a: 'alpha', b: 'beta', g: 'ga', d: 'deprecated' };

/** The gate; undefined if this version does not have it, not yet or no more. */
export function gateOf(name: string, version: KubernetesVersion): Gate | undefined {
  const state = changesUpTo(version, name).at(-1);
  return state ? { stage: STAGES[state[0]], on: state[1] === '+', locked: state.endsWith('!') } : undefined;
}

/** What a cluster switches on or off, by the name of the gate; `AllAlpha` and `AllBeta` stand for all of a stage. */
export type FeatureGates = Readonly<Record<string, boolean>>;

const NO_GATES: FeatureGates = {};

/** The gates that stand for others, by the stage of these. */
export const GATES_OF_STAGE: Readonly<Partial<Record<Gate['stage'], string>>> = { alpha: 'AllAlpha', beta: 'AllBeta' };

/**
 * Whether a feature is off, by default or since the cluster switches it off; `A,B` needs both gates, `A|B` one of them.
 * Without its gate, it stays what it was last, or is not there yet.
 */
export function isOff(gates: string, version: KubernetesVersion, switched: FeatureGates = NO_GATES): boolean {
  return gates.split('|').every(alternative => alternative.split(',').some(name => isGateOff(name, version, switched)));
}

function isGateOff(name: string, version: KubernetesVersion, switched: FeatureGates): boolean {
  if (lineOf(GATES, name) === undefined) { return false; }
  if (switched !== NO_GATES) {
    const gate = switchedGateOf(name, version, switched);
    if (gate) { return !gate.on; }
  }
  const states = changesUpTo(version, name).filter(state => state !== '');
  return states.length === 0 || states[states.length - 1][1] === '-';
}

/** The gate in a cluster that switches some. One that is locked stays as it is. */
export function switchedGateOf(name: string, version: KubernetesVersion, switched: FeatureGates): Gate | undefined {
  const gate = gateOf(name, version);
  if (!gate || gate.locked) { return gate; }
  const ofStage = GATES_OF_STAGE[gate.stage];
  return { ...gate, on: switched[name] ?? (ofStage === undefined ? undefined : switched[ofStage]) ?? gate.on };
}

/** The names of the gates of all versions that we know. */
export function knownGates(): string[] {
  return namesIn(GATES);
}

/** When there is a gate of this name; undefined if no version that we know has it. */
export function lifetimeOfGate(name: string): Lifetime | undefined {
  const changes = lineOf(GATES, name)?.split('\t').map(change => change.split(':'));
  if (!changes) { return undefined; }
  const [[since], [last, state]] = [changes[0], changes[changes.length - 1]];
  return { ...since !== oldest() && { since }, ...state === '' && { until: last } };
}

/** What became of a gate, such as `a-`, then `b+`; an empty text where it is gone. */
function changesUpTo(version: KubernetesVersion, name: string): string[] {
  const changes = lineOf(GATES, name)?.split('\t').map(change => change.split(':')) ?? [];
  // What is older than the oldest version we know is as it was there.
  return changes.filter(([since]) => since === oldest() || version.isSince(since)).map(([, state]) => state);
}

const oldest = once(() => minorOf(VERSIONS[0]));

/**
 * Since when a feature is on without a break, up to the newest version: `1.28`, or a patch; an empty text if it is in
 * all versions, undefined if it is off in the newest one.
 */
export function onSince(gates: string): string | undefined {
  return sinceWithoutBreak(version => !isOff(gates, version));
}

/** The same for whatever versions may have. */
export function sinceWithoutBreak(hasIt: (version: KubernetesVersion) => boolean): string | undefined {
  const last = VERSIONS.map(version => hasIt(KubernetesVersion.of(version))).lastIndexOf(false);
  if (last < 0) { return ''; }
  if (last === VERSIONS.length - 1) { return undefined; }
  const [off, on] = [VERSIONS[last], VERSIONS[last + 1]];
  return minorOf(off) === minorOf(on) ? on : minorOf(on);
}
