import { Arguments } from './arguments';
import { Command, EXIT } from './command';
import { configurationFor } from './configuration-file';
import { ManifestDocument, documentsOf } from './manifests';
import { paintFor } from './paint';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { fileInRepository } from './workspace';
import { Change } from '../diff/changes/effect';
import { Places } from '../diff/changes/places';
import { KubernetesMinor, parseKubernetesVersion } from '../diff/changes/version';
import { Comparison, Diff, compare, diffOf } from '../diff/compare/diff';
import { plansFor } from '../diff/plan/plan';
import { MigrationPlan } from '../diff/plan/step';
import { diffAsGithub } from '../diff/render/github';
import { diffAsJson } from '../diff/render/json';
import { diffAsMarkdown } from '../diff/render/markdown';
import { diffAsText } from '../diff/render/text';
import { Manifest } from '../kubernetes/manifest';
import { didYouMean } from '../reports/did-you-mean';
import { currentIds, noteOfOldId } from '../reports/old-ids';

const DEFAULT_VERSION = '1.27';

export const diff: Command = {
  name: 'diff',
  usage: '[options] <before> <after>',
  description: [
    'Says what a change does before it is applied: which pods restart, what the API server',
    'refuses, and what strands or deletes data, with the way that keeps it. Each side is a',
    'file, a folder, - for standard input, or git:REV:path. No cluster is asked.',
  ].join('\n'),
  options: [
    { name: 'format', value: 'format', choices: ['text', 'json', 'markdown', 'github'], default: 'text', description: 'how changes are printed' },
    { name: 'plan', description: 'print numbered kubectl steps, and a way back, for what can be migrated' },
    { name: 'all', description: 'list every changed field, also of harmless changes' },
    { name: 'config', value: 'file', description: 'which dangers are accepted (default: cdk8s-stateful.yaml, if it is there)' },
    { name: 'kubernetes-version', value: 'version', description: `minor version of the cluster (default: as in the config, or ${DEFAULT_VERSION})` },
  ],
  examples: [
    ['cdk8s-stateful diff git:main:dist dist', 'what a branch would do to what runs from main'],
    ['kubectl get statefulset,service,pvc -n db -o yaml | cdk8s-stateful diff - dist/db.k8s.yaml', 'what runs against what you wrote'],
    ['cdk8s-stateful diff --plan old.yaml new.yaml', 'how to get there with the data'],
    ['cdk8s-stateful diff --format markdown git:main:dist dist > comment.md', 'for a pull request'],
  ],
  run: (args, terminal) => {
    const [before, after, ...rest] = args.positionals;
    if (after === undefined || rest.length > 0) {
      throw new UsageError([`two sides are compared, got ${args.positionals.length}; write for example 'cdk8s-stateful diff git:main:dist dist'`]);
    }
    const settings = settingsOf(args, terminal);
    const sides = { before: documentsOf(before, terminal), after: documentsOf(after, terminal) };
    const comparison = compare(manifestsIn(sides.before), manifestsIn(sides.after), settings);
    const result = diffOf(comparison);
    const plans = args.has('plan') ? plansFor(comparison) : undefined;
    terminal.out(print(args.value('format')!, { result, plans, sides, comparison, terminal, all: args.has('all') }));
    warnOfAcceptances(settings, result.changes, terminal);
    return result.summary.dangerous > 0 ? EXIT.findings : EXIT.clean;
  },
};

interface Output {
  readonly result: Diff;
  readonly plans: readonly MigrationPlan[] | undefined;
  readonly comparison: Comparison;
  readonly sides: Sides;
  readonly terminal: Terminal;
  /** Every changed field is asked for. */
  readonly all: boolean;
}

interface Sides {
  readonly before: readonly ManifestDocument[];
  readonly after: readonly ManifestDocument[];
}

function print(format: string, output: Output): string {
  const { result, plans, terminal, all } = output;
  switch (format) {
    case 'json': return diffAsJson(result, plans);
    case 'markdown': return diffAsMarkdown(result, plans);
    case 'github': return annotations(output);
    default: return diffAsText(result, { plans, paint: paintFor(terminal), columns: terminal.columns, all });
  }
}

function annotations({ result, comparison, sides }: Output): string {
  const places = new Places(sides.before, sides.after, comparison.renames);
  return diffAsGithub(result, change => {
    const place = places.of(change);
    const file = place && fileInRepository(place.file);
    return place && file !== undefined ? { ...place, file } : undefined;
  });
}

function manifestsIn(documents: readonly ManifestDocument[]): Manifest[] {
  return documents.map(({ manifest }) => manifest);
}

interface Settings {
  /** Why a danger is accepted, by id. */
  readonly accepted: ReadonlyMap<string, string>;
  readonly version: KubernetesMinor;
  /** The file that says so. */
  readonly file: string;
}

function settingsOf(args: Arguments, terminal: Terminal): Settings {
  const { acceptedChanges = [], kubernetesVersion, file } = configurationFor(args.value('config'), terminal);
  const version = args.value('kubernetes-version') ?? kubernetesVersion ?? DEFAULT_VERSION;
  try {
    return { accepted: new Map(acceptedChanges.map(({ id, reason }) => [id, reason])), version: parseKubernetesVersion(version), file };
  } catch (error) {
    throw new UsageError([(error as Error).message]);
  }
}

/** An acceptance that does nothing is one that nobody will look at when it would. */
function warnOfAcceptances({ accepted, file }: Settings, changes: readonly Change[], terminal: Terminal) {
  const byId = new Map(changes.map(change => [change.id, change]));
  for (const id of accepted.keys()) {
    const problems = currentIds(id).map(current => uselessness(current, byId));
    const isUseless = problems.every(problem => problem !== undefined);
    for (const problem of [noteOfOldId(id), ...isUseless ? [`'${id}' ${problems[0]}`] : []]) {
      if (problem) { terminal.err(`cdk8s-stateful: ${file}: acceptedChanges: ${problem}\n`); }
    }
  }
}

function uselessness(id: string, changes: ReadonlyMap<string, Change>): string | undefined {
  const change = changes.get(id);
  if (!change) { return `is not among the changes${didYouMean(id, changes.keys()) || '; remove it'}`; }
  if (change.effect === 'refused') { return 'cannot be accepted: the API server refuses it. Change the manifest, or run the plan (--plan)'; }
  return change.severity === 'info' ? 'is no danger, and needs no acceptance; remove it' : undefined;
}
