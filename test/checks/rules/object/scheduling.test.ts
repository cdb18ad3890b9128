import { testRules, pod } from './rule-cases';

const required = (term: string) => pod(`affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [${term}]}}}`);
const TERM = '/spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms/0';
const spread = (fields: string) => pod(`topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, ${fields}}]`);

testRules([
  ['an empty term chooses no node, and is accepted', required('{}')],
  ['a comparison with two numbers', required('{matchExpressions: [{key: a, operator: Gt, values: ["1", "2"]}]}'), `node-selector ${TERM}/matchExpressions/0/values`],
  ['Exists with values', required('{matchExpressions: [{key: a, operator: Exists, values: [b]}]}'), `node-selector ${TERM}/matchExpressions/0/values`],
  ['a node by its name', required('{matchFields: [{key: metadata.name, operator: In, values: [node-1]}]}')],
  ['a node by two names', required('{matchFields: [{key: metadata.name, operator: In, values: [a, b]}]}'), `node-selector ${TERM}/matchFields/0/values`],
  ['a node by what is no name', required('{matchFields: [{key: metadata.name, operator: In, values: [Node_1]}]}'), `node-selector ${TERM}/matchFields/0/values/0`],
  ['a node by another field', required('{matchFields: [{key: metadata.uid, operator: In, values: [a]}]}'), `node-selector ${TERM}/matchFields/0/key`],
  ['a field with another operator', required('{matchFields: [{key: metadata.name, operator: Exists}]}'), `node-selector ${TERM}/matchFields/0/operator`],
  ['a preferred term', pod('affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {matchExpressions: [{key: a, operator: In}]}}]}}'),
    'node-selector /spec/affinity/nodeAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/preference/matchExpressions/0/values'],
  ['selectors of Pod affinity',
    pod('affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: a, labelSelector: {matchExpressions: [{key: a, operator: In}]}}]}}'),
    'selector-expression /spec/affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector/matchExpressions/0/values'],
  ['selectors of preferred Pod anti-affinity',
    pod('affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: ' +
      '{topologyKey: a, namespaceSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}}]}}'),
    'selector-expression /spec/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm/namespaceSelector/matchExpressions/0/values'],
  ['a toleration of everything', pod('tolerations: [{operator: Exists}]')],
  ['a toleration without a key', pod('tolerations: [{operator: Equal, value: a}]'), 'toleration /spec/tolerations/0/operator'],
  ['seconds with another effect', pod('tolerations: [{key: a, operator: Exists, effect: NoSchedule, tolerationSeconds: 5}]'), 'toleration /spec/tolerations/0/effect'],
  ['seconds without an effect', pod('tolerations: [{key: a, operator: Exists, tolerationSeconds: 5}]'), 'toleration /spec/tolerations/0/effect'],
  ['one topology handled in two ways', pod('topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule}, ' +
    '{maxSkew: 2, topologyKey: a, whenUnsatisfiable: ScheduleAnyway}]')],
  ['one topology twice', pod('topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule}, ' +
    '{maxSkew: 2, topologyKey: a, whenUnsatisfiable: DoNotSchedule}]'), 'topology-spread /spec/topologySpreadConstraints/1'],
  ['matchLabelKeys without a selector', spread('matchLabelKeys: [a]'), 'topology-spread /spec/topologySpreadConstraints/0/matchLabelKeys'],
  ['a gate and a node', pod('nodeName: a, schedulingGates: [{name: a}]'), 'scheduling-gates-node /spec/nodeName'],
  ['four nameservers', pod('dnsConfig: {nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4]}'), 'pod-dns /spec/dnsConfig/nameservers'],
  ['33 search domains', pod(`dnsConfig: {searches: [${Array(33).fill('a').join(', ')}]}`), 'pod-dns /spec/dnsConfig/searches'],
  ['long search domains', pod(`dnsConfig: {searches: [${Array(20).fill('a'.repeat(120)).join(', ')}]}`), 'pod-dns /spec/dnsConfig/searches'],
]);

// From 1.34 on the server puts the keys into the selector itself.
testRules([
  ['matchLabelKeys that the selector has', spread('matchLabelKeys: [a, b], labelSelector: {matchLabels: {a: x}, matchExpressions: [{key: c, operator: Exists}]}'),
    'topology-spread /spec/topologySpreadConstraints/0/matchLabelKeys/0'],
], '1.33');

describe('1.36', () => {
  const affinity = (kind: string) => pod(`affinity: {nodeAffinity: {${kind}}}`);
  const VALUES = 'matchExpressions: [{key: zone, operator: In, values: [a b]}]';

  testRules([
    ['nodes of a value that no label has', affinity(`requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{${VALUES}}]}`),
      'node-selector-value /spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms/0/matchExpressions/0/values/0'],
    ['a preference for such nodes', affinity(`preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {${VALUES}}}]`)],
    ['one host name too many', pod('hostnameOverride: a, hostNetwork: true'), 'hostname-override /spec/hostnameOverride'],
  ], '1.36');
});
