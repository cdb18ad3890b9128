import { FieldType } from './field-type';
import { FeatureGates, Gate, gateOf, isOff, switchedGateOf } from './gates';
import { Kind, kindOf, kindsOf } from './kind';
import { Validity } from './lifetime';
import { RuntimeConfig, isSwitchedOn } from './runtime-config';
import { StructType } from './struct-type';
import { DEFAULT_KUBERNETES_VERSION, KubernetesVersion } from '../kubernetes-version';
import { groupOf } from '../manifest';
import { oncePerKey } from '../once';

/** What a cluster has switched on or off, against the defaults of its version. */
export interface Switches {
  /** @default - as the version has it */
  readonly featureGates?: FeatureGates;
  /** @default - as the version has it */
  readonly runtimeConfig?: RuntimeConfig;
}

/**
 * What one version of Kubernetes says of its API: kinds, types and their fields, feature gates. All of it is data with
 * the versions in which it is true, read when somebody asks for it.
 */
export class ApiModel {
  /** The model of a version such as `1.36` or `1.35.3`; of the usual one where nobody names one. */
  public static of(version: string | KubernetesVersion = DEFAULT_KUBERNETES_VERSION, switches: Switches = {}): ApiModel {
    const [gates, config] = [switches.featureGates, switches.runtimeConfig].map(sorted);
    const isUsual = gates.length + config.length === 0;
    return isUsual ? ApiModel.ofVersion(String(version)) : ApiModel.switched(JSON.stringify([String(version), gates, config]));
  }

  // Models depend on nothing but their version and what is switched, and are kept.
  private static readonly ofVersion = oncePerKey((version: string) => new ApiModel(KubernetesVersion.of(version), undefined, {}));
  private static readonly switched = oncePerKey((text: string) => {
    const [version, gates, config] = JSON.parse(text);
    return new ApiModel(KubernetesVersion.of(version), Object.fromEntries(gates), Object.fromEntries(config));
  });

  // Looked up for each object and each of its values.
  private readonly kindNamed = oncePerKey((name: string) => kindOf(name, this.version));
  private readonly typeNamed = oncePerKey((name: string) => StructType.of(name, this.version, gates => this.isOff(gates)));
  private readonly objectTypes = new Map<string, FieldType>();
  // Asked by rules for each object.
  private readonly isThere = oncePerKey((since: string) => this.version.isSince(since));
  private readonly isServed = oncePerKey((kind: Kind) => this.hasVersionOf(kind) && !(kind.gate !== undefined && this.isOff(kind.gate)));
  private readonly gateNamed = oncePerKey((name: string) =>
    this.featureGates ? switchedGateOf(name, this.version, this.featureGates) : gateOf(name, this.version));
  private readonly isSwitchedOff = oncePerKey((gates: string) => isOff(gates, this.version, this.featureGates));

  private constructor(
    public readonly version: KubernetesVersion,
    private readonly featureGates: FeatureGates | undefined,
    private readonly runtimeConfig: RuntimeConfig,
  ) {}

  /** Whether what began with a version, such as `1.33`, is there. */
  public isSince(version: string): boolean {
    return this.isThere(version);
  }

  /** Whether something is true of this version, and its feature on. */
  public holds({ since, until, gate }: Validity): boolean {
    return (since === undefined || this.isSince(since)) && (until === undefined || !this.isSince(until)) && (gate === undefined || !this.isOff(gate));
  }

  /** A kind in an API version; undefined if there is none. */
  public kind(apiVersion: string, kind: string): Kind | undefined {
    return this.kindNamed(`${apiVersion}/${kind}`);
  }

  /** Whether the server has the kind: its API version and its feature gate are on, by default or in this cluster. */
  public serves(kind: Kind): boolean {
    return this.isServed(kind);
  }

  /** Whether the API version of a kind is on, by default or in this cluster. */
  public hasVersionOf({ apiVersion, onByDefault }: Kind): boolean {
    return isSwitchedOn(apiVersion, this.runtimeConfig) ?? onByDefault;
  }

  /** Every kind in every API version. */
  public kinds(): Kind[] {
    return kindsOf(this.version);
  }

  /** The type of objects of this kind; undefined if there is no such kind, or it is no object. */
  public typeOfKind(apiVersion: string, kind: string): StructType | undefined {
    const type = this.kind(apiVersion, kind)?.type;
    return type === undefined ? undefined : this.type(type);
  }

  /**
   * What an object is, whoever defined its kind. Of an API version that is gone, the server made one that is there; of a
   * kind that it does not know itself, we know the metadata.
   */
  public objectType(apiVersion: string, kind: string): FieldType {
    const name = `${apiVersion}/${kind}`;
    const known = this.objectTypes.get(name);
    if (known) { return known; }
    const group = groupOf(apiVersion);
    const type = [apiVersion, `${group}/v2`, group ? `${group}/v1` : 'v1'].map(version => this.typeOfKind(version, kind)).find(found => found);
    const made: FieldType = type ? { holds: 'struct', struct: type.name } : OTHER_OBJECT;
    this.objectTypes.set(name, made);
    return made;
  }

  /** What a field of a struct, a value of a map or an item of a list is, as far as it is known. */
  public part(type: FieldType | undefined, key: string): FieldType | undefined {
    if (type?.struct !== undefined) { return this.type(type.struct)?.field(key)?.type; }
    return type === OTHER_OBJECT ? key === 'metadata' ? METADATA : undefined : type?.item;
  }

  /** The type of this short name. */
  public type(name: string): StructType | undefined {
    return this.typeNamed(name);
  }

  /** A feature gate as the cluster has it; undefined if this version does not have it, not yet or no more. */
  public gate(name: string): Gate | undefined {
    return this.gateNamed(name);
  }

  /** Whether a feature is off, by default or in this cluster; `A,B` needs both gates, `A|B` one of them. */
  public isOff(gates: string): boolean {
    return this.isSwitchedOff(gates);
  }
}

/** An object of a kind that is not built in. */
const OTHER_OBJECT: FieldType = { holds: 'any' };
const METADATA: FieldType = { holds: 'struct', struct: 'ObjectMeta' };

function sorted(switches: Readonly<Record<string, boolean>> = {}): [string, boolean][] {
  return Object.entries(switches).sort(([one], [other]) => one < other ? -1 : 1);
}
