import * as fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { Manifest } from '../../../src/kubernetes/manifest';
import { matchesSelector } from '../../../src/kubernetes/selector';
import { Inventory } from '../../../src/manifest/inventory';
import { PodIndex } from '../../../src/manifest/references/pods';

const indexOf = (yaml: string) => new PodIndex(new Inventory(loadAll(yaml) as Manifest[]));
const names = (pods: Iterable<{ workload: Manifest }>) => [...pods].map(({ workload }) => workload.metadata!.name);

const SET = `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web, namespace: a}
spec: {replicas: 3, ordinals: {start: 2}, template: {metadata: {labels: {app: web, tier: front}}, spec: {}}}
`;

test.each([
  ['an absent selector picks none', undefined, []],
  ['an empty one picks all', {}, ['web']],
  ['labels must have their values', { matchLabels: { app: 'web' } }, ['web']],
  ['every label must', { matchLabels: { app: 'web', tier: 'back' } }, []],
  ['an expression may list values', { matchExpressions: [{ key: 'app', operator: 'In', values: ['x', 'web'] }] }, ['web']],
  ['an expression may exclude', { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, []],
  ['one pod of a set is picked by its name', { matchLabels: { 'statefulset.kubernetes.io/pod-name': 'web-4' } }, ['web']],
  ['a pod beyond the last ordinal is not there', { matchLabels: { 'statefulset.kubernetes.io/pod-name': 'web-5' } }, []],
  ['a pod of another set is not there', { matchLabels: { 'statefulset.kubernetes.io/pod-name': 'db-2' } }, []],
  ['labels that only controllers know match', { matchLabels: { 'app': 'web', 'controller-revision-hash': 'web-6f' } }, ['web']],
])('%s', (_, selector, expected) => {
  const index = indexOf(SET);

  const picked = index.select(selector, 'a');

  expect(names(picked)).toEqual(expected);
  expect(names(index.select(selector, 'other'))).toEqual([]);
});

test('pods are picked in their order, whatever the order of the values that a selector lists', () => {
  const labelled: Record<string, string>[] = [{ app: 'b' }, { app: 'a' }, {}];
  const manifests = labelled.map((labels, i) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: `p${i}`, labels } }));

  const picked = new PodIndex(new Inventory(manifests)).select({ matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }] }, 'default');

  expect(names(picked)).toEqual(['p0', 'p1']);
});

test('the pods of a Job carry its name as a label', () => {
  const index = indexOf('{apiVersion: batch/v1, kind: Job, metadata: {name: pi}, spec: {template: {spec: {}}}}');

  const picked = index.select({ matchLabels: { 'job-name': 'pi' } }, 'default');

  expect(names(picked)).toEqual(['pi']);
});

test('pods are found by their workload; objects that create none have none', () => {
  const index = indexOf(`${SET}---\n{apiVersion: v1, kind: Service, metadata: {name: s}}`);

  const pods = index.all[0];

  expect(index.of(pods.workload)).toBe(pods);
  expect(index.of({ apiVersion: 'v1', kind: 'Service' })).toBeUndefined();
});

test('the index picks exactly the pods that a comparison with every pod would pick', () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const value = fc.constantFrom('1', '2');
  const labels = fc.dictionary(key, value);
  const expression = fc.record({
    key, operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'), values: fc.array(value, { maxLength: 2 }),
  });
  const selector = fc.record({ matchLabels: labels, matchExpressions: fc.array(expression, { maxLength: 2 }) }, { requiredKeys: [] });

  fc.assert(fc.property(fc.array(labels), selector, (pods, wanted) => {
    const manifests = pods.map((podLabels, i) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: `p${i}`, labels: podLabels } }));

    const picked = new PodIndex(new Inventory(manifests)).select(wanted, 'default');

    const expected = manifests.filter(({ metadata }) => matchesSelector(wanted, metadata.labels));
    expect(names(picked)).toEqual(names(expected.map(workload => ({ workload }))));
  }));
});

test('pods of workloads that name their namespace are picked wherever they are', () => {
  const index = indexOf(`${SET}---${SET.replace('namespace: a', 'namespace: b').replace('name: web', 'name: other')}---${SET.replace(', namespace: a', '')}`);

  expect(names(index.selectPlaced({ matchLabels: { app: 'web' } }))).toEqual(['web', 'other']);
  expect(names(index.selectPlaced({ matchLabels: { app: 'db' } }))).toEqual([]);
});
