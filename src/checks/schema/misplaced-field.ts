import { fits } from './fits';
import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { StructType } from '../../kubernetes/api/struct-type';
import { isRecord } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';

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

/** Where a field belongs that stands in the wrong place: a path, the nearest first of its kind; undefined if nobody knows. */
export function homeOf(stray: Stray, model: ApiModel): string | undefined {
  const search = new Search(stray, model);
  return search.inOnlyMap() ?? search.inMetadata() ?? search.above() ?? search.below()
    ?? search.inQuantities() ?? search.beside() ?? search.inNewChild();
}

/** The fields of a struct that were wrapped into a field which it does not have, such as `spec` in a StorageClass. */
export function wrappedFields({ value, levels }: Stray, model: ApiModel): string[] {
  const { struct } = levels.at(-1)!;
  const known = Object.entries(isRecord(value) ? value : {}).filter(([name, part]) => {
    const field = struct.field(name);
    return field && fits(field.type, part, model);
  });
  return known.length * 2 > Object.keys(isRecord(value) ? value : {}).length ? known.map(([name]) => name) : [];
}

/** The only field of a struct whose name ends with the one that is written: `persistentVolumeReclaimPolicy` for `reclaimPolicy`, or the other way round. */
export function longerName({ name, value, levels }: Stray, model: ApiModel): string | undefined {
  const { struct, value: own } = levels.at(-1)!;
  const written = name.toLowerCase();
  const found = struct.names().filter(field => {
    const known = field.toLowerCase();
    return own[field] === undefined && Math.min(known.length, written.length) >= SHORTEST
      && (known.endsWith(written) || written.endsWith(known)) && fits(struct.field(field)!.type, value, model);
  });
  return found.length === 1 ? found[0] : undefined;
}

const SHORTEST = 6;
/** What a container or a volume has so much of. The first is asked for where both may be meant. */
const QUANTITIES = ['capacity', 'requests'];
/** So far below a struct people look for a field. */
const DEPTH = 2;

class Search {
  private readonly own: Level;

  constructor(private readonly stray: Stray, private readonly model: ApiModel) {
    this.own = stray.levels.at(-1)!;
  }

  /** Labels that stand in a selector themselves belong into its only mapping of texts. */
  public inOnlyMap(): string | undefined {
    const { struct, trail } = this.own;
    if (typeof this.stray.value === 'object') { return undefined; }
    const maps = struct.names().filter(name => struct.field(name)!.type.item?.holds === 'string' && struct.field(name)!.type.holds === 'map');
    return maps.length === 1 && struct.name.endsWith('Selector') ? pointer(...trail, maps[0], this.stray.name) : undefined;
  }

  /** Labels and annotations of a pod template are in its own metadata, also where it has none yet. */
  public inMetadata(): string | undefined {
    const { struct, value, trail } = this.own;
    const type = struct.field('metadata')?.type;
    const { metadata = {} } = value;
    return type && this.isHome(type) && isRecord(metadata) && metadata[this.stray.name] === undefined ? pointer(...trail, 'metadata', this.stray.name) : undefined;
  }

  public above(): string | undefined {
    const home = this.stray.levels.slice(0, -1).reverse().find(level => this.takes(level));
    return home && pointer(...home.trail, this.stray.name);
  }

  public below(): string | undefined {
    return this.within(this.own);
  }

  /** `storage` is in `capacity`, and `memory` in the `requests` of `resources`. */
  public inQuantities(): string | undefined {
    const { struct, trail } = this.own;
    for (const [type, at] of [[struct, trail], [this.model.type(struct.field('resources')?.type.struct ?? ''), [...trail, 'resources']]] as const) {
      const name = QUANTITIES.find(field => type?.field(field)?.type.item?.holds === 'quantity');
      if (name && fits({ holds: 'quantity' }, this.stray.value, this.model) && /^(cpu|memory|storage|ephemeral-storage)$/.test(this.stray.name)) {
        return pointer(...at, name, this.stray.name);
      }
    }
    return undefined;
  }

  /** In another struct below one that is around the field. */
  public beside(): string | undefined {
    const parent = String(this.own.trail.at(-1));
    return this.stray.levels.slice(0, -1).reverse().map(level => this.within(level, parent)).find(home => home);
  }

  /** In a struct that is not there yet, if there is only one. */
  public inNewChild(): string | undefined {
    const { struct, value, trail } = this.own;
    const homes = struct.names().filter(name => value[name] === undefined && this.isHome(struct.field(name)!.type));
    return homes.length === 1 ? pointer(...trail, homes[0], ...struct.field(homes[0])!.type.holds === 'list' ? [0] : [], this.stray.name) : undefined;
  }

  /** @param twin the name of the struct in which the field stands: one of that name may be meant, also where there is none yet */
  private within(level: Level, twin?: string): string | undefined {
    let nearest: Level[] = [level];
    for (let depth = 0; depth < DEPTH; depth++) {
      nearest = nearest.flatMap(one => this.childrenOf(one, twin));
      const home = nearest.find(one => this.takes(one));
      if (home) { return pointer(...home.trail, this.stray.name); }
    }
    return undefined;
  }

  private childrenOf({ struct, value, trail }: Level, twin: string | undefined): Level[] {
    return struct.names().flatMap(name => {
      const { holds, struct: own, item } = struct.field(name)!.type;
      const type = this.model.type(own ?? (holds === 'list' ? item?.struct : undefined) ?? '');
      const given = value[name] ?? (name === twin ? {} : undefined);
      const [part, at] = holds === 'list' ? [Array.isArray(given) ? given[0] : undefined, [...trail, name, 0]] : [given, [...trail, name]];
      const isOwn = pointer(...at) === pointer(...this.own.trail);
      return type && isRecord(part) && !isOwn ? [{ struct: type, value: part, trail: at }] : [];
    });
  }

  private takes({ struct, value }: Level): boolean {
    return value[this.stray.name] === undefined && this.isHome({ holds: 'struct', struct: struct.name });
  }

  private isHome({ holds, struct, item }: FieldType): boolean {
    const field = this.model.type(struct ?? (holds === 'list' ? item?.struct : undefined) ?? '')?.field(this.stray.name);
    return field !== undefined && !field.dropped && !field.ignored && fits(field.type, this.stray.value, this.model);
  }
}
