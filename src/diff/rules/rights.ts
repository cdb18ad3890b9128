import { isBuiltIn } from '../../kubernetes/kinds';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { POD_KINDS, podTemplateOf } from '../../kubernetes/workload';
import { groupBy } from '../../manifest/group-by';
import { namespaceOf, titleOf } from '../../manifest/inventory';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { Side, World } from '../changes/world';

/** The accounts that a binding gives its role to, as `namespace/name`. */
function accountsOf(binding: Manifest): string[] {
  return listOf(binding.subjects).filter(isRecord).filter(({ kind }) => kind === 'ServiceAccount')
    .map(({ name, namespace }) => `${textOf(namespace) || namespaceOf(binding)}/${textOf(name)}`);
}

const BINDINGS = ['RoleBinding', 'ClusterRoleBinding'];

/** What a binding grants, and where. */
function grantOf(binding: Manifest): string {
  const { kind, name } = recordOf(binding.roleRef);
  const place = kind === 'ClusterRole' && binding.kind === 'ClusterRoleBinding' ? '*' : namespaceOf(binding);
  return `${textOf(kind)}/${textOf(name)} ${place}`;
}

/** Who has what on one side, and who runs as whom; both by account. */
interface Accounts {
  readonly granted: ReadonlySet<string>;
  /** Those that some binding names. */
  readonly bound: ReadonlySet<string>;
  readonly running: ReadonlyMap<string, readonly Manifest[]>;
}

const ACCOUNTS = new WeakMap<Side, Accounts>();

function accountsIn(side: Side): Accounts {
  const known = ACCOUNTS.get(side);
  if (known) { return known; }
  const { inventory } = side;
  const bindings = BINDINGS.flatMap(kind => inventory.ofKind(kind));
  const accounts = {
    granted: new Set(bindings.flatMap(binding => accountsOf(binding).map(account => `${account} ${grantOf(binding)}`))),
    bound: new Set(bindings.flatMap(accountsOf)),
    running: groupBy(POD_KINDS.flatMap(kind => inventory.ofKind(kind)), accountOf),
  };
  ACCOUNTS.set(side, accounts);
  return accounts;
}

function accountOf(workload: Manifest): string {
  const { serviceAccountName, serviceAccount } = recordOf(podTemplateOf(workload)?.spec);
  return `${namespaceOf(workload)}/${textOf(serviceAccountName) || textOf(serviceAccount) || 'default'}`;
}

/** Accounts that a binding no longer names, and no other one names for the same role, while pods run as them. */
function lost(before: Manifest, after: Manifest | undefined, world: World): ChangeStatement[] {
  if (!BINDINGS.includes(before.kind) || !isBuiltIn(before.apiVersion)) { return []; }
  const { granted, running } = accountsIn(world.after);
  const { kind, name } = recordOf(before.roleRef);
  return accountsOf(before).filter(account => !granted.has(`${account} ${grantOf(before)}`)).flatMap((account): ChangeStatement[] => {
    const [workload] = running.get(account) ?? [];
    return workload === undefined ? [] : [{
      path: after ? '/subjects' : '',
      part: account,
      message: `the pods of ${titleOf(workload)} run as ServiceAccount '${account}', and lose what ${textOf(kind)} '${textOf(name)}' grants: `
        + 'the server refuses their requests from now on',
    }];
  });
}

/** An account with rights whose pods get no token to show any more. */
function tokenTaken({ given: { before, after } }: Update, world: World): ChangeStatement[] {
  const [had, has] = [before, after].map(({ automountServiceAccountToken }) => automountServiceAccountToken !== false);
  if (after.kind !== 'ServiceAccount' || !had || has) { return []; }
  const account = `${namespaceOf(after)}/${textOf(after.metadata?.name)}`;
  const { bound, running } = accountsIn(world.after);
  const workload = bound.has(account) ? running.get(account)?.find(one => !hasTokenOfItsOwn(one)) : undefined;
  return workload === undefined ? [] : [{
    path: '/automountServiceAccountToken',
    part: 'token',
    message: `the next pods of ${titleOf(workload)} get no token of ServiceAccount '${account}', and cannot use the rights that bindings give it`,
    fix: `write automountServiceAccountToken: true into the pod template of ${titleOf(workload)} first, or leave the account as it is`,
  }];
}

function hasTokenOfItsOwn(workload: Manifest): boolean {
  const { automountServiceAccountToken, volumes } = recordOf(podTemplateOf(workload)?.spec);
  return typeof automountServiceAccountToken === 'boolean'
    || listOf(volumes).flatMap(volume => listOf(recordOf(recordOf(volume).projected).sources))
      .some(source => isRecord(recordOf(source).serviceAccountToken));
}

export const RIGHT_DANGERS: readonly Rule[] = [{
  id: 'rights-of-running-pods-lost',
  title: 'Rights that running pods lose',
  effect: 'access',
  kinds: [...BINDINGS, 'ServiceAccount'],
  fields: 'subjects, the whole object, automountServiceAccountToken of a ServiceAccount; where a workload runs as a ServiceAccount that no other binding names for the same role',
  why: 'rights are looked up at each request: a program that asks the API server is refused at once, without a restart. Operators stop to reconcile, and members that find their peers by the API lose them',
  fix: 'keep the subject until no pod runs as it, or let the workload run as the new account in the same change',
  updated: (update, world) => [...lost(update.given.before, update.given.after, world), ...tokenTaken(update, world)],
  removed: (binding, world) => lost(binding, undefined, world),
}];
