import { FormatUse, formatsOf } from '../formats/table';

/** What a field holds. Lists and maps have an `item`, structs a `struct`, enums their `values`. */
export interface FieldType {
  readonly holds: 'string' | 'boolean' | 'int32' | 'int64' | 'number' | 'quantity' | 'intOrString' | 'time' | 'microTime' | 'any'
  | 'enum' | 'list' | 'map' | 'struct';
  readonly item?: FieldType;
  readonly values?: readonly string[];
  /** Whether an enum must not be the empty string. */
  readonly neverEmpty?: boolean;
  readonly struct?: string;
}

/** A field of a struct. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** What the schema does not say about its value. */
  readonly formats: readonly FormatUse[];
  /** The server drops what is in here, or never looks at it: only names and types of fields count. */
  readonly ignored: boolean;
}

/** Enums that the server does not fill in if they are empty: only where the field is missing altogether. */
const NEVER_EMPTY: ReadonlySet<string> = new Set([
  'AzureDiskVolumeSource.cachingMode', 'AzureDiskVolumeSource.kind', 'EndpointSlice.addressType', 'HTTPIngressPath.pathType',
  'JobSpec.completionMode', 'MutatingWebhook.failurePolicy', 'MutatingWebhook.matchPolicy', 'MutatingWebhook.reinvocationPolicy',
  'MutatingWebhook.sideEffects', 'NetworkPolicyPort.protocol', 'NodeSelectorRequirement.operator', 'PersistentVolumeClaimSpec.volumeMode',
  'PersistentVolumeSpec.volumeMode', 'PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy', 'PodFailurePolicyOnExitCodesRequirement.operator',
  'PodFailurePolicyRule.action', 'PodSecurityContext.fsGroupChangePolicy', 'PodSpec.preemptionPolicy', 'PriorityClass.preemptionPolicy',
  'ScopedResourceSelectorRequirement.operator', 'ScopedResourceSelectorRequirement.scopeName', 'SeccompProfile.type',
  'ServiceSpec.internalTrafficPolicy', 'ServiceSpec.ipFamilyPolicy', 'StorageClass.volumeBindingMode', 'Taint.effect',
  'TopologySpreadConstraint.nodeAffinityPolicy', 'TopologySpreadConstraint.nodeTaintsPolicy', 'TopologySpreadConstraint.whenUnsatisfiable',
  'ValidatingWebhook.failurePolicy', 'ValidatingWebhook.matchPolicy', 'ValidatingWebhook.sideEffects', 'VolumeMount.mountPropagation',
  'discovery.k8s.io/v1.EndpointPort.protocol',
]);

/** Status is written by controllers; the others are dropped, since their features are off in Kubernetes 1.27, or never looked at. */
const IGNORED: ReadonlySet<string> = new Set([
  'ObjectMeta.managedFields', 'Endpoint.deprecatedTopology', 'SecurityContext.procMount', 'PodSpec.resourceClaims', 'Container.resizePolicy', 'EphemeralContainer.resizePolicy', 'ResourceRequirements.claims',
  'PersistentVolumeClaimSpec.dataSource', 'MetricIdentifier.selector', 'MutatingWebhook.matchConditions', 'ValidatingWebhook.matchConditions', 'RollingUpdateStatefulSetStrategy.maxUnavailable',
]);

/**
 * A type with named fields, such as `Container`. A field is made when it is
 * first asked for: objects have few of the fields that they may have.
 */
export class Struct {
  public readonly required: readonly string[];
  private readonly formats: ReadonlyMap<string, readonly FormatUse[]>;
  private readonly made = new Map<string, Field>();

  /** @param spellings what each field holds; `!` at the end of a required one */
  constructor(public readonly name: string, private readonly spellings: Readonly<Record<string, string>>) {
    this.required = this.names().filter(field => spellings[field].endsWith('!'));
    this.formats = formatsOf(name);
  }

  /** The names of all fields. */
  public names(): string[] {
    return Object.keys(this.spellings);
  }

  /** The field of this name, if there is one. */
  public field(name: string): Field | undefined {
    const made = this.made.get(name);
    if (made || !Object.hasOwn(this.spellings, name)) { return made; }
    const field = this.make(name);
    this.made.set(name, field);
    return field;
  }

  /** The same with some of its fields, none of which is required. */
  public part(...names: string[]): Struct {
    return new Struct(this.name, Object.fromEntries(names.map(name => [name, withoutMark(this.spellings[name])])));
  }

  private make(name: string): Field {
    const path = `${this.name}.${name}`;
    return {
      name,
      type: parseType(withoutMark(this.spellings[name]), NEVER_EMPTY.has(path)),
      formats: this.formats.get(name) ?? [],
      ignored: IGNORED.has(path) || name === 'status' && Object.hasOwn(this.spellings, 'kind'),
    };
  }
}

function withoutMark(spelling: string): string {
  return spelling.endsWith('!') ? spelling.slice(0, -1) : spelling;
}

/** `string`, `@Container`, `[]@Container`, `{}string`, `=TCP|UDP`. */
function parseType(spelling: string, neverEmpty = false): FieldType {
  switch (spelling[0]) {
    case '[': return { holds: 'list', item: parseType(spelling.slice(2)) };
    case '{': return { holds: 'map', item: parseType(spelling.slice(2)) };
    case '@': return { holds: 'struct', struct: spelling.slice(1) };
    case '=': return { holds: 'enum', values: spelling.slice(1).split('|').filter(value => value !== ''), neverEmpty };
    default: return { holds: spelling as FieldType['holds'] };
  }
}
