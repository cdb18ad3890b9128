import { Arguments } from './arguments';
import { NAMESPACE } from './cluster-option';
import { definitionsOf, partsOf } from './cluster-parts';
import { Command } from './command';
import { configurationFor, configOption } from './configuration-file';
import { CRDS } from './definitions';
import { FINDING_OPTIONS, printFindings } from './finding-output';
import { ManifestDocument, documentsOf } from './manifests';
import { whileWatched } from './progress';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { catalogue } from '../checks/catalogue';
import { acknowledge } from '../checks/configuration/acknowledge';
import { clusterApi, inWords } from '../checks/configuration/cluster-api';
import { ClusterPart } from '../checks/configuration/cluster-part';
import { Configuration } from '../checks/configuration/configuration';
import { ApiModel } from '../kubernetes/api/model';
import { foundInEach } from '../reports/clusters';
import { Severity } from '../reports/finding';
import { Report } from '../reports/report';
import { UPGRADE_RULES } from '../upgrade/rule-catalogue';
import { upgradeFindings } from '../upgrade/upgrade-check';
import { wayOf } from '../upgrade/way';

export const upgradeCheck: Command = {
  name: 'upgrade-check',
  usage: '[options] --to <version> <file | folder | - | git:REV:path> ...',
  description: [
    'Says what the same manifests mean on a newer Kubernetes: what it refuses, which fields it',
    'begins to obey or to ignore, which defaults change, and what happens to pods and data.',
    'What is wrong today already is told by check. No cluster is asked.',
  ].join('\n'),
  options: [
    { name: 'from', value: 'version', description: 'version that the cluster runs (default: kubernetesVersion of the config)' },
    { name: 'to', value: 'version', description: 'version that it is upgraded to' },
    ...FINDING_OPTIONS,
    configOption('what exists besides the manifests, and what is acknowledged'),
    CRDS,
    NAMESPACE,
  ],
  examples: [
    ['cdk8s-stateful upgrade-check --from 1.33 --to 1.36 dist', 'before the cluster is upgraded'],
    ['helm template my-db ./chart | cdk8s-stateful upgrade-check --to 1.37 -', 'with the version of cdk8s-stateful.yaml'],
  ],
  run: (args, terminal) => {
    if (args.positionals.length === 0) {
      throw new UsageError(["nothing to check; name files, folders or '-', such as 'cdk8s-stateful upgrade-check --from 1.33 --to 1.36 dist'"]);
    }
    const configuration = configurationFor(args.value('config'), terminal);
    return printFindings(reportOn(args, configuration, terminal), args, terminal);
  },
};

function reportOn(args: Arguments, configuration: Configuration, terminal: Terminal): Report {
  refuseMissing(args, configuration);
  const documents = args.positionals.flatMap(name => documentsOf(name, terminal));
  const { parts, by } = partsOf(documents, configuration, args);
  const onTheirWay = withWays(parts, args, terminal);
  const definitionsIn = definitionsOf(args, terminal);
  const checked = onTheirWay.map(({ name = '', documents: own, configuration: declared, way }) => {
    const found = whileWatched(terminal, own.length, `checking ${own.length} documents on ${way.length} versions`, () =>
      upgradeFindings(own, way, { environment: declared.environment, definitions: definitionsIn(declared) }));
    return { name, ...acknowledge(found, declared.acknowledgements) };
  });
  const [lowest] = onTheirWay.map(({ way }) => way[0].version).sort((one, other) => one.compare(other));
  return {
    command: 'upgrade-check',
    files: [...new Set(documents.map(({ file }) => file))],
    objects: documents.length,
    kubernetesVersions: [lowest, onTheirWay[0].way.at(-1)!.version].map(String),
    ...by && { clusters: { by, all: onTheirWay.map(({ name = '', way }) => ({ name, kubernetesVersions: [String(way[0].version)] })) } },
    findings: foundInEach(new Map(checked.map(({ name, open }) => [name, open]))),
    acknowledged: foundInEach(new Map(checked.map(({ name, acknowledged }) => [name, acknowledged]))).length,
    failOn: args.value('fail-on') as Severity,
    rules: new Map([...catalogue(), ...UPGRADE_RULES.map(rule => [rule.id, rule] as const)]),
  };
}

function refuseMissing(args: Arguments, { kubernetesVersion, clusters = [] }: Configuration) {
  const isFromKnown = (args.value('from') ?? kubernetesVersion) !== undefined
    || clusters.length > 0 && clusters.every(cluster => cluster.kubernetesVersion !== undefined);
  const missing = [
    ...isFromKnown ? [] : ["'--from' is missing: the version that the cluster runs, such as '--from 1.33'"],
    ...args.value('to') === undefined ? ["'--to' is missing: the version that it is upgraded to, such as '--to 1.36'"] : [],
  ];
  if (missing.length > 0) { throw new UsageError(missing); }
}

type OnItsWay = ClusterPart<ManifestDocument> & { readonly way: readonly ApiModel[] };

/** Every version on the way of each cluster, with what it has switched on and off. A cluster that is there already is told, and left out. */
function withWays(parts: readonly ClusterPart<ManifestDocument>[], args: Arguments, terminal: Terminal): OnItsWay[] {
  const last = oneVersion('--to', args.value('to')!);
  const notes = new Set<string>();
  const onTheirWay = parts.flatMap((part): OnItsWay[] => {
    const from = args.value('from') ?? part.configuration.kubernetesVersion;
    if (from === undefined) { throw new UsageError([`'--from' is missing, and nobody says which version ${part.name} runs`]); }
    const first = oneVersion('--from', from);
    if (first.compare(last) >= 0) {
      if (parts.length === 1) { throw new UsageError([`'--to ${last}' is not newer than ${from}`]); }
      notes.add(`cluster ${part.name} runs ${from} already; nothing is said of it`);
      return [];
    }
    const { models, notes: some, problems } = clusterApi({ kubernetesVersion: wayOf(first, last).join(',') }, part.configuration);
    if (problems.length > 0) { throw new UsageError(problems.map(problem => `${part.configuration.file}: ${inWords(problem)}`)); }
    for (const note of some) { notes.add(note); }
    return [{ ...part, way: models }];
  });
  if (onTheirWay.length === 0) { throw new UsageError([`'--to ${last}' is newer than no cluster`]); }
  for (const note of notes) { terminal.err(`cdk8s-stateful: ${note}\n`); }
  return onTheirWay;
}

function oneVersion(option: string, text: string) {
  const { models, problems } = clusterApi({ kubernetesVersion: text });
  if (problems.length > 0) { throw new UsageError(problems.map(({ message }) => `'${option}': ${message}`)); }
  if (models.length > 1) { throw new UsageError([`'${option} ${text}': name one version`]); }
  return models[0].version;
}
