import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../src/checks/catalogue';
import { acknowledge } from '../../src/checks/configuration/acknowledge';
import { readConfiguration } from '../../src/checks/configuration/configuration';
import { checksPage } from '../../src/checks/docs-page';
import { checkDocuments } from '../../src/checks/run';
import { readDocuments } from '../../src/manifest/read/read';
import { urlOf } from '../../src/reports/report';

const page = readFileSync(join(__dirname, '../../docs/checks.md'), 'utf8');

test('docs/checks.md is what the catalogue says; if not: npx projen docs:checks', () => {
  expect(page === checksPage()).toBe(true);
});

test('the page of every finding is a heading there, and there are no other headings', () => {
  const headings = [...page.matchAll(/^### (.*)$/gm)].map(match => `#${match[1]}`);

  expect(headings.sort()).toEqual([...catalogue().keys()].map(id => new URL(urlOf(id)).hash).sort());
});

test('every check but the one for mistakes of ours, and the one that needs a repository, has a wrong and a right example', () => {
  const without = [...catalogue().values()].filter(({ bad, good }) => !bad || !good);

  expect(without.map(({ id }) => id)).toEqual(['missing-entry-point', 'check-failed']);
});

test('what Markdown would take for its own is printed as it stands', () => {
  const spans = page.replace(/^```[^]*?^```$/gm, '').replace(/^<!--.*-->$/gm, '');
  const prose = spans.replace(/`[^`\n]*`/g, '');

  expect(spans).not.toMatch(/`[^`\n]*\\[_*<>[\]][^`\n]*`/);
  expect(prose).not.toMatch(/(?<!\\)<|(?<=\w)(?<!\\)\*\w/);
});

test('the example of an unused acknowledgement is one', () => {
  const set = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: data, namespace: db}\n'
    + 'spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: "a:latest"}]}}}\n';
  const findings = checkDocuments(readDocuments(set, 'a.yaml'));
  const unusedOf = (configuration: string) => acknowledge(findings, readConfiguration(configuration, 'c.yaml').acknowledgements).unused;
  const { bad, good } = catalogue().get('unused-acknowledgement')!;

  expect(unusedOf(bad!)).toHaveLength(1);
  expect(unusedOf(good!)).toEqual([]);
});
