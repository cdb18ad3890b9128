import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Base, baseOf } from './base';
import { Examples } from './examples';
import { FieldType } from '../../src/kubernetes/api/field-type';
import { Kind } from '../../src/kubernetes/api/kind';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest, groupOf, isRecord } from '../../src/kubernetes/manifest';
import { once } from '../../src/kubernetes/once';

const FOLDER = join(__dirname, 'bases');

/** A manifest as it was written, for the newest version. */
interface Written {
  readonly since?: string;
  readonly manifest: Manifest;
}

/** What every run starts from, in files that say of themselves what they are about. */
export const readBases = once((): readonly Written[] => {
  const documents = readdirSync(FOLDER).sort().flatMap(file => parseAllDocuments(readFileSync(join(FOLDER, file), 'utf8')).map(document => document.toJS()));
  const pods = new Map(documents.filter(({ kind }) => kind === 'Pod').map(({ metadata, spec }) => [metadata.name, spec]));
  return documents.map(({ $since: since, ...manifest }) => ({ since, manifest: withPods(manifest, pods) }));
});

/** `{$of: rich, hostname: null}` is the spec of the Pod `rich` without a hostname. */
function withPods(value: any, pods: ReadonlyMap<string, object>): any {
  if (Array.isArray(value)) { return value.map(item => withPods(item, pods)); }
  if (!isRecord(value)) { return value; }
  if (typeof value.$of !== 'string') { return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withPods(child, pods)])); }
  const { $of: name, ...changes } = value;
  return Object.fromEntries(Object.entries({ ...pods.get(name), ...changes }).filter(([, child]) => child !== null));
}

/** The kinds whose objects a default server keeps. */
export function objectKinds(model: ApiModel): Kind[] {
  return model.kinds().filter(({ use, onByDefault, type }) => use === 'object' && onByDefault && type !== undefined);
}

/** The valid manifests of a kind, with those fields alone that the version has. */
export function basesOf(kind: Kind, model: ApiModel): Base[] {
  const fitting = readBases().filter(({ since, manifest }) =>
    manifest.kind === kind.kind && groupOf(manifest.apiVersion) === groupOf(kind.apiVersion) && (!since || model.version.isSince(since)));
  const exact = fitting.filter(({ manifest }) => manifest.apiVersion === kind.apiVersion);
  return (exact.length > 0 ? exact : fitting)
    .map(({ manifest }) => pruned({ ...manifest, apiVersion: kind.apiVersion }, { holds: 'struct', struct: kind.type }, model) as Manifest)
    .map(manifest => baseOf(manifest, model));
}


/** What all bases of a version show. */
export function examplesOf(model: ApiModel): Examples {
  return new Examples(model, objectKinds(model).flatMap(kind => basesOf(kind, model)).map(({ manifest }) => manifest));
}

/** Without fields and words that the version does not know, and without what is empty or incomplete then; undefined if nothing is left. */
function pruned(value: any, type: FieldType | undefined, model: ApiModel): any {
  if (!type) { return undefined; }
  if (type.holds === 'enum') { return typeof value === 'string' && !type.values!.includes(value) ? undefined : value; }
  if (Array.isArray(value)) {
    const items = value.map(item => pruned(item, type.item, model)).filter(item => item !== undefined);
    return items.length === 0 && value.length > 0 ? undefined : items;
  }
  if (!isRecord(value) || type.holds === 'any') { return value; }
  const fields = Object.fromEntries(Object.entries(value)
    .map(([key, child]) => [key, pruned(child, model.part(type, key), model)])
    .filter(([, child]) => child !== undefined));
  const required = type.struct === undefined ? [] : model.type(type.struct)!.required;
  const isBroken = required.some(name => Object.hasOwn(value, name) && !Object.hasOwn(fields, name));
  return isBroken || Object.keys(fields).length === 0 && Object.keys(value).length > 0 ? undefined : fields;
}
