import { bindingsByAccount, missingVerbs, rightsOf, rulesOf } from './rbac';
import { isClusterScopedResource } from '../../../kubernetes/kinds';
import { Manifest, listOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { closest } from '../../../reports/did-you-mean';
import { Check, CheckContext } from '../../engine/check';

/** What the API server and the authorizer ask for. */
const VERBS = [
  'get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'bind', 'escalate', 'impersonate', 'approve', 'sign', 'attest', 'use', 'proxy',
  'head', 'options', 'post', 'put', 'portforward', '*',
];

/** Words that people write for a verb. */
const MEANT: Readonly<Record<string, string>> = { read: 'get, list, watch', write: 'create, update, patch', view: 'get, list, watch', edit: 'update, patch', remove: 'delete' };

/** Parts of objects that have a path of their own, by the resource. */
const SUBRESOURCES: Readonly<Record<string, readonly string[]>> = {
  pods: ['attach', 'binding', 'ephemeralcontainers', 'eviction', 'exec', 'log', 'portforward', 'proxy', 'resize', 'status'],
  services: ['proxy', 'status'],
  nodes: ['proxy', 'status', 'metrics', 'stats', 'log', 'spec', 'checkpoint', 'configz', 'healthz', 'pods'],
  serviceaccounts: ['token'],
  persistentvolumeclaims: ['status'],
  persistentvolumes: ['status'],
  ...Object.fromEntries(['deployments', 'replicasets', 'statefulsets', 'replicationcontrollers'].map(resource => [resource, ['scale', 'status']])),
  daemonsets: ['status'],
  jobs: ['status'],
  cronjobs: ['status'],
};

/** Rights on cluster-scoped objects that are asked for in a namespace: to bind a ClusterRole there, to run pods there under a policy. */
const ASKED_IN_NAMESPACES: Readonly<Record<string, string>> = { clusterroles: 'bind', podsecuritypolicies: 'use' };

const example = (rule: string) => `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader}
rules: [${rule}]
`;

export const rbacRuleGrantsNothing: Check = {
  id: 'rbac-rule-grants-nothing',
  why: 'the server takes any word in a rule of RBAC; one that no request ever has grants nothing, and the program is refused',
  severity: 'warning',
  run: function* (inventory, context) {
    for (const { role, rule, path } of rulesOf(inventory)) {
      const beyond = role.kind === 'Role' ? clusterScoped(rule).filter(({ resource }) => !isGrantedAnyway(role, rule, resource, context)) : [];
      for (const { at, message, fix } of [...groups(rule), ...subresources(rule), ...verbs(rule), ...beyond]) {
        yield { object: role, path: `${path}${at}`, message: `${titleOf(role)} ${message}`, fix };
      }
    }
  },
  bad: example('{apiGroups: [apps/v1], resources: [statefulsets], verbs: [get]}'),
  good: example('{apiGroups: [apps], resources: [statefulsets], verbs: [get]}'),
};

interface Nothing {
  readonly at: string;
  readonly message: string;
  readonly fix: string;
}

type Rule = Readonly<Record<string, unknown>>;

function groups({ apiGroups }: Rule): Nothing[] {
  return listOf(apiGroups).map(textOf).flatMap((group, i) => {
    const isCore = /^v\d/.test(group);
    if (!group.includes('/') && !isCore) { return []; }
    return [{
      at: `/apiGroups/${i}`,
      message: `has a rule for the API group '${group}', which is an API version: groups stand without one`,
      fix: `write ${isCore ? '""' : group.split('/')[0]}`,
    }];
  });
}

function subresources({ resources }: Rule): Nothing[] {
  return listOf(resources).map(textOf).flatMap((resource, i) => {
    const [name, part] = resource.split('/');
    if (part === '*') {
      return [{
        at: `/resources/${i}`,
        message: `has a rule for '${resource}': a star stands for all resources, or for the resource before a part of it, and never for the part`,
        fix: `write each part, such as ${name === '*' ? '"*/status"' : `${name}/${SUBRESOURCES[name]?.at(-1) ?? 'status'}`}${name === '*' ? ', or "*"' : ''}`,
      }];
    }
    if (part === undefined || !Object.hasOwn(SUBRESOURCES, name) || SUBRESOURCES[name].includes(part)) { return []; }
    const meant = closest(part, SUBRESOURCES[name]);
    return [{
      at: `/resources/${i}`,
      message: `has a rule for '${resource}', and ${name} have no part of this name`,
      fix: meant ? `write ${name}/${meant}` : `write one of ${SUBRESOURCES[name].map(known => `${name}/${known}`).join(', ')}`,
    }];
  });
}

function verbs({ verbs: all, resourceNames, nonResourceURLs }: Rule): Nothing[] {
  const named = listOf(resourceNames).length > 0;
  const given = listOf(all).map(textOf);
  const unknown = given.flatMap((verb, i) => VERBS.includes(verb) || listOf(nonResourceURLs).length > 0 ? [] : [{
    at: `/verbs/${i}`,
    message: `allows '${verb}', which is no verb of the API`,
    fix: `write ${VERBS.includes(verb.toLowerCase()) ? verb.toLowerCase() : MEANT[verb.toLowerCase()] ?? closest(verb, VERBS) ?? 'one of get, list, watch, create, update, patch, delete'}`,
  }]);
  const create = given.indexOf('create');
  return named && create >= 0 && given.length === 1 ? [...unknown, {
    at: `/verbs/${create}`,
    message: 'allows to create objects by name, but a request to create has no name yet, so it grants nothing',
    fix: 'remove resourceNames, or put create in a rule of its own without them',
  }] : unknown;
}

/** True if all accounts that have a role have the same right by a ClusterRole, too: then nothing is missing. */
function isGrantedAnyway(role: Manifest, { apiGroups, verbs: all }: Rule, resource: string, context: CheckContext): boolean {
  const { references } = context;
  const bindings = references.to(role).filter(({ relation }) => relation === 'grants').map(({ from }) => from);
  const accounts = bindings.flatMap(binding => references.from(binding).filter(({ relation }) => relation === 'grants to'));
  const byAccount = bindingsByAccount(context);
  return accounts.length > 0 && accounts.every(({ namespace, name }) => {
    const { clusterRules } = rightsOf(byAccount.get(`${namespace}/${name}`) ?? [], namespace, context);
    const needs = listOf(apiGroups).map(group => ({ group: textOf(group), resource, verbs: listOf(all).map(textOf) }));
    return needs.every(need => missingVerbs(clusterRules, need).length === 0);
  });
}

interface Beyond extends Nothing {
  readonly resource: string;
}

/** A Role is about one namespace. The object of the namespace itself counts as being in it. */
export function clusterScoped({ apiGroups, resources, verbs: all }: Rule): Beyond[] {
  const given = listOf(all).map(textOf);
  return listOf(resources).map(textOf).flatMap((resource, i) => {
    const [name] = resource.split('/');
    const isAskedHere = Object.hasOwn(ASKED_IN_NAMESPACES, name) && (given.includes(ASKED_IN_NAMESPACES[name]) || given.includes('*'));
    const isBeyond = name !== 'namespaces' && !isAskedHere && listOf(apiGroups).some(group => isClusterScopedResource(textOf(group), name));
    return isBeyond ? [{
      resource,
      at: `/resources/${i}`,
      message: `has a rule for '${resource}', which are in no namespace, so a Role grants nothing for them`,
      fix: 'put the rule into a ClusterRole, and bind that by a ClusterRoleBinding',
    }] : [];
  });
}
