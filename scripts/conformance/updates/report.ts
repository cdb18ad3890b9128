import { groupsOf } from '../groups';
import { Comparison, agrees } from '../record';
import { Count, ReportedGroup, countOf, printGroup, reportedGroup } from '../report';
import { UpdateRecord, comparisonsOf } from './run-updates';

/** What a run of updates found out. */
export interface UpdatesReport {
  readonly kubernetes: string;
  readonly seed: number;
  readonly edits: number;
  /** Those that make objects which the server takes as new ones. */
  readonly valid: number;
  readonly serverSide: Count;
  readonly clientSide: Count;
  readonly leftOut: number;
  readonly groups: readonly ReportedGroup[];
  readonly clientSideGroups: readonly ReportedGroup[];
}

export async function updatesReportOf(records: readonly UpdateRecord[], kubernetes: string, seed: number): Promise<UpdatesReport> {
  const [serverSide, clientSide] = [comparisonsOf(records, 'serverSide'), comparisonsOf(records, 'clientSide')];
  const groupsIn = (comparisons: readonly Comparison[]) =>
    Promise.all(groupsOf(comparisons.filter(comparison => !agrees(comparison))).map(group => reportedGroup(group)));
  return {
    kubernetes,
    seed,
    edits: records.length,
    valid: records.filter(({ isValid }) => isValid).length,
    serverSide: countOf(serverSide),
    clientSide: countOf(clientSide),
    leftOut: records.length - serverSide.length,
    groups: await groupsIn(serverSide),
    clientSideGroups: await groupsIn(clientSide),
  };
}

export function printUpdates(report: UpdatesReport, print: (line: string) => void): void {
  const share = ({ agree, of, missed, wrong }: Count) =>
    `${agree} of ${of} agree (${(100 * agree / Math.max(1, of)).toFixed(2)} %), ${missed} refused by the server alone, ${wrong} by the differ alone`;
  print('kubectl apply --server-side:');
  report.groups.forEach((group, index) => printGroup(group, index, print));
  print('\nkubectl apply:');
  report.clientSideGroups.forEach((group, index) => printGroup(group, index, print));
  print(`\nKubernetes ${report.kubernetes}, seed ${report.seed}: ${report.edits} edits of live objects, ${report.valid} make valid objects, ${report.leftOut} left out`);
  print(`server-side apply: ${share(report.serverSide)}`);
  print(`client-side apply: ${share(report.clientSide)}`);
}
