import { RetiredApi, retiredApi } from './api-versions';
import { isServed, kindsWithSchema } from './types';
import { isAtLeast } from '../../kubernetes/kubernetes-version';
import { Manifest, groupOf } from '../../kubernetes/manifest';
import { once } from '../../kubernetes/once';
import { pointer } from '../../kubernetes/pointer';
import { closest } from '../../reports/did-you-mean';
import { show } from '../../reports/show';
import { CheckInfo, Problem } from '../engine/check';
import { Report } from '../engine/object-check';

const deployment = (apiVersion: string, kind = 'Deployment') => [
  `apiVersion: ${apiVersion}`, `kind: ${kind}`, 'metadata: {name: web}', 'spec:', '  selector: {matchLabels: {app: web}}',
  '  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "httpd:2.4"}]}}', '',
].join('\n');

export const removedApi: CheckInfo = {
  id: 'removed-api',
  why: 'the API server no longer knows this version of the kind, so nothing is created',
  severity: 'error',
  bad: deployment('extensions/v1beta1'),
  good: deployment('apps/v1'),
};

export const deprecatedApi: CheckInfo = {
  id: 'deprecated-api',
  why: 'the version works today and is gone after an upgrade of the cluster',
  severity: 'warning',
  bad: [
    'apiVersion: flowcontrol.apiserver.k8s.io/v1beta2', 'kind: PriorityLevelConfiguration', 'metadata: {name: a}', 'spec: {type: Limited, limited: {assuredConcurrencyShares: 10, limitResponse: {type: Reject}}}', '',
  ].join('\n'),
  good: deployment('apps/v1'),
};

export const unknownKind: CheckInfo = {
  id: 'unknown-kind',
  why: 'there is no such kind in this API group of Kubernetes, so nothing is created',
  severity: 'error',
  bad: deployment('apps/v1', 'Deploymnt'),
  good: deployment('apps/v1'),
};

export const kindNotChecked: CheckInfo = {
  id: 'kind-not-checked',
  why: 'there is no schema for this kind here, so only its metadata was looked at',
  severity: 'info',
  bad: 'apiVersion: example.com/v1\nkind: Cluster\nmetadata: {name: web}\nspec: {nodes: 3}\n',
  good: deployment('apps/v1'),
};

/** What can be wrong with the kind of an object. */
export const KIND_CHECKS: readonly CheckInfo[] = [removedApi, deprecatedApi, unknownKind, kindNotChecked];

/** Groups that belong to Kubernetes itself: a kind that is not among theirs does not exist. */
const builtInGroups = once(() => new Set(kindsWithSchema().map(kind => kind.slice(0, kind.lastIndexOf('/'))).map(groupOf)));

/** Says what is wrong with apiVersion and kind, and returns the apiVersion whose schema the object can be checked against. */
export function judgeKind({ apiVersion, kind }: Manifest, kubernetesVersion: string, hasSchema: boolean, report: Report): string | undefined {
  const retired = retiredApi(apiVersion, kind);
  if (retired) {
    report(retiredProblem(apiVersion, kind, retired, kubernetesVersion));
    return hasSchema ? apiVersion : retired.sameFields ? retired.replacement : undefined;
  }
  if (hasSchema) { return apiVersion; }
  report(isServed(apiVersion, kind) || !builtInGroups().has(groupOf(apiVersion)) || isPreview(apiVersion)
    ? {
      check: kindNotChecked,
      path: pointer('kind'),
      message: `${show(kind)} of ${show(apiVersion)} has no schema here; only its metadata was checked`,
      fix: 'ask a cluster that knows the kind: kubectl apply --dry-run=server',
    }
    : unknownKindProblem(apiVersion, kind));
  return undefined;
}

/** Alpha versions are off unless a cluster turns them on; what they hold changes with every release. */
function isPreview(apiVersion: string): boolean {
  return /\/v\d+alpha\d+$/.test(apiVersion);
}

function retiredProblem(apiVersion: string, kind: string, { replacement, removedIn, advice }: RetiredApi, version: string): Problem {
  const gone = isAtLeast(version, removedIn);
  const write = replacement && `write apiVersion: ${replacement}`;
  return {
    check: gone ? removedApi : deprecatedApi,
    path: pointer('apiVersion'),
    message: `${kind} of ${apiVersion} ${gone ? 'is gone since' : 'will be gone in'} Kubernetes ${removedIn}`,
    fix: [write, advice].filter(part => part).join('; '),
  };
}

function unknownKindProblem(apiVersion: string, kind: string): Problem {
  const elsewhere = kindsWithSchema().find(known => known.slice(known.lastIndexOf('/') + 1) === kind);
  if (elsewhere) {
    const right = elsewhere.slice(0, elsewhere.lastIndexOf('/'));
    return {
      check: unknownKind, path: pointer('apiVersion'), message: `there is no ${show(kind)} in ${show(apiVersion)}`, fix: `write apiVersion: ${right}`,
    };
  }
  const siblings = kindsWithSchema().filter(known => known.startsWith(`${apiVersion}/`)).map(known => known.slice(apiVersion.length + 1));
  const word = closest(kind, siblings);
  const fix = word ? `write kind: ${word}` : siblings.length > 0 ? `write one of ${siblings.join(', ')}` : 'write the apiVersion that the cluster serves';
  return { check: unknownKind, path: pointer('kind'), message: `there is no ${show(kind)} in ${show(apiVersion)}`, fix };
}
