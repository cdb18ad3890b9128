import { testRules, object } from './rule-cases';

const labelled = (spec: string) => object(`{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, spec: {containers: [{name: web, image: a:1}], ${spec}}}`);
const spread = (fields: string) => labelled(`topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, ${fields}}]`);
const term = (fields: string) => labelled(`affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: zone, ${fields}}]}}`);
const S = 'topology-spread /spec/topologySpreadConstraints/0';
const T = 'affinity-label-keys /spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/0';

describe('1.36: the server adds an expression for each label', () => {
  testRules([
    ['a key of the selector that the Pod has as label', spread('labelSelector: {matchLabels: {app: web}}, matchLabelKeys: [app]'), `${S}/matchLabelKeys/0`],
    ['one that it has not', spread('labelSelector: {matchLabels: {tier: web}}, matchLabelKeys: [tier]')],
    ['which stands in the selector twice', spread('labelSelector: {matchLabels: {tier: web}, matchExpressions: [{key: tier, operator: Exists}]}, matchLabelKeys: [tier]'), `${S}/matchLabelKeys/0`],
    ['no selector', spread('matchLabelKeys: [app]'), `${S}/matchLabelKeys`],
    ['a term of an affinity', term('labelSelector: {matchLabels: {app: web}}, matchLabelKeys: [app]'), `${T}/matchLabelKeys/0`],
    ['one key twice', term('labelSelector: {matchLabels: {tier: web}}, matchLabelKeys: [app, app]'), `${T}/matchLabelKeys/0`, `${T}/matchLabelKeys/1`],
    ['a key that must match and must not', term('labelSelector: {}, matchLabelKeys: [a], mismatchLabelKeys: [a]'), `${T}/matchLabelKeys/0`],
    ['no selector for keys that must not match', term('mismatchLabelKeys: [a]'), `${T}/mismatchLabelKeys`],
  ], '1.36');
});

describe('1.33: a key stands in the selector or beside it', () => {
  testRules([
    ['a key of the selector', spread('labelSelector: {matchLabels: {tier: web}}, matchLabelKeys: [tier]'), `${S}/matchLabelKeys/0`],
    ['a term of an affinity is narrowed already', term('labelSelector: {matchLabels: {tier: web}}, matchLabelKeys: [tier]')],
  ], '1.33');
});
