import { App, Chart } from 'cdk8s';
import { Checks, Cluster, VolumeAttributesClass, VolumeAttributesClassProps } from '../../../src';
import { refusals, synth } from '../../support/synth';

const PROPS: VolumeAttributesClassProps = { driverName: 'ebs.csi.aws.com', parameters: { iops: '4000' } };

function chartOf(props: Partial<VolumeAttributesClassProps>, kubernetesVersion = '1.34'): Chart {
  const chart = new Chart(new App(), 'chart', { namespace: 'web' });
  Checks.of(chart).cluster(new Cluster('prod', { kubernetesVersion }));
  new VolumeAttributesClass(chart, 'fast', { ...PROPS, ...props });
  return chart;
}

test('the class has a driver and its parameters, and no namespace', () => {
  expect(synth(chartOf({ name: 'very.fast' }))).toEqual([
    { apiVersion: 'storage.k8s.io/v1', kind: 'VolumeAttributesClass', metadata: { name: 'very.fast' }, driverName: 'ebs.csi.aws.com', parameters: { iops: '4000' } },
  ]);
});

test('it needs a version that serves it', () => {
  expect(refusals(chartOf({}, '1.33'))).toEqual([expect.stringContaining("'driverName: \"ebs.csi.aws.com\"' needs Kubernetes 1.34, got 1.33")]);
});

test.each<[string, object, string]>([
  ['no parameters', { parameters: {} }, "'parameters' must hold one, got none"],
  ['a driver with a blank', { driverName: 'a b' }, "'driverName' must be"],
  ['a name in capitals', { name: 'Fast' }, "'name' must be"],
  ['no driver', { driverName: undefined }, "'driverName' is missing"],
])('%s is refused', (_, props, message) => {
  expect(refusals(chartOf(props))).toEqual([expect.stringContaining(message)]);
});
