import { Arguments } from './arguments';
import { Command, EXIT } from './command';
import { configurationFor } from './configuration-file';
import { ManifestDocument, documentsOf } from './manifests';
import { paintFor } from './paint';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { fileInRepository } from './workspace';
import { Manifest } from '../manifest/manifest';
import { Comparison, Diff, compare, diffOf } from '../update/diff';
import { Places } from '../update/places';
import { plansFor } from '../update/plan/plan';
import { MigrationPlan } from '../update/plan/step';
import { diffAsGithub } from '../update/render/github';
import { diffAsJson } from '../update/render/json';
import { diffAsMarkdown } from '../update/render/markdown';
import { diffAsText } from '../update/render/text';
import { parseKubernetesVersion } from '../update/version';

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
    const { accepted, version } = settingsOf(args, terminal);
    const sides = { before: documentsOf(before, terminal), after: documentsOf(after, terminal) };
    const comparison = compare(manifestsIn(sides.before), manifestsIn(sides.after), { accepted, version });
    const result = diffOf(comparison);
    const plans = args.has('plan') ? plansFor(comparison) : undefined;
    terminal.out(print(args.value('format')!, { result, plans, sides, comparison, terminal }));
    warnOfUnused(accepted, result.changes.map(({ id }) => id), terminal);
    return result.summary.dangerous > 0 ? EXIT.findings : EXIT.clean;
  },
};

interface Output {
  readonly result: Diff;
  readonly plans: readonly MigrationPlan[] | undefined;
  readonly comparison: Comparison;
  readonly sides: Sides;
  readonly terminal: Terminal;
}

interface Sides {
  readonly before: readonly ManifestDocument[];
  readonly after: readonly ManifestDocument[];
}

function print(format: string, output: Output): string {
  const { result, plans, terminal } = output;
  switch (format) {
    case 'json': return diffAsJson(result, plans);
    case 'markdown': return diffAsMarkdown(result, plans);
    case 'github': return annotations(output);
    default: return diffAsText(result, { plans, paint: paintFor(terminal), columns: terminal.columns });
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

function settingsOf(args: Arguments, terminal: Terminal) {
  const { acceptedChanges = [], kubernetesVersion } = configurationFor(args.value('config'), terminal);
  const version = args.value('kubernetes-version') ?? kubernetesVersion ?? DEFAULT_VERSION;
  try {
    return { accepted: new Map(acceptedChanges.map(({ id, reason }) => [id, reason])), version: parseKubernetesVersion(version) };
  } catch (error) {
    throw new UsageError([(error as Error).message]);
  }
}

/** An acceptance that waits for a danger to come is one that nobody will look at then. */
function warnOfUnused(accepted: ReadonlyMap<string, string>, ids: readonly string[], terminal: Terminal) {
  const known = new Set(ids);
  for (const id of accepted.keys()) {
    if (!known.has(id)) { terminal.err(`cdk8s-stateful: acceptedChanges: '${id}' is not among the changes; remove it from the config\n`); }
  }
}
