import { KubernetesVersion } from '../../src/kubernetes/kubernetes-version';

test.each([
  ['1.27', '1.27'],
  ['v1.27.16', '1.27.16'],
  ['1.35.4', '1.35.4'],
  ['v1.34.2-eks-3abbec1', '1.34.2'],
  ['v1.33.5+k3s1', '1.33.5'],
])('%s is version %s', (text, version) => {
  expect(String(KubernetesVersion.of(text))).toBe(version);
});

test.each(['', '1', '2.0', '1.x', '1.27.', '1.2.3.4', 'latest'])("'%s' is no version", text => {
  expect(KubernetesVersion.parse(text)).toBeUndefined();
  expect(() => KubernetesVersion.of(text)).toThrow(`'${text}' is no version of Kubernetes; write it like 1.36 or 1.35.4`);
});

test('versions are ordered, and a minor stands for its newest patch', () => {
  const sorted = ['1.36', '1.35', '1.9', '1.35.4', '1.35.0'].map(text => KubernetesVersion.of(text)).sort((one, other) => one.compare(other));

  expect(sorted.map(String)).toEqual(['1.9', '1.35.0', '1.35.4', '1.35', '1.36']);
  expect(KubernetesVersion.of('1.35').compare(KubernetesVersion.of('v1.35'))).toBe(0);
});

test.each([
  ['1.35', '1.35', true],
  ['1.35', '1.35.4', true],
  ['1.35.3', '1.35.4', false],
  ['1.35.3', '1.35', true],
  ['1.34', '1.35', false],
  ['1.36.0', '1.35.4', true],
])('%s is since %s: %s', (version, since, expected) => {
  expect(KubernetesVersion.of(version).isSince(since)).toBe(expected);
});
