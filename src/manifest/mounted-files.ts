import { Inventory } from './inventory';
import { listOf, recordOf, textOf } from '../kubernetes/manifest';

/** The files of a volume by their paths in it, each with its text, or undefined where it is not known. */
export type MountedFiles = ReadonlyMap<string, string | undefined>;

const NAMES: readonly [field: string, kind: string, name: string][] = [['configMap', 'ConfigMap', 'name'], ['secret', 'Secret', 'secretName']];

/** The files that a ConfigMap or Secret, or several of them in a projected volume, make in a volume; undefined if one of them is not among the manifests. */
export function filesOfVolume(volume: Readonly<Record<string, any>>, namespace: string, inventory: Inventory): MountedFiles | undefined {
  if (volume.projected !== undefined) { return filesOfSources(listOf(recordOf(volume.projected).sources).map(recordOf), namespace, inventory); }
  const [field, kind, name] = NAMES.find(([one]) => volume[one] !== undefined) ?? [];
  return field === undefined ? undefined : filesOf(kind!, recordOf(volume[field]), recordOf(volume[field])[name!], namespace, inventory);
}

function filesOfSources(sources: readonly Record<string, any>[], namespace: string, inventory: Inventory): MountedFiles | undefined {
  const all = sources.map(source => {
    const [field, kind] = NAMES.find(([one]) => source[one] !== undefined) ?? [];
    return field === undefined ? undefined : filesOf(kind!, recordOf(source[field]), recordOf(source[field]).name, namespace, inventory);
  });
  return all.every(files => files !== undefined) ? new Map(all.flatMap(files => [...files])) : undefined;
}

function filesOf(kind: string, { items }: Record<string, any>, name: unknown, namespace: string, inventory: Inventory): MountedFiles | undefined {
  const object = inventory.findIn(kind, namespace, name);
  if (!object) { return undefined; }
  const texts = { ...recordOf(object.binaryData), ...recordOf(object.data), ...recordOf(object.stringData) };
  const textAt = (key: string) => Object.hasOwn(texts, key) && typeof texts[key] === 'string' && kind === 'ConfigMap' ? texts[key] : undefined;
  return items === undefined
    ? new Map(Object.keys(texts).map(key => [key, textAt(key)]))
    : new Map(listOf(items).map(recordOf).map(({ key, path }) => [textOf(path), textAt(textOf(key))]));
}
