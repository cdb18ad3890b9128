import { together } from './examples';
import { clusterScoped } from './rbac-rule-grants-nothing';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

const example = (resource: string) => together(`
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: watcher}
rules: [{apiGroups: [""], resources: [${resource}], verbs: [get, list, watch]}]
`, `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: watcher}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: watcher}
subjects: [{kind: ServiceAccount, name: default, namespace: default}]
`);

export const bindingGrantsNothing: Check = {
  id: 'binding-grants-nothing',
  why: 'a RoleBinding grants what a role allows within one namespace. Rights on nodes, volumes and other objects that are in no namespace it does not grant, and the program is refused. '
    + 'A group that does not exist gets nothing, either',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const object of ['RoleBinding', 'ClusterRoleBinding'].flatMap(kind => inventory.ofKind(kind))) { yield* groupsOfNobody(object); }
    for (const reference of references.all) {
      const role = reference.relation === 'grants' && reference.from.kind === 'RoleBinding' && reference.kind === 'ClusterRole' ? references.target(reference) : undefined;
      const rules = role && !role.aggregationRule ? listOf(role.rules).map(recordOf) : [];
      if (rules.length === 0 || !rules.every(isBeyondNamespaces)) { continue; }
      yield {
        object: reference.from,
        path: '/kind',
        message: `${titleOf(reference.from)} binds ${titleOf(role!)} in a namespace, and all that this role allows is in no namespace: nothing is granted`,
        fix: 'write kind: ClusterRoleBinding, and leave the namespace of the binding out',
      };
    }
  },
  bad: example('nodes'),
  good: example('pods'),
};

const OF_ACCOUNTS = 'system:serviceaccounts';

/** The accounts of a namespace are the group `system:serviceaccounts:NAMESPACE`; one of them is the user `system:serviceaccount:NAMESPACE:NAME`. */
function* groupsOfNobody(object: Manifest): Iterable<SystemProblem> {
  for (const [i, { kind, name }] of listOf(object.subjects).map(recordOf).entries()) {
    const [, plural, namespace, account] = /^system:serviceaccount(s?)(?::([^:]+)(?::(.+))?)?$/.exec(textOf(name)) ?? [];
    const isRight = kind === 'Group' ? plural === 's' && account === undefined : plural === '' && account !== undefined;
    if (plural === undefined || isRight || kind !== 'Group' && kind !== 'User') { continue; }
    const one = account === undefined ? undefined : `{kind: ServiceAccount, name: ${account}, namespace: ${namespace}}`;
    yield {
      object,
      path: `/subjects/${i}/name`,
      message: `${titleOf(object)} grants rights to the ${textOf(kind).toLowerCase()} '${textOf(name)}', and nobody is of this name`,
      fix: `write ${one ?? `{kind: Group, name: "${namespace === undefined ? OF_ACCOUNTS : `${OF_ACCOUNTS}:${namespace}`}", apiGroup: rbac.authorization.k8s.io}`}`,
    };
  }
}

function isBeyondNamespaces(rule: Readonly<Record<string, unknown>>): boolean {
  const resources = listOf(rule.resources);
  const isUrl = listOf(rule.nonResourceURLs).length > 0 && resources.length === 0;
  return isUrl || resources.length > 0 && clusterScoped(rule).length === resources.length;
}
