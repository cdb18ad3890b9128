import { diff } from '../../../src/diff/diff';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';
import { found, object, podTemplate, statefulSet } from '../support';

const ensemble = (replicas: number, image = 'zookeeper:3.8.4', annotations = {}): Manifest => {
  const set = statefulSet({ replicas, template: podTemplate({ image }) });
  return { ...set, metadata: { ...set.metadata, annotations } };
};
const budget = (spec: object, name = 'db') => object('policy/v1', 'PodDisruptionBudget', { spec: { selector: { matchLabels: { app: 'db' } }, ...spec } }, name);

describe('quorum-at-risk: members that decide by majority', () => {
  test('an update that stops a majority at once, where the server knows the field', () => {
    const stopping = (maxUnavailable?: number | string) => {
      const set = ensemble(3);
      return { ...set, spec: { ...set.spec as object, updateStrategy: { rollingUpdate: { maxUnavailable } } } };
    };
    const says = (version: string, before: Manifest, after: Manifest) =>
      diff([before], [after], { model: ApiModel.of(version) }).changes.filter(({ rule }) => rule === 'quorum-at-risk').map(({ id }) => id);

    expect(says('1.37', stopping(), stopping(2))).toEqual(['quorum-at-risk:data/db/rolling-update']);
    expect([says('1.36', stopping(), stopping(2)), says('1.37', stopping(), stopping('33%')), says('1.37', stopping(2), stopping(3))]).toEqual([[], [], []]);
  });

  test.each([[3, 1, 'access'], [5, 2, 'access'], [1, 3, 'strands-data'], [2, 5, 'strands-data']])('%i → %i members at once is dangerous', (from, to, effect) => {
    expect(found('quorum-at-risk', [ensemble(from)], [ensemble(to)])).toMatchObject([{ effect, path: '/spec/replicas' }]);
  });

  test.each([[3, 2], [5, 3], [3, 5], [1, 2], [3, 0], [0, 3]])('%i → %i members is not', (from, to) => {
    expect(found('quorum-at-risk', [ensemble(from)], [ensemble(to)])).toEqual([]);
  });

  test.each<[string | undefined, string, string]>([
    [undefined, 'own command, scale to 4', 'by themselves'],
    ['leave now', 'run `leave now` in the last member, scale to 4', 'by themselves'],
    ['none', 'leave by themselves: go to 3 first', 'command'],
  ])('the fix is what the annotation for leaving says (%p)', (decommission, told, untold) => {
    const annotations = decommission === undefined ? {} : { 'cdk8s-stateful/decommission': decommission };

    const [{ fix }] = found('quorum-at-risk', [ensemble(5, undefined, annotations)], [ensemble(1, undefined, annotations)]);

    expect(fix).toContain(told);
    expect(fix).not.toContain(untold);
  });

  test('of two that leave by themselves no step keeps the majority', () => {
    const annotations = { 'cdk8s-stateful/decommission': 'none' };

    const [{ fix }] = found('quorum-at-risk', [ensemble(2, undefined, annotations)], [ensemble(1, undefined, annotations)]);

    expect(fix).toContain('no step leaves a majority');
  });

  test('the annotation says it of other images, and takes it back', () => {
    const declared = (value: string, image?: string) => found('quorum-at-risk', [ensemble(3)], [ensemble(1, image, { 'cdk8s-stateful/quorum': value })]);

    expect(declared('majority', 'own:1')).toHaveLength(1);
    expect(declared('none')).toEqual([]);
    expect(found('quorum-at-risk', [ensemble(3, 'postgres:15')], [ensemble(1, 'postgres:15')])).toEqual([]);
  });

  test.each<[string, Manifest[]]>([
    ['two of three may go', [budget({ maxUnavailable: 2 })]],
    ['half of them, rounded up, may go', [budget({ maxUnavailable: '50%' })]],
    ['one is enough to stay', [budget({ minAvailable: 1 })]],
    ['the budget is gone', []],
    ['the budget picks other pods', [budget({ maxUnavailable: 1, selector: { matchLabels: { app: 'x' } } })]],
  ])('a budget that kept the majority does not any more: %s', (_, after) => {
    expect(found('quorum-at-risk', [ensemble(3), budget({ maxUnavailable: 1 })], [ensemble(3), ...after])).toMatchObject([{ effect: 'access' }]);
  });

  test.each<[string, Manifest[]]>([
    ['the same in other words', [budget({ minAvailable: 2 })]],
    ['another budget keeps it', [budget({ maxUnavailable: 1 }, 'other')]],
    ['none may go', [budget({ maxUnavailable: 0 })]],
  ])('a budget that keeps it is no danger: %s', (_, after) => {
    expect(found('quorum-at-risk', [ensemble(3), budget({ maxUnavailable: 1 })], [ensemble(3), ...after])).toEqual([]);
  });
});
