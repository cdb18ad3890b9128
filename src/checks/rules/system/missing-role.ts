import { absences } from './absence';
import { Check } from '../../engine/check';

const binding = `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: leader}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: leader}
subjects: [{kind: ServiceAccount, name: default, namespace: default}]
`;

export const missingRole: Check = {
  id: 'missing-role',
  why: 'a binding to a Role or ClusterRole that does not exist grants nothing, and its roleRef can never be changed',
  severity: 'warning',
  run: (_, context) => absences(context, context.references.all.filter(({ relation }) => relation === 'grants')),
  bad: binding,
  good: `${binding}---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: leader}
rules: [{apiGroups: [coordination.k8s.io], resources: [leases], verbs: [get, create, update]}]
`,
};
