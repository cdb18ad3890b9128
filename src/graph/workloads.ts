import { GraphBuilder } from './graph-builder';
import { idOf, namespaceGroup } from './ids';
import { listOf, Manifest, recordOf, textOf } from '../kubernetes/manifest';
import { ordinalsOf, replicasOf } from '../kubernetes/workload';
import { namespaceOf, referenceTo } from '../manifest/inventory';
import { Pods } from '../manifest/references/pods';
import { References } from '../manifest/references/references';

/** Pods that are alike in everything that a picture shows: one, or a range of ordinals. */
export interface DrawnPods {
  readonly id: string;
  /** The ordinals, where pods have some. */
  readonly first?: number;
  readonly last?: number;
}

/** More pods of a set than this are drawn as the first, the last, and one box for those between. */
const MOST_PODS = 5;

/** Draws a workload as a frame with its pods in it, and returns these. */
export function drawWorkload(pods: Pods, references: References, builder: GraphBuilder): DrawnPods[] {
  const { workload } = pods;
  const group = builder.group({
    id: idOf(workload),
    kind: workload.kind,
    name: referenceTo(workload).name,
    lines: factsOf(pods, references),
    parent: namespaceGroup(namespaceOf(workload)),
    object: workload,
  });
  return rangesOf(workload).map(range => {
    const name = podName(workload, range);
    const id = builder.node({ id: `${group} pod ${name}`, kind: 'Pod', name, lines: linesOf(pods, range), group, object: workload, derived: workload.kind !== 'Pod' });
    return { id, ...range };
  });
}

interface Range {
  readonly first?: number;
  readonly last?: number;
}

/** Ordinals from left to right; pods without ordinals are one box. */
function rangesOf(workload: Manifest): Range[] {
  if (workload.kind !== 'StatefulSet') { return replicasOf(workload) > 0 ? [{}] : []; }
  const { first, last } = ordinalsOf(workload);
  const one = (ordinal: number) => ({ first: ordinal, last: ordinal });
  const count = last - first + 1;
  if (!(count > 0)) { return []; }
  return count <= MOST_PODS
    ? Array.from({ length: count }, (_, index) => one(first + index))
    : [one(first), one(first + 1), { first: first + 2, last: last - 1 }, one(last)];
}

function podName(workload: Manifest, { first, last }: Range): string {
  const { name } = referenceTo(workload);
  const count = replicasOf(workload);
  if (first === undefined) { return count === 1 || ['Pod', 'DaemonSet'].includes(workload.kind) ? name : `${name} ×${count}`; }
  return first === last ? `${name}-${first}` : `${name}-${first} … ${name}-${last}`;
}

/** Images and ports; the name in the DNS of a set's pod. */
function linesOf({ workload, template }: Pods, { first, last }: Range): string[] {
  const containers = listOf(template.spec.containers).map(recordOf);
  const service = textOf(recordOf(workload.spec).serviceName);
  const dns = service !== '' && first !== undefined ? [`${referenceTo(workload).name}-${first === last ? first : 'N'}.${service}`] : [];
  const onNodes = workload.kind === 'DaemonSet' ? ['one on each node'] : [];
  return [...dns, ...onNodes, ...containers.map(container => {
    const ports = listOf(container.ports).map(port => textOf(recordOf(port).name) || String(recordOf(port).containerPort));
    return `${textOf(container.image) || textOf(container.name)}${ports.length > 0 ? ` :${ports.join(' :')}` : ''}`;
  })];
}

/** What holds for all pods of a workload: budgets, spread, policies, when it runs. */
function factsOf(pods: Pods, references: References): string[] {
  const { workload, template } = pods;
  const { schedule } = recordOf(workload.spec);
  const budgets = references.selectionsFor('protects').filter(selection => references.selects(selection, pods)).map(({ from }) => {
    const { minAvailable, maxUnavailable } = recordOf(from.spec);
    return minAvailable === undefined ? `at most ${maxUnavailable} evicted at a time` : `at least ${minAvailable} kept by evictions`;
  });
  const spread = listOf(template.spec.topologySpreadConstraints).map(recordOf)
    .map(({ topologyKey, whenUnsatisfiable }) => `spread over ${placeOf(topologyKey)}${whenUnsatisfiable === 'DoNotSchedule' ? ', or not started' : ''}`);
  const apart = references.selectionsOf(workload).filter(selection => selection.relation === 'keeps away from' && references.selects(selection, pods)).length > 0;
  const isReached = references.selectionsFor('routes to').some(selection => references.selects(selection, pods));
  const isRestricted = references.selectionsFor('restricts').some(selection => references.selects(selection, pods));
  return [
    ...typeof schedule === 'string' ? [`runs at ${schedule}`] : [],
    ...replicasOf(workload) === 0 ? ['scaled to nothing'] : [],
    ...budgets,
    ...spread,
    ...apart ? ['pods keep apart from each other'] : [],
    ...isReached && !isRestricted ? ['open to every pod'] : [],
  ];
}

const PLACES: Readonly<Record<string, string>> = { 'kubernetes.io/hostname': 'nodes', 'topology.kubernetes.io/zone': 'zones', 'topology.kubernetes.io/region': 'regions' };

function placeOf(topologyKey: unknown): string {
  return PLACES[textOf(topologyKey)] ?? textOf(topologyKey);
}
