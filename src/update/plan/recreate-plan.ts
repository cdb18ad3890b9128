import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { Manifest, recordOf } from '../../manifest/manifest';
import { parseQuantity } from '../../manifest/quantity';
import { claimNameOf, claimTemplatesOf, ordinalsOf } from '../../manifest/workload';
import { listed } from '../claim-effects';
import { Change } from '../effect';
import { Update } from '../update';
import { World } from '../world';
import { copiesOf, copyData, movesOfCopies, releaseOld } from './copy';
import { forgetRelease } from './helm';
import { Move, movesOf, pairTemplates, rebind, reversed, secureVolumes, unmark } from './rebind';
import { createSet, deleteSet, keepClaims, labelPods, restartPods, setReference, stopPods } from './set-steps';
import { MigrationPlan, PlanStep, checkStep, patchStep, reference } from './step';

interface Templates {
  readonly grown: readonly TemplatePair[];
  readonly shrunk: readonly TemplatePair[];
  readonly reclassed: readonly TemplatePair[];
  /** Whether the pods need volumes that they do not have, so that they cannot run on. */
  readonly isNew: boolean;
}

type TemplatePair = ReturnType<typeof pairTemplates>[number];

/** A set of the same name with fields that never change: only the set goes, its pods and claims stay where that is possible. */
export function recreatePlan({ given: { before, after } }: Update, changes: readonly Change[], world: World): MigrationPlan {
  const templates = templatesOf(before, after);
  const moves = movesOf(before, after);
  const copies = copiesOf(before, after, templates.reclassed);
  const copied = movesOfCopies(copies);
  const mustStop = templates.isNew || moves.length > 0 || copies.length > 0;
  const serviceMoves = recordOf(before.spec).serviceName !== recordOf(after.spec).serviceName;
  return {
    title: `StatefulSet ${namespaceOf(after)}/${after.metadata?.name} created again over its claims${mustStop ? '' : ' and running pods'}`,
    object: referenceTo(after),
    changes: changes.map(({ id }) => id),
    downtime: mustStop,
    steps: [
      ...keepClaims(before),
      ...grow(before, templates.grown, world),
      ...secureVolumes(moves),
      ...mustStop ? stopPods(before) : [],
      ...deleteSet(before),
      ...rebind(moves),
      ...copies.length > 0 ? [...copyData(copies), ...secureVolumes(copied), ...releaseOld(copies), ...rebind(copied)] : [],
      ...mustStop ? [] : labelPods(before, after),
      ...createSet(after),
      ...serviceMoves && !mustStop ? restartPods(after) : [],
      ...unmark([...moves, ...copied]),
      ...forgetRelease(before, after),
    ],
    wayBack: wayBack(before, after, moves, mustStop),
    afterwards: [],
    limits: limitsOf(templates, { copies: copies.length > 0, mustStop, serviceMoves, before }),
  };
}

function templatesOf(before: Manifest, after: Manifest): Templates {
  const pairs = pairTemplates(before, after);
  const bigger = ({ old, next }: TemplatePair) => compareSizes(sizeOf(old), sizeOf(next));
  const isReclassed = ({ old, next }: TemplatePair) => recordOf(old.spec).storageClassName !== recordOf(next.spec).storageClassName;
  const kept = pairs.filter(pair => !isReclassed(pair));
  return {
    grown: kept.filter(pair => bigger(pair) > 0),
    shrunk: kept.filter(pair => bigger(pair) < 0),
    reclassed: pairs.filter(isReclassed),
    isNew: claimTemplatesOf(after).length !== claimTemplatesOf(before).length,
  };
}

function sizeOf(template: Record<string, any>): string {
  return String(recordOf(recordOf(recordOf(template.spec).resources).requests).storage);
}

function compareSizes(before: string, after: string): number {
  const [old, next] = [parseQuantity(before) ?? 0n, parseQuantity(after) ?? 0n];
  return next > old ? 1 : next < old ? -1 : 0;
}

/** Each claim grows by itself; the driver does the rest while the pod runs, or when it next starts. */
function grow(set: Manifest, grown: readonly TemplatePair[], world: World): PlanStep[] {
  const namespace = namespaceOf(set);
  const ordinals = listed(ordinalsOf(set));
  return grown.flatMap(({ old, next }) => {
    const storage = sizeOf(next);
    const claims = ordinals.map(ordinal => claimNameOf(old, String(set.metadata?.name), ordinal));
    return [
      ...allowGrowth(recordOf(old.spec).storageClassName, world),
      ...claims.map(name => patchStep(`Grow claim ${name} to ${storage}`, reference('PersistentVolumeClaim', namespace, name), { spec: { resources: { requests: { storage } } } })),
      ...claims.length > 0 ? [checkStep('See how far the driver is; it goes on in the background', setReference(set), `kubectl get pvc -n ${namespace} ${claims.join(' ')}`)] : [],
    ];
  });
}

function allowGrowth(name: unknown, world: World): PlanStep[] {
  if (typeof name !== 'string' || name === '') { return []; }
  const object = reference('StorageClass', '', name);
  if (world.storageClass(name)?.allowVolumeExpansion === true && world.before.inventory.findIn('StorageClass', '', name)?.allowVolumeExpansion === true) { return []; }
  return [patchStep(`Allow claims of class ${name} to grow (its driver must be able to)`, object, { allowVolumeExpansion: true })];
}

function wayBack(before: Manifest, after: Manifest, moves: readonly Move[], mustStop: boolean): PlanStep[] {
  const back = reversed(moves, before);
  return [
    ...secureVolumes(back),
    ...mustStop ? stopPods(after) : [],
    ...deleteSet(after),
    ...rebind(back),
    ...mustStop ? [] : labelPods(after, before),
    ...createSet(before, 'Create the set as it was'),
    ...unmark(back),
  ];
}

interface Situation {
  readonly copies: boolean;
  readonly mustStop: boolean;
  readonly serviceMoves: boolean;
  readonly before: Manifest;
}

function limitsOf({ grown, shrunk }: Templates, { copies, mustStop, serviceMoves, before }: Situation): string[] {
  const { first, last } = ordinalsOf(before);
  return [
    mustStop
      ? 'The system is down from the moment its pods stop until the new ones are Ready.'
      : 'Between deleting and creating the set nobody replaces a pod that fails; do not leave the plan half done.',
    ...grown.length > 0 ? ['A claim never shrinks back: there is no way back from growing.'] : [],
    ...shrunk.length > 0 ? ['Claims that exist keep their larger size; only new ordinals get the smaller one.'] : [],
    ...copies ? [
      'Old volumes stay, Released and labelled cdk8s-stateful/was, until you delete them. The way back below creates the old set over the copies;'
        + ' to go back to the old volumes, re-bind them in the same way.',
      'The copy runs as root with busybox; a namespace that enforces Pod Security "restricted" refuses it.',
    ] : [],
    ...serviceMoves ? ['Clients that use the DNS names of the old Service must be changed.'] : [],
    ...last - first > 99 ? ['Only the first 100 ordinals are covered.'] : [],
  ];
}
