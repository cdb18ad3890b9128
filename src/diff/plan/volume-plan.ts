import { createClaim } from './bound-claim';
import { stays, usersOf } from './claim-plan';
import { connected } from './connected';
import { GENERAL_LIMITS } from './limits';
import { Moved } from './moved-claims';
import { inPhases } from './phases';
import { expectAbsent, pause } from './precautions';
import { ClaimName, claimReference } from './rebind';
import { commandLine } from './shell';
import { applyStep, deleteStep, patchStep, reference, waitStep } from './step';
import { freeClaims, freeClaimsAgain, startWorkloads } from './workload-steps';
import { withoutServerFields } from '../../kubernetes/api-server/defaults';
import { Manifest, recordOf, textOf } from '../../kubernetes/manifest';
import { identityOf, namespaceOf, referenceTo } from '../../manifest/inventory';
import { Change } from '../../reports/change';
import { MigrationPlan, PlanStep } from '../../reports/plan';
import { isMadeByController } from '../changes/exported';
import { Side, World } from '../changes/world';

/** A volume, the claim that has it, and what uses that claim, on one side. */
export interface Bound {
  readonly volume: Manifest;
  readonly claim: Manifest;
  readonly users: readonly Manifest[];
  /** The claim stands in the manifests; else a set makes it. */
  readonly isWritten: boolean;
}

/** The same storage as one object and as another. */
export interface Exchange {
  readonly old: Bound;
  readonly next: Bound;
}

/** Volumes that got other names, as far as the manifests say which claims they belong to. */
export function exchangesOf(moved: readonly Moved[], { before, after }: World): Exchange[] {
  const [claimsBefore, claimsAfter] = [before, after].map(byVolume);
  return moved.flatMap(pair => {
    const [old, next] = [boundOf(pair.before, before, claimsBefore), boundOf(pair.after, after, claimsAfter)];
    return old && next ? [{ old, next }] : [];
  });
}

/** The same storage under new objects. Volumes that the same workloads use go together. */
export function volumePlans(exchanges: readonly Exchange[], changesOf: (object: Manifest) => readonly Change[], world: World): MigrationPlan[] {
  const groups = connected(exchanges, ({ old, next }) => [...old.users, ...next.users].map(identityOf));
  return groups.map(group => planFor(group, group.flatMap(({ old }) => changesOf(old.volume)), world));
}

function planFor(exchanges: readonly Exchange[], changes: readonly Change[], world: World): MigrationPlan {
  const [{ old: { claim, volume } }] = exchanges;
  const [old, next] = (['old', 'next'] as const).map(side => [...new Set(exchanges.flatMap(exchange => exchange[side].users))]);
  const names = (side: keyof Exchange) => exchanges.map(exchange => referenceTo(exchange[side].volume).name).join(', ');
  const keep = ({ volume: { metadata, spec } }: Bound, value?: string) => patchStep(
    value ? `Keep the storage of ${metadata?.name}, whatever becomes of the volume` : `Set the reclaim policy of ${metadata?.name} back to what it was`,
    reference('PersistentVolume', '', String(metadata?.name)),
    { spec: { persistentVolumeReclaimPolicy: value ?? recordOf(spec).persistentVolumeReclaimPolicy ?? 'Retain' } },
  );
  return {
    title: `PersistentVolume ${names('old')} becomes ${names('next')}`,
    object: referenceTo(volume),
    changes: changes.map(({ id }) => id),
    downtime: old.length > 0,
    ...inPhases([
      { steps: [pause(referenceTo(old[0] ?? claim), world), ...exchanges.flatMap(expectFree)] },
      { steps: exchanges.map(exchange => keep(exchange.old, 'Retain')), back: exchanges.map(exchange => keep(exchange.old)) },
      {
        steps: freeClaims(exchanges.map(exchange => nameOf(exchange.old.claim)), old),
        back: startWorkloads('Start what uses the claim again', old),
      },
      ...exchanges.map(exchange => ({ steps: replaced(exchange.old, exchange.next), back: replaced(exchange.next, exchange.old, { isBack: true }) })),
      {
        steps: startWorkloads('Start what uses the claim', next),
        back: freeClaimsAgain(exchanges.map(exchange => nameOf(exchange.next.claim)), next),
      },
    ]),
    afterwards: [],
    limits: [
      ...old.length > 0 ? ['What uses the claim is down from the moment its pods stop until the new ones are Ready.'] : [],
      ...stays(old, world.after),
      'The old and the new volume are the same storage: only the objects are replaced, and nothing is copied.',
      ...GENERAL_LIMITS,
    ],
  };
}

function nameOf(claim: Manifest): ClaimName {
  return { namespace: namespaceOf(claim), name: referenceTo(claim).name };
}

function expectFree({ old, next }: Exchange): PlanStep[] {
  const [from, to] = [nameOf(old.claim), nameOf(next.claim)];
  return [
    expectAbsent(reference('PersistentVolume', '', referenceTo(next.volume).name)),
    ...sameName(from, to) ? [] : [expectAbsent(claimReference(to))],
  ];
}

/** With no pod left: both objects go, and the others come, reserved for each other. */
function replaced(from: Bound, to: Bound, { isBack = false } = {}): PlanStep[] {
  const [gone, come] = [referenceTo(from.volume).name, referenceTo(to.volume).name];
  const { namespace, name } = nameOf(to.claim);
  const claimRef = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace, name };
  const spec = { ...recordOf(to.volume.spec), claimRef, persistentVolumeReclaimPolicy: 'Retain' };
  const object = reference('PersistentVolume', '', come);
  const isSame = sameName(nameOf(from.claim), nameOf(to.claim));
  return [
    deleteStep(`Delete claim ${nameOf(from.claim).name}; its storage is kept`, claimReference(nameOf(from.claim))),
    ...isBack && !isSame ? [deleteStep(`See that claim ${name} is gone, too`, claimReference({ namespace, name }))] : [],
    deleteStep(`Delete the object of volume ${gone}; with Retain nobody touches the storage`, reference('PersistentVolume', '', gone)),
    ...isBack ? [deleteStep(`Delete the object of volume ${come}, if it is still there`, object)] : [],
    applyStep(`Create volume ${come}, reserved for claim ${name}`, object, [{ ...to.volume, spec }]),
    waitStep('Wait until it is there', object, { path: '{.status.phase}', value: 'Available' }),
    ...createClaim({ manifest: claimIn(to.claim, namespace), volume: commandLine(['echo', come]), isWritten: to.isWritten }),
    waitStep(`Wait until ${name} has the volume`, claimReference({ namespace, name }), { path: '{.status.phase}', value: 'Bound' }),
  ];
}

/** As it is applied; the volume's name is added. */
function claimIn(claim: Manifest, namespace: string): Manifest {
  const { volumeName, ...spec } = recordOf(claim.spec);
  const { metadata, ...kind } = withoutServerFields(claim);
  return { ...kind, metadata: { ...metadata, namespace }, spec };
}

function sameName(a: ClaimName, b: ClaimName): boolean {
  return a.namespace === b.namespace && a.name === b.name;
}

/** Claims of the manifests by the volume that they name. */
function byVolume(side: Side): ReadonlyMap<unknown, Manifest> {
  const claims = side.inventory.ofKind('PersistentVolumeClaim').filter(claim => !isMadeByController(claim, side));
  return new Map(claims.map(claim => [recordOf(claim.spec).volumeName, claim]));
}

/** The claim that names a volume, or that the volume is reserved for: written down, or made by a set. */
function boundOf(volume: Manifest, side: Side, named: ReadonlyMap<unknown, Manifest>): Bound | undefined {
  const { namespace, name } = recordOf(recordOf(volume.spec).claimRef);
  const written = named.get(referenceTo(volume).name) ?? side.inventory.findIn('PersistentVolumeClaim', textOf(namespace), name);
  if (written && !isMadeByController(written, side)) { return { volume, claim: written, users: usersOf(written, side), isWritten: true }; }
  const made = typeof name === 'string' ? side.claims.findMade(textOf(namespace), name) : undefined;
  if (!made) { return undefined; }
  const metadata = { namespace, name, ...Object.keys(made.labels).length > 0 && { labels: made.labels } };
  return { volume, claim: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec: made.spec }, users: [made.from], isWritten: false };
}
