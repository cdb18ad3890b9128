import { CUSTOM_NAMING_FIELDS, NAMING_FIELDS, Named, NamingField, NamingFields, POD } from './naming-fields';
import { Reference } from './reference';
import { isBuiltIn } from '../../kubernetes/kinds';
import { Manifest, groupKindOf, isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { oncePerKey } from '../../kubernetes/once';
import { pointer, segmentsOf } from '../../kubernetes/pointer';
import { podTemplateOf } from '../../kubernetes/workload';
import { namespaceOf } from '../inventory';

/** Adds to a list every field of the object that names another object. Of kinds that Kubernetes does not bring only a few are known. */
export function addReferences(into: Reference[], manifest: Manifest) {
  const { apiVersion, kind } = manifest;
  if (!isBuiltIn(apiVersion)) {
    addNamed(into, manifest, fieldsIn(CUSTOM_NAMING_FIELDS, groupKindOf(manifest)), manifest, '');
    return;
  }
  addNamed(into, manifest, fieldsIn(NAMING_FIELDS, kind), manifest, '');
  if (kind === 'PersistentVolume') { addSecretsOfVolume(into, manifest); }
  if (kind === 'StorageClass') { addSecretsOfClass(into, manifest); }
  const template = podTemplateOf(manifest);
  if (template) { addNamed(into, manifest, POD, template.spec, `${template.path}/spec`); }
}

function fieldsIn(table: Readonly<Record<string, NamingFields>>, kind: string): NamingFields {
  return Object.hasOwn(table, kind) ? table[kind] : [];
}

type Found = (mapping: Record<string, any>, at: string) => void;

/** Adds what a part of an object names, which stands at `at`. */
function addNamed(into: Reference[], from: Manifest, fields: NamingFields, part: Record<string, any>, at: string) {
  for (const field of fields) {
    const segments = segmentsOfField(field.path);
    // Most fields are absent.
    if (part[segments[0]] === undefined) { continue; }
    if ('fields' in field) {
      visit(segments, segments.length, part, at, (mapping, path) => addNamed(into, from, field.fields, mapping, path));
    } else {
      visit(segments, segments.length - 1, part, at, (mapping, path) => addField(into, from, field, part, mapping, path));
    }
  }
}

const segmentsOfField = oncePerKey(segmentsOf);

/** Finds the mappings to which segments lead; `*` leads to each item of a list. */
function visit(segments: readonly string[], end: number, value: unknown, at: string, found: Found, index = 0) {
  if (index === end) {
    if (isRecord(value)) { found(value, at); }
  } else if (segments[index] === '*') {
    listOf(value).forEach((item, position) => visit(segments, end, item, `${at}/${position}`, found, index + 1));
  } else if (isRecord(value) && value[segments[index]] !== undefined) {
    visit(segments, end, value[segments[index]], `${at}/${segments[index]}`, found, index + 1);
  }
}

/** Adds the object that a field of a mapping names, and the keys that are picked of it. */
function addField(into: Reference[], from: Manifest, field: NamingField, part: Record<string, any>, mapping: Record<string, any>, at: string) {
  const name = segmentsOfField(field.path).at(-1)!;
  const named = field.read ? field.read(mapping, part) : {};
  if (mapping[name] === undefined || !named) { return; }
  const reference = add(into, from, { ...field, ...named }, mapping[name], at + pointer(name));
  if (!reference || !field.picksKeys) { return; }
  visit(['items', '*'], 2, mapping, at, ({ key }, path) => {
    if (typeof key === 'string') { into.push({ ...reference, key, path: `${path}/key` }); }
  });
}

/** A name that is no text, or empty, is no reference. */
function add(into: Reference[], from: Manifest, named: Named & Pick<NamingField, 'relation'>, name: unknown, path: string): Reference | undefined {
  const { relation, kind, group = '', namespace, key, port, optional } = named;
  if (typeof name !== 'string' || name === '' || kind === undefined) { return undefined; }
  const reference = { from, path, relation, group, kind, namespace: namespace ?? namespaceOf(from), name, key, port, optional };
  into.push(reference);
  return reference;
}

/** Sources of a PersistentVolume name their Secrets together with a namespace. */
function addSecretsOfVolume(into: Reference[], volume: Manifest) {
  for (const [type, source] of Object.entries(recordOf(volume.spec))) {
    for (const [field, secret] of Object.entries(recordOf(source))) {
      const { name, namespace } = recordOf(secret);
      if (!/[sS]ecretRef$/.test(field) || typeof namespace !== 'string') { continue; }
      add(into, volume, { relation: 'reads', kind: 'Secret', namespace }, name, pointer('spec', type, field, 'name'));
    }
  }
}

/** Secrets of a CSI class, unless their names are made up per claim (`${pvc.name}`). */
function addSecretsOfClass(into: Reference[], storageClass: Manifest) {
  const parameters = recordOf(storageClass.parameters);
  for (const [parameter, name] of Object.entries(parameters)) {
    if (!parameter.startsWith('csi.storage.k8s.io/') || !parameter.endsWith('-secret-name')) { continue; }
    const namespace = parameters[parameter.replace(/-name$/, '-namespace')];
    if (typeof namespace !== 'string' || namespace.includes('${') || textOf(name).includes('${')) { continue; }
    add(into, storageClass, { relation: 'reads', kind: 'Secret', namespace }, name, pointer('parameters', parameter));
  }
}
