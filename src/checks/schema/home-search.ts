import { fits } from './fits';
import { Level, Stray } from './misplaced-field';
import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { isRecord, recordOf } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';

/** Where a field may belong that stands in the wrong place: paths, all equally near; none if nobody knows. */
export function homesOf(stray: Stray, model: ApiModel): string[] {
  const search = new HomeSearch(stray, model);
  const homes = nearest(search);
  // The place of a name that is rare is clear, whatever stands there.
  return homes.length > 0 || stray.name.length < LONG ? homes : nearest(search.laxly());
}

function nearest(search: HomeSearch): string[] {
  const steps = [
    () => search.aroundSelector(), () => search.inCondition(), () => search.inOnlyMap(), () => search.inNeed(),
    () => search.inOwnMetadata(), () => search.inMetadata(), () => search.inOwnChoice(), () => search.above(), () => search.below(),
    () => search.inQuantities(), () => search.beside(), () => search.inNewChild(), () => search.inSpecOfNewChild(),
  ];
  for (const step of steps) {
    const homes = step();
    if (homes.length > 0) { return homes; }
  }
  return [];
}

/** What a container or a volume has so much of. The first is asked for where both may be meant. */
const QUANTITIES = ['capacity', 'requests'];
const AMOUNT = /^(cpu|memory|storage|ephemeral-storage)$/;
/** Names from here on mean one thing. */
const LONG = 7;
/** So far below a struct people look for a field. */
const DEPTH = 3;
/** So many items of a list and structs of one depth are looked at, and so many homes are worth naming. */
const [MOST_ITEMS, MOST_STRUCTS, MOST_HOMES] = [12, 48, 3];

/** Of these fields a struct has one. A volume has one besides its name. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
  EnvVar: ['value', 'valueFrom'],
  EnvVarSource: ['configMapKeyRef', 'fieldRef', 'fileKeyRef', 'resourceFieldRef', 'secretKeyRef'],
  EnvFromSource: ['configMapRef', 'secretRef'],
  Probe: ['exec', 'grpc', 'httpGet', 'tcpSocket'],
  LifecycleHandler: ['exec', 'httpGet', 'sleep', 'tcpSocket'],
};

/** A name or namespace in the metadata of a template says nothing, but for a claim template. */
const NAMES = ['generateName', 'name', 'namespace'];
const METADATA_OF_POD_OR_JOB = /\/(template|jobTemplate)\/metadata$/;

/** Homes are here only if no other container is meant. */
const LESS_LIKELY = /\/(initContainers|ephemeralContainers)\//;

const FIELDS = new WeakMap<object, readonly string[]>();

/** The keys that are fields. Whoever writes thousands of others has each of them looked up. */
function fieldsIn({ struct, value }: Level): readonly string[] {
  const found = FIELDS.get(value) ?? Object.keys(value).filter(name => struct.field(name));
  FIELDS.set(value, found);
  return found;
}

class HomeSearch {
  private readonly own: Level;
  private readonly children = new Map<unknown, readonly Level[]>();
  private readonly depths = new Map<unknown, readonly (readonly Level[])[]>();
  private isLax = false;

  constructor(private readonly stray: Stray, private readonly model: ApiModel) {
    this.own = stray.levels.at(-1)!;
  }

  /** From now on with any value. */
  public laxly(): this {
    this.isLax = true;
    return this;
  }

  /** `replicas` or `topologyKey` in a selector is no label: what is around the selector has this field, and lacks it. */
  public aroundSelector(): string[] {
    const around = this.own.struct.name.endsWith('Selector') ? this.stray.levels.at(-2) : undefined;
    return around && this.takes(around) ? [this.in(around)] : [];
  }

  /** A condition that stands in a selector itself. */
  public inCondition(): string[] {
    const { struct, value, trail } = this.own;
    const item = struct.field('matchExpressions')?.type.item?.struct;
    const condition = this.model.type(item ?? '');
    const isCondition = condition?.field(this.stray.name) && condition.required.filter(name => name in value).length > 1;
    return isCondition && value.matchExpressions === undefined ? [pointer(...trail, 'matchExpressions', 0, this.stray.name)] : [];
  }

  /** Labels that stand in a selector themselves belong into its only mapping of texts. */
  public inOnlyMap(): string[] {
    const { struct, trail } = this.own;
    if (typeof this.stray.value === 'object') { return []; }
    const maps = struct.names().filter(name => struct.field(name)!.type.item?.holds === 'string' && struct.field(name)!.type.holds === 'map');
    return maps.length === 1 && struct.name.endsWith('Selector') ? [pointer(...trail, maps[0], this.stray.name)] : [];
  }

  /** Where it must be, and is not. */
  public inNeed(): string[] {
    for (const level of [...this.stray.levels].reverse()) {
      const found = this.within(level, undefined, ({ struct }) => struct.required.includes(this.stray.name));
      if (found.length > 0) { return found; }
    }
    return [];
  }

  public inOwnMetadata(): string[] {
    const [root] = this.stray.levels;
    return NAMES.includes(this.stray.name) && root !== this.own ? this.inMetadata(root) : [];
  }

  /** Labels and annotations of a pod template are in its own metadata, also where it has none yet. */
  public inMetadata({ struct, value, trail }: Level = this.own): string[] {
    const type = struct.field('metadata')?.type;
    const { metadata = {} } = value;
    const home = type && isRecord(metadata) ? { struct: this.model.type(type.struct ?? ''), value: metadata, trail: [...trail, 'metadata'] } : undefined;
    return home?.struct && this.takes(home as Level) ? [this.in(home as Level)] : [];
  }

  /** `command` of a probe is that of its `exec`, and not that of the container around it. */
  public inOwnChoice(): string[] {
    const { struct, value, trail } = this.own;
    const choices = ['Probe', 'LifecycleHandler'].includes(struct.name) ? ONE_OF[struct.name].filter(name => struct.field(name)) : [];
    const homes = choices.filter(name => recordOf(value[name])[this.stray.name] === undefined && this.isHome(struct.field(name)!.type));
    const given = homes.filter(name => value[name] !== undefined);
    const [home, ...others] = given.length > 0 ? given : homes;
    return home !== undefined && others.length === 0 ? [pointer(...trail, home, this.stray.name)] : [];
  }

  public above(): string[] {
    const home = this.stray.levels.slice(0, -1).reverse().find(level => this.takes(level));
    return home ? [this.in(home)] : [];
  }

  public below(): string[] {
    return this.within(this.own);
  }

  /** `storage` is in `capacity`, and `memory` in the `requests` of `resources`. */
  public inQuantities(): string[] {
    const { struct, trail } = this.own;
    for (const [type, at] of [[struct, trail], [this.model.type(struct.field('resources')?.type.struct ?? ''), [...trail, 'resources']]] as const) {
      const name = QUANTITIES.find(field => type?.field(field)?.type.item?.holds === 'quantity');
      const amount = this.stray.name === 'size' && /Claim|Volume/.test(type?.name ?? '') ? 'storage' : this.stray.name;
      if (name && fits({ holds: 'quantity' }, this.stray.value, this.model) && AMOUNT.test(amount)) { return [pointer(...at, name, amount)]; }
    }
    return [];
  }

  /** In another struct below one that is around the field. */
  public beside(): string[] {
    const parent = String(this.own.trail.at(-1));
    for (const level of this.stray.levels.slice(0, -1).reverse()) {
      const found = this.within(level, parent);
      if (found.length > 0) { return found; }
    }
    return [];
  }

  /** In a struct that is not there yet, if there is only one. */
  public inNewChild(): string[] {
    const { struct, value, trail } = this.own;
    const absent = struct.names().filter(name => value[name] === undefined || value[name] === null);
    const fitting = absent.filter(name => this.isHome(struct.field(name)!.type) && !this.isUnsaid(name));
    const shared = fitting.length > 1 ? fitting.filter(name => this.areThere(struct.field(name)!.type)) : [];
    const homes = shared.length > 0 ? shared : fitting;
    return homes.length === 1 ? [pointer(...trail, homes[0], ...struct.field(homes[0])!.type.holds === 'list' ? [0] : [], this.stray.name)] : [];
  }

  /** In the spec of a struct that is not there yet: `backoffLimit` of a CronJob is in that of its `jobTemplate`. */
  public inSpecOfNewChild(): string[] {
    const { struct, value, trail } = this.own;
    const homes = struct.names().filter(name => {
      const spec = value[name] === undefined ? this.model.type(struct.field(name)!.type.struct ?? '')?.field('spec')?.type : undefined;
      return spec !== undefined && this.isHome(spec);
    });
    return homes.length === 1 ? [pointer(...trail, homes[0], 'spec', this.stray.name)] : [];
  }

  /** Whether a struct has all fields that stand beside this one by mistake, and there are some: `path` beside `port` says that httpGet is meant. */
  private areThere({ struct, item }: FieldType): boolean {
    const type = this.model.type(struct ?? item?.struct ?? '');
    const others = Object.keys(this.own.value).filter(name => name !== this.stray.name && !this.own.struct.field(name));
    return others.length > 0 && others.every(name => type?.field(name));
  }

  /** A name in the metadata of a pod or job that is made says nothing. */
  private isUnsaid(child: string): boolean {
    return child === 'metadata' && NAMES.includes(this.stray.name) && METADATA_OF_POD_OR_JOB.test(pointer(...this.own.trail, child));
  }

  /**
   * The homes below a struct that are the nearest to it.
   *
   * @param twin the name of the struct in which the field stands: one of that name may be meant, also where there is none yet
   */
  private within(level: Level, twin?: string, isMeant: (level: Level) => boolean = () => true): string[] {
    for (const around of this.around(level, twin)) {
      const homes = around.filter(one => this.takes(one) && isMeant(one));
      if (homes.length > 0) { return this.likely(homes); }
    }
    return [];
  }

  /** The structs below one, those of each depth together. */
  private around(level: Level, twin: string | undefined): readonly (readonly Level[])[] {
    const known = twin === undefined ? this.depths.get(level.value) : undefined;
    if (known) { return known; }
    const depths: (readonly Level[])[] = [];
    for (let depth = 0; depth < DEPTH; depth++) {
      depths.push((depths.at(-1) ?? [level]).flatMap(one => this.childrenOf(one, twin)).slice(0, MOST_STRUCTS));
    }
    if (twin === undefined) { this.depths.set(level.value, depths); }
    return depths;
  }

  private likely(homes: readonly Level[]): string[] {
    const paths = homes.map(home => this.in(home));
    const likely = paths.filter(path => !LESS_LIKELY.test(path));
    return (likely.length > 0 ? likely : paths).slice(0, MOST_HOMES);
  }

  private childrenOf(level: Level, twin: string | undefined): readonly Level[] {
    const known = this.children.get(level.value) ?? fieldsIn(level).flatMap(name => this.partsOf(level, name, level.value[name] ?? {}));
    this.children.set(level.value, known);
    return twin !== undefined && !(twin in level.value) ? [...known, ...this.partsOf(level, twin, {})] : known;
  }

  private partsOf({ struct, trail }: Level, name: string, given: unknown): Level[] {
    const { holds, struct: own, item } = struct.field(name)?.type ?? {};
    const type = this.model.type(own ?? (holds === 'list' ? item?.struct : undefined) ?? '');
    if (!type) { return []; }
    const parts: (readonly [unknown, readonly (string | number)[]])[] = holds !== 'list' ? [[given, [...trail, name]]]
      : Array.isArray(given) ? given.slice(0, MOST_ITEMS).map((part, i) => [part, [...trail, name, i]]) : [];
    return parts.flatMap(([part, at]) => isRecord(part) && part !== this.own.value ? [{ struct: type, value: part, trail: at }] : []);
  }

  private takes({ struct, value, trail }: Level): boolean {
    const { name } = this.stray;
    const others = struct.name === 'Volume' && name !== 'name' ? Object.keys(value).filter(field => field !== 'name')
      : ONE_OF[struct.name]?.includes(name) ? ONE_OF[struct.name].filter(field => field in value) : [];
    const saysNothing = NAMES.includes(name) && struct.name === 'ObjectMeta'
      && (METADATA_OF_POD_OR_JOB.test(pointer(...trail)) || name === 'namespace' && !this.isNamespaced());
    return value[name] === undefined && others.length === 0 && !saysNothing && this.isHome({ holds: 'struct', struct: struct.name });
  }

  private isNamespaced(): boolean {
    const { apiVersion, kind } = this.stray.levels[0].value;
    return this.model.kind(String(apiVersion), String(kind))?.namespaced ?? true;
  }

  private isHome({ holds, struct, item }: FieldType): boolean {
    const type = this.model.type(struct ?? (holds === 'list' ? item?.struct : undefined) ?? '');
    const field = type?.field(this.stray.name);
    if (!field || field.dropped || field.ignored || !this.isLax && !fits(field.type, this.stray.value, this.model)) { return false; }
    return this.stray.name !== 'resources' || this.areResourcesOf(type!.name);
  }

  /** A claim asks for storage, and a container for all else. Those of a pod as a whole are rarely meant. */
  private areResourcesOf(struct: string): boolean {
    const { requests, limits } = recordOf(this.stray.value);
    const isOfClaim = 'storage' in { ...recordOf(requests), ...recordOf(limits) };
    return isOfClaim ? /Claim/.test(struct) : !/Claim|^PodSpec$/.test(struct);
  }

  private in({ trail }: Level): string {
    return pointer(...trail, this.stray.name);
  }
}
