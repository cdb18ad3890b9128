import { Finding } from '../../src/reports/finding';
import { MACHINE_FORMATS } from '../../src/reports/formats';
import { Report } from '../../src/reports/report';
import { renderText } from '../../src/reports/text';

const HOSTILE = 'x\n::stop-commands::y\u001b[2J [a](https://evil.example) ##vso[task.x]\u202e';

const finding: Finding = {
  rule: 'object-name',
  severity: 'error',
  object: { apiVersion: 'v1', kind: HOSTILE, namespace: HOSTILE, name: HOSTILE },
  path: `/${HOSTILE}`,
  message: `${HOSTILE} is no name`,
  fix: HOSTILE,
  declaration: { objects: [{ kind: 'Secret', name: HOSTILE }], provisioners: [HOSTILE] },
  place: { file: `${HOSTILE}.yaml`, line: 1, column: 1 },
};
const report: Report = { command: 'check', files: [`${HOSTILE}.yaml`], objects: 1, findings: [finding], acknowledged: 0, failOn: 'error', rules: new Map() };

test.each([['text', renderText] as const, ...MACHINE_FORMATS])('text from manifests commands nobody who reads the format %s', (_, render) => {
  const printed = render(report);

  const lines = printed.split('\n').map(line => line.trimStart());
  expect(lines.filter(line => /^::stop-commands/.test(line))).toEqual([]);
  // eslint-disable-next-line no-control-regex -- these are the ones
  expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(printed).not.toContain('##vso[');
});

test('a viewer of SARIF makes no links of what manifests say', () => {
  const { runs: [{ results: [{ message }] }] } = JSON.parse(MACHINE_FORMATS.get('sarif')!(report));

  expect(message.text).toContain('\\[a](https://evil.example)');
  expect(message.text).not.toMatch(/(?<!\\)\[a\]/);
});

test('JSON keeps what manifests say', () => {
  const { findings: [{ message, object }] } = JSON.parse(MACHINE_FORMATS.get('json')!(report));

  expect([message, object.name]).toEqual([finding.message, HOSTILE]);
});
