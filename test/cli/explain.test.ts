import { record } from './recorder';
import { catalogue } from '../../src/checks/catalogue';

test('explains a finding: why, wrong, what is said of it, right', () => {
  const { code, out } = record(['explain', 'torn-document']);

  expect(code).toBe(0);
  expect(out).toMatch(/^torn-document \(error\)\n/);
  for (const part of ['Wrong:', 'which is reported as', 'fix: ', 'Right:', '/docs/checks.md#torn-document']) { expect(out).toContain(part); }
});

test('explains several at once', () => {
  const { out } = record(['explain', 'syntax', 'duplicate-key']);

  expect(out).toContain('syntax (error)');
  expect(out).toContain('duplicate-key (error)');
});

test('without an id it lists all of them', () => {
  const lines = record(['explain']).out.trimEnd().split('\n');

  expect(lines.map(line => line.split(' ')[0])).toEqual([...catalogue().keys()]);
});

test('an unknown id is answered with the one that was meant', () => {
  const { code, err } = record(['explain', 'torn-documnet', 'zzz']);

  expect(code).toBe(2);
  expect(err).toContain("no check has the id 'torn-documnet'; did you mean 'torn-document'?");
  expect(err).toContain("no check has the id 'zzz'; 'cdk8s-stateful explain' lists all");
});

test.each([...catalogue().keys()])('%s can be explained', id => {
  expect(record(['explain', id]).out).toContain(catalogue().get(id)!.why);
});
