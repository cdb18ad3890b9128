import { statefulSet } from './support';
import { diff } from '../../src/diff/diff';
import { diffOnEach, plansOnEach } from '../../src/diff/on-versions';
import { ApiModel } from '../../src/kubernetes/api/model';

const MODELS = ['1.32', '1.36'].map(version => ApiModel.of(version));
const BEFORE = [statefulSet()];
const AFTER = [statefulSet({ revisionHistoryLimit: 3, replicas: 2 })];

test('a change that is the same on all versions is told once, another one with its versions', () => {
  const { changes, summary, kubernetesVersions } = diffOnEach(BEFORE, AFTER, MODELS, {});
  const versionsOf = (path: string) => changes.filter(change => change.path === path).map(({ effect, kubernetesVersions: on }) => [effect, on]);

  expect(versionsOf('/spec/replicas')).toEqual([['stale-data', undefined]]);
  expect(versionsOf('/spec/revisionHistoryLimit')).toEqual([['refused', ['1.32']], ['in-place', ['1.36']]]);
  expect(summary.changes).toBe(3);
  expect(kubernetesVersions).toEqual(['1.32', '1.36']);
});

test('one version is compared as it always was', () => {
  const { onEach, ...comparison } = diffOnEach(BEFORE, AFTER, [MODELS[0]], {});

  expect(comparison.changes).toEqual(diff(BEFORE, AFTER, { model: MODELS[0] }).changes);
  expect(onEach).toHaveLength(1);
});

test('plans that differ say for which version they are, and those that do not are told once', () => {
  const differing = plansOnEach(diffOnEach(BEFORE, AFTER, MODELS, {})).map(({ title }) => title);
  const same = plansOnEach(diffOnEach(BEFORE, [statefulSet({ replicas: 2 })], MODELS, {}));

  expect(differing).toEqual([expect.stringMatching(/^StatefulSet data\/db .* on Kubernetes 1\.32$/), expect.stringMatching(/ on Kubernetes 1\.36$/)]);
  expect(same).toHaveLength(1);
});
