import * as path from 'path';
import { pathToFileURL } from 'url';
import { Finding, Severity } from './finding';
import { printable, printableJson } from './printable';
import { Report, findingInWords, objectInWords, urlOf } from './report';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0, the format of GitHub code scanning and of editors.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif({ findings, kubernetesVersions, clusters, rules }: Report): string {
  const ids = [...new Set(findings.map(({ rule }) => rule))];
  const positions = new Map(ids.map((id, index) => [id, index]));
  return printableJson(JSON.stringify({
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'cdk8s-stateful',
          informationUri: 'https://github.com/cdk8s-stateful/cdk8s-stateful',
          rules: ids.map(id => ({ id, shortDescription: { text: rules.get(id)?.why ?? id }, helpUri: rules.get(id)?.url ?? urlOf(id) })),
        },
      },
      ...(kubernetesVersions || clusters) && { properties: { kubernetesVersions, clusters: clusters?.all, clustersBy: clusters?.by } },
      columnKind: 'utf16CodeUnits',
      results: findings.map(finding => result(finding, positions.get(finding.rule)!)),
    }],
  }, undefined, 2)) + '\n';
}

function result(finding: Finding, ruleIndex: number) {
  const { rule, severity, object, path: field, kubernetesVersions, clusters, since, place = {} } = finding;
  const name = [objectInWords(object), printable(field)].filter(Boolean).join(' ');
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: withoutLinks(findingInWords(finding)) },
    ...(kubernetesVersions || clusters || since) && { properties: { kubernetesVersions, clusters, since } },
    locations: [{
      ...place.file !== undefined && {
        physicalLocation: { artifactLocation: { uri: uriOf(place.file) }, region: { startLine: place.line, startColumn: place.column } },
      },
      ...name && { logicalLocations: [{ fullyQualifiedName: name }] },
    }],
  };
}

/** A viewer makes a link of `[text](target)`, unless the bracket is escaped. */
function withoutLinks(text: string): string {
  return text.replace(/\[(?=[^\]]*\]\()/g, '\\[');
}

function uriOf(file: string): string {
  if (file === '-') { return 'stdin'; }
  if (path.isAbsolute(file)) { return pathToFileURL(file).href; }
  return file.split(path.sep).map(encodeURIComponent).join('/');
}
