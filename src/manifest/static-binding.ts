import { Mismatch, mismatchesOf, shapeMismatches } from './binding';
import { Claim, Claims, accessModesOf, storageClassOf } from './claims';
import { append, groupBy } from './group-by';
import { Inventory } from './inventory';
import { Manifest, isRecord, recordOf, textOf } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';
import { parseQuantity } from '../kubernetes/quantity';
import { matchesSelector } from '../kubernetes/selector';

/** What becomes of the claims of one template, or of one claim, when they look for a volume among the manifests. */
export interface StaticBinding {
  readonly claim: Claim;
  /** How many unreserved volumes of its class there are. */
  readonly candidates: number;
  /** Volumes that are reserved for these claims. */
  readonly reserved: readonly Manifest[];
  /** Volumes that these claims get, when all claims of the class want theirs. */
  readonly bound: readonly Manifest[];
  /** The volume that came nearest, and why it does not fit; only if there are candidates and none is bound. */
  readonly nearest?: { readonly volume: Manifest; readonly mismatches: readonly Mismatch[] };
}

/** Volumes of one class that a selector may have and that differ in nothing but their size. */
interface Pool {
  readonly sample: Manifest;
  /** Not yet known to be large enough, the largest last. */
  readonly waiting: Sized<Manifest>[];
  /** Large enough for the claim whose turn it is, the smallest last. */
  readonly large: Manifest[];
}

interface Sized<T> {
  readonly size: bigint;
  readonly value: T;
}

/**
 * Gives volumes to claims as the volume controller does: of the same class,
 * with the modes that are asked for, the smallest that is large enough. The
 * largest claims choose first, so that as many as possible get one. Claims that
 * name a volume are left out. Takes time in proportion to claims and volumes,
 * not to their product: of volumes that differ only in size one is compared.
 */
export function bindStatically(inventory: Inventory, claims: Claims): StaticBinding[] {
  const reserved = reservations(inventory, claims);
  const named = new Set(claims.all.map(({ spec }) => spec.volumeName));
  const free = inventory.ofKind('PersistentVolume').filter(volume => !isReserved(volume) && !named.has(volume.metadata?.name));
  const volumes = groupBy(free, volume => storageClassOf(volume) ?? '');
  const choosing = claims.all.filter(({ spec }) => !spec.volumeName);
  return [...groupBy(choosing, claim => claim.storageClass ?? '')].flatMap(([storageClass, group]) =>
    bindClass(group, volumes.get(storageClass) ?? [], reserved));
}

/** The volumes that are reserved for claims among the manifests. */
function reservations(inventory: Inventory, claims: Claims): Map<Claim, Manifest[]> {
  const reserved = new Map<Claim, Manifest[]>();
  for (const volume of inventory.ofKind('PersistentVolume')) {
    const { namespace, name } = recordOf(recordOf(volume.spec).claimRef);
    const claim = typeof namespace === 'string' ? claims.find(namespace, name) : undefined;
    if (claim) { append(reserved, claim, volume); }
  }
  return reserved;
}

function isReserved(volume: Manifest): boolean {
  return Boolean(recordOf(recordOf(volume.spec).claimRef).name);
}

function bindClass(claims: readonly Claim[], volumes: readonly Manifest[], reserved: ReadonlyMap<Claim, Manifest[]>): StaticBinding[] {
  const store = new VolumeStore(volumes);
  const largestFirst = claims
    .map(claim => ({ size: parseQuantity(recordOf(recordOf(claim.spec.resources).requests).storage) ?? 0n, value: claim }))
    .sort(bySizeDescending);
  return largestFirst.map(({ size, value: claim }) => {
    const own = reserved.get(claim) ?? [];
    const bound = store.take(claim, size, claim.count - own.length);
    const isWanting = bound.length === 0 && own.length === 0 && volumes.length > 0;
    return { claim, candidates: volumes.length, reserved: own, bound, ...isWanting && { nearest: store.nearest(claim) } };
  });
}

/** The volumes of one class, handed out to claims in the order of their size, the largest claim first. */
class VolumeStore {
  private readonly byLabel = new Map<string, Manifest[]>();
  private readonly taken = new Set<Manifest>();

  private readonly poolsOf = oncePerKey((selector: string) => [...groupBy(this.matching(JSON.parse(selector)), shapeOf).values()].map(poolOf));

  constructor(private readonly volumes: readonly Manifest[]) {}

  /** Takes up to `wanted` volumes that fit the claim. */
  public take(claim: Claim, size: bigint, wanted: number): Manifest[] {
    const found: Manifest[] = [];
    for (const pool of this.poolsFor(claim.spec.selector)) {
      while (pool.waiting.length > 0 && pool.waiting[pool.waiting.length - 1].size >= size) { pool.large.push(pool.waiting.pop()!.value); }
      const fits = shapeMismatches(claim, pool.sample).every(({ path }) => path === '/resources/requests/storage' || path === '/selector');
      while (fits && found.length < wanted && pool.large.length > 0) {
        const volume = pool.large.pop()!;
        // Pools of several selectors may hold the same volume.
        if (this.taken.has(volume)) { continue; }
        this.taken.add(volume);
        found.push(volume);
      }
    }
    return found;
  }

  /** The volume with the fewest reasons against it. */
  public nearest(claim: Claim): StaticBinding['nearest'] {
    const own = this.poolsFor(claim.spec.selector);
    return (own.length > 0 ? own : this.poolsFor(undefined))
      .map(({ sample }) => ({ volume: sample, mismatches: mismatchesOf(claim, sample) }))
      .reduce((best, candidate) => candidate.mismatches.length < best.mismatches.length ? candidate : best);
  }

  private poolsFor(selector: unknown): readonly Pool[] {
    return this.poolsOf(isRecord(selector) ? JSON.stringify(selector) : 'null');
  }

  /** The volumes that a selector matches, found by the rarest of the labels it demands. */
  private matching(selector: unknown): readonly Manifest[] {
    if (!isRecord(selector)) { return this.volumes; }
    if (this.byLabel.size === 0) { this.indexLabels(); }
    return Object.entries(recordOf(selector.matchLabels))
      .map(([key, value]) => this.byLabel.get(`${key}=${textOf(value)}`) ?? [])
      .reduce<readonly Manifest[]>((rarest, list) => list.length < rarest.length ? list : rarest, this.volumes)
      .filter(volume => matchesSelector(selector, recordOf(volume.metadata?.labels)));
  }

  private indexLabels() {
    for (const volume of this.volumes) {
      for (const [key, value] of Object.entries(recordOf(volume.metadata?.labels))) {
        append(this.byLabel, `${key}=${textOf(value)}`, volume);
      }
    }
  }
}

function poolOf(volumes: readonly Manifest[]): Pool {
  const sized = volumes.map(volume => ({ size: parseQuantity(recordOf(recordOf(volume.spec).capacity).storage) ?? 0n, value: volume }));
  const waiting = sized.sort((a, b) => -bySizeDescending(a, b));
  return { sample: waiting[waiting.length - 1].value, waiting, large: [] };
}

function shapeOf(volume: Manifest): string {
  const spec = recordOf(volume.spec);
  return JSON.stringify([[...accessModesOf(spec)].sort(), spec.volumeMode ?? 'Filesystem']);
}

function bySizeDescending(a: Sized<unknown>, b: Sized<unknown>): number {
  if (a.size === b.size) { return 0; }
  return a.size > b.size ? -1 : 1;
}

