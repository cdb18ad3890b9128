import { found, object } from '../support';

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
