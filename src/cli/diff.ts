import { Arguments } from './arguments';
import { KUBERNETES_VERSION, apiFor } from './cluster-option';
import { Command, EXIT } from './command';
import { configurationFor } from './configuration-file';
import { ManifestDocument, documentsOf } from './manifests';
import { paintFor } from './paint';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { fileInRepository } from './workspace';
import { Comparison } from '../diff/changes/comparison';
import { Places } from '../diff/changes/places';
import { ruleCatalogue } from '../diff/explain';
import { diffOnEach, plansOnEach } from '../diff/on-versions';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { Change } from '../reports/change';
import { changesAsText } from '../reports/changes-text';
import { didYouMean } from '../reports/did-you-mean';
import { MACHINE_FORMATS } from '../reports/formats';
import { changesAsGithub } from '../reports/github';
import { changesAsJson } from '../reports/json';
import { changesAsMarkdown } from '../reports/markdown';
import { currentIds, noteOfOldId } from '../reports/old-ids';
import { MigrationPlan } from '../reports/plan';
import { Report } from '../reports/report';
import { isNamed } from '../reports/words';

export const diff: Command = {
  name: 'diff',
  usage: '[options] <before> <after>',
  description: [
    'Says what a change does before it is applied: which pods restart, what the API server',
    'refuses, and what strands or deletes data, with the way that keeps it. Each side is a',
    'file, a folder, - for standard input, or git:REV:path. No cluster is asked.',
  ].join('\n'),
  options: [
    { name: 'format', value: 'format', choices: ['text', 'json', 'markdown', 'sarif', 'junit', 'github'], default: 'text', description: 'how changes are printed' },
    { name: 'plan', description: 'print numbered kubectl steps, and a way back, for what can be migrated' },
    { name: 'all', description: 'list every changed field, also of harmless changes' },
    { name: 'config', value: 'file', description: 'which dangers are accepted (default: cdk8s-stateful.yaml, if it is there)' },
    KUBERNETES_VERSION,
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
    const comparison = diffOnEach(manifestsIn(sides.before), manifestsIn(sides.after), settings.models, settings);
    const plans = args.has('plan') ? plansOnEach(comparison) : undefined;
    terminal.out(print(args.value('format')!, { comparison, plans, sides, terminal, all: args.has('all') }));
    warnOfAcceptances(settings, comparison.changes, terminal);
    return comparison.summary.dangerous > 0 ? EXIT.findings : EXIT.clean;
  },
};

interface Output {
  readonly comparison: Comparison;
  readonly plans: readonly MigrationPlan[] | undefined;
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
  const { comparison, plans, terminal, all } = output;
  switch (format) {
    case 'json': return changesAsJson(comparison, plans);
    case 'markdown': return changesAsMarkdown(comparison, plans);
    case 'github': return changesAsGithub({ ...comparison, changes: placed(output) });
    case 'text': return changesAsText(comparison, { plans, paint: paintFor(terminal), columns: terminal.columns, all });
    default: return MACHINE_FORMATS.get(format)!(reportOf(output));
  }
}

/** The changes with their places, in files that are named from the top of the repository. */
function placed({ comparison: { changes, renames }, sides }: Output): Change[] {
  const places = new Places(sides.before, sides.after, renames);
  return changes.map(change => {
    const place = places.of(change);
    const file = place && fileInRepository(place.file!);
    return file === undefined ? change : { ...change, place: { ...place, file } };
  });
}

/** What stops a deployment or hurts data, as findings are reported. */
function reportOf(output: Output): Report {
  const { sides: { after }, comparison: { summary, kubernetesVersions } } = output;
  return {
    command: 'diff',
    files: [...new Set(after.map(({ file }) => fileInRepository(file) ?? file))],
    objects: after.length,
    kubernetesVersions,
    findings: placed(output).filter(isNamed),
    acknowledged: summary.accepted,
    failOn: 'error',
    rules: ruleCatalogue(),
  };
}

function manifestsIn(documents: readonly ManifestDocument[]): Manifest[] {
  return documents.map(({ manifest }) => manifest);
}

interface Settings {
  /** Why a danger is accepted, by id. */
  readonly accepted: ReadonlyMap<string, string>;
  /** The API of the cluster, for each of its versions. */
  readonly models: readonly ApiModel[];
  /** The file that says so. */
  readonly file: string;
}

function settingsOf(args: Arguments, terminal: Terminal): Settings {
  const configuration = configurationFor(args.value('config'), terminal);
  const { acceptedChanges = [], file } = configuration;
  const { models } = apiFor(args, configuration, terminal);
  return { accepted: new Map(acceptedChanges.map(({ id, reason }) => [id, reason])), models, file };
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
