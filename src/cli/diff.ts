import { KUBERNETES_VERSION, NAMESPACE, refuseWrongVersion } from './cluster-option';
import { definitionsOf } from './cluster-parts';
import { Command, EXIT } from './command';
import { configurationFor, configOption } from './configuration-file';
import { CRDS } from './definitions';
import { SidesOfCluster, sidesInClusters, readSides, comparedOf } from './diff-sides';
import { ManifestDocument } from './manifests';
import { paintFor } from './paint';
import { whileWatched } from './progress';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { fileInRepository } from './workspace';
import { Configuration } from '../checks/configuration/configuration';
import { Comparison } from '../diff/changes/comparison';
import { Places } from '../diff/changes/places';
import { ruleCatalogue } from '../diff/explain';
import { ClusterSides, diffInEach, plansInEach } from '../diff/in-clusters';
import { Change, Diff, canBeAccepted } from '../reports/change';
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
    configOption('what exists besides the manifests, and what is accepted'),
    KUBERNETES_VERSION,
    NAMESPACE,
    CRDS,
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
    refuseWrongVersion(args);
    const configuration = configurationFor(args.value('config'), terminal);
    const [old, next] = readSides(before, after, terminal);
    const clusters = sidesInClusters(old, next, configuration, args, terminal);
    const definitionsIn = definitionsOf(args, terminal);
    const format = args.value('format')!;
    const sides = new Map(clusters.all.map(one => [comparedOf(one, definitionsIn(one.configuration)), one]));
    const placing = (changes: readonly Change[], found: Comparison, one: ClusterSides) => placed(changes, found, sides.get(one)!);
    const size = old.documents.length + next.documents.length;
    const [comparison, plans] = whileWatched(terminal, size, `comparing ${old.documents.length} documents with ${next.documents.length}`, () => {
      const compared = diffInEach([...sides.keys()], NAMING_LINES.has(format) ? placing : undefined);
      return [compared, args.has('plan') ? plansInEach(compared) : undefined] as const;
    });
    const found = { ...comparison, clusters: clusters.reported };
    terminal.out(print(format, { comparison: found, plans, after: next.documents, terminal, all: args.has('all') }));
    warnOfAcceptances(configuration, comparison.changes, terminal);
    return comparison.summary.dangerous > 0 ? EXIT.findings : EXIT.clean;
  },
};

/** Formats that show where a change stands. */
const NAMING_LINES: ReadonlySet<string> = new Set(['github', 'sarif', 'junit']);

interface Output {
  readonly comparison: Diff;
  readonly plans: readonly MigrationPlan[] | undefined;
  /** What is applied. */
  readonly after: readonly ManifestDocument[];
  readonly terminal: Terminal;
  /** Every changed field is asked for. */
  readonly all: boolean;
}

function print(format: string, output: Output): string {
  const { comparison, plans, terminal, all } = output;
  switch (format) {
    case 'json': return changesAsJson(comparison, plans);
    case 'markdown': return changesAsMarkdown(comparison, plans);
    case 'github': return changesAsGithub(comparison);
    case 'text': return changesAsText(comparison, { plans, paint: paintFor(terminal), columns: terminal.columns, all });
    default: return MACHINE_FORMATS.get(format)!(reportOf(output));
  }
}

/** The changes with their places, in files that are named from the top of the repository. */
function placed(changes: readonly Change[], { renames }: Comparison, { before, after }: SidesOfCluster): Change[] {
  const places = new Places(before, after, renames);
  return changes.map(change => {
    const place = places.of(change);
    const file = place && fileInRepository(place.file!);
    return file === undefined ? change : { ...change, place: { ...place, file } };
  });
}

/** What stops a deployment or hurts data, as findings are reported. */
function reportOf({ after, comparison: { changes, summary, kubernetesVersions, clusters } }: Output): Report {
  return {
    command: 'diff',
    files: [...new Set(after.map(({ file }) => fileInRepository(file) ?? file))],
    objects: after.length,
    kubernetesVersions,
    clusters,
    findings: changes.filter(isNamed),
    acknowledged: summary.accepted,
    failOn: 'error',
    rules: ruleCatalogue(),
  };
}

/** An acceptance that does nothing is one that nobody will look at when it would. */
function warnOfAcceptances({ acceptedChanges = [], clusters = [], file }: Configuration, changes: readonly Change[], terminal: Terminal) {
  for (const { id } of acceptedChanges) { warnOfAcceptance(id, `${file}: acceptedChanges`, changes, terminal); }
  for (const { name, acceptedChanges: ofCluster = [] } of clusters) {
    const inCluster = changes.filter(change => change.clusters?.includes(name) ?? true);
    for (const { id } of ofCluster) { warnOfAcceptance(id, `${file}: acceptedChanges of cluster '${name}'`, inCluster, terminal); }
  }
}

function warnOfAcceptance(id: string, where: string, changes: readonly Change[], terminal: Terminal) {
  // Accepted in one cluster, a danger in another: it is a danger that is accepted.
  const byId = new Map([...changes].sort((a, b) => Number(a.severity !== 'info') - Number(b.severity !== 'info')).map(change => [change.id, change]));
  const problems = currentIds(id).map(current => uselessness(current, byId));
  const isUseless = problems.every(problem => problem !== undefined);
  for (const problem of [noteOfOldId(id), ...isUseless ? [`'${id}' ${problems[0]}`] : []]) {
    if (problem) { terminal.err(`cdk8s-stateful: ${where}: ${problem}\n`); }
  }
}

function uselessness(id: string, changes: ReadonlyMap<string, Change>): string | undefined {
  const change = changes.get(id);
  if (!change) { return `is not among the changes${didYouMean(id, changes.keys()) || '; remove it'}`; }
  if (!canBeAccepted(change)) { return 'cannot be accepted: the API server refuses it. Change the manifest, or run the plan (--plan)'; }
  return change.severity === 'info' ? 'is no danger, and needs no acceptance; remove it' : undefined;
}
