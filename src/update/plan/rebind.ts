import { commandLine } from './shell';
import { APPLY, PlanStep, StepObject, deleteStep, inBash, patchStep, reference, volumeNameOf, waitStep } from './step';
import { pairTemplates } from './template-pairs';
import { namespaceOf } from '../../manifest/inventory';
import { Manifest, recordOf } from '../../manifest/manifest';
import { sha256 } from '../../manifest/sha256';
import { claimNameOf, ordinalsOf } from '../../manifest/workload';
import { YamlWriter } from '../../synth/yaml-writer';
import { listed } from '../claim-effects';

/** A volume that goes from one claim to another. */
export interface Move {
  readonly from: { readonly namespace: string; readonly name: string };
  readonly to: { readonly namespace: string; readonly name: string };
  /** Spec of the claim as it was: size and class must stay, or the volume does not bind. */
  readonly spec: Readonly<Record<string, any>>;
  /** Labels that the claim carried. */
  readonly oldLabels: Readonly<Record<string, string>>;
  /** Labels that the new claim carries. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Marks a volume on its way, since its name is known only to the cluster. */
const MARK = 'cdk8s-stateful/moves-to';

/** One move for each ordinal that both sets have, with the templates paired by name, or by what they are mounted as. */
export function movesOf(before: Manifest, after: Manifest): Move[] {
  const pairs = pairTemplates(before, after);
  const moves = listed(ordinalsOf(before)).flatMap(ordinal => pairs.map(({ old, next }): Move => ({
    from: { namespace: namespaceOf(before), name: claimNameOf(old, String(before.metadata?.name), ordinal) },
    to: { namespace: namespaceOf(after), name: claimNameOf(next, String(after.metadata?.name), ordinal) },
    spec: recordOf(old.spec),
    oldLabels: claimLabels(old, before),
    labels: claimLabels(next, after),
  })));
  return moves.filter(({ from, to }) => from.namespace !== to.namespace || from.name !== to.name);
}

/** As the controller writes them. */
export function claimLabels(template: Record<string, any>, set: Manifest): Record<string, string> {
  return { ...recordOf(recordOf(template.metadata).labels), ...recordOf(recordOf(recordOf(set.spec).selector).matchLabels) };
}

/** The same moves, the other way. */
export function reversed(moves: readonly Move[]): Move[] {
  return moves.map(({ from, to, spec, oldLabels, labels }) => ({ from: to, to: from, spec, oldLabels: labels, labels: oldLabels }));
}

function markOf({ to }: Move): string {
  const text = `${to.namespace}.${to.name}`;
  return text.length <= 63 ? text : sha256(text).slice(0, 40);
}

function volumeOfClaim(from: Move['from']): StepObject {
  return { ...reference('PersistentVolume', '', ''), nameFrom: volumeNameOf(from) };
}

function fieldOfMarked(move: Move, path: string): string {
  return `kubectl get pv -l ${MARK}=${markOf(move)} -o jsonpath='{.items[0].${path}}'`;
}

function marked(move: Move): StepObject {
  return { ...reference('PersistentVolume', '', ''), nameFrom: fieldOfMarked(move, 'metadata.name') };
}

function claim({ namespace, name }: Move['from']) {
  return reference('PersistentVolumeClaim', namespace, name);
}

/** While everything still runs: no volume may be deleted with its claim, and each can be found again. */
export function secureVolumes(moves: readonly Move[]): PlanStep[] {
  return moves.flatMap(move => [
    patchStep(`Keep the volume of ${move.from.name}, and mark where it goes`, volumeOfClaim(move.from), {
      metadata: { labels: { [MARK]: markOf(move) } },
      spec: { persistentVolumeReclaimPolicy: 'Retain' },
    }),
    waitStep('See that it will be kept', marked(move), { path: '{.spec.persistentVolumeReclaimPolicy}', value: 'Retain' }),
  ]);
}

/** With no pod left: release each volume from its old claim, and give it to the new one. */
export function rebind(moves: readonly Move[]): PlanStep[] {
  return moves.flatMap(move => [
    deleteStep(`Delete claim ${move.from.name}; its volume is kept`, claim(move.from)),
    waitStep('Wait until the volume is released', marked(move), { path: '{.status.phase}', value: 'Released' }),
    patchStep(`Give the volume to claim ${move.to.name}`, marked(move), {
      spec: { claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...move.to, uid: null, resourceVersion: null } },
    }),
    createClaim(move),
    waitStep(`Wait until ${move.to.name} has the volume`, claim(move.to), { path: '{.status.phase}', value: 'Bound' }),
  ]);
}

/** The claim names its volume, and takes the volume's class: only so it binds this one. */
function createClaim(move: Move): PlanStep {
  const { storageClassName, selector, dataSource, dataSourceRef, volumeName, ...spec } = move.spec;
  const manifest: Manifest = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { ...move.to, ...Object.keys(move.labels).length > 0 && { labels: move.labels } },
    spec,
  };
  const [name, className] = [fieldOfMarked(move, 'metadata.name'), fieldOfMarked(move, 'spec.storageClassName')];
  const text = new YamlWriter().stringify([manifest]).replace(/[\\$`]/g, '\\$&');
  return {
    title: `Create claim ${move.to.name} for that volume`,
    action: 'apply',
    object: claim(move.to),
    manifests: [manifest],
    valuesFrom: { '/spec/volumeName': name, '/spec/storageClassName': className },
    ...inBash(`volume="$(${name})" && class="$(${className})" && [ -n "$volume" ] && ${commandLine(APPLY)} <<END\n${text}  volumeName: "$volume"\n  storageClassName: "$class"\nEND`),
  };
}

/** The marks have done their work. */
export function unmark(moves: readonly Move[]): PlanStep[] {
  return moves.map(move => {
    const argv = ['kubectl', 'label', 'persistentvolume', '-l', `${MARK}=${markOf(move)}`, `${MARK}-`];
    return {
      title: `Take the mark off the volume of ${move.to.name}`,
      action: 'label',
      object: marked(move),
      patch: { metadata: { labels: { [MARK]: null } } },
      argv,
      command: commandLine(argv),
    };
  });
}
