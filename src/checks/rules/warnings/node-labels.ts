import { Lifetime } from '../../../kubernetes/api/lifetime';
import { LABEL_VALUE } from '../../../kubernetes/formats/label';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';
import { podExample } from '../object/examples';
import { Broken, Rule, rulesFor } from '../object/rule';

export const deprecatedNodeLabel: Rule = {
  id: 'deprecated-node-label',
  why: 'nodes carry these labels under other names today; what asks for the old name alone will find no node one day',
  severity: 'warning',
  fix: 'write the name of today',
  bad: podExample('nodeSelector: {beta.kubernetes.io/os: linux}'),
  good: podExample('nodeSelector: {kubernetes.io/os: linux}'),
};

export const preferredNodeValue: Rule = {
  id: 'preferred-node-value',
  why: 'no node can have a label with such a value, so the preference never counts',
  severity: 'warning',
  since: '1.33',
  fix: 'write a value of at most 63 letters, digits, dashes, underscores and dots',
  bad: podExample('affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {matchExpressions: [{key: zone, operator: In, values: [a/b]}]}}]}}'),
  good: podExample('affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {matchExpressions: [{key: zone, operator: In, values: [a]}]}}]}}'),
};

/** The old name of a label, and the one that took its place. */
const OLD: Readonly<Record<string, Lifetime & { readonly instead: string }>> = {
  'beta.kubernetes.io/arch': { instead: 'kubernetes.io/arch' },
  'beta.kubernetes.io/os': { instead: 'kubernetes.io/os' },
  'beta.kubernetes.io/instance-type': { instead: 'node.kubernetes.io/instance-type' },
  'failure-domain.beta.kubernetes.io/region': { instead: 'topology.kubernetes.io/region' },
  'failure-domain.beta.kubernetes.io/zone': { instead: 'topology.kubernetes.io/zone' },
  'app.kubernetes.io/created-by': { instead: 'a label of your own', since: '1.31' },
  'scheduler.alpha.kubernetes.io/preferAvoidPods': { instead: 'taints and tolerations', since: '1.31' },
  'node-role.kubernetes.io/master': { instead: 'node-role.kubernetes.io/control-plane', since: '1.31' },
};

const RULES = [deprecatedNodeLabel, preferredNodeValue];

export const nodeLabelWarnings: readonly ObjectCheck[] = [
  rulesFor(['/Pod'], RULES, (pod, broken) => checkPod(recordOf(pod.spec), broken)),
  rulesFor(['/PersistentVolume'], RULES, (volume, broken) =>
    checkTerms(recordOf(recordOf(recordOf(volume.spec).nodeAffinity).required).nodeSelectorTerms, '/spec/nodeAffinity/required/nodeSelectorTerms', broken)),
  rulesFor(['storage.k8s.io/StorageClass'], RULES, (storageClass, broken) => listOf(storageClass.allowedTopologies).forEach((term, index) =>
    checkExpressions(recordOf(term).matchLabelExpressions, `/allowedTopologies/${index}/matchLabelExpressions`, broken))),
  rulesFor(['storage.k8s.io/CSIStorageCapacity'], RULES, (capacity: Manifest, broken) => {
    const { matchLabels, matchExpressions } = recordOf(capacity.nodeTopology);
    checkKeys(matchLabels, '/nodeTopology/matchLabels', broken);
    checkExpressions(matchExpressions, '/nodeTopology/matchExpressions', broken);
  }),
  rulesFor(['node.k8s.io/RuntimeClass'], RULES, (runtimeClass, broken) =>
    checkKeys(recordOf(runtimeClass.scheduling).nodeSelector, '/scheduling/nodeSelector', broken)),
];

const AFFINITY = '/spec/affinity/nodeAffinity';
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

function checkPod({ nodeSelector, affinity, topologySpreadConstraints: spreads }: Record<string, any>, broken: Broken) {
  checkKeys(nodeSelector, '/spec/nodeSelector', broken);
  listOf(spreads).forEach((spread, index) => checkKey(recordOf(spread).topologyKey, `/spec/topologySpreadConstraints/${index}/topologyKey`, broken));
  const nodes = recordOf(recordOf(affinity).nodeAffinity);
  checkTerms(recordOf(nodes[REQUIRED]).nodeSelectorTerms, `${AFFINITY}/${REQUIRED}/nodeSelectorTerms`, broken);
  listOf(nodes[PREFERRED]).forEach((term, index) => {
    const at = `${AFFINITY}/${PREFERRED}/${index}/preference/matchExpressions`;
    const { matchExpressions } = recordOf(recordOf(term).preference);
    checkExpressions(matchExpressions, at, broken);
    listOf(matchExpressions).forEach((expression, position) => checkValues(recordOf(expression).values, `${at}/${position}/values`, broken));
  });
}

function checkTerms(terms: unknown, at: string, broken: Broken) {
  listOf(terms).forEach((term, index) => checkExpressions(recordOf(term).matchExpressions, `${at}/${index}/matchExpressions`, broken));
}

function checkExpressions(expressions: unknown, at: string, broken: Broken) {
  listOf(expressions).forEach((expression, index) => checkKey(recordOf(expression).key, `${at}/${index}/key`, broken));
}

function checkKeys(labels: unknown, at: string, broken: Broken) {
  if (!isRecord(labels)) { return; }
  for (const key of Object.keys(labels)) { checkKey(key, at + pointer(key), broken); }
}

function checkKey(key: unknown, at: string, broken: Broken) {
  if (typeof key !== 'string' || !Object.hasOwn(OLD, key)) { return; }
  const { instead, since } = OLD[key];
  broken(since ? { ...deprecatedNodeLabel, since } : deprecatedNodeLabel, at, `the label ${show(key)} is deprecated`, `use ${instead}`);
}

function checkValues(values: unknown, at: string, broken: Broken) {
  listOf(values).forEach((value, index) => {
    if (typeof value === 'string' && !LABEL_VALUE.fits(value)) { broken(preferredNodeValue, `${at}/${index}`, `${show(value)} is no value of a label`); }
  });
}
