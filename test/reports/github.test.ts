import { CLEAN_REPORT, REPORT } from './sample';
import { renderGithub } from '../../src/reports/github';

test('a finding is an annotation at its line', () => {
  const [first] = renderGithub(REPORT).split('\n');

  expect(first).toBe('::error file=manifests/db.yaml,line=12,col=7,title=headless-service::'
    + "StatefulSet db/data /spec/serviceName: Service 'data' has a cluster IP%0Afix: set clusterIP: None on it");
});

test('severities have the names that GitHub gives them', () => {
  expect(renderGithub(REPORT)).toContain('::warning file=manifests/db.yaml,line=30');
});

test('one finding is one line, whatever its message holds', () => {
  const lines = renderGithub(REPORT).trimEnd().split('\n');

  expect(lines).toHaveLength(REPORT.findings.length + 1);
  expect(lines[2]).toContain('100%25 <broken>');
  expect(lines[2]).toContain('%0Asecond line');
});

test('properties cannot break out of their place', () => {
  const finding = { ...REPORT.findings[0], place: { ...REPORT.findings[0].place, file: 'a,line=9::b.yaml' } };

  expect(renderGithub({ ...REPORT, findings: [finding] })).toContain('file=a%2Cline=9%3A%3Ab.yaml,line=12');
});

test('a clean run says so', () => {
  expect(renderGithub(CLEAN_REPORT)).toBe('nothing found\n');
});
