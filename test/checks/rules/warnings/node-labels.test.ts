import { of, pod, warns } from '../object/rule-cases';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const RULE = 'deprecated-node-label';

describe('labels of nodes', () => warns([
  ['the label of today', pod('nodeSelector: {kubernetes.io/os: linux}')],
  ['a key of an affinity', pod(`affinity: {nodeAffinity: {${REQUIRED}: {nodeSelectorTerms: [{matchExpressions: [{key: beta.kubernetes.io/os, operator: Exists}]}]}}}`),
    `${RULE} /spec/affinity/nodeAffinity/${REQUIRED}/nodeSelectorTerms/0/matchExpressions/0/key`],
  ['a topology', pod('topologySpreadConstraints: [{maxSkew: 1, topologyKey: failure-domain.beta.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {}}]'),
    `${RULE} /spec/topologySpreadConstraints/0/topologyKey`],
  ['a class of storage', of('StorageClass', 'storage.k8s.io/v1', 'provisioner: a, allowedTopologies: [{matchLabelExpressions: [{key: beta.kubernetes.io/arch, values: [a]}]}]'),
    `${RULE} /allowedTopologies/0/matchLabelExpressions/0/key`],
  ['capacity', of('CSIStorageCapacity', 'storage.k8s.io/v1', 'storageClassName: a, nodeTopology: {matchLabels: {beta.kubernetes.io/arch: a}}'), `${RULE} /nodeTopology/matchLabels/beta.kubernetes.io~1arch`],
  ['the old control plane', pod('nodeSelector: {node-role.kubernetes.io/master: ""}'), `${RULE} /spec/nodeSelector/node-role.kubernetes.io~1master`],
]));

describe('before the server warned of all of them', () => warns([
  ['the old control plane', pod('nodeSelector: {node-role.kubernetes.io/master: ""}')],
], '1.30'));
