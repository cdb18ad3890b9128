import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { Autoscaling, AutoscalingMetric, StatelessApp } from '../../../src';
import { newChart, only, refusals } from '../../support/synth';

const MEMORY = { memory: { request: Size.mebibytes(256) } };
const CPU = { cpu: { request: Cpu.millis(100) } };

function chartWith(autoscaling: Partial<Autoscaling>, resources: object = { ...CPU, ...MEMORY }) {
  const chart = newChart();
  new StatelessApp(chart, 'app', { image: 'a:1', resources, autoscaling: { maxReplicas: 3, ...autoscaling } });
  return chart;
}

test.each<[Partial<Autoscaling>, object]>([
  [{}, { cpu: 80 }],
  [{ cpuUtilization: 50 }, { cpu: 50 }],
  [{ memoryUtilization: 70 }, { memory: 70 }],
  [{ cpuUtilization: 50, memoryUtilization: 70 }, { cpu: 50, memory: 70 }],
])('%p measures %p', (autoscaling, expected) => {
  const { metrics } = only(chartWith(autoscaling), 'HorizontalPodAutoscaler').spec;

  expect(Object.fromEntries(metrics.map(({ resource }: any) => [resource.name, resource.target.averageUtilization]))).toEqual(expected);
});

test('what is measured must be requested', () => {
  const messages = [
    refusals(chartWith({ memoryUtilization: 70 }, CPU)), refusals(chartWith({}, MEMORY)), refusals(chartWith({ memoryUtilization: 70 }, MEMORY)),
  ];

  expect(messages).toEqual([[expect.stringContaining('measures memory')], [expect.stringContaining('measures CPU')], []]);
});

test('metrics of its own take the place of CPU', () => {
  const metrics = [AutoscalingMetric.pods('http_requests_per_second', '100'), AutoscalingMetric.external('queue_messages_ready', '30', { queue: 'orders' })];

  const autoscaler = only(chartWith({ metrics }, {}), 'HorizontalPodAutoscaler');

  expect(autoscaler.spec.metrics).toEqual([
    { type: 'Pods', pods: { metric: { name: 'http_requests_per_second' }, target: { type: 'AverageValue', averageValue: '100' } } },
    { type: 'External', external: { metric: { name: 'queue_messages_ready', selector: { matchLabels: { queue: 'orders' } } }, target: { type: 'AverageValue', averageValue: '30' } } },
  ]);
});

test('metrics of its own stand beside what is asked for', () => {
  const metrics = [AutoscalingMetric.pods('http_requests_per_second', '100')];

  const autoscaler = only(chartWith({ metrics, cpuUtilization: 60 }), 'HorizontalPodAutoscaler');

  expect(autoscaler.spec.metrics.map(({ type }: any) => type)).toEqual(['Resource', 'Pods']);
});

test.each<[string, AutoscalingMetric, string]>([
  ['no name', AutoscalingMetric.pods('', '100'), "'autoscaling.metrics[0]': 'name' must be a name without `/` and `%`, not empty, got ''"],
  ['a path as its name', AutoscalingMetric.external('a/b', '100'), "'name' must be a name without `/` and `%`, not empty, got 'a/b'"],
  ['nothing as its average', AutoscalingMetric.pods('requests', '0'), "'averageValue' must be a quantity of more than 0, such as 100, 500m or 2k, got '0'"],
  ['no quantity', AutoscalingMetric.pods('requests', '10 per second'), "got '10 per second'"],
  ['a number', AutoscalingMetric.pods('requests', 100 as any), "'averageValue' must be text, got 100; write 'averageValue: \"100\"'"],
  ['a label that is none', AutoscalingMetric.external('queue', '1', { 'a b': 'c' }), "got 'a b'"],
])('a metric with %s is refused', (_, metric, message) => {
  const chart = chartWith({ metrics: [metric] });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});

test('what is no metric is told', () => {
  const chart = chartWith({ metrics: ['requests' as any] });

  expect(refusals(chart)).toEqual([expect.stringContaining("'autoscaling.metrics[0]' must be an AutoscalingMetric, got 'requests'")]);
});
