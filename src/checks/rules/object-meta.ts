import { isRecord, listOf } from '../../manifest/manifest';
import { ObjectCheck } from '../object-check';
import { Rule, rulesFor } from './rule';

export const ownerReferences: Rule = {
  id: 'owner-references',
  why: 'an object is managed by one controller at most',
  severity: 'error',
  fix: 'leave ownerReferences to controllers',
  bad: meta('ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: a, controller: true}, ' +
    '{apiVersion: apps/v1, kind: ReplicaSet, name: b, uid: b, controller: true}]'),
  good: meta('ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: a, controller: true}]'),
};

function meta(line: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web, ${line}}\n`;
}

/** What holds for the metadata of every kind. */
export const objectMetaRules: ObjectCheck = {
  ...rulesFor([], [ownerReferences], (object, broken) => {
    const controllers = listOf(object.metadata?.ownerReferences).filter(owner => isRecord(owner) && owner.controller === true);
    if (controllers.length > 1) { broken(ownerReferences, '/metadata/ownerReferences', `the object has ${controllers.length} controllers`); }
  }),
  kinds: undefined,
};
