import { testRules, of, pod } from './rule-cases';

const HEAD = 'accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}';
const claim = (fields: string) => of('PersistentVolumeClaim', 'v1', `spec: {${HEAD}, ${fields}}`);
const ephemeral = (fields: string) => pod(`volumes: [{name: data, ephemeral: {volumeClaimTemplate: {spec: {${HEAD}, ${fields}}}}}]`);
const AT = '/spec/volumes/0/ephemeral/volumeClaimTemplate/spec';

describe('claims', () => testRules([
  ['a source that is dropped', claim('dataSource: {kind: Disk, name: a}'), 'dropped-data-source /spec/dataSource'],
  ['a source that is not', claim('dataSource: {kind: Disk, name: a}, dataSourceRef: {kind: Disk, name: a}'),
    'claim-data-source /spec/dataSourceRef', 'claim-data-source /spec/dataSource'],
  ['a source whose group has a version', claim('dataSourceRef: {apiGroup: example.com/v1, kind: Disk, name: a}'), 'data-source-group /spec/dataSourceRef/apiGroup'],
], '1.36'));

describe('claims before the group was looked at', () => testRules([
  ['a source whose group has a version', claim('dataSourceRef: {apiGroup: example.com/v1, kind: Disk, name: a}')],
], '1.28'));

describe('templates of claims in Pods, of which nothing is dropped', () => testRules([
  ['a source of no group', ephemeral('dataSource: {kind: Disk, name: a}'), `claim-data-source ${AT}/dataSource`],
  ['a source in another namespace', ephemeral('dataSourceRef: {kind: PersistentVolumeClaim, name: a, namespace: b}')],
  ['a source in no namespace', ephemeral('dataSourceRef: {kind: PersistentVolumeClaim, name: a, namespace: B_}'), `claim-data-source ${AT}/dataSourceRef/namespace`],
  ['a source in another namespace, and one in its own', ephemeral('dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: a, namespace: b}'),
    `claim-data-source ${AT}/dataSource`],
], '1.36'));
