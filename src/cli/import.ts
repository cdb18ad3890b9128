import * as fs from 'fs';
import * as path from 'path';
import { Arguments } from './arguments';
import { KUBERNETES_VERSION, NAMESPACE, refuseWrongVersion, CLUSTER } from './cluster-option';
import { PartWithApi, definitionsOf, partNamed, partsOf, withApis } from './cluster-parts';
import { Command, EXIT } from './command';
import { configurationFor, CLUSTERS_CONFIG } from './configuration-file';
import { CRDS } from './definitions';
import { STANDARD_INPUT, contentOf, inputFiles } from './files';
import { Progress } from './progress';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { LoadPackage } from '../import/evaluate';
import { ImportOptions, Imported, importDocuments } from '../import/import';
import { reportText } from '../import/report';
import { readDocuments } from '../manifest/read/read';
import { writeWholeFile } from '../manifest/write/whole-file';
import { writing } from '../manifest/write/write-error';

export const importCommand: Command = {
  name: 'import',
  usage: '[options] <file | folder | -> ...',
  description: [
    'Writes TypeScript for manifests that exist already: hand-written YAML, what Helm renders, what',
    '`kubectl get -o yaml` prints. The program is run, and its objects are compared with the manifests:',
    'nothing may change in the cluster. What is no manifest is refused with its line; the rest is imported.',
  ].join('\n'),
  options: [
    { name: 'out', value: 'file', description: 'where the program is written to (default: standard output)' },
    { name: 'force', description: 'overwrite the file of --out' },
    { name: 'secrets', description: 'write Secrets too, with their values; needs --out' },
    { name: 'modernise', description: 'write removed API versions and alpha annotations in the words of today; each change is told' },
    { name: 'official-images', description: 'move databases of Bitnami charts to the official images, on the same data; with the plan' },
    CLUSTER,
    CLUSTERS_CONFIG,
    KUBERNETES_VERSION,
    NAMESPACE,
    CRDS,
  ],
  examples: [
    ['cdk8s-stateful import manifests --out main.ts', 'a folder of YAML'],
    ['helm template shop ./chart | cdk8s-stateful import - --namespace shop --out main.ts', 'what a Helm chart would apply'],
    ['kubectl get deploy,sts,svc,cm,pvc -o yaml | cdk8s-stateful import -', 'what runs in a cluster'],
  ],
  run: (args, terminal) => {
    if (args.positionals.length === 0) { throw new UsageError(["nothing to import; name files, folders or '-', such as 'cdk8s-stateful import manifests --out main.ts'"]); }
    refuseWrongVersion(args);
    const out = outOf(args);
    const imported = importedFrom(args, terminal);
    const report = reportText(imported);
    if (imported.objects === 0) {
      terminal.err(report);
      throw new UsageError(['there is nothing to import in it, so nothing is written']);
    }
    if (out === undefined) {
      terminal.out(imported.text);
      terminal.err(report);
    } else {
      writeWholeFile(out, imported.text);
      terminal.out(`${report}Written: ${out}\n`);
    }
    return isClean(imported) ? EXIT.clean : EXIT.findings;
  },
};

/** True if everything was imported, nothing changes, and what was modernised hurts nothing. */
function isClean({ leftOut, comparison, renewal, move }: Imported): boolean {
  return leftOut.every(({ reason }) => reason !== 'refused') && comparison.changes.length === 0 && !renewal?.comparison.summary.dangerous && !move?.comparison.summary.dangerous;
}

function importedFrom(args: Arguments, terminal: Terminal): Imported {
  const documents = inputFiles(args.positionals).flatMap(name => readDocuments(contentOf(name, terminal), name));
  const configuration = configurationFor(args.value('config'), terminal);
  const { parts } = partsOf(documents, configuration, args);
  const part = partNamed(args.value('cluster'), withApis(parts, args, terminal), 'import');
  const progress = new Progress(terminal);
  try {
    return importDocuments(part.documents, { ...optionsOf(args, terminal, part), tell: text => progress.say(text) });
  } finally {
    progress.done();
  }
}

function optionsOf(args: Arguments, terminal: Terminal, part: PartWithApi<unknown>): ImportOptions {
  return {
    models: part.models,
    load,
    name: nameOf(args.positionals[0]),
    secrets: args.has('secrets'),
    modernise: args.has('modernise'),
    officialImages: args.has('official-images'),
    definitions: definitionsOf(args, terminal)(part.configuration),
  };
}

/** The last part of a path, for the chart: `manifests`. */
function nameOf(input: string): string {
  return input === STANDARD_INPUT ? 'main' : path.basename(path.resolve(input)).replace(/\.(ya?ml|jsonl?)$/, '');
}

function outOf(args: Arguments): string | undefined {
  const out = args.value('out');
  if (out === undefined) {
    if (args.has('secrets')) { throw new UsageError(["'--secrets' would print values of Secrets; name a file: --out main.ts"]); }
    return undefined;
  }
  const stats = writing(out, () => fs.statSync(out, { throwIfNoEntry: false }));
  if (stats?.isDirectory()) { throw new UsageError([`'${out}' is a folder; name a file in it: --out ${path.join(out, 'main.ts')}`]); }
  if (stats && !args.has('force')) { throw new UsageError([`'${out}' exists; name another file, or overwrite it: --force`]); }
  if (!fs.existsSync(path.dirname(out))) { throw new UsageError([`there is no folder '${path.dirname(out)}'; make it first`]); }
  return out;
}

/** This library as users have it: one file with all that they import. */
const LIBRARY = path.join(__dirname, '..', 'index');

/** What the program imports, as a user's program would get it. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when there is a program to run
const load: LoadPackage = name => require(name === 'cdk8s-stateful' ? LIBRARY : name);
