import { retentionOf } from './claim-effects';
import { stored } from './defaults';
import { sameData } from './field-change';
import { storageClassOf } from '../manifest/claims';
import { namespaceOf } from '../manifest/inventory';
import { Manifest, groupOf, recordOf } from '../manifest/manifest';
import { claimTemplatesOf } from '../manifest/workload';

/** What the data of one StatefulSet is found by. */
export interface LockedSystem {
  readonly namespace: string;
  readonly name: string;
  readonly serviceName: string;
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
export function systemsOf(manifests: readonly Manifest[]): LockedSystem[] {
  return manifests.filter(({ apiVersion, kind }) => kind === 'StatefulSet' && groupOf(apiVersion) === 'apps').map(systemOf)
    .sort((a, b) => idOf(a) < idOf(b) ? -1 : 1);
}

/** `namespace/name`: what a system is called in messages and in `lock --accept`. */
export function idOf({ namespace, name }: Pick<LockedSystem, 'namespace' | 'name'>): string {
  return `${namespace}/${name}`;
}

function systemOf(manifest: Manifest): LockedSystem {
  const set = stored(manifest);
  const spec = recordOf(set.spec);
  return {
    namespace: namespaceOf(set),
    name: String(set.metadata?.name),
    serviceName: String(spec.serviceName ?? ''),
    selector: recordOf(spec.selector),
    claims: claimTemplatesOf(set).map(template => {
      const storageClass = storageClassOf(template);
      return { name: String(recordOf(recordOf(template).metadata).name), ...storageClass !== undefined && { storageClass } };
    }),
    retention: retentionOf(set),
  };
}

/** One way in which the manifests break the lock. */
export interface LockBreak {
  /** The system that is locked: `namespace/name`. */
  readonly id: string;
  /** The field that differs; `name` if the system is gone. */
  readonly field: keyof LockedSystem;
  readonly locked: unknown;
  readonly now: unknown;
  readonly message: string;
}

/** Every way in which the manifests break the lock. New systems break nothing. */
export function lockBreaks(locked: readonly LockedSystem[], manifests: readonly Manifest[]): LockBreak[] {
  const systems = systemsOf(manifests);
  const byId = new Map(systems.map(system => [idOf(system), system]));
  const known = new Set(locked.map(idOf));
  const successors = new Map(systems.filter(system => !known.has(idOf(system))).map(system => [likeness(system), system]));
  return locked.flatMap(system => {
    const now = byId.get(idOf(system));
    return now ? changedFields(system, now) : [gone(system, successors.get(likeness(system)))];
  });
}

const FIELDS = ['serviceName', 'selector', 'claims', 'retention'] as const;

const RETENTIONS: Readonly<Record<string, string>> = {
  'Retain Retain': 'retain', 'Retain Delete': 'deleteWhenScaled', 'Delete Retain': 'deleteWhenDeleted', 'Delete Delete': 'deleteAlways',
};

/** What to write on the construct, prop for prop. */
function howToKeep(field: typeof FIELDS[number], locked: LockedSystem): string {
  const { serviceName, selector, claims, retention } = locked;
  switch (field) {
    case 'serviceName': return `write \`serviceName: '${serviceName}'\` on the construct`;
    case 'selector': return `write \`selectorLabels: ${JSON.stringify(selector.matchLabels ?? {})}\` on the construct`;
    case 'claims': return `give the volumes the names and classes they had (${claims.map(({ name }) => `\`name: '${name}'\``).join(', ') || 'none'})`;
    case 'retention': {
      const factory = RETENTIONS[`${retention.whenDeleted} ${retention.whenScaled}`];
      return factory ? `write \`claimRetention: ClaimRetention.${factory}()\` on the construct` : 'give the app the `claimRetention` it had';
    }
  }
}

function changedFields(locked: LockedSystem, now: LockedSystem): LockBreak[] {
  return FIELDS.filter(field => !sameData(locked[field], now[field])).map(field => ({
    id: idOf(locked),
    field,
    locked: locked[field],
    now: now[field],
    message: `${field} of StatefulSet '${idOf(locked)}' is locked as ${JSON.stringify(locked[field])}, and is now ${JSON.stringify(now[field])}: ${howToKeep(field, locked)}`,
  }));
}

function gone(locked: LockedSystem, successor: LockedSystem | undefined): LockBreak {
  const id = idOf(locked);
  const consequence = locked.claims.length > 0 ? '; its claims would be left behind' : '';
  return {
    id,
    field: 'name',
    locked: id,
    now: successor && idOf(successor),
    message: successor
      ? `StatefulSet '${id}' is locked, and is now called '${idOf(successor)}'${consequence}: write \`name: '${locked.name}'\`${successor.namespace !== locked.namespace ? ` and namespace '${locked.namespace}'` : ''} on the construct, so that its id and its place in the tree do not count`
      : `StatefulSet '${id}' is locked, and is not there any more${consequence}: bring it back, with \`name: '${locked.name}'\` on the construct if it was renamed`,
  };
}

/** What a renamed or moved system has in common with what it was: its claims. */
function likeness({ claims }: LockedSystem): string {
  return JSON.stringify(claims);
}
