import { CLEAN_REPORT, IMAGE_FINDING, REPORT, SERVICE_FINDING, VERSIONS_REPORT } from './sample';
import { Paint, findingLines, renderText } from '../../src/reports/text';

test('a finding shows its place, object, field, what is wrong and what to write', () => {
  const text = renderText({ ...REPORT, findings: [SERVICE_FINDING] });

  expect(text.split('\n').slice(0, 4)).toEqual([
    'manifests/db.yaml',
    '  12:7     error  StatefulSet db/data  /spec/serviceName  headless-service',
    "    Service 'data' has a cluster IP",
    '    fix: set clusterIP: None on it',
  ]);
});

test('findings stand below the file they share', () => {
  const lines = renderText(REPORT).split('\n');

  expect(lines.filter(line => line === 'manifests/db.yaml')).toHaveLength(1);
  expect(lines).toContain('standard input');
});

test('a message is one line, whatever manifests bring into it', () => {
  expect(renderText(REPORT)).toContain('\\x0asecond line\n    fix: correct the line\n');
});

test('paths, names and messages of a megabyte are shortened, and keep their ends', () => {
  const path = `/metadata/${'x'.repeat(1_000_000)}/name`;

  const text = renderText({ ...REPORT, findings: [{ ...SERVICE_FINDING, path, message: path, object: { ...SERVICE_FINDING.object, name: path } }] });

  expect(text.length).toBeLessThan(5_000);
  expect(text).toContain('/metadata/xxx');
  expect(text).toContain('xxx/name');
});

test('ends with counts and a way to learn more', () => {
  const text = renderText(REPORT);

  expect(text).toContain('\n\n2 errors, 1 warning; 2 acknowledged (5 objects in 3 files checked)\n');
  expect(text).toContain('cdk8s-stateful explain headless-service');
});

test('what is missing for several objects is told at the first, with the places of the others, six at most', () => {
  const missing = (name: string, file: string, line: number) => ({
    ...SERVICE_FINDING, object: { ...SERVICE_FINDING.object, name }, declaration: { objects: [{ kind: 'Service', name: 'data' }] }, place: { file, line, column: 1 },
  });
  const others = [1, 2, 3, 4, 5, 6, 7].map(number => missing(`db-${number}`, 'a.yaml', number));

  const of = (...findings: ReturnType<typeof missing>[]) => renderText({ ...REPORT, findings }).split('\n').find(line => line.startsWith('    the same of '));

  expect(of(missing('db', 'a.yaml', 9), missing('web', 'b.yaml', 3))).toBe('    the same of StatefulSet db/web (b.yaml:3)');
  expect(of(missing('db', 'a.yaml', 9), ...others)).toBe('    the same of StatefulSet db/db-1 (line 1), StatefulSet db/db-2 (line 2), StatefulSet db/db-3 (line 3), '
    + 'StatefulSet db/db-4 (line 4), StatefulSet db/db-5 (line 5), StatefulSet db/db-6 (line 6) and 1 more');
});

test('a clean run says how much was checked', () => {
  expect(renderText(CLEAN_REPORT)).toBe('nothing found (5 objects in 3 files checked)\n');
});

test('is plain unless colours are given, and the same words with them', () => {
  const paint: Paint = (style, text) => `<${style}>${text}</${style}>`;

  const coloured = renderText(REPORT, { paint });

  expect(renderText(REPORT)).not.toContain('\u001b');
  expect(coloured).toContain('<red>error</red>');
  expect(coloured).toContain('<yellow>warning</yellow>');
  expect(coloured.replace(/<\/?(?:red|yellow|blue|green|bold|dim|underline)>/g, '')).toBe(renderText(REPORT));
});

test('without places findings stand below their construct', () => {
  const placed = [SERVICE_FINDING, IMAGE_FINDING].map(finding => ({ ...finding, place: { construct: 'my-chart/db' } }));

  const lines = findingLines(placed);

  expect(lines.slice(0, 2)).toEqual(['my-chart/db', '  error  StatefulSet db/data  /spec/serviceName  headless-service']);
});

test('a manifest cannot command the terminal', () => {
  const text = renderText({ ...REPORT, findings: [{ ...SERVICE_FINDING, message: "the name is '\u001b[2Jx\u009b'" }] });

  expect(text).toContain("the name is '\\x1b[2Jx\\x9b'");
});

test('says which versions it speaks of, and what holds on some of them only', () => {
  const text = renderText(VERSIONS_REPORT);

  expect(text).toContain("    Service 'data' has a cluster IP\n");
  expect(text).toContain("    the image 'redis' has no tag (on Kubernetes 1.33)\n");
  expect(text).toContain('1 error, 1 warning (5 objects in 3 files checked for Kubernetes 1.33 and 1.36)\n');
});
