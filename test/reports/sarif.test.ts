import { pathToFileURL } from 'url';
import { CLEAN_REPORT, REPORT, SERVICE_FINDING, VERSIONS_REPORT } from './sample';
import { renderSarif } from '../../src/reports/sarif';

// Microsoft's matchers, which carry the official schema; the package has no types that fit today's jest.
const { toBeValidSarifLog } = jest.requireActual('@microsoft/jest-sarif');
const isValid = (log: string) => toBeValidSarifLog(JSON.parse(log)) as { pass: boolean; message(): string };
const runOf = (log: string) => JSON.parse(log).runs[0];

test.each([['findings', REPORT], ['none', CLEAN_REPORT]])('is valid by the official schema with %s', (_what, report) => {
  const verdict = isValid(renderSarif(report));

  expect(verdict.pass ? '' : verdict.message()).toBe('');
});

test('the validation of this test can fail', () => {
  expect(isValid('{"version": "2.1.0", "runs": [{"tool": {}}]}').pass).toBe(false);
});

test('a result names its rule, its level and its place', () => {
  const { results, tool } = runOf(renderSarif(REPORT));

  expect(results[0]).toMatchObject({
    ruleId: 'headless-service',
    level: 'error',
    locations: [{
      physicalLocation: { artifactLocation: { uri: 'manifests/db.yaml' }, region: { startLine: 12, startColumn: 7 } },
      logicalLocations: [{ fullyQualifiedName: 'StatefulSet db/data /spec/serviceName' }],
    }],
  });
  expect(tool.driver.rules[results[0].ruleIndex]).toMatchObject({
    id: 'headless-service', shortDescription: { text: 'pods get DNS names only from a headless Service' },
  });
});

test('each rule is listed once', () => {
  const { tool } = runOf(renderSarif({ ...REPORT, findings: [SERVICE_FINDING, SERVICE_FINDING] }));

  expect(tool.driver.rules).toHaveLength(1);
});

test.each([
  ['-', 'stdin'],
  ['/srv/my file.yaml', pathToFileURL('/srv/my file.yaml').href],
  ['a b/c#d.yaml', 'a%20b/c%23d.yaml'],
])('the file %p is the URI %p', (file, uri) => {
  const { results } = runOf(renderSarif({ ...REPORT, findings: [{ ...SERVICE_FINDING, place: { ...SERVICE_FINDING.place, file } }] }));

  expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});

test('says which versions it speaks of, and what holds on some of them only', () => {
  const [{ properties, results }] = JSON.parse(renderSarif(VERSIONS_REPORT)).runs;

  expect(properties).toEqual({ kubernetesVersions: ['1.33', '1.36'] });
  expect(results.map((result: any) => result.properties)).toEqual([undefined, { kubernetesVersions: ['1.33'] }]);
  expect(results[1].message.text).toMatch(/^the image 'redis' has no tag \(on Kubernetes 1\.33\)\n/);
});
