import { admissionRule, checkAdmissionRule } from './admission-rules';
import { example } from './examples';
import { SELECTOR_RULES, checkLabelSelector } from './label-selector';
import { Broken, Rule, forRecords, isGiven, isText } from './rule';
import { DNS_1035_LABEL } from '../../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { PATH_SEGMENT } from '../../../kubernetes/formats/other-names';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

const API = 'admissionregistration.k8s.io/v1';
const binding = (...fields: string[]) => example('ValidatingAdmissionPolicyBinding', API, `spec: {policyName: web, validationActions: [Deny], ${fields.join(', ')}}`);
const RULE = '{operations: [CREATE], apiGroups: [apps], apiVersions: [v1], resources: [deployments]}';
const policy = (matchConstraints: string, ...fields: string[]) => example('ValidatingAdmissionPolicy', API,
  `spec: {${[`matchConstraints: ${matchConstraints}`, "validations: [{expression: 'true'}]", ...fields].join(', ')}}`);

export const policyMatch: Rule = {
  id: 'policy-match',
  why: 'a policy names the resources that it is about, so that the API server knows the types that its expressions see; one that changes objects sees no DELETE',
  severity: 'error',
  since: '1.30',
  fix: 'write at least one of matchConstraints.resourceRules, with resourceNames that are names of objects, each once',
  bad: policy('{resourceRules: []}'),
  good: policy(`{resourceRules: [${RULE}]}`),
};

export const policyParams: Rule = {
  id: 'policy-params',
  why: 'a policy says of which kind its parameters are, and a binding where they are: in the object of a name, or in those that a selector chooses',
  severity: 'error',
  since: '1.30',
  fix: 'write apiVersion and kind; in a binding exactly one of name and selector, and parameterNotFoundAction',
  bad: binding('paramRef: {parameterNotFoundAction: Deny}'),
  good: binding('paramRef: {name: web, parameterNotFoundAction: Deny}'),
};

export const POLICY_MATCH_RULES = [policyMatch, policyParams, admissionRule, ...SELECTOR_RULES];

const MUTATING_OPERATIONS: ReadonlySet<unknown> = new Set(['*', 'CREATE', 'UPDATE', 'CONNECT']);

/** Which requests a policy is about, or a binding of it. */
export function checkMatchResources(resources: unknown, isMutating: boolean, at: string, broken: Broken) {
  if (!isRecord(resources)) { return; }
  for (const field of ['namespaceSelector', 'objectSelector']) { checkLabelSelector(resources[field], `${at}/${field}`, broken); }
  for (const field of ['resourceRules', 'excludeResourceRules']) {
    forRecords(resources[field], (rule, index) => checkNamedRule(rule, isMutating && field === 'resourceRules', `${at}/${field}/${index}`, broken));
  }
}

function checkNamedRule(rule: Record<string, any>, isMutating: boolean, at: string, broken: Broken) {
  checkAdmissionRule(rule, at, broken);
  const names = listOf(rule.resourceNames);
  names.forEach((name, index) => {
    if (typeof name === 'string' && !PATH_SEGMENT.fits(name)) { broken(policyMatch, `${at}/resourceNames/${index}`, `${show(name)} is no name of an object`, `write ${PATH_SEGMENT.mustBe}`); }
  });
  const seen = new Set<unknown>();
  names.forEach((name, index) => {
    if (seen.has(name)) { broken(policyMatch, `${at}/resourceNames/${index}`, `the name ${show(name)} is there already`, 'remove it'); }
    seen.add(name);
  });
  listOf(rule.operations).forEach((operation, index) => {
    if (isMutating && !MUTATING_OPERATIONS.has(operation)) { broken(policyMatch, `${at}/operations/${index}`, `nothing can be changed on ${show(operation)}`, 'remove it'); }
  });
}

/** What a policy is about; it needs a rule of its own. */
export function checkMatchConstraints(constraints: unknown, isMutating: boolean, broken: Broken) {
  const at = '/spec/matchConstraints';
  if (!isGiven(constraints)) {
    broken(policyMatch, at, 'the policy is about nothing', 'add matchConstraints with resourceRules');
  } else if (listOf(recordOf(constraints).resourceRules).length === 0) {
    broken(policyMatch, `${at}/resourceRules`, 'the policy is about no resources', 'add a rule');
  }
  checkMatchResources(constraints, isMutating, at, broken);
}

/** Of which kind the parameters of a policy are. */
export function checkParamKind(paramKind: unknown, broken: Broken) {
  if (!isRecord(paramKind)) { return; }
  const { apiVersion, kind } = paramKind;
  const wrong = (field: string, message: string, fix?: string) => broken(policyParams, `/spec/paramKind/${field}`, message, fix);
  if (!isText(apiVersion)) {
    wrong('apiVersion', 'it has no apiVersion', 'add apiVersion');
  } else {
    const parts = apiVersion.split('/');
    const [version, group = ''] = [...parts].reverse();
    if (parts.length > 2 || group !== '' && !DNS_SUBDOMAIN.fits(group) || !DNS_1035_LABEL.fits(version)) {
      wrong('apiVersion', `${show(apiVersion)} is no API version`, 'write group/version, or the version alone for the core group');
    }
  }
  if (!isText(kind)) { wrong('kind', 'it has no kind', 'add kind'); }
  if (isText(kind) && !DNS_1035_LABEL.fits(kind.toLowerCase())) { wrong('kind', `${show(kind)} is no kind`, 'write a kind such as ConfigMap'); }
}

/** Where the parameters of a policy are. */
export function checkParamRef(paramRef: unknown, broken: Broken) {
  if (!isRecord(paramRef)) { return; }
  const at = '/spec/paramRef';
  const { name, selector, parameterNotFoundAction: action } = paramRef;
  if (isText(name) === isGiven(selector)) { broken(policyParams, at, isText(name) ? 'it has both name and selector' : 'it has neither name nor selector', 'write exactly one of name and selector'); }
  if (isText(name) && !PATH_SEGMENT.fits(name)) { broken(policyParams, `${at}/name`, `${show(name)} is no name of an object`, `write ${PATH_SEGMENT.mustBe}`); }
  if (!isText(action)) { broken(policyParams, `${at}/parameterNotFoundAction`, 'it does not say what happens where there are no parameters', 'write Deny or Allow'); }
  if (isText(action) && action !== 'Deny' && action !== 'Allow') { broken(policyParams, `${at}/parameterNotFoundAction`, `parameterNotFoundAction is ${show(action)}`, 'write Deny or Allow'); }
  checkLabelSelector(selector, `${at}/selector`, broken);
}
