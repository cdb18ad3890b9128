import { inConfiguration } from './declaration';
import { Finding, Severity, SourceFinding } from './finding';
import { printable } from './printable';
import { Report, countsInWords, objectInWords, plural } from './report';

/** Where a finding stands for a reader: a heading that several share, and a place below it. */
export interface PlacedFinding extends Finding {
  /** File or construct path. */
  readonly heading: string;
  /** `line:column`; empty if there is none. */
  readonly place: string;
  /** What to write to declare that it is not so; none if it cannot be declared. */
  readonly declare?: string;
}

export interface TextOptions {
  /** Gives a text a colour or weight; the default leaves it plain. */
  readonly paint?: Paint;
}

export type Paint = (style: Style, text: string) => string;
export type Style = 'red' | 'yellow' | 'blue' | 'green' | 'bold' | 'dim' | 'underline';

const plain: Paint = (_style, text) => text;
const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' };

/** For people: grouped by file, each finding with its place, what is wrong, and what to write instead. */
export function renderText(report: Report, { paint = plain }: TextOptions = {}): string {
  const placed = report.findings.map((finding: SourceFinding) => ({
    ...finding,
    heading: finding.file === '-' ? 'standard input' : finding.file,
    place: `${finding.line}:${finding.column}`,
    declare: finding.declaration && inConfiguration(finding.declaration),
  }));
  const lines = findingLines(placed, paint);
  return [...lines, ...lines.length > 0 ? [''] : [], ...summaryLines(report, paint), ''].join('\n');
}

/** The findings below their headings, without a summary. */
export function findingLines(findings: readonly PlacedFinding[], paint: Paint = plain): string[] {
  const byHeading = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const same = byHeading.get(finding.heading);
    if (same) { same.push(finding); } else { byHeading.set(finding.heading, [finding]); }
  }
  return [...byHeading].flatMap(([heading, same], index) => [
    ...index > 0 ? [''] : [],
    paint('underline', printable(heading)),
    ...same.flatMap((finding, position) => [...position > 0 ? [''] : [], ...oneFinding(finding, paint)]),
  ]);
}

function oneFinding({ severity, id, object, path, message, fix, place, declare }: PlacedFinding, paint: Paint): string[] {
  const name = objectInWords(object);
  const parts = [
    place && paint('dim', place.padEnd(7)), paint(STYLES[severity], severity), name && paint('bold', printable(name)), printable(path), paint('dim', id),
  ];
  return [
    `  ${parts.filter(Boolean).join('  ')}`,
    ...block(message),
    ...block(`fix: ${fix}`).map(line => line.replace('fix:', paint('green', 'fix:'))),
    ...declare === undefined ? [] : block(`declare: ${declare}`).map(line => line.replace('declare:', paint('green', 'declare:'))),
  ];
}

function block(text: string): string[] {
  return text.split('\n').map(line => `    ${printable(line)}`);
}

function summaryLines({ findings, files, objects, acknowledged }: Report, paint: Paint): string[] {
  const checked = `${plural(objects, 'object')} in ${plural(files.length, 'file')} checked`;
  const more = acknowledged > 0 ? `; ${acknowledged} acknowledged` : '';
  const worst = findings.some(({ severity }) => severity === 'error') ? 'red' : findings.length > 0 ? 'yellow' : 'green';
  return [
    `${paint(worst, countsInWords(findings))}${more} (${checked})`,
    ...findings.length > 0 ? [paint('dim', `to learn why: cdk8s-stateful explain ${findings[0].id}`)] : [],
  ];
}
