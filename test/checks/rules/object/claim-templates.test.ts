import { testRules, workload } from './rule-cases';

const claim = (fields: string) => workload('StatefulSet',
  `serviceName: web, volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, ${fields}}}]`);
const AT = '/spec/volumeClaimTemplates/0/spec';

describe('since the server looks at them', () => testRules([
  ['a source of an API group', claim('dataSource: {apiGroup: example.com, kind: Disk, name: a}'), `dropped-data-source ${AT}/dataSource`],
  ['a source of none', claim('dataSource: {kind: Disk, name: a}'), `claim-data-source ${AT}/dataSource`, `dropped-data-source ${AT}/dataSource`],
  ['a source in no namespace', claim('dataSourceRef: {kind: PersistentVolumeClaim, name: a, namespace: A_}'),
    `claim-data-source ${AT}/dataSourceRef/namespace`, `dropped-data-source ${AT}/dataSourceRef/namespace`],
], '1.36'));

describe('before', () => testRules([
  ['a source that claims lose', claim('dataSource: {kind: Disk, name: a}'), `dropped-data-source ${AT}/dataSource`],
], '1.32'));
