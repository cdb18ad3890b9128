import { JsonPatch } from 'cdk8s';
import { addObject } from '../../src/synthesis/add-object';
import { only, newChart } from '../support/synth';

test('an object in a namespace gets the one of the chart', () => {
  const chart = newChart('db');

  addObject(chart, 'Default', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } });

  expect(only(chart, 'ConfigMap').metadata).toEqual({ name: 'a', namespace: 'db' });
});

test('a cluster-scoped object has no namespace, also after a patch', () => {
  const chart = newChart('db');

  const object = addObject(chart, 'Default', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'db' } });
  object.addJsonPatch(JsonPatch.add('/metadata/labels', { a: 'b' }));

  expect(only(chart, 'Namespace').metadata).toEqual({ name: 'db', labels: { a: 'b' } });
});
