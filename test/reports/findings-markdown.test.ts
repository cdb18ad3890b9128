import { Finding } from '../../src/reports/finding';
import { renderMarkdown } from '../../src/reports/findings-markdown';
import { Report } from '../../src/reports/report';

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'field-obeyed',
  severity: 'warning',
  object: { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'data', name: 'db' },
  path: '/spec/a',
  message: 'it counts',
  fix: 'remove it',
  place: { file: 'a.yaml', line: 3 },
  ...more,
});
const report = (findings: readonly Finding[]): Report =>
  ({ command: 'upgrade-check', files: ['a.yaml'], objects: 1, kubernetesVersions: ['1.33', '1.36'], findings, acknowledged: 0, failOn: 'error', rules: new Map() });

test('a row for each finding: where, from which version on, and what to do', () => {
  const lines = renderMarkdown(report([finding({ since: '1.34' })])).split('\n');

  expect(lines[0]).toBe('### 1 warning for the upgrade from Kubernetes 1.33 to 1.36');
  expect(lines.at(-2)).toBe('| warning | StatefulSet data/db<br>`/spec/a`<br>`a.yaml:3` | from Kubernetes 1.34 on: it counts<br>**Instead:** remove it<br>`field-obeyed` |');
});

test('nothing found is one line', () => {
  expect(renderMarkdown(report([]))).toBe('### nothing found for the upgrade from Kubernetes 1.33 to 1.36\n');
});

test('text of manifests is shown as it is', () => {
  expect(renderMarkdown(report([finding({ message: 'a | b <i>' })]))).not.toContain('a | b <i>');
});

test('what is too long for a comment is counted', () => {
  const text = renderMarkdown(report(Array.from({ length: 1000 }, () => finding())));

  expect(text.length).toBeLessThan(65_536);
  expect(text).toMatch(/_\d+ more: too long for a comment; see `--format text`._/);
});
