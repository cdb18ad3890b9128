import { example } from './examples';
import { celExpression, checkExpression, deviceEnvironment } from './expressions';
import { Broken, Rule, forRecords, forRepeated, isGiven, isText, rulesFor } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { DNS_LABEL } from '../../../kubernetes/formats/dns-label';
import { LABEL_VALUE } from '../../../kubernetes/formats/label';
import { FULL_ATTRIBUTE_NAME } from '../../../kubernetes/formats/other-names';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

const API = 'resource.k8s.io/v1';
const SINCE = '1.34';
const claim = (devices: string) => example('ResourceClaim', API, `spec: {devices: {${devices}}}`);
const GPU = '{name: gpu, exactly: {deviceClassName: gpu.example.com}}';

export const deviceRequest: Rule = {
  id: 'device-request',
  why: 'a request is for devices of one class, or for the first of several that can be had; of a class it takes a number or all',
  severity: 'error',
  since: SINCE,
  fix: 'write exactly one of exactly and firstAvailable; count from 1 up, or allocationMode: All without count; another name for each request',
  bad: claim('requests: [{name: gpu}]'),
  good: claim(`requests: [${GPU}]`),
};

export const deviceSelector: Rule = {
  id: 'device-selector',
  why: 'devices are chosen by an expression in CEL, and a toleration bears taints as those of Pods do',
  severity: 'error',
  since: SINCE,
  fix: 'write cel.expression; in a toleration no value with operator Exists',
  bad: claim('requests: [{name: gpu, exactly: {deviceClassName: gpu.example.com, selectors: [{}]}}]'),
  good: claim("requests: [{name: gpu, exactly: {deviceClassName: gpu.example.com, selectors: [{cel: {expression: 'true'}}]}}]"),
};

export const deviceConstraint: Rule = {
  id: 'device-constraint',
  why: 'a constraint is about one attribute, and about requests of the same claim',
  severity: 'error',
  since: SINCE,
  fix: 'write matchAttribute, or from Kubernetes 1.36 on distinctAttribute; name requests of this claim, each once',
  bad: claim(`requests: [${GPU}], constraints: [{requests: [gpu]}]`),
  good: claim(`requests: [${GPU}], constraints: [{requests: [gpu], matchAttribute: gpu.example.com/model}]`),
};

export const deviceConfig: Rule = {
  id: 'device-config',
  why: 'a configuration is for one driver, and for requests of the same claim; its parameters are a mapping of at most 10 KiB',
  severity: 'error',
  since: SINCE,
  fix: 'write opaque with driver and parameters, and name requests of this claim, each once',
  bad: claim(`requests: [${GPU}], config: [{requests: [gpu]}]`),
  good: claim(`requests: [${GPU}], config: [{requests: [gpu], opaque: {driver: gpu.example.com, parameters: {mode: fast}}}]`),
};

export const claimTemplateMetadata: Rule = {
  id: 'resource-claim-metadata',
  why: 'the claims of a template get names and namespaces of their own; only labels and annotations can be chosen',
  severity: 'error',
  since: SINCE,
  fix: 'leave only labels and annotations in spec.metadata',
  bad: example('ResourceClaimTemplate', API, 'spec: {metadata: {name: gpu}, spec: {}}'),
  good: example('ResourceClaimTemplate', API, 'spec: {metadata: {labels: {app: web}}, spec: {}}'),
};

const CLAIM_RULES = [deviceRequest, deviceSelector, deviceConstraint, deviceConfig, celExpression];

export const resourceClaimRules: ObjectCheck = rulesFor(['resource.k8s.io/ResourceClaim'], CLAIM_RULES, (claimed, broken, model) =>
  checkDevices(recordOf(recordOf(claimed.spec).devices), '/spec/devices', broken, model));

export const resourceClaimTemplateRules: ObjectCheck = rulesFor(
  ['resource.k8s.io/ResourceClaimTemplate'], [...CLAIM_RULES, claimTemplateMetadata],
  (template, broken, model) => {
    const { metadata, spec } = recordOf(template.spec);
    for (const [field, value] of Object.entries(recordOf(metadata))) {
      const chosen = isGiven(value) && (typeof value !== 'string' || isText(value));
      if (field !== 'labels' && field !== 'annotations' && chosen) { broken(claimTemplateMetadata, `/spec/metadata/${field}`, `metadata.${field} of the claims cannot be chosen`); }
    }
    checkDevices(recordOf(recordOf(spec).devices), '/spec/spec/devices', broken, model);
  },
);

export const deviceClassRules: ObjectCheck = rulesFor(['resource.k8s.io/DeviceClass'], [deviceSelector, deviceConfig, celExpression], (deviceClass, broken, model) => {
  const { selectors, config } = recordOf(deviceClass.spec);
  checkSelectors(selectors, '/spec/selectors', broken, model);
  forRecords(config, (entry, index) => checkOpaque(entry, `/spec/config/${index}`, broken));
});

/** The requests that others may name: each by its name, an alternative by the names of both. */
type Names = ReadonlyMap<unknown, ReadonlySet<unknown>>;

function checkDevices({ requests, constraints, config }: Record<string, any>, at: string, broken: Broken, model: ApiModel) {
  forRecords(requests, (request, index) => checkRequest(request, `${at}/requests/${index}`, broken, model));
  checkOnce(requests, deviceRequest, `${at}/requests`, broken);
  const names: Names = new Map(listOf(requests).map(recordOf).map(({ name, firstAvailable }) =>
    [name, new Set(listOf(firstAvailable).map(alternative => recordOf(alternative).name))]));
  // Who names a request whose name is wrong is not asked.
  const named = [...names.keys()].every(name => typeof name !== 'string' || DNS_LABEL.fits(name));
  forRecords(constraints, (constraint, index) => named && checkConstraint(constraint, names, `${at}/constraints/${index}`, broken));
  forRecords(config, (entry, index) => {
    if (named) { checkNamed(entry.requests, names, deviceConfig, `${at}/config/${index}/requests`, broken); }
    checkOpaque(entry, `${at}/config/${index}`, broken);
  });
}

function checkOnce(requests: unknown, rule: Rule, at: string, broken: Broken) {
  forRepeated(listOf(requests), request => recordOf(request).name, ({ name }, index) => broken(rule, `${at}/${index}/name`, `the request ${show(name)} is there already`));
}

function checkRequest({ exactly, firstAvailable }: Record<string, any>, at: string, broken: Broken, model: ApiModel) {
  const alternatives = listOf(firstAvailable);
  if (isGiven(exactly) === alternatives.length > 0) {
    broken(deviceRequest, at, `the request has ${isGiven(exactly) ? 'both exactly and' : 'neither exactly nor'} firstAvailable`);
  } else if (isGiven(exactly)) {
    checkDevicesOf(exactly, `${at}/exactly`, broken, model);
  } else {
    alternatives.forEach((alternative, index) => checkDevicesOf(alternative, `${at}/firstAvailable/${index}`, broken, model));
    checkOnce(alternatives, deviceRequest, `${at}/firstAvailable`, broken);
  }
}

function checkDevicesOf(request: unknown, at: string, broken: Broken, model: ApiModel) {
  if (!isRecord(request)) { return; }
  const { allocationMode, count, selectors, tolerations } = request;
  if (typeof count === 'number' && (allocationMode === 'All' ? count !== 0 : count < 0)) {
    broken(deviceRequest, `${at}/count`, allocationMode === 'All' ? `all devices are asked for, and ${count} of them` : `count is ${count}`, 'write a count from 1 up, or allocationMode: All without it');
  }
  checkSelectors(selectors, `${at}/selectors`, broken, model);
  forRecords(tolerations, ({ operator, value }, index) => {
    if (operator === 'Exists' && isText(value)) { broken(deviceSelector, `${at}/tolerations/${index}/value`, `'Exists' compares with no value, here ${show(value)}`, 'remove the value'); }
    if (operator !== 'Exists' && isText(value) && !LABEL_VALUE.fits(value)) { broken(deviceSelector, `${at}/tolerations/${index}/value`, `${show(value)} is no value of a taint`, `write ${LABEL_VALUE.mustBe}`); }
  });
}

function checkSelectors(selectors: unknown, at: string, broken: Broken, model: ApiModel) {
  const environment = deviceEnvironment(model);
  forRecords(selectors, ({ cel }, index) => {
    const { expression } = recordOf(cel);
    if (isText(expression)) { checkExpression(expression, ['bool', 'dyn'], environment, `${at}/${index}/cel/expression`, broken); }
    if (!isGiven(cel)) { broken(deviceSelector, `${at}/${index}/cel`, 'the selector says nothing', 'add cel.expression'); }
  });
}

/** Until then the server looked at the first of the two only. */
const SECOND_ATTRIBUTE: Rule = { ...deviceConstraint, since: '1.37' };

function checkConstraint(constraint: Record<string, any>, names: Names, at: string, broken: Broken) {
  checkNamed(constraint.requests, names, deviceConstraint, `${at}/requests`, broken);
  const { matchAttribute, distinctAttribute: distinct } = constraint;
  if (typeof distinct === 'string' && !(isText(distinct) && FULL_ATTRIBUTE_NAME.fits(distinct))) {
    broken(isGiven(matchAttribute) ? SECOND_ATTRIBUTE : deviceConstraint, `${at}/distinctAttribute`, `${show(distinct)} is no attribute`, `write ${FULL_ATTRIBUTE_NAME.mustBe}`);
  }
  if (!isGiven(matchAttribute) && !isGiven(distinct)) { broken(deviceConstraint, at, 'the constraint names no attribute', 'add matchAttribute or distinctAttribute'); }
}

function checkNamed(requests: unknown, names: Names, rule: Rule, at: string, broken: Broken) {
  listOf(requests).forEach((name, index) => {
    const [request, alternative, ...more] = typeof name === 'string' ? name.split('/') : [''];
    const known = names.get(request);
    if (!known || more.length > 0 || alternative !== undefined && !known.has(alternative)) {
      broken(rule, `${at}/${index}`, `the claim has no request ${show(name)}`, 'name a request of this claim; of its alternatives as request/alternative');
    }
  });
  forRepeated(listOf(requests), name => name, (name, index) => broken(rule, `${at}/${index}`, `the request ${show(name)} is there already`, 'name each request once'));
}

const MAX_PARAMETERS = 10 * 1024;

function checkOpaque({ opaque }: Record<string, any>, at: string, broken: Broken) {
  if (!isGiven(opaque)) { broken(deviceConfig, `${at}/opaque`, 'the configuration is empty', 'add opaque'); }
  const { parameters } = recordOf(opaque);
  if (!isGiven(parameters)) { return; }
  if (!isRecord(parameters)) {
    broken(deviceConfig, `${at}/opaque/parameters`, `${show(parameters)} is no mapping`, 'write a mapping');
  } else if (Buffer.byteLength(JSON.stringify(parameters)) > MAX_PARAMETERS) {
    broken(deviceConfig, `${at}/opaque/parameters`, `the parameters have more than ${MAX_PARAMETERS} bytes`, 'leave some out');
  }
}
