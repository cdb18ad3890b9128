import { partNamed, partsOf } from './cluster-parts';
import { Command } from './command';
import { configurationFor } from './configuration-file';
import { output, OUTPUT_OPTIONS } from './graph-output';
import { documentsOf } from './manifests';
import { UsageError } from './usage-error';
import { folded } from '../graph/fold';
import { Graph } from '../graph/graph';
import { GraphTooLarge } from '../graph/graph-builder';
import { partOf } from '../graph/system';
import { systemGraph } from '../graph/system-graph';
import { Manifest } from '../kubernetes/manifest';
import { didYouMean } from '../reports/did-you-mean';

export const graph: Command = {
  name: 'graph',
  usage: '[options] <file | folder | - | git:REV:path> ...',
  description: [
    'Draws what the manifests make of a cluster: pods with their names in the DNS, claims, volumes and classes, Services, who may',
    'reach whom, and the Secrets and ConfigMaps that are read. What controllers make is drawn, too.',
  ].join('\n'),
  options: [
    ...OUTPUT_OPTIONS,
    { name: 'system', value: 'name', description: 'one workload alone, as name or namespace/name: what it needs, and who reaches it' },
    { name: 'cluster', value: 'name', description: 'one of several clusters' },
    { name: 'whole', description: 'every pod, claim and setting, also of more than 12 workloads, which are else a box each' },
    { name: 'rbac', description: 'ServiceAccounts and roles, too' },
    { name: 'config', value: 'file', description: 'which manifests are for which cluster (default: cdk8s-stateful.yaml, if it is there)' },
  ],
  examples: [
    ['cdk8s-stateful graph dist > system.mmd', 'a picture for a README'],
    ['cdk8s-stateful graph --system shop/db dist', 'one workload'],
    ['cdk8s-stateful graph --out system.svg dist', 'a picture for a browser or a page'],
  ],
  run: (args, terminal) => {
    if (args.positionals.length === 0) { throw new UsageError(["no manifests; 'cdk8s-stateful graph dist' draws a folder"]); }
    const documents = args.positionals.flatMap(name => documentsOf(name, terminal));
    const { parts } = partsOf(documents, configurationFor(args.value('config'), terminal), args);
    const manifests = partNamed(args.value('cluster'), parts, 'draw').documents.map(({ manifest }) => manifest);
    const part = systemNamed(args.value('system'), drawn(manifests, args.has('rbac')));
    return output(args.has('whole') ? part : folded(part), args, terminal);
  },
};

function drawn(manifests: readonly Manifest[], rbac: boolean): Graph {
  try {
    return systemGraph(manifests, { rbac });
  } catch (error) {
    throw error instanceof GraphTooLarge ? new UsageError([error.message]) : error;
  }
}

function systemNamed(name: string | undefined, whole: Graph): Graph {
  const part = name === undefined ? whole : partOf(whole, name);
  if (part) { return part; }
  const known = whole.groups.filter(({ kind }) => kind !== 'Namespace').map(group => group.name);
  throw new UsageError([`no workload has the name '${name}'${didYouMean(name!, known)}`]);
}
