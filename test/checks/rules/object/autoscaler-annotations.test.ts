import { annotatedBehavior, annotatedMetrics } from '../../../../src/checks/rules/object/autoscaler-annotations';

const annotation = (name: string, value: unknown) => ({ [`autoscaling.alpha.kubernetes.io/${name}`]: JSON.stringify(value) });

test('a metric of the old API becomes one of autoscaling/v2', () => {
  const metrics = annotatedMetrics(annotation('metrics', [{ type: 'Pods', pods: { metricName: 'lag', targetAverageValue: '5' } }]));

  expect(metrics).toEqual([{ type: 'Pods', pods: { metric: { name: 'lag' }, target: { averageValue: '5' } } }]);
});

test('a value of 0 beside an average is none', () => {
  const metrics = annotatedMetrics(annotation('metrics', [{ type: 'Object', object: { metricName: 'lag', target: { kind: 'Service', name: 'web' }, averageValue: '5', targetValue: '0' } }]));

  expect(metrics[0].object.target).toEqual({ averageValue: '5' });
});

test.each([['not JSON'], ['{}'], ['[1]'], ['[{"type": 5}]']])('%s holds no metrics', text => {
  expect(annotatedMetrics({ 'autoscaling.alpha.kubernetes.io/metrics': text })).toEqual([]);
});

test('the fields of a behavior are known in any case', () => {
  const behavior = annotatedBehavior(annotation('behavior', { ScaleUp: { Policies: [] } }));

  expect(behavior).toEqual({ scaleup: { policies: [] } });
});
