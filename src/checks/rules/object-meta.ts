import { isRecord, listOf } from '../../manifest/manifest';
import { ObjectCheck } from '../object-check';
import { show } from '../show';
import { Broken, Rule, isText, rulesFor } from './rule';

export const ownerReferences: Rule = {
  id: 'owner-references',
  why: 'an object is managed by one controller at most, and owners are named by group, version, kind, name and uid',
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
    listOf(object.metadata?.ownerReferences).forEach((owner, index) => {
      if (isRecord(owner)) { checkOwner(owner, `/metadata/ownerReferences/${index}`, broken); }
    });
    const controllers = listOf(object.metadata?.ownerReferences).filter(owner => isRecord(owner) && owner.controller === true);
    if (controllers.length > 1) { broken(ownerReferences, '/metadata/ownerReferences', `the object has ${controllers.length} controllers`); }
  }),
  kinds: undefined,
};

function checkOwner({ apiVersion, kind }: Record<string, any>, at: string, broken: Broken) {
  if (!isText(apiVersion)) { return; }
  if (apiVersion.split('/').length > 2 || apiVersion.endsWith('/')) {
    broken(ownerReferences, `${at}/apiVersion`, `${show(apiVersion)} is no group and version`, 'write a version such as v1, or a group and a version such as apps/v1');
  }
  if (apiVersion === 'v1' && kind === 'Event') { broken(ownerReferences, `${at}/kind`, 'an Event cannot own anything', 'remove the owner'); }
}
