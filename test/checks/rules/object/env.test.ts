import { container, testRules, pod } from './rule-cases';

const variable = (valueFrom: string) => container(`env: [{name: A, valueFrom: ${valueFrom}}]`);
const file = (item: string) => pod(`volumes: [{name: a, downwardAPI: {items: [${item}]}}]`);
const AT = '/spec/containers/0/env/0/valueFrom';

testRules([
  ['valueFrom without a source', variable('{}'), `env-source ${AT}`],
  ['two sources', variable('{configMapKeyRef: {name: a, key: b}, secretKeyRef: {name: a, key: b}}'), `env-source ${AT}/secretKeyRef`],
  ['an empty value counts as none', container('env: [{name: A, value: "", valueFrom: {fieldRef: {fieldPath: status.podIP}}}]')],
  ['a label of the Pod', variable("{fieldRef: {fieldPath: \"metadata.labels['app']\"}}")],
  ['all labels of the Pod fit into a file only', variable('{fieldRef: {fieldPath: metadata.labels}}'), `field-ref ${AT}/fieldRef/fieldPath`],
  ['a label key that is none', variable("{fieldRef: {fieldPath: \"metadata.labels['a b']\"}}"), `field-ref ${AT}/fieldRef/fieldPath`],
  ['annotation keys are compared in lower case', variable("{fieldRef: {fieldPath: \"metadata.annotations['Example.com/a']\"}}")],
  ['fields of another version', variable('{fieldRef: {apiVersion: v2, fieldPath: metadata.name}}'), `field-ref ${AT}/fieldRef/apiVersion`],
  ['cpu in thousandths', variable('{resourceFieldRef: {resource: limits.cpu, divisor: 1m}}')],
  ['cpu in millions', variable('{resourceFieldRef: {resource: limits.cpu, divisor: 1M}}'), `resource-field-ref ${AT}/resourceFieldRef/divisor`],
  ['memory in odd units', variable('{resourceFieldRef: {resource: limits.memory, divisor: 2Mi}}'), `resource-field-ref ${AT}/resourceFieldRef/divisor`],
  ['memory in thousands with an exponent', variable('{resourceFieldRef: {resource: limits.memory, divisor: "1e3"}}'), `resource-field-ref ${AT}/resourceFieldRef/divisor`],
  ['one with an exponent', variable('{resourceFieldRef: {resource: limits.cpu, divisor: "1e0"}}'), `resource-field-ref ${AT}/resourceFieldRef/divisor`],
  ['one with a negative exponent', variable('{resourceFieldRef: {resource: limits.cpu, divisor: "1000e-3"}}')],
  ['a divisor of 0 means none', variable('{resourceFieldRef: {resource: requests.memory, divisor: 0}}')],
  ['huge pages', variable('{resourceFieldRef: {resource: limits.hugepages-2Mi}}')],
  ['envFrom without a source', container('envFrom: [{prefix: A}]'), 'env-from-source /spec/containers/0/envFrom/0'],
  ['all labels in a file', file('{path: a, fieldRef: {fieldPath: metadata.labels}}')],
  ['an address in a file', file('{path: a, fieldRef: {fieldPath: status.podIP}}'), 'field-ref /spec/volumes/0/downwardAPI/items/0/fieldRef/fieldPath'],
  ['a file with two sources', file('{path: a, fieldRef: {fieldPath: metadata.name}, resourceFieldRef: {resource: limits.cpu, containerName: web}}'),
    'downward-file-source /spec/volumes/0/downwardAPI/items/0/resourceFieldRef'],
  ['a file with the resources of nobody', file('{path: a, resourceFieldRef: {resource: limits.cpu}}'),
    'resource-field-ref /spec/volumes/0/downwardAPI/items/0/resourceFieldRef'],
]);

describe('1.36', () => {
  const key = (volume: string) => container('env: [{name: A, valueFrom: {fileKeyRef: {volumeName: v, path: env, key: A}}}]', `volumes: [{name: ${volume}}]`);

  testRules([
    ['the addresses of the node', variable('{fieldRef: {fieldPath: status.hostIPs}}')],
    ['a file of an emptyDir', key('v, emptyDir: {}')],
    ['a volume without a source is an emptyDir', key('v'), 'volume-without-source /spec/volumes/0'],
    ['a file of another volume', key('v, hostPath: {path: /a}'), `env-file ${AT}/fileKeyRef/volumeName`],
    ['a file of no volume', key('w, emptyDir: {}'), `env-file ${AT}/fileKeyRef/volumeName`],
  ], '1.36');
});

describe('1.28', () => {
  testRules([
    ['the addresses of the node', variable('{fieldRef: {fieldPath: status.hostIPs}}'), `field-ref ${AT}/fieldRef/fieldPath`],
  ], '1.28');
});
