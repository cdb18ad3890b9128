import { GATES } from './gates.generated';
import { lineOf } from './lines';
import { KubernetesVersion } from '../kubernetes-version';

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
  const changes = lineOf(GATES, name)?.split('\t').map(change => change.split(':')) ?? [];
  // What is older than the oldest version we know is as it was there.
  const [, state] = changes.filter(([since], index) => index === 0 && since === OLDEST || version.isSince(since)).at(-1) ?? [];
  return state ? { stage: STAGES[state[0]], on: state[1] === '+', locked: state.endsWith('!') } : undefined;
}

const OLDEST = '1.27';

/** Whether a feature is off; `A,B` needs both gates, `A|B` one of them. A gate that is gone stays on for ever. */
export function isOff(gates: string, version: KubernetesVersion): boolean {
  return gates.split('|').every(alternative => alternative.split(',').some(name => gateOf(name, version)?.on === false));
}
