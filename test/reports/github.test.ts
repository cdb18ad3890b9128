import { AFTER, BEFORE, reported } from './changes-sample';
import { CLEAN_REPORT, REPORT, VERSIONS_REPORT } from './sample';
import { changesAsGithub, renderGithub } from '../../src/reports/github';

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
  expect(lines[2]).toContain('\\x0asecond line');
});

test('properties cannot break out of their place', () => {
  const finding = { ...REPORT.findings[0], place: { ...REPORT.findings[0].place, file: 'a,line=9::b.yaml' } };

  expect(renderGithub({ ...REPORT, findings: [finding] })).toContain('file=a%2Cline=9%3A%3Ab.yaml,line=12');
});

test('a clean run says so', () => {
  expect(renderGithub(CLEAN_REPORT)).toBe('nothing found\n');
});

test('annotates dangers as errors and accepted ones as warnings, on one line each', () => {
  const { diff } = reported(BEFORE, AFTER, new Map([['scale-in-leaves-claims:data/db', 'because:\nyes']]));

  const lines = changesAsGithub(diff).trimEnd().split('\n');

  expect(lines.map(line => line.slice(0, line.indexOf(' ')))).toEqual(['::error', '::warning', '::notice']);
  expect(lines[1]).toContain('because:\\x0ayes');
});

test('annotations have a place where there is one', () => {
  const { diff } = reported(BEFORE, AFTER);
  const changes = diff.changes.map(change => change.path === '/spec/replicas' ? { ...change, place: { file: 'dist/db.yaml', line: 7, column: 3 } } : change);

  const [first, second] = changesAsGithub({ ...diff, changes }).split('\n');

  expect(first).toMatch(/^::error title=refused%3A StatefulSet data\/db \/spec\/serviceName::/);
  expect(second).toMatch(/^::error file=dist\/db\.yaml,line=7,col=3,title=stale data%3A /);
});

test('the last line says which versions it speaks of', () => {
  const lines = renderGithub(VERSIONS_REPORT).trimEnd().split('\n');

  expect(lines[1]).toContain("the image 'redis' has no tag (on Kubernetes 1.33)%0A");
  expect(lines.at(-1)).toBe('1 error, 1 warning for Kubernetes 1.33 and 1.36');
});
