import { knownMinors } from '../kubernetes/api/known-versions';
import { KubernetesVersion } from '../kubernetes/kubernetes-version';

/** The versions that an upgrade goes through: where it starts, the minors between, where it ends. A control plane skips none. */
export function wayOf(from: KubernetesVersion, to: KubernetesVersion): KubernetesVersion[] {
  const between = knownMinors().map(minor => KubernetesVersion.of(minor)).filter(({ minor }) => minor > from.minor && minor < to.minor);
  return [from, ...between, to];
}
