/* eslint-disable @typescript-eslint/no-require-imports -- the checker and the differ are loaded when they are asked for */
import { Arguments } from './arguments';
import { KUBERNETES_VERSION, NAMESPACE, CLUSTER } from './cluster-option';
import { partNamed, partsOf } from './cluster-parts';
import { Command } from './command';
import { configurationFor, CLUSTERS_CONFIG } from './configuration-file';
import { CRDS } from './definitions';
import { output, OUTPUT_OPTIONS } from './graph-output';
import { documentsOf } from './manifests';
import { namesOf, noSystem, SYSTEM } from './system-option';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { withFindings } from '../graph/findings';
import { Graph } from '../graph/graph';
import { GRAPH_TOO_LARGE } from '../graph/graph-builder';
import { partOf } from '../graph/system';
import { systemGraph } from '../graph/system-graph';

export const graph: Command = {
  name: 'graph',
  usage: '[options] <file | folder | - | git:REV:path> [<after>] [system]',
  description: [
    'Draws what the manifests make of a cluster: pods with their names in the DNS, claims, volumes and classes, Services, who may',
    'reach whom, and the Secrets and ConfigMaps that are read. What controllers make is drawn, too.',
    'One name is drawn as it is. Two are before and after, as in diff, and the change between them is drawn. --join draws',
    'several as one picture. A workload is drawn with what it needs, and with who reaches it.',
  ].join('\n'),
  options: [
    ...OUTPUT_OPTIONS,
    SYSTEM,
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
    ['cdk8s-stateful graph dist shop/db', 'one workload'],
    ['cdk8s-stateful graph --out system.svg dist', 'a picture for a browser or a page'],
    ['cdk8s-stateful graph --out system.html dist', 'a page to search and to click through, which needs nothing else'],
  ],
  run: (args, terminal) => {
    const { inputs, system } = namesOf(args);
    const [before, after] = inputs;
    if (before === undefined) { throw new UsageError(["no manifests; 'cdk8s-stateful graph dist' draws a folder"]); }
    const isChange = after !== undefined && !args.has('join');
    if (isChange && inputs.length > 2) {
      throw new UsageError([`two names are before and after, got ${inputs.length}; draw them as one picture: --join`]);
    }
    if (isChange && args.has('findings')) { throw new UsageError(['a change is drawn without findings; draw them of one side']); }
    const { graphOfChange } = isChange ? require('./change-commands') as typeof import('./change-commands') : {};
    const whole = drawn(() => graphOfChange ? graphOfChange(before, after, args, terminal) : graphOfState(inputs, args, terminal));
    const part = systemNamed(system, whole, args.has('system'));
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

function graphOfState(inputs: readonly string[], args: Arguments, terminal: Terminal): Graph {
  const documents = inputs.flatMap(name => documentsOf(name, terminal));
  const { parts } = partsOf(documents, configurationFor(args.value('config'), terminal), args);
  const part = partNamed(args.value('cluster'), parts, 'draw');
  const found = systemGraph(part.documents.map(({ manifest }) => manifest), { rbac: args.has('rbac') });
  if (!args.has('findings')) { return found; }
  const { findingsIn } = require('./check') as typeof import('./check');
  return withFindings(found, findingsIn([part], args, terminal));
}

function systemNamed(name: string | undefined, whole: Graph, isOption: boolean): Graph {
  const part = name === undefined ? whole : partOf(whole, name);
  if (part) { return part; }
  const workloads = whole.groups.filter(({ kind }) => kind !== 'Namespace');
  throw noSystem(name!, workloads.map(({ id }) => id.split('/').slice(-2).join('/')), isOption ? '' : ', no file and no folder');
}
