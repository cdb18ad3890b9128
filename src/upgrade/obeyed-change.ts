import { FieldType } from '../kubernetes/api/field-type';
import { ApiModel } from '../kubernetes/api/model';
import { groupBy } from '../manifest/group-by';

/** A field that takes effect on one of two versions. */
export interface ChangedField {
  /** Its type and name: `PodSpec.hostUsers`. */
  readonly name: string;
  /** Where it stands in an object, for example. */
  readonly path: string;
  /** The gate that it has on either version. @default - none */
  readonly gate?: string;
}

/** The fields of manifests that take effect on the second version and not on the first one. Of a new struct, the field that holds it is told. */
export function fieldsObeyedOnlyBy(model: ApiModel, before: ApiModel): ChangedField[] {
  const old = new Set(structsOf(before).map(({ name }) => name));
  const found = structsOf(model).filter(({ name }) => old.has(name)).flatMap(({ name, path }) => {
    const [type, same] = [model.type(name)!, before.type(name)!];
    return type.names().filter(field => field !== 'status').flatMap((field): ChangedField[] => {
      const [now, then] = [type.field(field)!, same.field(field)];
      return isObeyed(now) && !isObeyed(then) ? [{ name: `${name}.${field}`, path: `${path}/${field}`, gate: now.gate ?? then?.gate }] : [];
    });
  });
  return [...groupBy(found, ({ name }) => name).values()].map(([first]) => first).sort((one, other) => one.name < other.name ? -1 : 1);
}

function isObeyed(field: { readonly dropped: boolean } | undefined): boolean {
  return field !== undefined && !field.dropped;
}

interface FoundStruct {
  readonly name: string;
  readonly path: string;
}

/** Every struct that a manifest may hold, with the first place where it stands; what the server writes itself is none. */
function structsOf(model: ApiModel): FoundStruct[] {
  const found = new Map<string, string>();
  const visit = (type: FieldType | undefined, path: string) => {
    if (type?.item) { visit(type.item, type.holds === 'map' ? `${path}/key` : `${path}/0`); }
    if (type?.struct === undefined || found.has(type.struct)) { return; }
    found.set(type.struct, path);
    const struct = model.type(type.struct);
    for (const name of struct?.names() ?? []) {
      const field = struct!.field(name)!;
      if (name !== 'status' && !field.dropped) { visit(field.type, `${path}/${name}`); }
    }
  };
  for (const kind of model.kinds().filter(candidate => model.serves(candidate))) {
    if (kind.type !== undefined) { visit({ holds: 'struct', struct: kind.type }, ''); }
  }
  return [...found].map(([name, path]) => ({ name, path }));
}
