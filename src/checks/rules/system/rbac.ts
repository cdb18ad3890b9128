import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { groupBy } from '../../../manifest/group-by';
import { Inventory, namespaceOf } from '../../../manifest/inventory';
import { CheckContext } from '../../engine/check';

/** One rule of a Role or ClusterRole, and where it stands. */
export interface PlacedRule {
  readonly role: Manifest;
  readonly rule: Record<string, any>;
  readonly path: string;
}

/** All rules of all roles. */
export function rulesOf(inventory: Inventory): PlacedRule[] {
  return [...inventory.ofKind('Role'), ...inventory.ofKind('ClusterRole')]
    .flatMap(role => listOf(role.rules).map((rule, i) => ({ role, rule: recordOf(rule), path: `/rules/${i}` })));
}

/** What a ServiceAccount may do, as far as the manifests say. */
export interface Rights {
  /** Rules that hold in the whole cluster. */
  readonly clusterRules: readonly Record<string, any>[];
  /** Rules that hold in the namespace of the account. */
  readonly ownRules: readonly Record<string, any>[];
  /** True if a role is bound that is not among the manifests: then the account may do more. */
  readonly unknown: boolean;
  /** True if nothing is bound to the account. */
  readonly none: boolean;
}

/** The bindings of each ServiceAccount, by `namespace/name`. */
export function bindingsByAccount({ references }: CheckContext): Map<string, Manifest[]> {
  const granted = groupBy(references.ofKind('ServiceAccount').filter(({ relation }) => relation === 'grants to'), ({ namespace, name }) => `${namespace}/${name}`);
  return new Map([...granted].map(([account, all]) => [account, all.map(({ from }) => from)]));
}

/** Adds up what the bindings grant. */
export function rightsOf(bindings: readonly Manifest[], namespace: string, { references }: CheckContext): Rights {
  const clusterRules: Record<string, any>[] = [];
  const ownRules: Record<string, any>[] = [];
  let unknown = false;
  for (const binding of bindings) {
    const reference = references.from(binding).find(({ relation }) => relation === 'grants');
    const role = reference && references.target(reference);
    if (!role || role.aggregationRule) { unknown = true; continue; }
    const rules = listOf(role.rules).map(recordOf);
    if (binding.kind === 'ClusterRoleBinding') { clusterRules.push(...rules); }
    if (binding.kind === 'ClusterRoleBinding' || namespaceOf(binding) === namespace) { ownRules.push(...rules); }
  }
  return { clusterRules, ownRules, unknown, none: bindings.length === 0 };
}

/** A right that a program needs. */
export interface Need {
  readonly group: string;
  readonly resource: string;
  readonly verbs: readonly string[];
  /** Name of the one object that it is needed for. Creating cannot be allowed by name. */
  readonly name?: string;
}

/** The verbs of a need that no rule grants. */
export function missingVerbs(rules: readonly Record<string, any>[], { group, resource, verbs, name }: Need): string[] {
  const granting = rules.filter(rule => includes(rule.apiGroups, group) && includes(rule.resources, resource));
  return verbs.filter(verb => !granting.some(rule => {
    const names = listOf(rule.resourceNames);
    return includes(rule.verbs, verb) && (names.length === 0 || (verb !== 'create' && name !== undefined && names.includes(name)));
  }));
}

function includes(list: unknown, value: string): boolean {
  return listOf(list).some(entry => entry === value || entry === '*');
}
