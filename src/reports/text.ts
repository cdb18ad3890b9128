import { ReportedClusters, clusterLines, clustersInWords, sectionsOf } from './clusters';
import { inConfiguration } from './declaration';
import { Finding, Place, Severity } from './finding';
import { isOneOfMany, notCheckedInWords } from './not-checked';
import { printable } from './printable';
import { Report, countsInWords, factInWords, forVersions, objectInWords, plural } from './report';
import { ToldOfMany, toldOfMany } from './told-of-many';
import { Environment } from '../manifest/environment';
import { groupBy } from '../manifest/group-by';

export interface TextOptions {
  /** Gives a text a colour or weight; the default leaves it plain. */
  readonly paint?: Paint;
  /** How a declaration is written. @default inConfiguration */
  readonly declare?: (declaration: Environment, finding: Finding) => string;
}

export type Paint = (style: Style, text: string) => string;
export type Style = 'red' | 'yellow' | 'blue' | 'green' | 'bold' | 'dim' | 'underline';

const plain: Paint = (_style, text) => text;
const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' };

/** For people: grouped by file, each finding with its place, what is wrong, and what to write instead. */
export function renderText(report: Report, { paint = plain }: TextOptions = {}): string {
  const lines = findingLines(report.findings.filter(finding => !isOneOfMany(finding)), { paint });
  return [...headLines(report.clusters), ...lines, ...lines.length > 0 ? [''] : [], ...summaryLines(report, paint), ''].join('\n');
}

/** Which clusters a report is about, with an empty line after it. */
export function headLines(clusters: ReportedClusters | undefined): string[] {
  return clusters ? [...clusterLines(clusters).map(printable), ''] : [];
}

/** The findings below headings, without a summary; those of the same clusters together. */
export function findingLines(findings: readonly Finding[], options: TextOptions = {}): string[] {
  const { paint = plain } = options;
  return sectionsOf(findings).flatMap(({ clusters, findings: same }, index) => [
    ...index > 0 ? [''] : [],
    ...clusters ? [paint('bold', printable(`In ${clustersInWords(clusters)}`)), ''] : [],
    ...linesByFile(same.map(finding => ({ ...finding, clusters: undefined })), options),
  ]);
}

function linesByFile(findings: readonly Finding[], { paint = plain, declare = inConfiguration }: TextOptions): string[] {
  return [...groupBy(toldOfMany(findings), ({ finding: { place } }) => headingOf(place))].flatMap(([heading, same], index) => [
    ...index > 0 ? [''] : [],
    paint('underline', printable(heading)),
    ...same.flatMap((told, position) => [...position > 0 ? [''] : [], ...oneFinding(told, paint, declare)]),
  ]);
}

/** What stands in no manifest stands in the acknowledgements. */
function headingOf({ file, construct, manifest }: Place = {}): string {
  if (file !== undefined) { return file === '-' ? 'standard input' : file; }
  if (construct !== undefined) { return construct || 'the app'; }
  return manifest === undefined ? 'acknowledgements' : `manifests[${manifest}]`;
}

const LONGEST_PATH = 500;
const LONGEST_TEXT = 2000;
const END = 100;
const MOST_NAMED = 6;

function oneFinding({ finding, others }: ToldOfMany, paint: Paint, declare: Required<TextOptions>['declare']): string[] {
  const { severity, rule, object, path, fix, place, declaration } = finding;
  const name = objectInWords(object);
  const parts = [
    place?.line !== undefined && paint('dim', `${place.line}:${place.column}`.padEnd(7)),
    paint(STYLES[severity], severity), name && paint('bold', printable(inShort(name, LONGEST_PATH))), printable(inShort(path, LONGEST_PATH)), paint('dim', rule),
  ];
  const declared = declaration ? block(`declare: ${declare(declaration, finding)}`) : [];
  return [
    `  ${parts.filter(Boolean).join('  ')}`,
    ...block(factInWords(finding)),
    ...block(`fix: ${fix}`).map(line => line.replace('fix:', paint('green', 'fix:'))),
    ...declared.map(line => line.replace('declare:', paint('green', 'declare:'))),
    ...others.length > 0 ? block(`the same of ${listed(others, place?.file)}`) : [],
  ];
}

/** The first of them, with their lines, and the files of those that are not in this one. */
function listed(findings: readonly Finding[], here?: string): string {
  const lineOf = ({ file, line }: Place = {}) => line === undefined ? '' : file === here ? ` (line ${line})` : ` (${file}:${line})`;
  const names = findings.slice(0, MOST_NAMED).map(({ object, place }) => `${objectInWords(object)}${lineOf(place)}`);
  return [...names, ...findings.length > MOST_NAMED ? [`${findings.length - MOST_NAMED} more`] : []].join(', ').replace(/, (?=[^,]*$)/, ' and ');
}

/** Names and keys are of the people who wrote the manifest, and may be longer than a page. The formats for programs have all of it. */
function inShort(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - END)}…${text.slice(-END)}` : text;
}

function block(text: string): string[] {
  return [`    ${printable(inShort(text, LONGEST_TEXT))}`];
}

function summaryLines(report: Report, paint: Paint): string[] {
  const { files, objects, acknowledged, clusters } = report;
  const findings = report.findings.filter(finding => !isOneOfMany(finding));
  const notChecked = notCheckedInWords(report.findings);
  const checked = `${plural(objects, 'object')} in ${plural(files.length, 'file')}${clusters ? ` for ${plural(clusters.all.length, 'cluster')}` : ''} checked${forVersions(report)}`;
  const more = acknowledged > 0 ? `; ${acknowledged} acknowledged` : '';
  const worst = findings.some(({ severity }) => severity === 'error') ? 'red' : findings.length > 0 ? 'yellow' : 'green';
  return [
    `${paint(worst, countsInWords(findings))}${more} (${checked})`,
    ...notChecked === undefined ? [] : [printable(notChecked)],
    ...findings.length > 0 ? [paint('dim', `to learn why: cdk8s-stateful explain ${findings[0].rule}`)] : [],
  ];
}
