import { RetiredApi, retiredApi, servedVersionOf } from './api-versions';
import { Kind, kindGroups } from '../../kubernetes/api/kind';
import { lifetimeOfKind } from '../../kubernetes/api/lifetime';
import { ApiModel } from '../../kubernetes/api/model';
import { StructType } from '../../kubernetes/api/struct-type';
import { DNS_1035_LABEL } from '../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { Manifest, groupOf } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { closest } from '../../reports/did-you-mean';
import { KIND_NOT_CHECKED } from '../../reports/not-checked';
import { onVersion } from '../../reports/on-versions';
import { RuleInfo } from '../../reports/rule';
import { show } from '../../reports/show';
import { Problem } from '../engine/check';
import { Report } from '../engine/object-check';

const deployment = (apiVersion: string, kind = 'Deployment') => [
  `apiVersion: ${apiVersion}`, `kind: ${kind}`, 'metadata: {name: web}', 'spec:', '  selector: {matchLabels: {app: web}}',
  '  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "httpd:2.4"}]}}', '',
].join('\n');

export const removedApi: RuleInfo = {
  id: 'removed-api',
  why: 'the API server no longer knows this version of the kind, so nothing is created',
  bad: deployment('extensions/v1beta1'),
  good: deployment('apps/v1'),
};

export const deprecatedApi: RuleInfo = {
  id: 'deprecated-api',
  why: 'the version works today and is gone after an upgrade of the cluster',
  severity: 'warning',
  bad: [
    'apiVersion: flowcontrol.apiserver.k8s.io/v1beta2', 'kind: PriorityLevelConfiguration', 'metadata: {name: a}', 'spec: {type: Limited, limited: {assuredConcurrencyShares: 10, limitResponse: {type: Reject}}}', '',
  ].join('\n'),
  good: deployment('apps/v1'),
  exampleVersion: '1.28',
};

const deviceClass = (apiVersion: string) => `apiVersion: ${apiVersion}\nkind: DeviceClass\nmetadata: {name: gpu}\nspec: {}\n`;

export const apiOff: RuleInfo = {
  id: 'api-off',
  why: 'most alpha and beta versions of the API are off unless the cluster switches them on, so nothing is created',
  severity: 'error',
  bad: deviceClass('resource.k8s.io/v1beta1'),
  good: deviceClass('resource.k8s.io/v1'),
};

export const unknownKind: RuleInfo = {
  id: 'unknown-kind',
  why: 'there is no such kind in this API group of Kubernetes, so nothing is created',
  bad: deployment('apps/v1', 'Deploymnt'),
  good: deployment('apps/v1'),
};

export const kindNotChecked: RuleInfo = {
  id: KIND_NOT_CHECKED,
  why: 'there is no schema for this kind here, so only its metadata was looked at',
  severity: 'info',
  bad: 'apiVersion: example.com/v1\nkind: Cluster\nmetadata: {name: web}\nspec: {nodes: 3}\n',
  good: deployment('apps/v1'),
};

/** What can be wrong with the kind of an object. */
export const KIND_CHECKS: readonly RuleInfo[] = [removedApi, deprecatedApi, apiOff, unknownKind, kindNotChecked];

/** Says what is wrong with apiVersion and kind, and returns the type that the object can be checked against. */
export function checkKind({ apiVersion, kind }: Manifest, model: ApiModel, report: Report): StructType | undefined {
  const known = model.kind(apiVersion, kind);
  if (known && !model.serves(known)) {
    report(offProblem(known, model));
    return undefined;
  }
  const retired = retiredApi(apiVersion, kind, model);
  if (retired) { report(retiredProblem(apiVersion, kind, retired, model)); }
  if (known?.type) { return model.type(known.type); }
  if (retired) { return retired.sameFields ? model.typeOfKind(retired.replacement!, kind) : undefined; }
  report(unknownProblem(apiVersion, kind, model));
  return undefined;
}

/** What to write instead, how the cluster is to switch the kind on, and how to say that it has. */
function offProblem(known: Kind, model: ApiModel): Problem {
  const { apiVersion, kind, gate } = known;
  const today = servedVersionOf(groupOf(apiVersion), kind, [model]);
  const needsGate = gate !== undefined && model.isOff(gate);
  const needsVersion = !model.hasVersionOf(known);
  const flags = [...needsVersion ? [`--runtime-config=${apiVersion}=true`] : [], ...needsGate ? [`--feature-gates=${gate}=true`] : []];
  const declared = [...needsVersion ? [`runtimeConfig: {${apiVersion}: true}`] : [], ...needsGate ? [`featureGates: {${gate}: true}`] : []];
  const reason = needsVersion ? 'this version of the API is off there' : `the feature gate ${gate} is off there`;
  return {
    check: apiOff,
    path: pointer('apiVersion'),
    message: `there is no ${show(kind)} in ${show(apiVersion)} ${onVersion(model)}: ${reason}`,
    fix: `${today ? `write apiVersion: ${today}` : 'remove it'}; or, if the API server runs with ${flags.join(' and ')}, declare ${declared.join(' and ')}`,
  };
}

function notChecked(fact: string): Problem {
  return {
    check: kindNotChecked,
    path: pointer('kind'),
    message: `${fact}; only its metadata was checked`,
    fix: 'ask a cluster that knows the kind: kubectl apply --dry-run=server',
  };
}

function retiredProblem(apiVersion: string, kind: string, { replacement, removedIn, advice }: RetiredApi, model: ApiModel): Problem {
  const gone = model.isSince(removedIn);
  const write = replacement && `write apiVersion: ${replacement}`;
  return {
    check: gone ? removedApi : deprecatedApi,
    path: pointer('apiVersion'),
    message: `${kind} of ${apiVersion} ${gone ? 'is gone since' : 'will be gone in'} Kubernetes ${removedIn}`,
    fix: [write, advice].filter(part => part).join('; ') || 'remove it',
  };
}

/** A kind that is not there, or of which there is no type. */
function unknownProblem(apiVersion: string, kind: string, model: ApiModel): Problem {
  const since = lifetimeOfKind(apiVersion, kind)?.since;
  if (since && !model.isSince(since)) { return notYetThere(apiVersion, kind, since, model); }
  if (!mayBeServed(apiVersion)) { return noApiProblem(apiVersion); }
  const isKnown = model.kind(apiVersion, kind) !== undefined;
  return isKnown || !kindGroups().has(groupOf(apiVersion))
    ? notChecked(`${show(kind)} of ${show(apiVersion)} has no schema here`)
    : unknownKindProblem(apiVersion, kind, model);
}

/** Whether there can be an API of this name: definitions and API services take no other. */
function mayBeServed(apiVersion: string): boolean {
  const [version, group, ...rest] = apiVersion.split('/').reverse();
  return group === undefined || rest.length === 0 && DNS_1035_LABEL.fits(version) && DNS_SUBDOMAIN.fits(group);
}

function noApiProblem(apiVersion: string): Problem {
  return {
    check: unknownKind,
    path: pointer('apiVersion'),
    message: `${show(apiVersion)} is no name of an API`,
    fix: 'write a group in lower case, a slash and a version, such as example.com/v1',
  };
}

function notYetThere(apiVersion: string, kind: string, since: string, model: ApiModel): Problem {
  const today = servedVersionOf(groupOf(apiVersion), kind, [model]);
  return {
    check: unknownKind,
    path: pointer('apiVersion'),
    message: `there is no ${show(kind)} in ${show(apiVersion)} ${onVersion(model)}: it is there since ${since}`,
    fix: `${today ? `write apiVersion: ${today}` : 'remove it'}, or upgrade the cluster to Kubernetes ${since}`,
  };
}

function unknownKindProblem(apiVersion: string, kind: string, model: ApiModel): Problem {
  const message = `there is no ${show(kind)} in ${show(apiVersion)}`;
  const objects = model.kinds().filter(known => known.type && model.serves(known));
  const elsewhere = objects.filter(known => known.kind === kind);
  if (elsewhere.length > 0) {
    // Of several kinds of one name, the usual one has a type of that name.
    const { apiVersion: right } = elsewhere.find(({ type }) => type === kind) ?? elsewhere[0];
    return { check: unknownKind, path: pointer('apiVersion'), message, fix: `write apiVersion: ${right}` };
  }
  const lower = objects.find(known => known.kind.toLowerCase() === kind.toLowerCase());
  if (lower) {
    const version = lower.apiVersion === apiVersion ? '' : `, and apiVersion: ${lower.apiVersion}`;
    return { check: unknownKind, path: pointer('kind'), message, fix: `write kind: ${lower.kind}${version}` };
  }
  const siblings = objects.filter(known => known.apiVersion === apiVersion).map(known => known.kind);
  const word = closest(kind, siblings);
  const fix = word ? `write kind: ${word}` : siblings.length > 0 ? `write one of ${siblings.join(', ')}` : 'write the apiVersion that the cluster serves';
  return { check: unknownKind, path: pointer('kind'), message, fix };
}
