import { pod, warns } from '../object/rule-cases';

const projected = (sources: string) => pod(`volumes: [{name: a, projected: {sources: [${sources}]}}]`);
const AT = 'overlapping-file-paths /spec/volumes/0/projected/sources';

warns([
  ['files beside each other', pod('volumes: [{name: a, secret: {secretName: a, items: [{key: a, path: a}, {key: b, path: ab}]}}]')],
  ['one file twice', pod('volumes: [{name: a, secret: {secretName: a, items: [{key: a, path: a}, {key: b, path: a/}]}}]'), 'overlapping-file-paths /spec/volumes/0/secret/items/1/path'],
  ['a file in a file', projected('{configMap: {name: a, items: [{key: a, path: b/c}]}}, {serviceAccountToken: {path: b}}'), `${AT}/1/serviceAccountToken/path`],
  ['no source', projected('{}'), `${AT}/0`],
], '1.36');
