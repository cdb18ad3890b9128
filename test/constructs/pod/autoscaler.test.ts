import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { Autoscaling, StatelessApp } from '../../../src';
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
