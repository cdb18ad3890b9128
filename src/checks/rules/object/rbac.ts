import { example } from './examples';
import { SELECTOR_RULES, checkLabelSelector } from './label-selector';
import { Broken, Rule, forRecords, isGiven, isText, rulesFor } from './rule';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { Manifest, isRecord, listOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

const RBAC = 'rbac.authorization.k8s.io';

export const policyRule: Rule = {
  id: 'rbac-rule',
  why: 'a rule allows verbs on resources of API groups, or on URLs that are no resources; URLs belong to no namespace',
  fix: "write verbs, apiGroups ('' is the core group) and resources; or verbs and nonResourceURLs in a ClusterRole",
  bad: example('Role', `${RBAC}/v1`, 'rules: [{verbs: [get], resources: [pods]}]'),
  good: example('Role', `${RBAC}/v1`, "rules: [{verbs: [get], apiGroups: [''], resources: [pods]}]"),
};

export const aggregationRule: Rule = {
  id: 'aggregation-rule',
  why: 'an aggregated ClusterRole collects the rules of the roles it selects',
  fix: 'write at least one clusterRoleSelector, or remove aggregationRule',
  bad: example('ClusterRole', `${RBAC}/v1`, 'aggregationRule: {}'),
  good: example('ClusterRole', `${RBAC}/v1`, 'aggregationRule: {clusterRoleSelectors: [{matchLabels: {app: web}}]}'),
};

export const roleRef: Rule = {
  id: 'role-ref',
  why: 'a RoleBinding hands out a Role or a ClusterRole, and a ClusterRoleBinding a ClusterRole only',
  fix: `write apiGroup: ${RBAC}, the kind, and the name of the role`,
  bad: example('ClusterRoleBinding', `${RBAC}/v1`, `roleRef: {apiGroup: ${RBAC}, kind: Role, name: web}`),
  good: example('ClusterRoleBinding', `${RBAC}/v1`, `roleRef: {apiGroup: ${RBAC}, kind: ClusterRole, name: web}`),
};

export const bindingSubject: Rule = {
  id: 'binding-subject-fields',
  why: 'users and groups belong to the RBAC group, service accounts to the core group and a namespace',
  fix: `write kind, name, for users and groups apiGroup: ${RBAC}, for service accounts no apiGroup but a namespace`,
  bad: example('ClusterRoleBinding', `${RBAC}/v1`, `roleRef: {apiGroup: ${RBAC}, kind: ClusterRole, name: web}`, 'subjects: [{kind: ServiceAccount, name: web}]'),
  good: example('ClusterRoleBinding', `${RBAC}/v1`, `roleRef: {apiGroup: ${RBAC}, kind: ClusterRole, name: web}`,
    'subjects: [{kind: ServiceAccount, name: web, namespace: apps}]'),
};

export const roleRules: ObjectCheck = rulesFor([`${RBAC}/Role`, `${RBAC}/ClusterRole`], [policyRule, aggregationRule, ...SELECTOR_RULES], (role, broken) => {
  forRecords(role.rules, (rule, index) => checkRule(rule, role.kind === 'Role', `/rules/${index}`, broken));
  if (role.kind === 'ClusterRole' && isRecord(role.aggregationRule)) {
    const selectors = listOf(role.aggregationRule.clusterRoleSelectors);
    if (selectors.length === 0) { broken(aggregationRule, '/aggregationRule/clusterRoleSelectors', 'aggregationRule selects no roles'); }
    selectors.forEach((selector, index) => checkLabelSelector(selector, `/aggregationRule/clusterRoleSelectors/${index}`, broken));
  }
});

function checkRule(rule: Record<string, any>, namespaced: boolean, at: string, broken: Broken) {
  const has = (field: string) => isGiven(rule[field]) && !(Array.isArray(rule[field]) && rule[field].length === 0);
  if (!has('verbs') && isGiven(rule.verbs)) { broken(policyRule, `${at}/verbs`, 'the rule allows nothing: it has no verbs', 'add verbs, such as [get, list, watch]'); }
  if (has('nonResourceURLs')) {
    if (namespaced) { broken(policyRule, `${at}/nonResourceURLs`, 'a Role cannot allow URLs, which belong to no namespace', 'write a ClusterRole'); }
    if (has('apiGroups') || has('resources') || has('resourceNames')) {
      broken(policyRule, `${at}/nonResourceURLs`, 'the rule is about both resources and URLs', 'make it two rules');
    }
    return;
  }
  if (!has('apiGroups')) { broken(policyRule, `${at}/apiGroups`, 'the rule does not say which API groups', "add apiGroups; '' is the core group"); }
  if (!has('resources')) { broken(policyRule, `${at}/resources`, 'the rule does not say which resources', 'add resources'); }
}

export const bindingRules: ObjectCheck = rulesFor([`${RBAC}/RoleBinding`, `${RBAC}/ClusterRoleBinding`], [roleRef, bindingSubject], (binding, broken) => {
  if (isRecord(binding.roleRef)) { checkRoleRef(binding, binding.roleRef, broken); }
  forRecords(binding.subjects, (subject, index) => checkSubject(subject, binding.kind === 'RoleBinding', `/subjects/${index}`, broken));
});

function checkRoleRef(binding: Manifest, { apiGroup, kind }: Record<string, any>, broken: Broken) {
  const kinds = binding.kind === 'RoleBinding' ? ['Role', 'ClusterRole'] : ['ClusterRole'];
  if (isText(apiGroup) && apiGroup !== RBAC) { broken(roleRef, '/roleRef/apiGroup', `roles are in ${RBAC}, not in ${show(apiGroup)}`, `write ${RBAC}`); }
  if (!kinds.includes(kind)) { broken(roleRef, '/roleRef/kind', `a ${binding.kind} cannot hand out a ${show(kind ?? '')}`, `write ${kinds.join(' or ')}`); }
}

function checkSubject(subject: Record<string, any>, namespaced: boolean, at: string, broken: Broken) {
  const { kind, apiGroup } = subject;
  if (kind === 'ServiceAccount') {
    if (isText(apiGroup)) { broken(bindingSubject, `${at}/apiGroup`, `service accounts are in the core group, not in ${show(apiGroup)}`, 'remove apiGroup'); }
    if (!namespaced && !isText(subject.namespace)) { broken(bindingSubject, `${at}/namespace`, 'the binding does not say in which namespace the ServiceAccount is', 'add namespace'); }
    if (isText(subject.name) && !DNS_SUBDOMAIN.fits(subject.name)) {
      broken(bindingSubject, `${at}/name`, `${show(subject.name)} is no name of a ServiceAccount`, 'write the name of a ServiceAccount; its namespace has a field of its own');
    }
  } else if (kind === 'User' || kind === 'Group') {
    if (isText(apiGroup) && apiGroup !== RBAC) { broken(bindingSubject, `${at}/apiGroup`, `a ${kind} is in ${RBAC}, not in ${show(apiGroup)}`, `write ${RBAC}`); }
  } else if (isGiven(kind)) {
    broken(bindingSubject, `${at}/kind`, `${show(kind)} can get no rights`, 'write ServiceAccount, User or Group');
  }
}
