import { together } from './examples';
import { clusterScoped } from './rbac-rule-grants-nothing';
import { listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

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
  why: 'a RoleBinding grants what a role allows within one namespace. Rights on nodes, volumes and other objects that are in no namespace it does not grant, and the program is refused',
  severity: 'warning',
  run: function* (_, { references }) {
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

function isBeyondNamespaces(rule: Readonly<Record<string, unknown>>): boolean {
  const resources = listOf(rule.resources);
  const isUrl = listOf(rule.nonResourceURLs).length > 0 && resources.length === 0;
  return isUrl || resources.length > 0 && clusterScoped(rule).length === resources.length;
}
