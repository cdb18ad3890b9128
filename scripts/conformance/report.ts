import { Group, groupsOf } from './groups';
import { MUTATION_NAMES } from './mutations/mutations';
import { coverageKey } from './plan';
import { Comparison, agrees, comparisonsOf } from './record';
import { Run } from './run';
import { shrunk } from './shrink';
import { Told, droppedOf, toldBy, warningsOf } from './told';
import { Oracle } from './verdict';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

/** Of agreements and disagreements. */
export interface Count {
  readonly of: number;
  readonly agree: number;
  readonly missed: number;
  readonly wrong: number;
}

export interface ReportedGroup {
  readonly side: Group['side'];
  readonly title: string;
  readonly count: number;
  readonly kinds: readonly string[];
  readonly examples: readonly ReportedExample[];
}

export interface ReportedExample {
  readonly what: string;
  /** Of an update. */
  readonly before?: Manifest;
  readonly manifest: Manifest;
  /** What the server says, if it refuses. */
  readonly server?: string;
  readonly checker: readonly string[];
}

/** What a run found out. */
export interface Report {
  readonly kubernetes: string;
  readonly seed: number;
  readonly records: number;
  readonly objects: Count;
  readonly derived: Count;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly warnings: Told;
  /** Fields that the server takes and does not store. */
  readonly dropped: Told;
  readonly coverage: Readonly<Record<string, { readonly covered: number; readonly of: number }>>;
  readonly kinds: number;
  readonly fields: number;
  readonly neverTaken: readonly string[];
  readonly basesRefused: readonly string[];
  readonly groups: readonly ReportedGroup[];
}

const EXAMPLES = 5;

export interface ReportOptions {
  readonly seed: number;
  /** Of so many groups the first example is made as small as it gets. */
  readonly groups: number;
}

export async function reportOf(run: Run, oracle: Oracle, version: string, { seed, groups: shown }: ReportOptions): Promise<Report> {
  const comparisons = run.records.flatMap(comparisonsOf);
  const groups = groupsOf(comparisons.filter(comparison => !agrees(comparison)));
  const reported: ReportedGroup[] = [];
  const smaller = (comparison: Comparison) => shrunk(comparison, oracle, ApiModel.of(version));
  for (const group of groups) { reported.push(await reportedGroup(group, reported.length < shown ? smaller : undefined)); }
  return {
    kubernetes: version,
    seed,
    records: run.records.length,
    objects: countOf(comparisons.filter(({ about }) => about === 'object')),
    derived: countOf(comparisons.filter(({ about }) => about === 'derived')),
    leftOut: leftOutOf(run),
    warnings: warningsOf(comparisons),
    dropped: droppedOf(comparisons),
    coverage: coverageOf(run),
    kinds: run.kinds.length,
    fields: run.fields.length,
    neverTaken: run.neverTaken,
    basesRefused: run.records.filter(({ mutation, answer }) => mutation === 'base' && answer.refused)
      .map(({ manifest, answer }) => `${manifest.apiVersion}/${manifest.kind} ${manifest.metadata?.name}: ${answer.message}`),
    groups: reported,
  };
}

/** @param smaller makes the first example smaller */
export async function reportedGroup(group: Group, smaller?: (comparison: Comparison) => Promise<Manifest>): Promise<ReportedGroup> {
  const { side, title, comparisons } = group;
  const examples = comparisons.slice(0, EXAMPLES).map((comparison): ReportedExample => ({
    what: `${comparison.manifest.kind}: ${comparison.record.what}`,
    before: comparison.record.before,
    manifest: comparison.manifest,
    server: comparison.refused ? comparison.answer.message : undefined,
    checker: comparison.opinion.errors.map(({ rule, path, message }) => `${rule} ${path} ${message}`),
  }));
  const [first, ...others] = examples;
  const smallest = smaller ? { ...first, manifest: await smaller(comparisons[0]) } : first;
  const kinds = [...new Set(comparisons.map(({ manifest }) => String(manifest.kind)))].sort();
  return { side, title, count: comparisons.length, kinds, examples: [smallest, ...others] };
}

export function countOf(comparisons: readonly Comparison[]): Count {
  const different = comparisons.filter(comparison => !agrees(comparison));
  const missed = different.filter(({ refused }) => refused).length;
  return { of: comparisons.length, agree: comparisons.length - different.length, missed, wrong: different.length - missed };
}

function leftOutOf({ records }: Run): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { answer, derived } of records) {
    for (const { leftOut } of [answer, ...derived.map(one => one.answer)]) {
      if (leftOut) { counts[leftOut] = (counts[leftOut] ?? 0) + 1; }
    }
  }
  return counts;
}

function coverageOf({ fields, plan, covered }: Run): Report['coverage'] {
  return Object.fromEntries(MUTATION_NAMES.map(mutation => {
    const possible = fields.filter(({ id }) => !plan.impossible.has(coverageKey(id, mutation)));
    return [mutation, { covered: possible.filter(({ id }) => covered.has(coverageKey(id, mutation))).length, of: possible.length }];
  }));
}

export function printGroup({ side, count, title, kinds, examples: [example] }: ReportedGroup, index: number, print: (line: string) => void): void {
  print(`${index + 1}. ${side} ${count} × ${title}\n   ${kinds.join(', ')}; ${example.what}`);
  print(`   server: ${example.server?.slice(0, 300) ?? 'accepts it'}\n   ours: ${example.checker.join('; ').slice(0, 300) || 'accepts it'}`);
  print(`   ${JSON.stringify(example.manifest).slice(0, 700)}`);
}

export function printReport(report: Report, print: (line: string) => void): void {
  const share = ({ agree, of }: Count) => `${agree} of ${of} (${(100 * agree / Math.max(1, of)).toFixed(2)} %)`;
  const sides = ({ missed, wrong }: Count) => `${missed} refused by the server alone, ${wrong} by the checker alone`;
  report.groups.forEach((group, index) => printGroup(group, index, print));
  report.basesRefused.forEach(line => print(`base refused: ${line}`));
  print(`\nKubernetes ${report.kubernetes}, seed ${report.seed}: ${report.records} records of ${report.fields} fields of ${report.kinds} kinds`);
  print(`objects agree: ${share(report.objects)}; ${sides(report.objects)}`);
  print(`derived objects agree: ${share(report.derived)}; ${sides(report.derived)}`);
  print(`objects with a warning: ${toldBy(report.warnings)}`);
  print(`fields dropped: ${toldBy(report.dropped)}`);
  print(`left out: ${Object.entries(report.leftOut).map(([why, count]) => `${count} × ${why}`).join(', ') || 'nothing'}`);
  print(`fields that the server takes somewhere: ${report.fields - report.neverTaken.length} of ${report.fields}`);
  print(`fields that met each mutation: ${Object.entries(report.coverage).map(([mutation, { covered, of }]) => `${mutation} ${covered}/${of}`).join(', ')}`);
}
