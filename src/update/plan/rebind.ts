import { listed } from '../claim-effects';
import { PlanStep, StepObject, deleteStep, patchStep, reference, waitStep } from './step';
import { namespaceOf } from '../../manifest/inventory';
import { Manifest, recordOf } from '../../manifest/manifest';
import { sha256 } from '../../manifest/sha256';
import { claimNameOf, claimTemplatesOf, ordinalsOf } from '../../manifest/workload';
import { YamlWriter } from '../../synth/yaml-writer';

/** A volume that goes from one claim to another. */
export interface Move {
  readonly from: { readonly namespace: string; readonly name: string };
  readonly to: { readonly namespace: string; readonly name: string };
  /** The claim template as it was: size and class must stay, or the volume does not bind. */
  readonly template: Record<string, any>;
  /** Labels that the new claim carries. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Marks a volume on its way, since its name is known only to the cluster. */
const MARK = 'cdk8s-stateful/moves-to';

/** One move for each ordinal that both sets have, with the templates paired by name, or one by one if they were renamed. */
export function movesOf(before: Manifest, after: Manifest): Move[] {
  const pairs = pairTemplates(before, after);
  const moves: Move[] = [];
  for (const ordinal of listed(ordinalsOf(before))) {
    for (const { old, next } of pairs) {
      moves.push({
        from: { namespace: namespaceOf(before), name: claimNameOf(old, String(before.metadata?.name), ordinal) },
        to: { namespace: namespaceOf(after), name: claimNameOf(next, String(after.metadata?.name), ordinal) },
        template: old,
        labels: { ...recordOf(recordOf(next.metadata).labels), ...recordOf(recordOf(recordOf(after.spec).selector).matchLabels) },
      });
    }
  }
  return moves.filter(({ from, to }) => from.namespace !== to.namespace || from.name !== to.name);
}

interface TemplatePair {
  readonly old: Record<string, any>;
  readonly next: Record<string, any>;
}

/** Templates of the same name belong together; of the rest the first of the old and the first of the new, and so on. */
export function pairTemplates(before: Manifest, after: Manifest): TemplatePair[] {
  const name = (template: unknown) => String(recordOf(recordOf(template).metadata).name);
  const [old, next] = [claimTemplatesOf(before).map(recordOf), claimTemplatesOf(after).map(recordOf)];
  const byName = new Map(next.map(template => [name(template), template]));
  const oldNames = new Set(old.map(name));
  const fresh = next.filter(template => !oldNames.has(name(template)));
  const gone = old.filter(template => !byName.has(name(template)));
  return [
    ...old.filter(template => byName.has(name(template))).map(template => ({ old: template, next: byName.get(name(template))! })),
    ...gone.slice(0, fresh.length).map((template, index) => ({ old: template, next: fresh[index] })),
  ];
}

function markOf({ to }: Move): string {
  const text = `${to.namespace}.${to.name}`;
  return text.length <= 63 ? text : sha256(text).slice(0, 40);
}

function volumeOfClaim({ namespace, name }: Move['from']): StepObject {
  return { ...reference('PersistentVolume', '', ''), nameFrom: `kubectl get pvc ${name} -n ${namespace} -o jsonpath='{.spec.volumeName}'` };
}

function marked(move: Move): StepObject {
  return { ...reference('PersistentVolume', '', ''), nameFrom: `kubectl get pv -l ${MARK}=${markOf(move)} -o jsonpath='{.items[0].metadata.name}'` };
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
    waitStep('See that it will be kept', marked(move), '{.spec.persistentVolumeReclaimPolicy}', 'Retain'),
  ]);
}

/** With no pod left: release each volume from its old claim, and give it to the new one. */
export function rebind(moves: readonly Move[]): PlanStep[] {
  return moves.flatMap(move => [
    deleteStep(`Delete claim ${move.from.name}; its volume is kept`, claim(move.from)),
    waitStep('Wait until the volume is released', marked(move), '{.status.phase}', 'Released'),
    patchStep(`Give the volume to claim ${move.to.name}`, marked(move), {
      spec: { claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...move.to, uid: null, resourceVersion: null } },
    }),
    createClaim(move),
    waitStep(`Wait until ${move.to.name} has the volume`, claim(move.to), '{.status.phase}', 'Bound'),
  ]);
}

/** The claim names its volume, and takes the volume's class: only so it binds this one. */
function createClaim(move: Move): PlanStep {
  const { storageClassName, selector, dataSource, dataSourceRef, ...spec } = recordOf(move.template.spec);
  const manifest: Manifest = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { ...move.to, ...Object.keys(move.labels).length > 0 && { labels: move.labels } },
    spec,
  };
  const { nameFrom } = marked(move);
  const text = new YamlWriter().stringify([manifest]).replace(/[\\$`]/g, '\\$&');
  const ofVolume = `  volumeName: "$(${nameFrom})"\n  storageClassName: "$(kubectl get pv -l ${MARK}=${markOf(move)} -o jsonpath='{.items[0].spec.storageClassName}')"\n`;
  return {
    title: `Create claim ${move.to.name} for that volume`,
    action: 'apply',
    object: claim(move.to),
    manifests: [manifest],
    command: `kubectl apply --server-side --force-conflicts -f - <<END\n${text}${ofVolume}END`,
  };
}

/** The marks have done their work. */
export function unmark(moves: readonly Move[]): PlanStep[] {
  return moves.map(move => ({
    title: `Take the mark off the volume of ${move.to.name}`,
    action: 'label',
    object: marked(move),
    command: `kubectl label pv -l ${MARK}=${markOf(move)} ${MARK}-`,
  }));
}

/** The same moves, the other way. */
export function reversed(moves: readonly Move[], before: Manifest): Move[] {
  const labels = recordOf(recordOf(recordOf(before.spec).selector).matchLabels);
  return moves.map(({ from, to, template }) => ({
    from: to, to: from, template, labels: { ...recordOf(recordOf(template.metadata).labels), ...labels },
  }));
}
