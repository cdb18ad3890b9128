import { Field } from '../../src/kubernetes/api/field';
import { FieldType } from '../../src/kubernetes/api/field-type';
import { Kind } from '../../src/kubernetes/api/kind';
import { ApiModel } from '../../src/kubernetes/api/model';

/** Stands for any item of a list, or any value of a map. */
export const ANY = '*';

/** Where a kind has a field: `spec.containers.*.image` is the field `image` of a Container. */
export interface Place {
  readonly path: readonly string[];
  /** The name of the type that has the field. */
  readonly owner: string;
  readonly field: Field;
}

/** A field of a kind, wherever the kind has it: all containers of a Pod have the same `image`. */
export interface KindField {
  /** `v1/Pod Container.image` */
  readonly id: string;
  readonly kind: Kind;
  /** `Container.image` */
  readonly name: string;
  /** The name of the type that has the field. */
  readonly owner: string;
  readonly field: Field;
  readonly places: readonly Place[];
}

/** Every field of a kind. A type that contains itself is gone into once. */
export function fieldsOfKind(kind: Kind, model: ApiModel): KindField[] {
  const byName = new Map<string, Place[]>();
  for (const place of placesIn({ holds: 'struct', struct: kind.type }, [], [], model)) {
    const name = `${place.owner}.${place.field.name}`;
    byName.set(name, [...byName.get(name) ?? [], place]);
  }
  return [...byName].map(([name, places]) => ({
    id: `${kind.apiVersion}/${kind.kind} ${name}`, kind, name, owner: places[0].owner, field: places[0].field, places,
  }));
}

function placesIn(type: FieldType, path: readonly string[], above: readonly string[], model: ApiModel): Place[] {
  if (type.holds === 'list' || type.holds === 'map') { return placesIn(type.item!, [...path, ANY], above, model); }
  if (type.struct === undefined || above.includes(type.struct)) { return []; }
  const struct = model.type(type.struct)!;
  return struct.names().flatMap(name => {
    const field = struct.field(name)!;
    const own = [...path, name];
    return [{ path: own, owner: struct.name, field }, ...placesIn(field.type, own, [...above, struct.name], model)];
  });
}
