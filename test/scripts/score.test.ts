import { join } from 'node:path';
import { score } from '../../scripts/score';
import { useFolder } from '../cli/folder';

const folder = useFolder();

function scored(corpus: string, required = false) {
  const lines: string[] = [];
  const met = score({ corpus, required, wrong: false, print: line => lines.push(line) });
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
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
  folder.write('updates.jsonl', JSON.stringify({ id: 'a', kind: 'ConfigMap', mutation: 'none', before: object, after: object, verdict: 'accepted' }));

  const { met, said } = scored(folder.path);

  expect(met).toBe(false);
  expect(said).toContain('FAIL the corpus has no');
});

test('a corpus of nothing fails', () => {
  folder.write('objects.jsonl', '');
  folder.write('updates.jsonl', '');

  expect(scored(folder.path).met).toBe(false);
});
