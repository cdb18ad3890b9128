import { bindingsByAccount, missingVerbs, rightsOf } from './rbac';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { containersOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Provisioner, provisionersOf } from '../../../manifest/references/provisioners';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

/** What a provisioner built on the sig-storage library does with the API, and whether it works without. */
const NEEDS = [
  { group: '', resource: 'persistentvolumes', verbs: ['get', 'list', 'watch', 'create', 'delete'], vital: true },
  { group: '', resource: 'persistentvolumeclaims', verbs: ['get', 'list', 'watch', 'update'], vital: true },
  { group: 'storage.k8s.io', resource: 'storageclasses', verbs: ['get', 'list', 'watch'], vital: true },
  { group: '', resource: 'nodes', verbs: ['get', 'list', 'watch'], vital: false },
  { group: '', resource: 'events', verbs: ['create', 'update', 'patch'], vital: false },
] as const;

/** Its leader is elected by one of these, in its own namespace, named after the provisioner. */
const LOCKS = [{ group: '', resource: 'endpoints' }, { group: 'coordination.k8s.io', resource: 'leases' }] as const;
const LOCK_VERBS = ['get', 'create', 'update'];

const example = (rules: string) => `
apiVersion: v1
kind: ServiceAccount
metadata: {name: nfs}
---
apiVersion: v1
kind: Pod
metadata: {name: provisioner}
spec:
  serviceAccountName: nfs
  containers:
    - {name: nfs, image: registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2, env: [{name: PROVISIONER_NAME, value: nfs}]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: nfs}
rules:${rules}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: nfs}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: nfs}
subjects: [{kind: ServiceAccount, name: nfs, namespace: default}]
`;

export const provisionerRights: Check = {
  id: 'provisioner-rights',
  why: 'a provisioner that may not read claims and classes or create volumes starts, is refused by the server and provisions nothing; '
    + 'without nodes it fails for claims that wait for their pod, without endpoints or leases it never becomes the leader. '
    + 'An account to which nothing is bound here may be bound elsewhere: a warning, unless the environment is declared complete',
  run: function* (_, context) {
    const bindings = bindingsByAccount(context);
    for (const provisioner of provisionersOf(context.references)) {
      if (provisioner.announced) { yield* lackOf(provisioner, bindings, context); }
    }
  },
  bad: example(`
  - {apiGroups: [""], resources: [persistentvolumes], verbs: [get, list, watch, create, delete]}
  - {apiGroups: [""], resources: [persistentvolumeclaims], verbs: [get, list, watch]}`),
  good: example(`
  - {apiGroups: [""], resources: [nodes], verbs: [get, list, watch]}
  - {apiGroups: [""], resources: [persistentvolumes], verbs: [get, list, watch, create, delete]}
  - {apiGroups: [""], resources: [persistentvolumeclaims], verbs: [get, list, watch, update]}
  - {apiGroups: [storage.k8s.io], resources: [storageclasses], verbs: [get, list, watch]}
  - {apiGroups: [""], resources: [events], verbs: [create, update, patch]}
  - {apiGroups: [""], resources: [endpoints], verbs: [create]}
  - {apiGroups: [""], resources: [endpoints], resourceNames: [nfs], verbs: [get, list, watch, update, patch]}`),
};

function* lackOf(provisioner: Provisioner, bindings: ReadonlyMap<string, readonly Manifest[]>, context: CheckContext): Iterable<SystemProblem> {
  const { workload, namespace, template } = provisioner.pods;
  const account = textOf(template.spec.serviceAccountName ?? template.spec.serviceAccount) || 'default';
  const rights = rightsOf(bindings.get(`${namespace}/${account}`) ?? [], namespace, context);
  const isElsewhere = rights.none && !context.cluster.complete;
  if (rights.unknown || (isElsewhere && !context.references.inventory.findIn('ServiceAccount', namespace, account))) { return; }

  const lockName = provisioner.name.replace(/\//g, '-');
  const lacking = NEEDS
    .map(need => ({ ...need, verbs: missingVerbs(rights.clusterRules, need) }))
    .filter(({ verbs }) => verbs.length > 0);
  const lacksLock = electsLeader(provisioner)
    && LOCKS.every(lock => missingVerbs(rights.ownRules, { ...lock, verbs: LOCK_VERBS, name: lockName }).length > 0);
  if (lacking.length === 0 && !lacksLock) { return; }

  const wanted = lacking.map(({ group, resource, verbs }) => `${group ? `${group}/` : ''}${resource} (${verbs.join(', ')})`);
  if (lacksLock) { wanted.push(`endpoints or leases in its own namespace (${LOCK_VERBS.join(', ')})`); }
  const vital = lacksLock || lacking.some(need => need.vital);
  const field = typeof template.spec.serviceAccountName === 'string' || template.spec.serviceAccount === undefined
    ? 'serviceAccountName' : 'serviceAccount';
  yield {
    object: workload,
    path: `${template.path}/spec/${field}`,
    severity: vital && !isElsewhere ? 'error' : 'warning',
    message: `${titleOf(workload)} is a provisioner and runs as ServiceAccount '${account}', which may not use ${wanted.join(', ')}`,
    fix: 'add rules with these resources and verbs to a ClusterRole that is bound to this account',
  };
}

/** The sig-storage library elects a leader unless it is configured not to. */
function electsLeader({ pods }: Provisioner): boolean {
  return !containersOf(pods.template).some(({ container }) =>
    listOf(container.env).map(recordOf).some(({ name, value }) => name === 'ENABLE_LEADER_ELECTION' && value === 'false'));
}
