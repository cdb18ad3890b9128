import { isRecord, listOf } from '../../manifest/manifest';
import { ObjectCheck } from '../object-check';
import { Rule, isText, rulesFor } from './rule';

export const objectMetadata: Rule = {
  id: 'object-metadata',
  why: 'an object is managed by one controller at most, and carries at most 256 KiB of annotations',
  severity: 'error',
  fix: 'leave ownerReferences to controllers, and large data to ConfigMaps',
  bad: meta('ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: a, controller: true}, ' +
    '{apiVersion: apps/v1, kind: ReplicaSet, name: b, uid: b, controller: true}]'),
  good: meta('ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: a, controller: true}]'),
};

function meta(line: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web, ${line}}\n`;
}

const MAX_ANNOTATION_BYTES = 256 * 1024;

/** What holds for the metadata of every kind. */
export const objectMetaRules: ObjectCheck = {
  ...rulesFor([], [objectMetadata], (object, broken) => {
    const controllers = listOf(object.metadata?.ownerReferences).filter(owner => isRecord(owner) && owner.controller === true);
    if (controllers.length > 1) { broken(objectMetadata, '/metadata/ownerReferences', `the object has ${controllers.length} controllers`); }
    const annotations = object.metadata?.annotations;
    if (!isRecord(annotations)) { return; }
    let bytes = 0;
    for (const key of Object.keys(annotations)) { bytes += Buffer.byteLength(key) + (isText(annotations[key]) ? Buffer.byteLength(annotations[key]) : 0); }
    if (bytes > MAX_ANNOTATION_BYTES) { broken(objectMetadata, '/metadata/annotations', `the annotations have ${bytes} bytes, and ${MAX_ANNOTATION_BYTES} are allowed`); }
  }),
  kinds: undefined,
};
