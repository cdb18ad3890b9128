import { GraphBuilder } from './graph-builder';
import { idOf, namespaceGroup } from './ids';
import { selectedBy } from './selected-by';
import { listOf, Manifest, recordOf, textOf } from '../kubernetes/manifest';
import { placesOf } from '../kubernetes/topology';
import { replicasOf } from '../kubernetes/workload';
import { namespaceOf, referenceTo } from '../manifest/inventory';
import { PodRange, podNames, podRangesOf } from '../manifest/pod-ranges';
import { Pods } from '../manifest/references/pods';
import { References } from '../manifest/references/references';
import { Selection } from '../manifest/references/selections';

/** Pods that are alike in everything that a picture shows: one, or a range of ordinals. */
export interface DrawnPods extends PodRange {
  readonly id: string;
}

/** What selects the pods of workloads. */
export interface Selectors {
  readonly budgets: ReadonlyMap<Pods, readonly (readonly Selection[])[]>;
  readonly services: ReadonlyMap<Pods, unknown>;
  readonly policies: ReadonlyMap<Pods, unknown>;
}

export function selectorsIn(references: References): Selectors {
  return { budgets: selectedBy('protects', references), services: selectedBy('routes to', references), policies: selectedBy('restricts', references) };
}

/** Budgets of one workload that are drawn; more than one is a mistake. */
const MOST_BUDGETS = 5;

/** Draws a workload as a frame with its pods in it, and returns these. */
export function drawWorkload(pods: Pods, selectors: Selectors, references: References, builder: GraphBuilder, cuts?: readonly number[]): DrawnPods[] {
  const { workload } = pods;
  const group = builder.group({
    id: idOf(workload),
    kind: workload.kind,
    name: referenceTo(workload).name,
    lines: factsOf(pods, selectors, references),
    parent: namespaceGroup(namespaceOf(workload)),
    object: workload,
  });
  return podRangesOf(workload, cuts).map(range => {
    const name = podName(workload, range);
    // How many pods without ordinals there are is no part of what they are.
    const id = builder.node({ id: range.first === undefined ? `${group} pods` : `${group} pod ${name}`, kind: 'Pod', name, lines: linesOf(pods, range), group, object: workload, derived: workload.kind !== 'Pod' });
    return { id, ...range };
  });
}

function podName(workload: Manifest, range: PodRange): string {
  const { name } = referenceTo(workload);
  const count = replicasOf(workload);
  if (range.first === undefined) { return count === 1 || ['Pod', 'DaemonSet'].includes(workload.kind) ? name : `${name} ×${count}`; }
  return podNames(workload, range);
}

/** Images and ports; the name in the DNS of a set's pod. */
function linesOf({ workload, template }: Pods, { first, last }: PodRange): string[] {
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
function factsOf(pods: Pods, selectors: Selectors, references: References): string[] {
  const { workload, template } = pods;
  const { schedule } = recordOf(workload.spec);
  const budgets = firstOf(selectors.budgets.get(pods) ?? [], MOST_BUDGETS).map(({ from }) => {
    const { minAvailable, maxUnavailable } = recordOf(from.spec);
    return minAvailable === undefined ? `at most ${maxUnavailable} evicted at a time` : `at least ${minAvailable} kept by evictions`;
  });
  const spread = listOf(template.spec.topologySpreadConstraints).map(recordOf)
    .map(({ topologyKey, whenUnsatisfiable }) => `spread over ${placesOf(topologyKey)}${whenUnsatisfiable === 'DoNotSchedule' ? ', or not started' : ''}`);
  const apart = references.selectionsOf(workload).filter(selection => selection.relation === 'keeps away from' && references.selects(selection, pods)).length > 0;
  const isOpen = selectors.services.has(pods) && !selectors.policies.has(pods);
  return [
    ...typeof schedule === 'string' ? [`runs at ${schedule}`] : [],
    ...replicasOf(workload) === 0 ? ['scaled to nothing'] : [],
    ...budgets,
    ...spread,
    ...apart ? ['pods keep apart from each other'] : [],
    ...isOpen ? ['open to every pod'] : [],
  ];
}

/** The first items of several lists together. */
function firstOf<T>(lists: readonly (readonly T[])[], count: number): T[] {
  const found: T[] = [];
  for (const list of lists) {
    if (found.length === count) { break; }
    found.push(...list.slice(0, count - found.length));
  }
  return found;
}
