import { fits } from './fits';
import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { StructType } from '../../kubernetes/api/struct-type';
import { isRecord } from '../../kubernetes/manifest';
import { WrittenAt } from '../engine/object-check';

type Trail = readonly (string | number)[];

/** A struct of an object: what it is, what is in it, and where it stands. */
export interface Level {
  readonly struct: StructType;
  readonly value: Readonly<Record<string, unknown>>;
  readonly trail: Trail;
}

/** A field that its struct does not have. */
export interface Stray {
  readonly name: string;
  readonly value: unknown;
  /** The structs around it, from the object down to the one that it stands in. */
  readonly levels: readonly Level[];
  /** How a scalar of the object is written. @default - unknown */
  readonly writtenAt?: WrittenAt;
}

/** The structs on the way from an object to what stands at the end of a trail. */
export function levelsOf(root: Level, trail: Trail, model: ApiModel): Level[] {
  const levels = [root];
  let type: FieldType | undefined = { holds: 'struct', struct: root.struct.name };
  let value: any = root.value;
  for (const [index, segment] of trail.entries()) {
    type = model.part(type, String(segment));
    value = value?.[segment];
    const struct = type?.struct === undefined ? undefined : model.type(type.struct);
    if (struct && isRecord(value)) { levels.push({ struct, value, trail: trail.slice(0, index + 1) }); }
  }
  return levels;
}

/** The fields of a struct that were wrapped into a field which it does not have, such as `spec` in a StorageClass. */
export function wrappedFields({ name: wrapper, value, levels }: Stray, model: ApiModel): string[] {
  const { struct, value: own } = levels.at(-1)!;
  // `exec` of a container is the handler of a probe, and no wrapping of `command`.
  const isPartOfPart = struct.names().some(field => model.type(struct.field(field)!.type.struct ?? '')?.field(wrapper));
  const known = isPartOfPart ? [] : Object.entries(isRecord(value) ? value : {}).filter(([part, given]) => {
    const field = struct.field(part);
    return field && own[part] === undefined && fits(field.type, given, model);
  });
  return known.length * 2 > Object.keys(isRecord(value) ? value : {}).length ? known.map(([part]) => part) : [];
}

/** The only field of a struct whose name holds the one that is written: `persistentVolumeReclaimPolicy` for `reclaimPolicy`, or the other way round. */
export function longerName({ name, value, levels }: Stray, model: ApiModel): string | undefined {
  const { struct, value: own } = levels.at(-1)!;
  const written = name.toLowerCase();
  const found = struct.names().filter(field => {
    const known = field.toLowerCase();
    return own[field] === undefined && Math.min(known.length, written.length) >= SHORTEST
      && (known.includes(written) || written.endsWith(known)) && fits(struct.field(field)!.type, value, model);
  });
  return found.length === 1 ? found[0] : undefined;
}

const SHORTEST = 5;
