import { of, warns, workload } from '../object/rule-cases';

describe('fields and values', () => warns([
  ['a node of an old cloud', of('Node', 'v1', 'spec: {externalID: a}'), 'retired-node-field /spec/externalID'],
  ['a node of none', of('Node', 'v1', "spec: {externalID: ''}")],
  ['tokens without a place', of('CSIDriver', 'storage.k8s.io/v1', 'spec: {tokenRequests: [{audience: a}]}'), 'tokens-in-attributes /spec/tokenRequests'],
  ['no tokens', of('CSIDriver', 'storage.k8s.io/v1', 'spec: {tokenRequests: []}')],
  ['a set that keeps all', workload('StatefulSet', 'revisionHistoryLimit: -1'), 'endless-history /spec/revisionHistoryLimit'],
  ['Endpoints', of('Endpoints', 'v1', 'subsets: []'), 'deprecated-endpoints /kind'],
], '1.35'));

describe('before the server warned', () => warns([
  ['Endpoints', of('Endpoints', 'v1', 'subsets: []')],
], '1.32'));
