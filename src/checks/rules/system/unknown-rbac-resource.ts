import { rulesOf } from './rbac';
import { listOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { closest } from '../../../reports/did-you-mean';
import { Check } from '../../engine/check';

/** Resources of the API groups that rules name most, as Kubernetes 1.27 serves them. Other groups are not checked. */
const RESOURCES: Readonly<Record<string, readonly string[]>> = {
  '': ['bindings', 'componentstatuses', 'configmaps', 'endpoints', 'events', 'limitranges', 'namespaces', 'nodes', 'persistentvolumeclaims',
    'persistentvolumes', 'pods', 'podtemplates', 'replicationcontrollers', 'resourcequotas', 'secrets', 'serviceaccounts', 'services',
    // Not objects: words that the authorizer knows.
    'users', 'groups', 'userextras'],
  'apps': ['controllerrevisions', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  'batch': ['cronjobs', 'jobs'],
  'autoscaling': ['horizontalpodautoscalers'],
  'policy': ['poddisruptionbudgets', 'podsecuritypolicies'],
  'storage.k8s.io': ['csidrivers', 'csinodes', 'csistoragecapacities', 'storageclasses', 'volumeattachments', 'volumeattributesclasses'],
  'networking.k8s.io': ['clustercidrs', 'ingressclasses', 'ingresses', 'ipaddresses', 'networkpolicies', 'servicecidrs'],
  'coordination.k8s.io': ['leases', 'leasecandidates'],
  'discovery.k8s.io': ['endpointslices'],
};

export const unknownRbacResource: Check = {
  id: 'unknown-rbac-resource',
  why: 'the server takes any word as a resource; a rule on one that does not exist grants nothing, and the program is refused',
  severity: 'warning',
  run: function* (inventory) {
    for (const { role, rule, path } of rulesOf(inventory)) {
      const groups = listOf(rule.apiGroups);
      if (groups.length === 0 || !groups.every(group => typeof group === 'string' && Object.hasOwn(RESOURCES, group))) { continue; }
      const known = groups.flatMap(group => RESOURCES[group]);
      for (const [i, value] of listOf(rule.resources).entries()) {
        const resource = textOf(value).split('/')[0];
        if (resource === '' || resource.startsWith('*') || known.includes(resource)) { continue; }
        const home = Object.keys(RESOURCES).find(group => RESOURCES[group].includes(resource));
        const meant = closest(resource, known);
        yield {
          object: role,
          path: `${path}/resources/${i}`,
          message: `${titleOf(role)} has a rule on '${resource}', which the API group${groups.length > 1 ? 's' : ''} `
            + `${groups.map(group => `'${group}'`).join(', ')} do${groups.length > 1 ? '' : 'es'} not have`,
          fix: fixOf(home, meant),
        };
      }
    }
  },
  bad: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: leader}
rules: [{apiGroups: [""], resources: [persistentvolume, leases], verbs: [get]}]
`,
  good: `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: leader}
rules:
  - {apiGroups: [""], resources: [persistentvolumes], verbs: [get]}
  - {apiGroups: [coordination.k8s.io], resources: [leases], verbs: [get]}
`,
};

function fixOf(home: string | undefined, meant: string | undefined): string {
  if (home !== undefined) { return `write apiGroups: ['${home}'] for this resource`; }
  return meant ? `write '${meant}'` : 'write the plural, lower-case name that kubectl api-resources lists';
}
