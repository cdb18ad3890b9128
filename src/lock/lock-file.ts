import { parseDocument, stringify } from 'yaml';
import { LockedSystem, keyOf, namesIn } from './lock';
import { isRecord } from '../kubernetes/manifest';

const HEADER = `# The names by which Kubernetes finds the data of each StatefulSet. Written by \`cdk8s-stateful lock\`; keep it in version control.
# Synthesis fails if a refactoring would change any of it. To change it on purpose:
#   cdk8s-stateful lock --accept <namespace/name> --reason "<why>"
# then synthesize, and lock the new one: cdk8s-stateful lock <manifests>
`;

/** A change of the identity that somebody wanted. */
export interface Acceptance {
  /** `namespace/name` of the system. */
  readonly id: string;
  readonly reason: string;
}

export interface Lock {
  readonly systems: readonly LockedSystem[];
  readonly accepted: readonly Acceptance[];
}

/** Something is wrong with a lock file: every problem, each with its place. */
export class LockFileError extends Error {
  constructor(public readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'LockFileError';
  }
}

/** The text of a lock file, small and easy to compare. */
export function printLock({ systems, accepted }: Lock): string {
  return HEADER + stringify({ version: 1, systems, ...accepted.length > 0 && { accepted } }, { lineWidth: 0 });
}

/**
 * Reads a lock file. Nothing is ignored: what is not understood is an error,
 * since a lock that is half understood locks nothing.
 *
 * @throws LockFileError with every problem
 */
export function readLock(content: string, file: string): Lock {
  const document = parseDocument(content);
  if (document.errors.length > 0) { throw new LockFileError(document.errors.map(({ message }) => `${file}: ${message.split('\n')[0]}`)); }
  const value: unknown = document.toJS();
  const problems: string[] = [];
  const report = (path: string, problem: string) => problems.push(`${file}: ${path}: ${problem}`);
  if (!isRecord(value)) { throw new LockFileError([`${file}: is not a lock file; write it with \`cdk8s-stateful lock\``]); }
  if (value.version !== 1) { report('version', `must be 1, got ${JSON.stringify(value.version)}; this file was written by another version of cdk8s-stateful`); }
  onlyFields(value, ['version', 'systems', 'accepted'], '', report);
  const systems = listIn(value, 'systems', report);
  const accepted = listIn(value, 'accepted', report, true);
  systems.forEach((system, index) => checkSystem(system, `systems[${index}]`, report));
  accepted.forEach((acceptance, index) => checkTexts(acceptance, ['id', 'reason'], `accepted[${index}]`, report));
  if (problems.length === 0) { checkDuplicates(systems as LockedSystem[], report); }
  if (problems.length > 0) { throw new LockFileError(problems); }
  return { systems: systems as LockedSystem[], accepted: accepted as Acceptance[] };
}

type ReportProblem = (path: string, problem: string) => void;

function checkSystem(system: unknown, path: string, report: ReportProblem) {
  if (!isRecord(system)) { return report(path, 'must be a mapping'); }
  onlyFields(system, ['folder', 'cluster', 'namespace', 'name', 'serviceName', 'startOrdinal', 'selector', 'claims', 'retention'], path, report);
  for (const field of ['namespace', 'name', 'serviceName', ...['folder', 'cluster'].filter(optional => system[optional] !== undefined)]) {
    if (typeof system[field] !== 'string') { report(`${path}.${field}`, `must be text, got ${JSON.stringify(system[field])}`); }
  }
  const { startOrdinal = 1 } = system;
  if (!Number.isInteger(startOrdinal) || Number(startOrdinal) < 1) { report(`${path}.startOrdinal`, `must be a whole number from 1 on, got ${JSON.stringify(startOrdinal)}`); }
  if (!isRecord(system.selector)) { report(`${path}.selector`, 'must be a mapping'); }
  checkTexts(system.retention, ['whenDeleted', 'whenScaled'], `${path}.retention`, report);
  listIn(system, 'claims', (field, problem) => report(`${path}.${field}`, problem)).forEach((claim, index) => {
    const at = `${path}.claims[${index}]`;
    checkTexts(claim, ['name'], at, report, ['storageClass']);
  });
}

function checkTexts(value: unknown, fields: readonly string[], path: string, report: ReportProblem, optional: readonly string[] = []) {
  if (!isRecord(value)) { return report(path, 'must be a mapping'); }
  onlyFields(value, [...fields, ...optional], path, report);
  for (const field of [...fields, ...optional.filter(name => value[name] !== undefined)]) {
    if (typeof value[field] !== 'string') { report(`${path}.${field}`, `must be text, got ${JSON.stringify(value[field])}`); }
  }
}

function onlyFields(value: Record<string, unknown>, known: readonly string[], path: string, report: ReportProblem) {
  for (const field of Object.keys(value)) {
    if (!known.includes(field)) { report(path ? `${path}.${field}` : field, `is not known here; known are ${known.join(', ')}`); }
  }
}

function listIn(value: Record<string, unknown>, field: string, report: ReportProblem, optional = false): unknown[] {
  const list = value[field];
  if (list === undefined && optional) { return []; }
  if (Array.isArray(list)) { return list; }
  report(field, `must be a list, got ${JSON.stringify(list)}`);
  return [];
}

function checkDuplicates(systems: readonly LockedSystem[], report: ReportProblem) {
  const nameOf = namesIn(systems);
  const seen = new Set<string>();
  systems.forEach((system, index) => {
    if (seen.has(keyOf(system))) { report(`systems[${index}]`, `'${nameOf(system).replace(/^:/, '')}' is there twice`); }
    seen.add(keyOf(system));
  });
}
