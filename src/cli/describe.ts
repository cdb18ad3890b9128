import { apisFor, KUBERNETES_VERSION, NAMESPACE, refuseWrongVersion, CLUSTER } from './cluster-option';
import { partNamed, partsOf } from './cluster-parts';
import { Command, EXIT } from './command';
import { configurationFor, CLUSTERS_CONFIG } from './configuration-file';
import { documentsOf } from './manifests';
import { paintFor } from './paint';
import { whileWatched } from './progress';
import { noSystem, SYSTEM } from './system-option';
import { UsageError } from './usage-error';
import { describe as inWords, systemsNamed } from '../describe/describe';
import { Description, SystemDescription } from '../describe/description';
import { DEFAULT_CLUSTER_DOMAIN } from '../describe/facts';
import { describeJson } from '../describe/json';
import { describeMarkdown } from '../describe/markdown';
import { describeText, TextOptions } from '../describe/text';

const RENDERERS: Readonly<Record<string, (description: Description, shown: readonly SystemDescription[], options: TextOptions) => string>> = {
  text: describeText, markdown: describeMarkdown, json: describeJson,
};

/** A folder with more systems is first shown in a line each. */
const MOST_SYSTEMS = 3;

export const describe: Command = {
  name: 'describe',
  usage: '[options] <file | folder | - | git:REV:path> [system]',
  description: [
    'Says in words what the manifests make of a cluster: what runs, where its data is, what happens when something goes away or is',
    'deleted, what resolves to what, what opens to whom, and what needs a human. A folder with many systems gets a line for each.',
  ].join('\n'),
  options: [
    { name: 'format', value: 'format', choices: Object.keys(RENDERERS), default: 'text', description: 'for people, for a wiki, or for programs' },
    { name: 'all', description: 'all systems in full, however many there are' },
    SYSTEM,
    CLUSTER,
    { name: 'cluster-domain', value: 'domain', default: DEFAULT_CLUSTER_DOMAIN, description: "the end of the cluster's names" },
    KUBERNETES_VERSION,
    NAMESPACE,
    CLUSTERS_CONFIG,
  ],
  examples: [
    ['cdk8s-stateful describe dist', 'a folder'],
    ['cdk8s-stateful describe dist shop/db', 'one system of it'],
    ['cdk8s-stateful describe --format markdown dist shop/db > db.md', 'for a wiki'],
  ],
  run: (args, terminal) => {
    const [input, ...systems] = args.positionals;
    const [name, ...more] = [...args.all('system'), ...systems];
    if (input === undefined) { throw new UsageError(["no manifests; 'cdk8s-stateful describe dist' describes a folder"]); }
    if (more.length > 0) { throw new UsageError([`'${more[0]}' is too much: one folder, and one system of it; 'cdk8s-stateful describe ${input} ${name}'`]); }
    refuseWrongVersion(args);
    const { parts } = partsOf(documentsOf(input, terminal), configurationFor(args.value('config'), terminal), args);
    const part = partNamed(args.value('cluster'), parts, 'describe');
    const [{ models }] = apisFor(args, [part.configuration], terminal);
    const manifests = part.documents.map(({ manifest }) => manifest);
    const description = whileWatched(terminal, manifests.length, `describing ${manifests.length} documents`, () =>
      inWords(manifests, { model: models.at(-1), clusterDomain: args.value('cluster-domain') }));
    const format = args.value('format')!;
    const shown = shownOf(description, name, args.has('all') || format === 'json');
    terminal.out(RENDERERS[format](description, shown, { columns: terminal.columns, paint: paintFor(terminal) }));
    if (shown.length === 0 && description.systems.length > 0) {
      const { object } = description.systems[0];
      terminal.err(`cdk8s-stateful: more of one: cdk8s-stateful describe ${input} ${object.namespace}/${object.name}; of all: --all\n`);
    }
    return EXIT.clean;
  },
};

function shownOf(description: Description, name: string | undefined, all: boolean): readonly SystemDescription[] {
  const { systems } = description;
  if (name === undefined) { return all || systems.length <= MOST_SYSTEMS ? systems : []; }
  const found = systemsNamed(description, name);
  if (found.length > 0) { return found; }
  throw noSystem(name, systems.map(({ object }) => `${object.namespace}/${object.name}`));
}
