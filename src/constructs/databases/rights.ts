import { Construct } from 'constructs';
import { Identity } from '../../cdk8s/identity';
import type { PolicyRule, Role, RoleBinding } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';

const RBAC = 'rbac.authorization.k8s.io';

/** An app that runs as a ServiceAccount of its own name. */
interface Account {
  readonly name: string;
  readonly namespace?: string;
}

/** Lets an app do something in its own namespace. A RoleBinding needs the name of that namespace. */
export function addRights(scope: Construct, identity: Identity, { name, namespace }: Account, rule: PolicyRule): void {
  const metadata = { ...identity.metadata(), name };
  addObject<Role>(scope, 'Role', { apiVersion: `${RBAC}/v1`, kind: 'Role', metadata, rules: [rule] });
  addObject<RoleBinding>(scope, 'RoleBinding', {
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup: RBAC, kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  });
}
