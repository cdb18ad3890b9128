import { Path } from './edit';
import { FieldType } from '../../src/kubernetes/api/field-type';
import { ApiModel } from '../../src/kubernetes/api/model';
import { Manifest } from '../../src/kubernetes/manifest';

/** A valid manifest, and where it has which fields. */
export interface Base {
  readonly manifest: Manifest;
  /** Paths by the name of the field: `Container.image`. */
  readonly given: ReadonlyMap<string, readonly Path[]>;
}

export function baseOf(manifest: Manifest, model: ApiModel): Base {
  const given = new Map<string, Path[]>();
  const collect = (value: unknown, type: FieldType | undefined, path: Path): void => {
    if (!type || type.holds === 'any' || typeof value !== 'object' || value === null) { return; }
    for (const [key, child] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (type.struct !== undefined) { given.set(`${type.struct}.${key}`, [...given.get(`${type.struct}.${key}`) ?? [], at]); }
      collect(child, model.part(type, key), at);
    }
  };
  collect(manifest, model.objectType(manifest.apiVersion, manifest.kind), []);
  return { manifest, given };
}
