/* eslint-disable @typescript-eslint/no-require-imports -- the checker and the differ are loaded when they are asked for */
import { Arguments } from './arguments';
import { KUBERNETES_VERSION, NAMESPACE, CLUSTER } from './cluster-option';
import { partNamed, partsOf } from './cluster-parts';
import { Command } from './command';
import { configurationFor, CLUSTERS_CONFIG } from './configuration-file';
import { CRDS } from './definitions';
import { output, OUTPUT_OPTIONS } from './graph-output';
import { documentsOf } from './manifests';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { withFindings } from '../graph/findings';
import { Graph } from '../graph/graph';
import { GRAPH_TOO_LARGE } from '../graph/graph-builder';
import { partOf } from '../graph/system';
import { systemGraph } from '../graph/system-graph';
import { didYouMean } from '../reports/did-you-mean';

export const graph: Command = {
  name: 'graph',
  usage: '[options] <file | folder | - | git:REV:path> [<after>]',
  description: [
    'Draws what the manifests make of a cluster: pods with their names in the DNS, claims, volumes and classes, Services, who may',
    'reach whom, and the Secrets and ConfigMaps that are read. What controllers make is drawn, too.',
    'One name is drawn as it is. Two are before and after, as in diff, and the change between them is drawn. --join draws',
    'several as one picture.',
  ].join('\n'),
  options: [
    ...OUTPUT_OPTIONS,
    { name: 'system', value: 'name', description: 'one workload alone, as name or namespace/name: what it needs, and who reaches it' },
    CLUSTER,
    { name: 'whole', description: 'every pod, claim and setting, also of more than 12 workloads, which are else a box each' },
    { name: 'findings', description: 'marks what the checker found' },
    { name: 'join', description: 'all that is named is one picture' },
    { name: 'rbac', description: 'ServiceAccounts and roles, too' },
    CLUSTERS_CONFIG,
    KUBERNETES_VERSION,
    NAMESPACE,
    CRDS,
  ],
  examples: [
    ['cdk8s-stateful graph dist > system.mmd', 'a picture for a README'],
    ['cdk8s-stateful graph --out change.svg git:main:dist dist', 'what a branch would do to what runs from main, with the plan beside it'],
    ['cdk8s-stateful graph --findings --out system.svg dist', 'with what the checker found'],
    ['cdk8s-stateful graph --system shop/db dist', 'one workload'],
    ['cdk8s-stateful graph --out system.svg dist', 'a picture for a browser or a page'],
    ['cdk8s-stateful graph --out system.html dist', 'a page to search and to click through, which needs nothing else'],
  ],
  run: (args, terminal) => {
    const [before, after] = args.positionals;
    if (before === undefined) { throw new UsageError(["no manifests; 'cdk8s-stateful graph dist' draws a folder"]); }
    const isChange = after !== undefined && !args.has('join');
    if (isChange && args.positionals.length > 2) {
      throw new UsageError([`two names are before and after, got ${args.positionals.length}; draw them as one picture: --join`]);
    }
    if (isChange && args.has('findings')) { throw new UsageError(['a change is drawn without findings; draw them of one side']); }
    const { graphOfChange } = isChange ? require('./change-commands') as typeof import('./change-commands') : {};
    const whole = drawn(() => graphOfChange ? graphOfChange(before, after, args, terminal) : graphOfState(args, terminal));
    const part = systemNamed(args.value('system'), whole);
    return output(part, args, terminal);
  },
};

function drawn(draw: () => Graph): Graph {
  try {
    return draw();
  } catch (error) {
    // By its name: the published differ has a class of its own.
    throw error instanceof Error && error.name === GRAPH_TOO_LARGE ? new UsageError([error.message]) : error;
  }
}

function graphOfState(args: Arguments, terminal: Terminal): Graph {
  const documents = args.positionals.flatMap(name => documentsOf(name, terminal));
  const { parts } = partsOf(documents, configurationFor(args.value('config'), terminal), args);
  const part = partNamed(args.value('cluster'), parts, 'draw');
  const found = systemGraph(part.documents.map(({ manifest }) => manifest), { rbac: args.has('rbac') });
  if (!args.has('findings')) { return found; }
  const { findingsIn } = require('./check') as typeof import('./check');
  return withFindings(found, findingsIn([part], args, terminal));
}

function systemNamed(name: string | undefined, whole: Graph): Graph {
  const part = name === undefined ? whole : partOf(whole, name);
  if (part) { return part; }
  const known = whole.groups.filter(({ kind }) => kind !== 'Namespace').map(group => group.name);
  throw new UsageError([`no workload has the name '${name}'${didYouMean(name!, known)}`]);
}
