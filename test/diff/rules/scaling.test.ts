import { found, object, statefulSet } from '../support';

const workload = (kind: string, spec: object) => object('apps/v1', kind, { spec }, 'web');
const scaler = (kind: string, name = 'web') => object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind, name }, maxReplicas: 5 } }, 'scaler');

describe('replicas-left-to-autoscaler: replicas left out for an autoscaler', () => {
  test.each(['Deployment', 'StatefulSet'])('all pods of a %s but one stop', kind => {
    const [before, after] = [workload(kind, { replicas: 5 }), workload(kind, {})];

    expect(found('replicas-left-to-autoscaler', [before], [after, scaler(kind)])).toMatchObject([{
      id: 'replicas-left-to-autoscaler:data/web',
      severity: 'error',
      effect: 'access',
      path: '/spec/replicas',
      before: 5,
      after: 1,
      message: "replicas is left out for HorizontalPodAutoscaler 'scaler', and falls back to 1: 4 of 5 pods stop at once, before the autoscaler asks for more",
      fix: expect.stringContaining(`kubectl apply edit-last-applied ${kind.toLowerCase()}/web`),
    }]);
  });

  test('also by an autoscaler of KEDA', () => {
    const keda = object('keda.sh/v1alpha1', 'ScaledObject', { spec: { scaleTargetRef: { name: 'web' } } }, 'keda');

    expect(found('replicas-left-to-autoscaler', [workload('Deployment', { replicas: 3 })], [workload('Deployment', {}), keda])).toHaveLength(1);
  });

  test.each([
    ['fewer are asked for in words', { replicas: 5 }, { replicas: 1 }, 'web'],
    ['one ran before', { replicas: 1 }, {}, 'web'],
    ['nobody said a number before', {}, {}, 'web'],
    ['the autoscaler scales another workload', { replicas: 5 }, {}, 'api'],
  ])('is no danger if %s', (_, before, after, target) => {
    expect(found('replicas-left-to-autoscaler', [workload('Deployment', before)], [workload('Deployment', after), scaler('Deployment', target)])).toEqual([]);
  });
});

describe('autoscaler-below-members: an autoscaler that allows fewer pods than a set has', () => {
  const of = (maxReplicas: number, kind = 'StatefulSet') => object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'db' }, maxReplicas } }, 'db');
  const set = statefulSet({ replicas: 5 });

  test('a new one', () => {
    expect(found('autoscaler-below-members', [set], [set, of(3)])).toMatchObject([{ effect: 'stale-data', path: '/spec/maxReplicas' }]);
  });

  test('one that allows fewer than before', () => {
    expect(found('autoscaler-below-members', [set, of(9)], [set, of(4)])).toHaveLength(1);
  });

  test.each([
    ['as many as there are', [set], [set, of(5)]],
    ['more than before', [set, of(3)], [set, of(4)]],
    ['a set without claims', [statefulSet({ replicas: 5, volumeClaimTemplates: undefined })], [statefulSet({ replicas: 5, volumeClaimTemplates: undefined }), of(3)]],
  ])('%s is no danger', (_, before, after) => {
    expect(found('autoscaler-below-members', before, after)).toEqual([]);
  });
});

describe('autoscaler-removed: an autoscaler removed from a workload with fewer replicas', () => {
  const six = object('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, minReplicas: 6, maxReplicas: 9 } }, 'web');

  test('all pods but those that the manifest says stop', () => {
    expect(found('autoscaler-removed', [workload('Deployment', {}), six], [workload('Deployment', { replicas: 1 })])).toMatchObject([{ effect: 'access' }]);
  });

  test.each([
    ['without a number nothing changes', [workload('Deployment', {})]],
    ['enough are said', [workload('Deployment', { replicas: 6 })]],
    ['another one takes its place', [workload('Deployment', { replicas: 1 }), { ...six, metadata: { name: 'next', namespace: 'data' } }]],
    ['the workload goes too', []],
  ])('%s', (_, after) => {
    expect(found('autoscaler-removed', [workload('Deployment', {}), six], after)).toEqual([]);
  });
});
