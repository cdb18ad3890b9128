import { companions, followers } from './companions';
import { Copy, copiesOf, copyData, exchanges, prepareCopies } from './copy';
import { grow, growthOf, isFixedSize, sizeOf } from './grow';
import { forgetRelease } from './helm';
import { GENERAL_LIMITS, keepsOldPods, onlyListed } from './limits';
import { inPhases } from './phases';
import { expectAbsent, expectAccepted, expectClasses, expectReplicas, expectUnused, pause } from './precautions';
import { Move, claimReference, leaveBehind, movesOf, rebindings, secureVolumes, settle } from './rebind';
import { findByMark, labelPods, markPods, servicesThatLosePods, unmark } from './relabel';
import { isSameStorage } from './same-storage';
import { deleteSet, keepClaims, podNames, replaceSet, restartPods, restoreSet, setReference, stopPods, withOldPods } from './set-steps';
import { Surroundings } from './surroundings';
import { TemplatePair, pairTemplates } from './template-pairs';
import { ApiModel } from '../../kubernetes/api/model';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { claimTemplatesOf, replicasOf } from '../../kubernetes/workload';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { Change } from '../../reports/change';
import { MigrationPlan, PlanStep } from '../../reports/plan';
import { claimNames } from '../changes/claim-effects';
import { rolloutOf } from '../changes/rollout';
import { sameTemplate } from '../changes/same-template';
import { Update } from '../changes/update';
import { World } from '../changes/world';

interface Templates {
  readonly grown: readonly TemplatePair[];
  /** Larger in the manifests, and of volumes that do not grow. */
  readonly fixed: readonly TemplatePair[];
  /** To another kind of storage: the data has to be copied. */
  readonly reclassed: readonly TemplatePair[];
  /** Whose volumes stay. */
  readonly kept: readonly TemplatePair[];
  /** To a class that is the same under another name. */
  readonly renamedClass: readonly TemplatePair[];
  /** Whether the pods need volumes that they do not have, so that they cannot run on. */
  readonly isNew: boolean;
}

/** What a plan for one set has to do. */
interface Situation {
  readonly before: Manifest;
  /** With the pods that the old one has. */
  readonly after: Manifest;
  readonly templates: Templates;
  readonly moves: readonly Move[];
  readonly copies: readonly Copy[];
  readonly mustStop: boolean;
  readonly serviceMoves: boolean;
  readonly surroundings: Surroundings;
}

/** A set of the same name with fields that never change: only the set goes, its pods and claims stay where that is possible. */
export function recreatePlan({ given: { before, after } }: Update, changes: readonly Change[], surroundings: Surroundings): MigrationPlan {
  const templates = templatesOf(before, after, surroundings.world);
  const moves = movesOf(before, after, templates.kept);
  const copies = copiesOf(before, after, templates.reclassed);
  const { model } = surroundings.world;
  const mustStop = templates.isNew || moves.length > 0 || copies.length > 0;
  const serviceMoves = recordOf(before.spec).serviceName !== recordOf(after.spec).serviceName;
  const situation = { before, after: withOldPods(before, after), templates, moves, copies, mustStop, serviceMoves, surroundings };
  const restarts = mustRestart(before, after, serviceMoves, model);
  const settled = [...moves, ...copies.map(({ fresh }) => fresh)];
  return {
    title: `StatefulSet ${namespaceOf(after)}/${after.metadata?.name} created again over its claims${mustStop ? '' : restartInWords(restarts, replicasOf(before))}`,
    object: referenceTo(after),
    changes: changes.map(({ id }) => id),
    downtime: mustStop || (restarts && replicasOf(before) === 1),
    ...mustStop ? withDowntime(situation, after) : overRunningPods(situation, after),
    afterwards: [...settle(settled), ...leaveBehind(copies.map(({ old }) => old)), ...forgetRelease(before, after)],
    limits: limitsOf(situation, after),
  };
}

/** Pods that are taken over restart afterwards if their template changes, or the Service that names them. */
function mustRestart(before: Manifest, after: Manifest, serviceMoves: boolean, model: ApiModel): boolean {
  if (replicasOf(before) === 0) { return false; }
  return serviceMoves || (!sameTemplate(before, after, model) && rolloutOf(after).effect === 'restart');
}

function restartInWords(restarts: boolean, replicas: number): string {
  if (!restarts) { return ' and running pods'; }
  return replicas === 1 ? '; down while its only pod restarts' : ' and running pods, which restart one pod at a time';
}

const TITLE = 'Create the set again, as the new manifest has it';

function overRunningPods({ before, after, templates, serviceMoves, surroundings: { world, isRefused } }: Situation, given: Manifest) {
  const services = servicesThatLosePods(before, after, world);
  return inPhases([
    {
      steps: [
        pause(referenceTo(before), world),
        expectReplicas(before),
        ...companions(given, world),
        expectAccepted(before, after),
        ...grow(before, templates.grown, world),
      ],
    },
    ...markPods(before, services),
    { steps: [...keepClaims(before), ...deleteSet(before), ...labelPods(before, after)], back: [...labelPods(after, before), ...restoreSet(before)] },
    followers(given, world, isRefused, findByMark(before, services)),
    replaceSet(after, TITLE, {
      mustStop: false,
      more: [...serviceMoves ? restartPods(before, after, world.model) : [], ...unmark(before, services)],
    }),
  ]);
}

function withDowntime({ before, after, templates, moves, copies, surroundings: { world, isRefused } }: Situation, given: Manifest) {
  const old = copies.map(copy => copy.old);
  const claims = [...moves, ...old].map(({ from }) => from.name);
  return inPhases([
    {
      steps: [
        pause(referenceTo(before), world),
        expectReplicas(before),
        ...absent([...moves.map(({ to }) => to), ...copies.flatMap(newClaims)].map(claimReference)),
        ...expectUnused(setReference(before), claims, podNames(before)),
        ...companions(given, world),
        ...expectClasses(newTemplates(after, templates)),
        expectAccepted(before, after),
        ...grow(before, templates.grown, world),
      ],
    },
    ...copies.length > 0 ? [prepareCopies(copies)] : [],
    { steps: secureVolumes([...moves, ...old]), back: settle([...moves, ...old]) },
    { steps: [...keepClaims(before), ...stopPods(before, replicasOf(before)), ...deleteSet(before)], back: restoreSet(before) },
    ...rebindings(moves),
    ...copies.length > 0 ? [copyData(copies)] : [],
    ...exchanges(copies),
    followers(given, world, isRefused),
    replaceSet(after, TITLE, { mustStop: true }),
  ]);
}

/** Those whose claims nobody has yet. */
function newTemplates(after: Manifest, { kept }: Templates): Record<string, any>[] {
  const names = new Set(kept.map(({ next }) => recordOf(next.metadata).name));
  return claimTemplatesOf(after).map(recordOf).filter(({ metadata }) => !names.has(recordOf(metadata).name));
}

function newClaims({ old, fresh }: Copy) {
  return fresh.to.name === old.from.name ? [fresh.from] : [fresh.from, fresh.to];
}

function absent([first, ...others]: ReturnType<typeof claimReference>[]): PlanStep[] {
  return first ? [expectAbsent(first, others)] : [];
}

function templatesOf(before: Manifest, after: Manifest, world: World): Templates {
  const pairs = pairTemplates(before, after, world.model);
  const classesOf = ({ old, next }: TemplatePair) => [old, next].map(template => recordOf(template.spec).storageClassName);
  const isReclassed = (pair: TemplatePair) => new Set(classesOf(pair)).size > 1;
  const isRenamedClass = (pair: TemplatePair) => isReclassed(pair) && isSameStorage(classesOf(pair), world);
  const isCopied = (pair: TemplatePair) => isReclassed(pair) && !isRenamedClass(pair);
  const larger = pairs.filter(pair => !isCopied(pair) && growthOf(pair) > 0);
  return {
    grown: larger.filter(pair => !isFixedSize(pair, world)),
    fixed: larger.filter(pair => isFixedSize(pair, world)),
    reclassed: pairs.filter(isCopied),
    kept: pairs.filter(pair => !isCopied(pair)),
    renamedClass: pairs.filter(isRenamedClass),
    isNew: claimTemplatesOf(after).length !== pairs.length || claimTemplatesOf(before).length !== pairs.length,
  };
}

function limitsOf({ before, templates, copies, mustStop, serviceMoves, surroundings: { world } }: Situation, after: Manifest): string[] {
  const isNewTemplate = !sameTemplate(before, after, world.model);
  return [
    mustStop
      ? 'The system is down from the moment its pods stop until the new ones are Ready.'
      : 'Between deleting and creating the set nobody replaces a pod that fails; do not leave the plan half done.',
    ...!mustStop && isNewTemplate ? [`The pods are taken over as they are; then they restart${replicasOf(before) === 1 ? '' : ' one after the other'}, since their template changes too.`] : [],
    ...!mustStop ? ['What the old manifests do not know of the running set (an annotation of kubectl rollout restart, an image set by hand) is lost with it, and then the pods restart one after the other.'] : [],
    ...sizeLimits(templates),
    ...goneLimits(before, after, world),
    ...copies.length > 0 ? COPY_LIMITS : [],
    ...serviceMoves ? ['Clients that use the DNS names of the old Service must be changed.'] : [],
    ...keepsOldPods(before, after),
    ...onlyListed(before),
    ...GENERAL_LIMITS,
  ];
}

const COPY_LIMITS: readonly string[] = [
  'There must be room and quota for all volumes twice, and the copying pod must reach both: with storage that belongs to a zone or a node, the new class should have volumeBindingMode: WaitForFirstConsumer.',
  'The copy runs as the user that the pod template names, else as root, which a namespace that enforces Pod Security "restricted" refuses; the plan asks before anything stops. Extended attributes and ACLs are not copied; owners, modes and sizes are compared.',
  'The way back puts the old volumes back in place: what was written since the copy stays behind on the new ones, which are kept, Released. To go back with that, plan the opposite change.',
  'The old volumes stay, Released, until you delete them. In the end they have the label cdk8s-stateful/was-volume-of=NAMESPACE.CLAIM.',
];

function sizeLimits({ grown, fixed, renamedClass }: Templates): string[] {
  return [
    ...grown.length > 0 ? [
      'A claim never shrinks back: there is no way back from growing.',
      'A driver that cannot grow volumes, and volumes without a StorageClass, stop the plan at the step that grows the first claim, before anything is deleted; without those steps only new ordinals get the size.',
      'A claim that shows FileSystemResizePending for long has a driver that grows a file system only when it is mounted: delete those pods one by one, the highest ordinal first.',
    ] : [],
    ...fixed.map(({ old, next }) => `Claims that exist keep their size, for their volumes cannot grow; only new ordinals ask for ${sizeOf(next)} (template ${recordOf(old.metadata).name}).`),
    ...renamedClass.map(({ old }) => `Claims that exist keep class ${recordOf(old.spec).storageClassName}, which is the same storage; keep the class as long as they shall grow.`),
  ];
}

function goneLimits(before: Manifest, after: Manifest, { model }: World): string[] {
  const pairs = pairTemplates(before, after, model);
  if (claimTemplatesOf(before).length === pairs.length) { return []; }
  const left = claimNames(before).filter(name => !pairs.some(({ old }) => name.startsWith(`${old.metadata?.name}-`)));
  return left.length > 0 ? [`Claims of templates that are gone stay where they are: ${left.slice(0, 3).join(', ')}${left.length > 3 ? ', ...' : ''}.`] : [];
}
