import { example } from './examples';
import { checkExpression } from './label-selector';
import { OBJECT_COUNTS, isDevice, isNegative } from './resources';
import { Broken, Rule, rulesFor } from './rule';
import { QUALIFIED_NAME } from '../../../kubernetes/formats/qualified-name';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { parseQuantity } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const quotaResource: Rule = {
  id: 'quota-resource',
  why: 'a quota counts compute resources, storage and objects under fixed names; other objects as count/<resource>.<group>',
  fix: 'write requests.cpu, limits.memory, pods, persistentvolumeclaims, requests.storage, count/deployments.apps, ... with an amount from 0 up',
  bad: example('ResourceQuota', 'v1', 'spec: {hard: {mem: 1Gi}}'),
  good: example('ResourceQuota', 'v1', 'spec: {hard: {limits.memory: 1Gi}}'),
};

export const quotaScope: Rule = {
  id: 'quota-scope',
  why: 'a scope narrows a quota to some Pods, so only what Pods have can be counted in it, and opposite scopes leave none',
  fix: 'count only pods, and outside of BestEffort cpu and memory; leave one of two opposite scopes',
  bad: example('ResourceQuota', 'v1', 'spec: {hard: {services: 1}, scopes: [Terminating]}'),
  good: example('ResourceQuota', 'v1', 'spec: {hard: {pods: 1}, scopes: [Terminating]}'),
};

const POD_COMPUTE = ['pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];
const STANDARD: ReadonlySet<string> = new Set([
  ...OBJECT_COUNTS, ...POD_COMPUTE, 'ephemeral-storage', 'requests.storage', 'requests.ephemeral-storage', 'limits.ephemeral-storage',
]);
const HUGE_PAGES = /^(requests\.)?hugepages-/;
const WHOLE = 1_000_000_000n;

export const quotaRules: ObjectCheck = rulesFor(['/ResourceQuota'], [quotaResource, quotaScope], (quota, broken, model) => {
  const spec = recordOf(quota.spec);
  const hard = recordOf(spec.hard);
  for (const name of Object.keys(hard)) { checkAmount(name, hard[name], `/spec/hard${pointer(name)}`, broken); }
  const counted = Object.keys(hard).filter(name => STANDARD.has(name) || HUGE_PAGES.test(name));
  const scopes = listOf(spec.scopes);
  const known = SCOPES.filter(scope => scope !== OF_CLAIMS.scope || model.holds(OF_CLAIMS));
  scopes.forEach((scope, index) => {
    if (!known.includes(scope)) { broken(quotaScope, `/spec/scopes/${index}`, `${show(scope)} is no scope`, `write one of ${known.join(', ')}`); }
    checkScope(scope, counted, `/spec/scopes/${index}`, broken);
  });
  checkOpposites(scopes, '/spec/scopes', broken);
  checkScopeSelector(spec.scopeSelector, counted, broken);
});

function checkAmount(name: string, amount: unknown, at: string, broken: Broken) {
  const plain = !name.includes('/');
  if (!QUALIFIED_NAME.fits(name) || plain && !STANDARD.has(name) && !HUGE_PAGES.test(name)) {
    broken(quotaResource, at, `${show(name)} cannot be counted by a quota`);
    return;
  }
  if (isNegative(amount)) { broken(quotaResource, at, `${name} is ${show(amount)}, less than nothing`, 'write an amount from 0 up'); }
  const value = OBJECT_COUNTS.has(name) || isDevice(name) ? parseQuantity(amount) : undefined;
  if (value !== undefined && value % WHOLE !== 0n) { broken(quotaResource, at, `${show(amount)} of ${name} is no whole number`, 'write a whole number'); }
}

const SCOPES = ['VolumeAttributesClass', 'Terminating', 'NotTerminating', 'BestEffort', 'NotBestEffort', 'PriorityClass', 'CrossNamespacePodAffinity'];
/** The newest scope; of servers before 1.30 the schema names none. */
const OF_CLAIMS = { scope: 'VolumeAttributesClass', since: '1.33' };
const COUNTABLE: Readonly<Record<string, readonly string[]>> = { BestEffort: ['pods'], VolumeAttributesClass: ['persistentvolumeclaims', 'requests.storage'] };
const FREE_OPERATORS: ReadonlySet<unknown> = new Set(['PriorityClass', 'VolumeAttributesClass']);
const OPPOSITES = [['Terminating', 'NotTerminating'], ['BestEffort', 'NotBestEffort']];

function checkScope(scope: unknown, counted: readonly string[], at: string, broken: Broken) {
  if (typeof scope !== 'string' || !SCOPES.includes(scope)) { return; }
  const countable = COUNTABLE[scope] ?? POD_COMPUTE;
  const wrong = counted.filter(name => !countable.includes(name));
  if (wrong.length > 0) { broken(quotaScope, at, `in the scope ${scope} ${show(wrong[0])} cannot be counted`, `count only ${countable.join(', ')}, or remove the scope`); }
}

function checkOpposites(scopes: readonly unknown[], at: string, broken: Broken) {
  for (const [one, other] of OPPOSITES) {
    if (scopes.includes(one) && scopes.includes(other)) { broken(quotaScope, at, `no Pod is both ${one} and ${other}`, 'leave one of them'); }
  }
}

function checkScopeSelector(selector: unknown, counted: readonly string[], broken: Broken) {
  const expressions = listOf(recordOf(selector).matchExpressions);
  const at = '/spec/scopeSelector/matchExpressions';
  expressions.forEach((expression, index) => {
    if (!isRecord(expression)) { return; }
    const { scopeName, operator } = expression;
    checkScope(scopeName, counted, `${at}/${index}/scopeName`, broken);
    if (SCOPES.includes(scopeName) && !FREE_OPERATORS.has(scopeName) && operator !== 'Exists') {
      broken(quotaScope, `${at}/${index}/operator`, `the scope ${scopeName} knows only the operator Exists, not ${show(operator ?? '')}`, 'write operator: Exists');
    } else {
      checkExpression({ ...expression, key: scopeName }, quotaScope, `${at}/${index}`, broken);
    }
  });
  checkOpposites(expressions.map(expression => recordOf(expression).scopeName), at, broken);
}
