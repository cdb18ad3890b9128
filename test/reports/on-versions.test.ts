import { ApiModel } from '../../src/kubernetes/api/model';
import { Finding } from '../../src/reports/finding';
import { foundOnEach, namesOf, onTheseOnly, onVersion, versionsInWords } from '../../src/reports/on-versions';

const MODELS = ['1.33', '1.35', '1.36'].map(version => ApiModel.of(version));

function finding(message: string, path = ''): Finding {
  return { rule: 'a', severity: 'error', object: { apiVersion: 'v1', kind: 'Pod', name: 'web' }, path, message, fix: '' };
}

test('what is the same on all versions is told once, without versions', () => {
  expect(foundOnEach(MODELS, () => [finding('wrong')])).toEqual([finding('wrong')]);
});

test('what holds on some of them says on which', () => {
  const found = foundOnEach(MODELS, model => model.isSince('1.35') ? [finding('wrong'), finding('also', '/spec')] : [finding('also', '/spec')]);

  expect(found).toEqual([finding('also', '/spec'), { ...finding('wrong'), kubernetesVersions: ['1.35', '1.36'] }]);
});

test('words about the version at hand are one finding, which names them all', () => {
  const found = foundOnEach(MODELS, model => [finding(`no effect ${onVersion(model)}: it works since Kubernetes 1.36`)]);

  expect(found).toEqual([finding('no effect on Kubernetes 1.33, 1.35 and 1.36: it works since Kubernetes 1.36')]);
});

test('a patch is not taken for its minor', () => {
  const found = foundOnEach(['1.35', '1.35.3'].map(version => ApiModel.of(version)), () => [finding('on Kubernetes 1.35.3')]);

  expect(found).toEqual([{ ...finding('on Kubernetes 1.35.3'), kubernetesVersions: ['1.35'] }, { ...finding('on Kubernetes 1.35.3'), kubernetesVersions: ['1.35.3'] }]);
});

test('one version is asked, and its answer is handed on as it is', () => {
  const answer = [finding('on Kubernetes 1.36')];

  expect(foundOnEach([ApiModel.of('1.36')], () => answer)).toBe(answer);
});

test('versions in words', () => {
  expect([['1.36'], ['1.33', '1.36'], ['1.33', '1.35', '1.36']].map(versionsInWords)).toEqual(['1.36', '1.33 and 1.36', '1.33, 1.35 and 1.36']);
  expect(namesOf([...MODELS, ApiModel.of('1.36', { featureGates: { AllBeta: true } })])).toEqual(['1.33', '1.35', '1.36']);
  expect(onTheseOnly({ message: 'a', kubernetesVersions: ['1.33', '1.36'] })).toBe(' (on Kubernetes 1.33 and 1.36)');
  expect(onTheseOnly({ message: 'no effect on Kubernetes 1.33', kubernetesVersions: ['1.33'] })).toBe('');
  expect(onTheseOnly({ message: 'a' })).toBe('');
});
