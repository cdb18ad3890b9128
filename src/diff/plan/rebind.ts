import { createClaim } from './bound-claim';
import { Phase } from './phases';
import { quoted } from './shell';
import { deleteStep, inBash, kubectl, patchStep, reference, volumeNameOf, waitStep } from './step';
import { TemplatePair } from './template-pairs';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { claimNameOf, ordinalsOf } from '../../kubernetes/workload';
import { namespaceOf } from '../../manifest/inventory';
import { sha256 } from '../../manifest/sha256';
import { PlanStep, StepObject } from '../../reports/plan';
import { listed } from '../changes/claim-effects';

export interface ClaimName {
  readonly namespace: string;
  readonly name: string;
}

/** A claim without its volume. */
export interface Claim extends ClaimName {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** A volume that goes from one claim to another. */
export interface Move {
  readonly from: Claim;
  readonly to: Claim;
  /** Spec of the claim as it was: size and class stay with the volume. */
  readonly spec: Readonly<Record<string, any>>;
  /** The claim stands in the manifests, and is applied again. @default false */
  readonly isWritten?: boolean;
}

/** A volume's name is known only to the cluster, so it is marked with the claim that it came from. */
const MARK = 'cdk8s-stateful/volume-of';

/** What people find a volume by that no claim has any more. */
const OLD_MARK = 'cdk8s-stateful/was-volume-of';

/** What to set it back to. */
const POLICY = 'cdk8s-stateful/reclaim-policy';

/** One move for each ordinal that both sets have, for each of these pairs of templates. */
export function movesOf(before: Manifest, after: Manifest, pairs: readonly TemplatePair[]): Move[] {
  const moves = listed(ordinalsOf(before)).flatMap(ordinal => pairs.map(({ old, next }): Move => ({
    from: claimOf(old, before, ordinal),
    to: claimOf(next, after, ordinal),
    spec: recordOf(old.spec),
  })));
  return moves.filter(({ from, to }) => from.namespace !== to.namespace || from.name !== to.name);
}

/** As the controller makes it: labels of the template, and those of the set's selector. */
export function claimOf(template: Record<string, any>, set: Manifest, ordinal: number): Claim {
  const { labels, annotations } = recordOf(template.metadata);
  return {
    namespace: namespaceOf(set),
    name: claimNameOf(template, String(set.metadata?.name), ordinal),
    labels: { ...recordOf(labels), ...recordOf(recordOf(recordOf(set.spec).selector).matchLabels) },
    annotations: recordOf(annotations),
  };
}

function markOf({ from }: Move): string {
  const text = `${from.namespace}.${from.name}`;
  return text.length <= 63 ? text : sha256(text).slice(0, 40);
}

function fieldOfMarked(move: Move, path: string): string {
  return `kubectl get pv -l ${MARK}=${markOf(move)} -o jsonpath='{.items[*].${path}}'`;
}

/** Two volumes with one mark, or none, give no name, and the step fails. */
function marked(move: Move): StepObject {
  return { ...reference('PersistentVolume', '', ''), nameFrom: fieldOfMarked(move, 'metadata.name') };
}

export function claimReference({ namespace, name }: ClaimName) {
  return reference('PersistentVolumeClaim', namespace, name);
}

/** While everything still runs: no volume may be deleted with its claim, and each can be found again. */
export function secureVolumes(moves: readonly Move[]): PlanStep[] {
  return moves.flatMap(move => [
    kubectl({
      title: `Mark the volume of ${move.from.name}`,
      action: 'label',
      object: { ...reference('PersistentVolume', '', ''), nameFrom: volumeNameOf(move.from) },
      verb: ['label'],
      options: [`${MARK}=${markOf(move)}`, '--overwrite'],
    }, { patch: { metadata: { labels: { [MARK]: markOf(move) } } } }),
    notePolicy(move),
    patchStep('Keep it, whatever becomes of its claim', marked(move), { spec: { persistentVolumeReclaimPolicy: 'Retain' } }),
  ]);
}

/** Only once, so that a plan that is begun again does not take its own Retain for the old policy. */
function notePolicy(move: Move): PlanStep {
  const policy = fieldOfMarked(move, 'spec.persistentVolumeReclaimPolicy');
  const selector = `${MARK}=${markOf(move)},!${POLICY}`;
  return {
    title: 'Note its reclaim policy, to set it back in the end',
    action: 'label',
    object: marked(move),
    patch: { metadata: { labels: { [POLICY]: '' } } },
    valuesFrom: { [pointer('metadata', 'labels', POLICY)]: policy },
    ...inBash(`kubectl label persistentvolume -l ${quoted(selector)} ${POLICY}="$(${policy})"`),
  };
}

/** With no pod left: each volume leaves its old claim, and goes to the new one. */
export function rebindings(moves: readonly Move[]): Phase[] {
  return moves.map(move => ({
    steps: [
      deleteStep(`Delete claim ${move.from.name}; its volume is kept`, claimReference(move.from)),
      waitReleased(move),
      ...give(move, move.to),
    ],
    back: [
      deleteStep(`Delete claim ${move.to.name}, if it is there; its volume is kept`, claimReference(move.to)),
      deleteStep(`See that claim ${move.from.name} is gone, too`, claimReference(move.from)),
      ...give(move, move.from),
    ],
  }));
}

export function waitReleased(move: Move): PlanStep {
  return waitStep('Wait until the volume is released', marked(move), { path: '{.status.phase}', value: 'Released' });
}

/** A volume that names a claim without its uid waits for that claim, and takes no other. */
export function give(move: Move, claim: Claim): PlanStep[] {
  const { namespace, name } = claim;
  return [
    patchStep(`Give the volume to claim ${name}`, marked(move), {
      spec: { claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name, uid: null, resourceVersion: null } },
    }),
    ...createClaim({
      manifest: claimManifest(move, claim),
      volume: fieldOfMarked(move, 'metadata.name'),
      className: fieldOfMarked(move, 'spec.storageClassName'),
      isWritten: move.isWritten,
    }),
    waitStep(`Wait until ${name} has the volume`, claimReference(claim), { path: '{.status.phase}', value: 'Bound' }),
  ];
}

function claimManifest({ spec: given }: Move, { namespace, name, labels, annotations }: Claim): Manifest {
  const { storageClassName, selector, dataSource, dataSourceRef, volumeName, ...spec } = given;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { namespace, name, ...Object.keys(labels).length > 0 && { labels }, ...Object.keys(annotations).length > 0 && { annotations } },
    spec,
  };
}

/** Volumes that are bound again get the policy that they had, and lose their marks; one that is not bound would be deleted by it. */
export function settle(moves: readonly Move[]): PlanStep[] {
  if (moves.length === 0) { return []; }
  const volumes = quoted(`${MARK} in (${moves.map(markOf).join(',')})`);
  const object: StepObject = { ...reference('PersistentVolume', '', ''), nameFrom: `kubectl get pv -l ${volumes} -o jsonpath='{.items[*].metadata.name}'` };
  const names = `kubectl get pv -l ${volumes} -o jsonpath='{range .items[*]}{.metadata.name} {.status.phase} {.metadata.labels.${POLICY}}{"\\n"}{end}'`;
  const patch = '-p "{\\"spec\\":{\\"persistentVolumeReclaimPolicy\\":\\"$policy\\"}}"';
  return [
    {
      title: 'Set the reclaim policies back to what they were',
      action: 'patch',
      object,
      patch: { spec: { persistentVolumeReclaimPolicy: '' } },
      valuesFrom: { '/spec/persistentVolumeReclaimPolicy': `kubectl get pv -l ${volumes} -o jsonpath='{.items[*].metadata.labels.${POLICY}}'` },
      ...inBash(`${names} | while read -r volume phase policy; do [ "$phase" != Bound ] || [ -z "$policy" ] || kubectl patch persistentvolume "$volume" --type merge ${patch} || exit 1; done`),
    },
    {
      title: 'Take the marks off the volumes',
      action: 'label',
      object,
      patch: { metadata: { labels: { [MARK]: null, [POLICY]: null } } },
      ...inBash(`kubectl label persistentvolume -l ${volumes} ${MARK}- ${POLICY}-`),
    },
  ];
}

/** Volumes that stay without a claim lose the mark by which a plan finds a volume: the next one of the same claim would find two. */
export function leaveBehind(moves: readonly Move[]): PlanStep[] {
  return moves.map(move => {
    const mark = markOf(move);
    return {
      title: `Note on the old volume that it was that of ${move.from.name}`,
      action: 'label',
      object: marked(move),
      patch: { metadata: { labels: { [OLD_MARK]: mark, [MARK]: null, [POLICY]: null } } },
      ...inBash(`kubectl label persistentvolume -l ${MARK}=${mark} --overwrite ${OLD_MARK}=${mark} ${MARK}- ${POLICY}-`),
    };
  });
}
