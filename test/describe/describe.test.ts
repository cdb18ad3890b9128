import { manifests, set, together, wordsFor, workload } from './support';
import { describe as inWords, systemsNamed } from '../../src/describe/describe';
import { TITLES } from '../../src/describe/description';

test('sections come in the order of their importance', () => {
  expect(wordsFor(set()).sections.map(({ topic }) => topic)).toEqual(Object.keys(TITLES));
});

test('what comes before the first start is said first, and nothing twice', () => {
  const human = wordsFor(set({ container: 'envFrom: [{secretRef: {name: a}}]' })).sections[1].sentences.map(({ text }) => text);

  expect(human[0]).toContain('Before the first start');
  expect(new Set(human).size).toBe(human.length);
});

test('of an object that is there twice the last one counts, unless it has no name yet', () => {
  const job = (image: string) => `{apiVersion: batch/v1, kind: Job, metadata: {generateName: a-}, spec: {template: {spec: {containers: [{name: a, image: "${image}"}]}}}}`;

  const { overview, systems } = inWords(manifests(together(set({ replicas: 3 }), set({ replicas: 2 }), job('a:1'), job('a:2'))));

  expect(systems).toHaveLength(3);
  expect(systems[0].summary).toContain('2 pods');
  expect(overview.map(({ text }) => text)).toContain('Left out: 2 objects, since a later one has the same name, and kubectl applies that last.');
  expect(inWords(manifests(set())).overview.map(({ text }) => text).join()).not.toContain('Left out');
});

test('systems by their names', () => {
  const description = inWords(manifests(together(set(), workload('Deployment'))));

  expect(systemsNamed(description, 'web')).toHaveLength(1);
  expect(systemsNamed(description, 'shop/db')).toHaveLength(1);
  expect(systemsNamed(description, 'other/db')).toHaveLength(0);
});

test('each system names the version that it is said for', () => {
  expect(inWords(manifests(set())).kubernetesVersion).toBe('1.36');
});
