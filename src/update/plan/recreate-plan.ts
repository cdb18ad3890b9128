import { companions, followers } from './companions';
import { copiesOf, copyData, movesOfCopies, releaseOld } from './copy';
import { forgetRelease } from './helm';
import { GENERAL_LIMITS, keepsOldPods, onlyListed } from './limits';
import { Move, movesOf, rebind, reversed, secureVolumes, unmark } from './rebind';
import { isSameStorage } from './same-storage';
import { createSet, deleteSet, expectReplicas, keepClaims, labelPods, restartPods, showClaims, stopPods, withOldPods } from './set-steps';
import { MigrationPlan, PlanStep, patchStep, reference } from './step';
import { TemplatePair, pairTemplates } from './template-pairs';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { Manifest, recordOf } from '../../manifest/manifest';
import { parseQuantity } from '../../manifest/quantity';
import { claimNameOf, claimTemplatesOf, ordinalsOf, podTemplateOf } from '../../manifest/workload';
import { claimNames, listed } from '../claim-effects';
import { Change } from '../effect';
import { sameData } from '../field-change';
import { Update } from '../update';
import { World } from '../world';

interface Templates {
  readonly grown: readonly TemplatePair[];
  readonly shrunk: readonly TemplatePair[];
  /** To another kind of storage: the data has to be copied. */
  readonly reclassed: readonly TemplatePair[];
  /** To a class that is the same under another name. */
  readonly renamedClass: readonly TemplatePair[];
  /** Whether the pods need volumes that they do not have, so that they cannot run on. */
  readonly isNew: boolean;
}

/** What is known about the other changes of the same diff. */
export interface Surroundings {
  readonly world: World;
  readonly isRefused: (object: Manifest) => boolean;
}

/** A set of the same name with fields that never change: only the set goes, its pods and claims stay where that is possible. */
export function recreatePlan({ given: { before, after } }: Update, changes: readonly Change[], { world, isRefused }: Surroundings): MigrationPlan {
  const templates = templatesOf(before, after, world);
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
      expectReplicas(before),
      ...companions(after, world),
      ...keepClaims(before),
      ...grow(before, templates.grown, world),
      ...secureVolumes(moves),
      ...mustStop ? stopPods(before) : [],
      ...deleteSet(before),
      ...rebind(moves),
      ...copies.length > 0 ? [...copyData(copies), ...secureVolumes(copied), ...releaseOld(copies), ...rebind(copied)] : [],
      ...mustStop ? [] : labelPods(before, after),
      ...createSet(withOldPods(before, after), undefined, followers(after, world, isRefused)),
      ...serviceMoves && !mustStop ? restartPods(after) : [],
      ...unmark([...moves, ...copied]),
    ],
    wayBack: wayBack(before, after, moves, mustStop),
    afterwards: forgetRelease(before, after),
    limits: limitsOf(templates, { copies: copies.length > 0, mustStop, serviceMoves, before, after }),
  };
}

function templatesOf(before: Manifest, after: Manifest, world: World): Templates {
  const pairs = pairTemplates(before, after);
  const bigger = ({ old, next }: TemplatePair) => compareSizes(sizeOf(old), sizeOf(next));
  const classesOf = ({ old, next }: TemplatePair) => [old, next].map(template => recordOf(template.spec).storageClassName);
  const isReclassed = (pair: TemplatePair) => new Set(classesOf(pair)).size > 1;
  const isRenamedClass = (pair: TemplatePair) => isReclassed(pair) && isSameStorage(classesOf(pair), world);
  const isCopied = (pair: TemplatePair) => isReclassed(pair) && !isRenamedClass(pair);
  const kept = pairs.filter(pair => !isCopied(pair));
  return {
    grown: kept.filter(pair => bigger(pair) > 0),
    shrunk: kept.filter(pair => bigger(pair) < 0),
    reclassed: pairs.filter(isCopied),
    renamedClass: pairs.filter(isRenamedClass),
    isNew: claimTemplatesOf(after).length !== pairs.length || claimTemplatesOf(before).length !== pairs.length,
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
      ...showClaims('See how far the driver is; it goes on in the background', set, claims),
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
  const back = reversed(moves);
  return [
    ...keepClaims(after),
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
  readonly after: Manifest;
}

function limitsOf({ grown, shrunk, renamedClass }: Templates, { copies, mustStop, serviceMoves, before, after }: Situation): string[] {
  const pairs = pairTemplates(before, after);
  const left = claimTemplatesOf(before).length > pairs.length ? claimNames(before).filter(name => !pairs.some(({ old }) => name.startsWith(`${old.metadata?.name}-`))) : [];
  return [
    mustStop
      ? 'The system is down from the moment its pods stop until the new ones are Ready.'
      : 'Between deleting and creating the set nobody replaces a pod that fails; do not leave the plan half done.',
    ...!mustStop && !sameData(podTemplateOf(before), podTemplateOf(after)) ? ['The pods are taken over as they are; then they restart one after the other, since their template changes too.'] : [],
    ...grown.length > 0 ? [
      'A claim never shrinks back: there is no way back from growing.',
      'A driver that cannot grow volumes, and volumes without a StorageClass, stop the plan at the step that grows the first claim, before anything is deleted; without those steps only new ordinals get the size.',
    ] : [],
    ...shrunk.length > 0 ? ['Claims that exist keep their larger size; only new ordinals get the smaller one.'] : [],
    ...renamedClass.map(({ old }) => `Claims that exist keep class ${recordOf(old.spec).storageClassName}, which is the same storage; keep the class as long as they shall grow.`),
    ...left.length > 0 ? [`Claims of templates that are gone stay where they are: ${left.slice(0, 3).join(', ')}${left.length > 3 ? ', ...' : ''}.`] : [],
    ...copies ? [
      'Old volumes stay, Released and labelled cdk8s-stateful/was, until you delete them. The way back below creates the old set over the copies;'
        + ' to go back to the old volumes, re-bind them in the same way.',
      'The copy runs as root with busybox; a namespace that enforces Pod Security "restricted" refuses it.',
    ] : [],
    ...serviceMoves ? ['Clients that use the DNS names of the old Service must be changed.'] : [],
    ...keepsOldPods(before, after),
    ...onlyListed(before),
    ...GENERAL_LIMITS,
  ];
}
