import type { Finding } from './finding';
import { printable } from './printable';
import { Report, findingInWords, objectInWords } from './report';
import { isAtLeast } from './severity';
import { groupBy } from '../manifest/group-by';

/**
 * A JUnit report, as GitLab, Jenkins and others read it: a suite for each
 * file, a failed test for each finding that fails the run. A file in which
 * nothing was found is one passed test.
 */
export function renderJunit({ command, files, findings, failOn, kubernetesVersions = [], clusters }: Report): string {
  const found = groupBy(findings, fileOf);
  const byFile = new Map([...files.map(printable), ...found.keys()].map(file => [file, found.get(file) ?? []]));
  const fails = (finding: Finding) => isAtLeast(finding.severity, failOn);
  const tests = [...byFile.values()].reduce((sum, ofFile) => sum + Math.max(1, ofFile.length), 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cdk8s-stateful ${command}" tests="${tests}" failures="${findings.filter(fails).length}">`,
    ...[...byFile].flatMap(([file, ofFile]) => [
      `  <testsuite name="${escapeXml(file)}" tests="${Math.max(1, ofFile.length)}" failures="${ofFile.filter(fails).length}" errors="0">`,
      ...properties({ kubernetesVersions: kubernetesVersions.join(','), clusters: clusters?.all.map(({ name }) => name).join(',') ?? '' }),
      ...ofFile.length === 0 ? [`    <testcase classname="${escapeXml(file)}" name="no findings"/>`] : [],
      ...ofFile.map(finding => testCase(finding, fails(finding))),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function properties(values: Readonly<Record<string, string>>): string[] {
  const known = Object.entries(values).filter(([, value]) => value !== '');
  return known.length === 0 ? [] : [`    <properties>${known.map(([name, value]) => `<property name="${name}" value="${escapeXml(printable(value))}"/>`).join('')}</properties>`];
}

function fileOf({ place }: Finding): string {
  return printable(place?.file ?? '-');
}

function testCase(finding: Finding, failed: boolean): string {
  const { rule, severity, object, path, message, place } = finding;
  const file = fileOf(finding);
  const name = [rule, objectInWords(object), printable(path)].filter(Boolean).join(' ');
  const text = `${file}:${place?.line ?? 1}:${place?.column ?? 1}: ${severity}: ${findingInWords(finding)}`;
  const result = failed
    ? `<failure type="${escapeXml(rule)}" message="${escapeXml(printable(message))}">${escapeXml(text)}</failure>`
    : `<system-out>${escapeXml(text)}</system-out>`;
  return `    <testcase classname="${escapeXml(file)}" name="${escapeXml(name)}">\n      ${result}\n    </testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Characters that XML forbids even when escaped become a question mark. */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>"']/g, character => ENTITIES[character])
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '?');
}
