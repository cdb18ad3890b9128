import { groupOf, Manifest, ObjectReference } from '../kubernetes/manifest';
import { namespaceOf, referenceTo } from '../manifest/inventory';

/** The id of an object's box or frame. */
export function idOf(manifest: Manifest): string {
  return idOfNamed(groupOf(manifest.apiVersion), manifest.kind, namespaceOf(manifest), referenceTo(manifest).name);
}

/** The same where the object may not be among the manifests. */
export function idOfNamed(group: string, kind: string, namespace: string, name: string): string {
  return [group === '' ? kind : `${kind}.${group}`, namespace, name].filter(part => part !== '').join('/');
}

/** The frame of a namespace. */
export function namespaceGroup(namespace: string): string {
  return `namespace ${namespace}`;
}

/** The frame or the box of what a report names; of a namespace the frame. */
export function idInPicture(object: ObjectReference): string {
  return object.kind === 'Namespace' && groupOf(object.apiVersion) === '' ? namespaceGroup(object.name) : idOfReference(object);
}

/** The id of what a report names. */
export function idOfReference({ apiVersion, kind, namespace = '', name }: ObjectReference): string {
  return idOfNamed(groupOf(apiVersion), kind, namespace, name);
}
