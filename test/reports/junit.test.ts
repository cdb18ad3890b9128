import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { CLEAN_REPORT, REPORT, VERSIONS_REPORT } from './sample';
import { renderJunit } from '../../src/reports/junit';

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: name => name === 'testsuite' || name === 'testcase' });
const suitesOf = (xml: string) => parser.parse(xml).testsuites;

test('is well-formed XML, whatever the messages hold', () => {
  const xml = renderJunit(REPORT);

  expect(XMLValidator.validate(xml)).toBe(true);
  expect(xml).not.toContain('\u0007');
});

test('has a suite for each file, in order', () => {
  const suites = suitesOf(renderJunit(REPORT));

  expect(suites.testsuite.map((suite: any) => suite.name)).toEqual(['manifests/db.yaml', 'clean.yaml', '-']);
});

test('errors fail and warnings do not, unless asked', () => {
  const byError = suitesOf(renderJunit(REPORT));
  const byWarning = suitesOf(renderJunit({ ...REPORT, failOn: 'warning' }));

  expect(byError).toMatchObject({ tests: '4', failures: '2' });
  expect(byError.testsuite[0].testcase[0].failure.message).toBe("Service 'data' has a cluster IP");
  expect(byError.testsuite[0].testcase[1].failure).toBeUndefined();
  expect(byWarning).toMatchObject({ tests: '4', failures: '3' });
});

test('a clean file is one passed test', () => {
  const suites = suitesOf(renderJunit(CLEAN_REPORT));

  expect(suites).toMatchObject({ tests: '3', failures: '0' });
  expect(suites.testsuite[0].testcase).toEqual([{ classname: 'manifests/db.yaml', name: 'no findings' }]);
});

test('text survives the way through XML', () => {
  const failure = suitesOf(renderJunit(REPORT)).testsuite[2].testcase[0].failure;

  expect(failure['#text']).toBe('-:1:1: error: not YAML: 100% <broken>, "quoted": \\x07\\x0asecond line\nfix: correct the line');
});

test('a finding in a file that nobody listed is not lost', () => {
  expect(suitesOf(renderJunit({ ...REPORT, files: [] })).testsuite).toHaveLength(2);
});

test('each suite says which versions it speaks of', () => {
  const [suite] = suitesOf(renderJunit(VERSIONS_REPORT)).testsuite;

  expect(suite.properties.property).toEqual({ name: 'kubernetesVersions', value: '1.33,1.36' });
  expect(suitesOf(renderJunit(REPORT)).testsuite[0].properties).toBeUndefined();
});
