import { join } from 'node:path';
import { score } from '../../scripts/score';
import { useFolder } from '../cli/folder';

const folder = useFolder();

const OBJECTS = ['objects.jsonl', 'objects-1.27.jsonl', 'objects-1.36.jsonl'];
const UPDATES = ['updates.jsonl', 'updates-1.36.jsonl'];

const CONFIG = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
const MISSPELT = { ...CONFIG, dtaa: {} };
const LONG_SET_NAME = 'a'.repeat(53);
const LONG_SET = {
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: LONG_SET_NAME },
  spec: { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'a', image: 'a:1' }] } } },
};
const FINE = { id: 'fine', family: 'f', mutation: 'none', manifest: CONFIG, verdict: 'accepted', code: 201 };
const REFUSED = { id: 'refused', family: 'f', mutation: 'name', manifest: MISSPELT, verdict: 'rejected', code: 400, message: 'unknown field' };
const MAKES_NO_PODS = { id: 'pods', family: 'f', mutation: 'name', manifest: LONG_SET, verdict: 'accepted', code: 201, derived: [{ verdict: 'rejected' }] };
const ALLOWED_UPDATE = { id: 'a', kind: 'ConfigMap', mutation: 'none', before: CONFIG, after: CONFIG, verdict: 'accepted' };
const REFUSED_UPDATE = { id: 'b', kind: 'ConfigMap', mutation: 'data', before: { ...CONFIG, immutable: true, data: { a: 'b' } }, after: { ...CONFIG, immutable: true, data: { a: 'c' } }, verdict: 'rejected' };

function writeCorpus(...objects: object[]) {
  OBJECTS.forEach(file => folder.write(file, [FINE, REFUSED, MAKES_NO_PODS, ...objects].map(record => JSON.stringify(record)).join('\n')));
  UPDATES.forEach(file => folder.write(file, [ALLOWED_UPDATE, REFUSED_UPDATE].map(record => JSON.stringify(record)).join('\n')));
}

function scored(corpus: string, required = false) {
  const lines: string[] = [];
  const met = score({ corpus, required, wrong: true, print: line => lines.push(line) });
  return { met, said: lines.join('\n') };
}

test('without a corpus nothing is scored, and that is said', () => {
  const { met, said } = scored(join(folder.path, 'nowhere'));

  expect(met).toBe(true);
  expect(said).toMatch(/^skipped: nothing was scored, there is no corpus in .*nowhere/);
});

test('without a corpus that is required the score fails', () => {
  const { met, said } = scored(join(folder.path, 'nowhere'), true);

  expect(met).toBe(false);
  expect(said).toMatch(/^FAIL: nothing was scored/);
});

test('half a corpus fails', () => {
  folder.write('updates.jsonl', JSON.stringify(ALLOWED_UPDATE));

  const { met, said } = scored(folder.path);

  expect(met).toBe(false);
  expect(said).toContain('FAIL the corpus has no objects-1.36.jsonl');
});

test('a corpus of nothing fails', () => {
  [...OBJECTS, ...UPDATES].forEach(file => folder.write(file, ''));

  expect(scored(folder.path).met).toBe(false);
});

test('a corpus on which everything is checked rightly passes', () => {
  writeCorpus();

  const { met, said } = scored(folder.path);

  expect(said).not.toContain('FAIL');
  expect(met).toBe(true);
});

test('a record counts for the version whose server checked it', () => {
  const stopSignal = { ...FINE, id: 'sleep', manifest: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { hostUsers: false, containers: [{ name: 'a', image: 'a:1', lifecycle: { preStop: { sleep: { seconds: 1 } } } }] } } };
  writeCorpus(stopSignal);

  const { met, said } = scored(folder.path);

  expect(met).toBe(false);
  expect(said).toMatch(/objects-1\.27\.jsonl, Kubernetes 1\.27[^]*accepted, and wrongly flagged: 1 of 2[^]*objects-1\.36/);
});
