import { checkManifests } from '../../../../src/checks/run';
import { ApiModel } from '../../../../src/kubernetes/api/model';

const pod = (volume: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a', image: 'a:1' }], volumes: [{ name: 'v', ...volume }] } });
const rulesOn = (volume: object, model: ApiModel) =>
  checkManifests([pod(volume)], { model }).map(({ rule }) => rule).filter(rule => ['removed-volume-type', 'deprecated-field'].includes(rule));

test.each([
  [{ cephfs: { monitors: ['a'] } }, '1.30', '1.31'],
  [{ rbd: { monitors: ['a'], image: 'b' } }, '1.30', '1.31'],
])('%j is mounted on %s and on %s no more', (volume, before, since) => {
  expect([before, since].map(version => rulesOn(volume, ApiModel.of(version)))).toEqual([[], ['removed-volume-type']]);
});

test('a gitRepo volume is deprecated until nodes mount it only with a feature gate', () => {
  const volume = { gitRepo: { repository: 'a' } };
  const switched = ApiModel.of('1.33', { featureGates: { GitRepoVolumeDriver: true } });

  expect(rulesOn(volume, ApiModel.of('1.32'))).toEqual(['deprecated-field']);
  expect(rulesOn(volume, ApiModel.of('1.33'))).toEqual(['removed-volume-type']);
  expect(rulesOn(volume, switched)).toEqual(['deprecated-field']);
});
