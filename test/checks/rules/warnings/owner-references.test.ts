import { object, warns } from '../object/rule-cases';

const owned = (...uids: string[]) =>
  object(`{apiVersion: v1, kind: Secret, metadata: {name: web, ownerReferences: [${uids.map(uid => `{apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: ${uid}}`).join(', ')}]}}`);

warns([
  ['two owners', owned('a', 'b')],
  ['one owner twice', owned('a', 'b', 'a'), 'duplicate-owner /metadata/ownerReferences/2'],
]);
