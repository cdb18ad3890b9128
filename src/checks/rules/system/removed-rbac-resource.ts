import { rulesOf } from './rbac';
import { listOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** API groups and resources that are gone, and where they went. */
const REMOVED: readonly { readonly group: string; readonly resource?: string; readonly since: string; readonly instead: string }[] = [
  { group: 'extensions', resource: 'podsecuritypolicies', since: '1.16', instead: 'use Pod Security labels on the namespace' },
  { group: 'extensions', since: '1.22', instead: 'name the group apps (deployments, daemonsets, replicasets) or networking.k8s.io (ingresses)' },
  { group: 'policy', resource: 'podsecuritypolicies', since: '1.25', instead: 'use Pod Security labels on the namespace' },
  { group: 'settings.k8s.io', since: '1.20', instead: 'set environment and volumes in the pod template' },
  { group: 'auditregistration.k8s.io', since: '1.19', instead: 'configure auditing on the API server' },
  { group: 'apps', resource: 'petsets', since: '1.5', instead: 'name statefulsets' },
];

export const removedRbacResource: Check = {
  id: 'removed-rbac-resource',
  why: 'a rule on a resource that Kubernetes no longer has grants nothing; a right that the program needs today may be missing instead',
  severity: 'info',
  run: function* (inventory) {
    for (const { role, rule, path } of rulesOf(inventory)) {
      for (const { group, resource, since, instead } of REMOVED) {
        const place = listOf(rule.apiGroups).indexOf(group);
        const resources = listOf(rule.resources);
        if (place < 0 || (resource !== undefined && !resources.includes(resource))) { continue; }
        yield {
          object: role,
          path: resource === undefined ? `${path}/apiGroups/${place}` : `${path}/resources/${resources.indexOf(resource)}`,
          message: `${titleOf(role)} has a rule on ${group}/${resource ?? '*'}, which is gone since Kubernetes ${since}`,
          fix: `remove it; ${instead}`,
        };
        break;
      }
    }
  },
  bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: nfs}
rules: [{apiGroups: [extensions], resources: [podsecuritypolicies], resourceNames: [nfs], verbs: [use]}]
`,
  good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: nfs}
rules: [{apiGroups: [""], resources: [nodes], verbs: [get, list, watch]}]
`,
};
