import { Arguments } from './arguments';
import { KUBERNETES_VERSION, NAMESPACE, refuseWrongVersion } from './cluster-option';
import { definitionsOf, partsOf, reported, withApis } from './cluster-parts';
import { Command } from './command';
import { configurationFor, configOption } from './configuration-file';
import { CRDS } from './definitions';
import { contentOf, inputFiles, sizeOf } from './files';
import { FINDING_OPTIONS, printFindings } from './finding-output';
import { Progress } from './progress';
import { repositoryOf } from './repository';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { catalogue } from '../checks/catalogue';
import { ClusterPart } from '../checks/configuration/cluster-part';
import { Configuration } from '../checks/configuration/configuration';
import { checkConfigured } from '../checks/configured';
import { SourceDocument } from '../manifest/read/document';
import { readDocuments } from '../manifest/read/read';
import { Finding, Severity } from '../reports/finding';
import { KIND_NOT_CHECKED } from '../reports/not-checked';
import { namesOf } from '../reports/on-versions';
import { Report } from '../reports/report';

export const check: Command = {
  name: 'check',
  usage: '[options] <file | folder | -> ...',
  description: [
    'Says what the API server would refuse, what the controllers could never create, and',
    'what would never work, from the manifests alone. Reads YAML, JSON and JSON lines; of',
    'a folder everything below it; - is standard input. No cluster is asked.',
  ].join('\n'),
  options: [
    ...FINDING_OPTIONS,
    {
      name: 'scope',
      value: 'scope',
      choices: ['system', 'object'],
      default: 'system',
      description: "'object' checks each object on its own, without references and duplicates",
    },
    configOption('what exists besides the manifests, and what is acknowledged'),
    KUBERNETES_VERSION,
    NAMESPACE,
    CRDS,
    { name: 'strict-kinds', description: 'an object whose kind is defined nowhere is an error' },
  ],
  examples: [
    ['cdk8s-stateful check dist', 'everything that cdk8s synth has written'],
    ['helm template my-db ./chart | cdk8s-stateful check -', 'what a Helm chart would apply'],
    ['kustomize build overlays/prod | cdk8s-stateful check --fail-on warning -', 'be strict'],
    ['cdk8s-stateful check --format sarif dist > findings.sarif', 'for code scanning'],
  ],
  run: (args, terminal) => {
    if (args.positionals.length === 0) {
      throw new UsageError(["nothing to check; name files, folders or '-', such as 'cdk8s-stateful check dist'"]);
    }
    refuseWrongVersion(args);
    const configuration = configurationFor(args.value('config'), terminal);
    const files = inputFiles(args.positionals);
    return printFindings(reportOn(files, configuration, args, terminal), args, terminal);
  },
};

function reportOn(files: readonly string[], configuration: Configuration, args: Arguments, terminal: Terminal): Report {
  const progress = new Progress(terminal, terminal.watched ? sizeOf(files) : 0);
  const documents = read(files, terminal, progress);
  progress.announce(`checking ${documents.length} documents`);
  const scope = args.value('scope') as 'object' | 'system';
  const { parts, by } = partsOf(documents, configuration, args);
  const checked = withDefinitions(parts, args, terminal);
  const { findings, acknowledged } = checkConfigured(checked, { scope, repository: repositoryOf(documents) });
  progress.done();
  return {
    command: 'check',
    files,
    objects: documents.filter(({ manifest }) => manifest).length,
    kubernetesVersions: namesOf(checked.flatMap(({ models }) => models)),
    clusters: reported(checked, by),
    findings: args.has('strict-kinds') ? findings.map(withStrictKind) : findings,
    acknowledged: acknowledged.length,
    failOn: args.value('fail-on') as Severity,
    get rules() { return catalogue(); },
  };
}

function withDefinitions<D>(parts: readonly ClusterPart<D>[], args: Arguments, terminal: Terminal) {
  const definitionsIn = definitionsOf(args, terminal);
  return withApis(parts, args, terminal).map(part => ({ ...part, definitions: definitionsIn(part.configuration) }));
}

/** What the command would find in the manifests of some clusters. */
export function findingsIn(parts: readonly ClusterPart<SourceDocument>[], args: Arguments, terminal: Terminal): readonly Finding[] {
  refuseWrongVersion(args);
  const documents = parts.flatMap(part => part.documents);
  return checkConfigured(withDefinitions(parts, args, terminal), { scope: 'system', repository: repositoryOf(documents) }).findings;
}

function withStrictKind(finding: Finding): Finding {
  return finding.rule === KIND_NOT_CHECKED ? { ...finding, severity: 'error' } : finding;
}

function read(files: readonly string[], terminal: Terminal, progress: Progress): SourceDocument[] {
  const documents: SourceDocument[][] = [];
  for (const [index, name] of files.entries()) {
    progress.say(`reading ${index + 1} of ${files.length}: ${name}`);
    documents.push(readDocuments(contentOf(name, terminal), name));
  }
  return documents.flat();
}
