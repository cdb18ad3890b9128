import { DB_WITH_DATA, ON_NODE_1, ONCE, claimYaml, podYaml, together, volumeYaml } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { Claim } from '../../../manifest/claims';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const HOSTNAME = 'kubernetes.io/hostname';

const example = (node: string) => together(
  volumeYaml('disk-1', 'storageClassName: disks', ONCE, 'local: {path: /data}', ON_NODE_1),
  claimYaml('data', `storageClassName: disks, ${ONCE}`),
  podYaml(`nodeSelector: {kubernetes.io/hostname: ${node}}`, DB_WITH_DATA, 'volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]'));

export const volumeNodeAffinity: Check = {
  id: 'volume-node-affinity',
  why: 'a pod runs only where all its volumes are: if its node selector excludes their nodes, or pods that must be apart have their volumes '
    + 'on one node, it stays Pending',
  run: function* (inventory, context) {
    if (inventory.ofKind('PersistentVolume').length === 0) { return; }
    for (const { claim, reserved, bound } of context.staticBindings()) {
      for (const pods of podsOf(claim, context)) {
        yield* unreachable(pods, claim, [...reserved, ...bound]);
        yield* crowded(pods, claim, [...reserved, ...bound], context);
      }
    }
  },
  bad: example('node-2'),
  good: example('node-1'),
};

/** The pods that use a claim. */
function podsOf(claim: Claim, { references }: CheckContext): readonly Pods[] {
  const workloads = claim.path === ''
    ? references.to(claim.from).filter(({ relation }) => relation === 'mounts').map(({ from }) => from)
    : [claim.from];
  return workloads.flatMap(workload => references.pods.of(workload) ?? []);
}

/** A volume on nodes that the node selector of the pods excludes. */
function* unreachable({ workload, template }: Pods, claim: Claim, volumes: readonly Manifest[]): Iterable<SystemProblem> {
  const wanted = Object.entries(recordOf(template.spec.nodeSelector));
  for (const volume of wanted.length > 0 ? volumes : []) {
    const terms = termsOf(volume);
    const conflict = wanted.find(([label, value]) => terms.length > 0 && terms.every(term => excludes(term, label, value)));
    if (!conflict) { continue; }
    yield {
      object: workload,
      path: `${template.path}/spec/nodeSelector`,
      message: `${titleOf(workload)} runs only on nodes with ${conflict[0]}=${textOf(conflict[1])}, but ${titleOf(volume)}, which its claim ${claim.title} gets, is elsewhere`,
      fix: `change the node selector, or spec.nodeAffinity of ${titleOf(volume)}`,
    };
    return;
  }
}

/** Pods that must be on different nodes, with all their volumes on one. */
function* crowded({ workload, template }: Pods, claim: Claim, volumes: readonly Manifest[], { references }: CheckContext): Iterable<SystemProblem> {
  const hosts = new Set(volumes.map(hostOf));
  const [host] = hosts;
  if (claim.count < 2 || volumes.length < 2 || hosts.size > 1 || host === undefined) { return; }
  const own = references.pods.of(workload)!;
  const apart = references.selectionsOf(workload).find(selection => selection.relation === 'keeps away from' && selection.required
    && references.selects(selection, own) && topologyOf(template.spec, selection.path) === HOSTNAME);
  if (!apart) { return; }
  yield {
    object: workload,
    path: apart.path,
    message: `${titleOf(workload)} must run its pods on different nodes, but all volumes for its claims ${claim.title} are on node '${textOf(host)}'`,
    fix: 'put the volumes on different nodes, or make the anti-affinity a preference',
  };
}

function termsOf(volume: Manifest): Record<string, any>[] {
  return listOf(recordOf(recordOf(recordOf(volume.spec).nodeAffinity).required).nodeSelectorTerms).map(recordOf);
}

function excludes(term: Record<string, any>, label: string, value: unknown): boolean {
  return listOf(term.matchExpressions).map(recordOf).some(({ key, operator, values }) =>
    key === label && (operator === 'In' && !listOf(values).includes(value) || operator === 'NotIn' && listOf(values).includes(value)));
}

/** The one node that a volume is on; undefined if there may be several. */
function hostOf(volume: Manifest): string | undefined {
  const [term, ...others] = termsOf(volume);
  const expression = listOf(term?.matchExpressions).map(recordOf).find(({ key, operator }) => key === HOSTNAME && operator === 'In');
  return others.length === 0 && listOf(expression?.values).length === 1 ? expression!.values[0] : undefined;
}

function topologyOf(spec: Record<string, any>, path: string): unknown {
  const index = Number(path.split('/').at(-2));
  return recordOf(listOf(recordOf(recordOf(spec.affinity).podAntiAffinity).requiredDuringSchedulingIgnoredDuringExecution)[index]).topologyKey;
}
