import { ApiModel } from '../kubernetes/api/model';
import { stored } from '../kubernetes/api-server/defaults';
import { groupOf, Manifest, recordOf, sameData, textOf } from '../kubernetes/manifest';
import { claimTemplatesOf, ordinalsOf, retentionOf } from '../kubernetes/workload';
import { storageClassOf } from '../manifest/claims';
import { groupBy } from '../manifest/group-by';
import { namespaceOf } from '../manifest/inventory';
import type { Finding } from '../reports/finding';
import { RuleInfo } from '../reports/rule';

/** The names by which Kubernetes finds the data of one StatefulSet. */
export interface LockedSystem {
  /**
   * The folder that its manifest is in, from the folder of the lock file: what
   * tells apps apart that share a lock. No part of the identity.
   *
   * @default - not known; then it must be in every app
   */
  readonly folder?: string;
  /**
   * The cluster that it runs in, where clusters are declared. A system of another cluster is another one.
   *
   * @default - not known; then the folder tells clusters apart
   */
  readonly cluster?: string;
  readonly namespace: string;
  readonly name: string;
  readonly serviceName: string;
  /**
   * The ordinal of its first pod, `ordinals.start`: pods and their claims have it in their names.
   *
   * @default 0
   */
  readonly startOrdinal?: number;
  /** The selector, as `matchLabels` and `matchExpressions`. */
  readonly selector: Readonly<Record<string, unknown>>;
  readonly claims: readonly LockedClaim[];
  readonly retention: { readonly whenDeleted: string; readonly whenScaled: string };
}

export interface LockedClaim {
  readonly name: string;
  /** @default - the cluster's default class */
  readonly storageClass?: string;
}

/** The identity of every stateful system of some manifests, in the order of their names. */
export function systemsOf(manifests: readonly Manifest[], folder?: string, cluster?: string): LockedSystem[] {
  return inOrder(manifests.filter(({ apiVersion, kind }) => kind === 'StatefulSet' && groupOf(apiVersion) === 'apps')
    .map(manifest => ({ ...folder !== undefined && { folder }, ...cluster !== undefined && { cluster }, ...systemOf(manifest) })));
}

/** By folder, cluster and name, so that a lock file reads the same whatever was read first. */
export function inOrder(systems: readonly LockedSystem[]): LockedSystem[] {
  return systems.map(system => ({ system, key: `${system.folder ?? ''}\u0000${system.cluster ?? ''}\u0000${idOf(system)}` })).sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0).map(({ system }) => system);
}

/** `cluster:namespace/name`, or `folder:namespace/name`: a lock holds it once. */
export function keyOf(system: LockedSystem): string {
  return `${system.cluster ?? system.folder ?? ''}:${idOf(system)}`;
}

/** What the systems of a lock are called: by namespace and name, and with their cluster or folder where several have the same. */
export function namesIn(systems: readonly LockedSystem[]): (system: LockedSystem) => string {
  const counts = new Map<string, number>();
  for (const system of systems) { counts.set(idOf(system), (counts.get(idOf(system)) ?? 0) + 1); }
  return system => (counts.get(idOf(system)) ?? 0) > 1 ? keyOf(system) : idOf(system);
}

/** `namespace/name`: what a system is called in messages and in `lock --accept`. */
export function idOf({ namespace, name }: Pick<LockedSystem, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`;
}

function systemOf(manifest: Manifest): Omit<LockedSystem, 'folder' | 'cluster'> {
  const set = stored(manifest, ApiModel.of());
  const spec = recordOf(set.spec);
  const { first } = ordinalsOf(set);
  return {
    namespace: namespaceOf(set),
    name: textOf(set.metadata?.name),
    serviceName: textOf(spec.serviceName),
    ...Number.isInteger(first) && first > 0 && { startOrdinal: first },
    selector: recordOf(spec.selector),
    claims: claimTemplatesOf(set).map(template => {
      const storageClass = storageClassOf(template);
      return { name: textOf(recordOf(recordOf(template).metadata).name), ...storageClass !== undefined && { storageClass } };
    }),
    retention: retentionOf(set),
  };
}

/** The page and heading that explain the lock. */
const url = 'https://github.com/cdk8s-stateful/cdk8s-stateful/blob/main/docs/diff.md#the-identity-lock';

/** What the lock says of manifests. */
export const LOCK_RULES = {
  changed: { id: 'identity-changed', severity: 'error', why: 'Kubernetes finds the data by these names; under others, pods start with new, empty claims or are refused', url },
  gone: { id: 'identity-gone', severity: 'error', why: 'the data of a system that is gone or has another name stays behind, and no pod finds it', url },
  unlocked: { id: 'system-not-locked', severity: 'error', why: 'nothing watches over the names by which Kubernetes finds its data', url },
} as const satisfies Record<string, RuleInfo>;

/** One way in which the manifests break the lock: a finding, and what it is accepted by. */
export interface LockBreak extends Finding {
  /** What the locked system is called. */
  readonly id: string;
}

export interface LockBreakOptions {
  /** What a system is called in messages and accepted by. @default idOf */
  readonly nameOf?: (system: LockedSystem) => string;
  /** False if a system that is missing may be somewhere else. @default true */
  readonly isWhole?: boolean;
}

/** A system that the lock does not know yet. */
export function notLockedYet(system: LockedSystem, id: string): LockBreak {
  return breakOf(LOCK_RULES.unlocked, system, id, '', { message: `StatefulSet '${id}' is not locked yet`, fix: 'lock it, and commit the lock file' });
}

/** Every way in which systems break the lock. New ones break nothing. */
export function lockBreaks(locked: readonly LockedSystem[], systems: readonly LockedSystem[], options: LockBreakOptions = {}): LockBreak[] {
  const { nameOf = idOf, isWhole = true } = options;
  const matches = matched(locked, systems);
  const known = new Set(matches.values());
  const fresh = systems.filter(system => !known.has(system));
  return locked.flatMap(system => {
    const now = matches.get(system);
    if (now) { return changedFields(system, now, nameOf(system)); }
    return isWhole ? [gone(system, fresh.filter(other => likeness(other) === likeness(system)), nameOf(system))] : [];
  });
}

/** What finds the same system again, the surest first: its cluster or folder, its folder alone, or its name in another folder. */
const KEYS: readonly ((system: LockedSystem) => string)[] = [keyOf, system => `${system.folder ?? ''}:${idOf(system)}`, idOf];

/** What each locked system is now: in the same cluster or folder, or else in another folder. One system is not two. */
export function matched(locked: readonly LockedSystem[], systems: readonly LockedSystem[]): ReadonlyMap<LockedSystem, LockedSystem> {
  const free = new Set(systems);
  const matches = new Map<LockedSystem, LockedSystem>();
  for (const key of KEYS) {
    const current = groupBy(systems, key);
    for (const system of locked) {
      if (matches.has(system)) { continue; }
      // What is locked without a place must be everywhere.
      const isAnywhere = system.folder === undefined && system.cluster === undefined;
      const possible = (current.get(key(system)) ?? []).filter(other => (isAnywhere || free.has(other)) && mayBe(system, other));
      const now = possible.find(other => isSameIdentity(system, other)) ?? possible.at(-1);
      if (!now) { continue; }
      matches.set(system, now);
      if (!isAnywhere) { free.delete(now); }
    }
  }
  return matches;
}

function mayBe({ cluster }: LockedSystem, other: LockedSystem): boolean {
  return cluster === undefined || other.cluster === undefined || cluster === other.cluster;
}

const FIELDS = ['serviceName', 'startOrdinal', 'selector', 'claims', 'retention'] as const;

const RETENTIONS: Readonly<Record<string, string>> = {
  'Retain Retain': 'retain', 'Retain Delete': 'deleteWhenScaled', 'Delete Retain': 'deleteWhenDeleted', 'Delete Delete': 'deleteAlways',
};

/** What to write on the construct, prop for prop. */
function howToKeep(field: Exclude<typeof FIELDS[number], 'claims'>, { serviceName, startOrdinal = 0, selector, retention }: LockedSystem): string {
  switch (field) {
    case 'startOrdinal': return `write \`startOrdinal: ${startOrdinal}\` on the construct`;
    case 'serviceName': return `write \`serviceName: '${serviceName}'\` on the construct`;
    case 'selector': return `write \`selectorLabels: ${JSON.stringify(selector.matchLabels ?? {})}\` on the construct`;
    case 'retention': {
      const factory = RETENTIONS[`${retention.whenDeleted} ${retention.whenScaled}`];
      return factory ? `write \`claimRetention: ClaimRetention.${factory}()\` on the construct` : 'give the app the `claimRetention` it had';
    }
  }
}

/** True if Kubernetes finds the data of both by the same names. */
export function isSameIdentity(a: LockedSystem, b: LockedSystem): boolean {
  return FIELDS.every(field => sameData(a[field], b[field]));
}

type Broken = Pick<Finding, 'message' | 'fix'>;

type LockRule = typeof LOCK_RULES[keyof typeof LOCK_RULES];

function breakOf({ id: rule, severity }: LockRule, { namespace, name }: LockedSystem, id: string, path: string, broken: Broken): LockBreak {
  return { rule, severity, object: { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace, name }, path, ...broken, id };
}

const PATHS = {
  serviceName: '/spec/serviceName', startOrdinal: '/spec/ordinals/start', selector: '/spec/selector', claims: '/spec/volumeClaimTemplates', retention: '/spec/persistentVolumeClaimRetentionPolicy',
};

function changedFields(locked: LockedSystem, now: LockedSystem, id: string): LockBreak[] {
  return FIELDS.filter(field => !sameData(locked[field], now[field])).flatMap(field => {
    const broken = field === 'claims' ? claimChanges(locked.claims, now.claims, id) : [{
      message: `${field} of StatefulSet '${id}' is locked as ${valueText(locked, field)}, and is now ${valueText(now, field)}`,
      fix: howToKeep(field, locked),
    }];
    return broken.map(one => breakOf(LOCK_RULES.changed, locked, id, PATHS[field], one));
  });
}

function valueText(system: LockedSystem, field: Exclude<typeof FIELDS[number], 'claims'>): string {
  return JSON.stringify(field === 'startOrdinal' ? system.startOrdinal ?? 0 : system[field]);
}

/** What became of the volumes that a StatefulSet claims, and how to keep each. */
function claimChanges(locked: readonly LockedClaim[], now: readonly LockedClaim[], id: string): Broken[] {
  const current = new Map(now.map(claim => [claim.name, claim]));
  const missing = locked.filter(({ name }) => !current.has(name));
  const added = now.filter(({ name }) => locked.every(claim => claim.name !== name));
  const say = (message: string, fix: string) => ({ message: `StatefulSet '${id}': ${message}`, fix });
  const isRenamed = missing.length === 1 && added.length === 1;
  const changes = isRenamed
    ? [say(`its volume '${missing[0].name}' is now called '${added[0].name}', so its claims would be left behind`, `write \`name: '${missing[0].name}'\` on the volume`)]
    : [
      ...missing.map(({ name }) => say(`its volume '${name}' is gone, so its claims would be left behind`, `bring back the volume with \`name: '${name}'\``)),
      ...added.map(({ name }) => say(`its volume '${name}' is new, and a StatefulSet gets no new claims unless it is created anew`, 'leave it out, or accept it and run the plan')),
    ];
  const reclassed = locked.flatMap(({ name, storageClass }) => {
    const claim = current.get(name);
    return !claim || claim.storageClass === storageClass ? [] : [
      say(`the class of its volume '${name}' was ${classText(storageClass)}, and is now ${classText(claim.storageClass)}`, 'give the volume the storage it had'),
    ];
  });
  const all = [...changes, ...reclassed];
  return all.length > 0 ? all : [say('its volumes have another order', 'write them in the order they had')];
}

function classText(storageClass: string | undefined): string {
  return storageClass === undefined ? "the cluster's default" : `'${storageClass}'`;
}

function gone(locked: LockedSystem, successors: readonly LockedSystem[], id: string): LockBreak {
  const consequence = locked.claims.length > 0 ? '; its claims would be left behind' : '';
  const name = `\`name: '${locked.name}'\``;
  const isMoved = successors.length > 0 && successors.every(({ namespace }) => namespace !== locked.namespace);
  const names = successors.map(system => `'${idOf(system)}'`).join(' or ');
  const chart = isMoved ? `, and \`namespace: '${locked.namespace}'\` on its chart` : '';
  return breakOf(LOCK_RULES.gone, locked, id, '', successors.length > 0
    ? {
      message: `StatefulSet '${id}' is locked, and is ${successors.length > 1 ? 'gone, or ' : ''}now called ${names}${consequence}`,
      fix: `write ${name} on the construct${chart}, so that its id and its place in the tree do not count`,
    }
    : { message: `StatefulSet '${id}' is locked, and is not there any more${consequence}`, fix: `bring it back, with ${name} on the construct if it was renamed` });
}

/** What a renamed or moved system has in common with what it was: its claims. */
function likeness({ claims }: LockedSystem): string {
  return JSON.stringify(claims);
}
