import { KubernetesVersion } from '../../src/kubernetes/kubernetes-version';
import { wayOf } from '../../src/upgrade/way';

test.each([
  ['1.33', '1.36', ['1.33', '1.34', '1.35', '1.36']],
  ['1.33.2', '1.35.3', ['1.33.2', '1.34', '1.35.3']],
  ['1.36', '1.37', ['1.36', '1.37']],
  ['1.35.3', '1.35.4', ['1.35.3', '1.35.4']],
])('from %s to %s an upgrade goes through every minor', (from, to, versions) => {
  expect(wayOf(KubernetesVersion.of(from), KubernetesVersion.of(to)).map(String)).toEqual(versions);
});
