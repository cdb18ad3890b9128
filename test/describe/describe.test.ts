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

test('systems by their names', () => {
  const description = inWords(manifests(together(set(), workload('Deployment'))));

  expect(systemsNamed(description, 'web')).toHaveLength(1);
  expect(systemsNamed(description, 'shop/db')).toHaveLength(1);
  expect(systemsNamed(description, 'other/db')).toHaveLength(0);
});

test('each system names the version that it is said for', () => {
  expect(inWords(manifests(set())).kubernetesVersion).toBe('1.36');
});
