import { example } from './examples';
import { Broken, Rule, forRecords, givenOf, isGiven, isText, rulesFor } from './rule';
import { DNS_LABEL } from '../../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

const SUBJECTS = 'subjects: [{kind: Group, group: {name: web}}]';

function schemaExample(rule: string): string {
  return example('FlowSchema', 'flowcontrol.apiserver.k8s.io/v1', `spec: {priorityLevelConfiguration: {name: web}, rules: [{${rule}}]}`);
}

export const flowSchema: Rule = {
  id: 'flow-schema',
  why: 'a FlowSchema sends requests of certain subjects for certain resources or URLs to a priority level',
  fix: "name a priority level; in each rule subjects with the field that their kind names, and verbs and resources, or URLs; '*' stands alone",
  bad: schemaExample(`${SUBJECTS}, resourceRules: [{verbs: [get], apiGroups: [''], resources: [pods]}]`),
  good: schemaExample(`${SUBJECTS}, resourceRules: [{verbs: [get], apiGroups: [''], resources: [pods], namespaces: ['*']}]`),
};

const VERBS = ['get', 'list', 'create', 'update', 'delete', 'deletecollection', 'patch', 'watch', 'proxy'];
const KINDS: ReadonlyMap<unknown, string> = new Map([['User', 'user'], ['Group', 'group'], ['ServiceAccount', 'serviceAccount']]);

export const flowSchemaRules: ObjectCheck = rulesFor(['flowcontrol.apiserver.k8s.io/FlowSchema'], [flowSchema], (schema, broken) => {
  const spec = recordOf(schema.spec);
  checkLevel(schema, spec, broken);
  forRecords(spec.rules, (rule, index) => checkRule(rule, `/spec/rules/${index}`, broken));
});

function checkLevel(schema: Manifest, { matchingPrecedence, distinguisherMethod, priorityLevelConfiguration }: Record<string, any>, broken: Broken) {
  if (matchingPrecedence === 1 && schema.metadata?.name !== 'exempt') {
    broken(flowSchema, '/spec/matchingPrecedence', "only the FlowSchema 'exempt' has the precedence 1", 'write a number from 2 to 10000');
  }
  const { type } = recordOf(distinguisherMethod);
  if (isRecord(distinguisherMethod) && type !== 'ByUser' && type !== 'ByNamespace') {
    broken(flowSchema, '/spec/distinguisherMethod/type', `${show(type ?? '')} is no way to tell flows apart`, 'write ByUser or ByNamespace');
  }
  const { name } = recordOf(priorityLevelConfiguration);
  if (isRecord(priorityLevelConfiguration) && (!isText(name) || !DNS_SUBDOMAIN.fits(name))) {
    broken(flowSchema, '/spec/priorityLevelConfiguration/name', `${show(name ?? '')} is no name of a priority level`, 'name a PriorityLevelConfiguration');
  }
}

function checkRule(rule: Record<string, any>, at: string, broken: Broken) {
  if (listOf(rule.subjects).length === 0) { broken(flowSchema, `${at}/subjects`, 'the rule is about nobody', 'add subjects'); }
  forRecords(rule.subjects, (subject, index) => checkSubject(subject, `${at}/subjects/${index}`, broken));
  if (listOf(rule.resourceRules).length === 0 && listOf(rule.nonResourceRules).length === 0) {
    broken(flowSchema, at, 'the rule is about nothing', 'add resourceRules or nonResourceRules');
  }
  forRecords(rule.resourceRules, (resources, index) => checkResources(resources, `${at}/resourceRules/${index}`, broken));
  forRecords(rule.nonResourceRules, (urls, index) => checkUrls(urls, `${at}/nonResourceRules/${index}`, broken));
}

function checkSubject(subject: Record<string, any>, at: string, broken: Broken) {
  const field = KINDS.get(subject.kind);
  if (field === undefined) {
    broken(flowSchema, `${at}/kind`, `${show(subject.kind ?? '')} is no kind of subject`, `write one of ${[...KINDS.keys()].join(', ')}`);
    return;
  }
  for (const other of givenOf(subject, [...KINDS.values()].filter(name => name !== field))) {
    broken(flowSchema, `${at}/${other}`, `a subject of the kind ${subject.kind} has no ${other}`, `remove ${other}`);
  }
  if (!isText(recordOf(subject[field]).name)) { broken(flowSchema, `${at}/${field}/name`, 'the subject has no name', `add ${field}.name`); }
  if (field === 'serviceAccount') { checkAccount(recordOf(subject.serviceAccount), `${at}/serviceAccount`, broken); }
}

function checkAccount({ name, namespace }: Record<string, any>, at: string, broken: Broken) {
  if (isText(name) && name !== '*' && !DNS_SUBDOMAIN.fits(name)) { broken(flowSchema, `${at}/name`, `${show(name)} is no name of a ServiceAccount`); }
  if (!isText(namespace) || !DNS_LABEL.fits(namespace)) { broken(flowSchema, `${at}/namespace`, `${show(namespace ?? '')} is no namespace`, 'name the namespace of the ServiceAccount'); }
}

function checkResources(rule: Record<string, any>, at: string, broken: Broken) {
  checkVerbs(rule.verbs, `${at}/verbs`, broken);
  checkNames(rule.apiGroups, `${at}/apiGroups`, broken);
  checkNames(rule.resources, `${at}/resources`, broken);
  if (listOf(rule.namespaces).length > 0 || rule.clusterScope !== true) { checkNames(rule.namespaces, `${at}/namespaces`, broken); }
  listOf(rule.namespaces).forEach((namespace, index) => {
    const name = namespace ?? '';
    if (typeof name === 'string' && name !== '*' && !DNS_LABEL.fits(name)) { broken(flowSchema, `${at}/namespaces/${index}`, `${show(name)} is no namespace`); }
  });
}

function checkVerbs(verbs: unknown, at: string, broken: Broken) {
  checkNames(verbs, at, broken);
  listOf(verbs).forEach((verb, index) => {
    // The server reads null as an empty text.
    if (verb !== '*' && (typeof verb === 'string' || verb === null) && !VERBS.includes(verb)) { broken(flowSchema, `${at}/${index}`, `${show(verb ?? '')} is no verb`, `write some of ${VERBS.join(', ')}`); }
  });
}

/** There is something in the list, and `*` stands alone. */
function checkNames(names: unknown, at: string, broken: Broken) {
  if (isGiven(names) && !Array.isArray(names)) { return; }
  const list = listOf(names);
  if (list.length === 0) { broken(flowSchema, at, 'the list is empty', "add names, or '*' for all"); }
  if (list.length > 1 && list.includes('*')) { broken(flowSchema, at, "'*' stands beside other names", "write '*' alone"); }
}

function checkUrls(rule: Record<string, any>, at: string, broken: Broken) {
  checkVerbs(rule.verbs, `${at}/verbs`, broken);
  checkNames(rule.nonResourceURLs, `${at}/nonResourceURLs`, broken);
  const urls = listOf(rule.nonResourceURLs);
  // The server reads null as an empty text.
  urls.map(url => url ?? '').forEach((url, index) => {
    if (typeof url === 'string' && !urls.includes('*') && !isPath(url)) {
      broken(flowSchema, `${at}/nonResourceURLs/${index}`, `${show(url)} is no path of a URL`, "write a path such as /healthz; '*' only as the last piece");
    }
  });
}

function isPath(url: string): boolean {
  if (url === '/') { return true; }
  const wildcard = url.indexOf('*');
  return url.startsWith('/') && !/ |\/\//.test(url) && (wildcard < 0 || wildcard === url.length - 1 && url.endsWith('/*'));
}
