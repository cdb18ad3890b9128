import { sinceWithoutBreak } from './gates';
import { ApiModel } from './model';

/** What some versions of Kubernetes have and others do not: a field, a kind, or a value that takes a gate. All that is named must be there. */
export interface Feature {
  /** A type and its field, as in `PodSpec.hostUsers`: the server knows it and does not drop it. */
  readonly field?: string;
  /** A kind in its API version, as in `storage.k8s.io/v1/VolumeAttributesClass`: the server has it. */
  readonly kind?: string;
  /** A feature gate that is on. */
  readonly gate?: string;
}

/** Whether a cluster has a feature: its version knows it, and it is on there. */
export function hasFeature({ field, kind, gate }: Feature, model: ApiModel): boolean {
  return (field === undefined || hasField(field, model))
    && (kind === undefined || hasKind(kind, model))
    && (gate === undefined || !model.isOff(gate));
}

/** The version since which every version has it unless somebody switches it off; undefined if the newest one has not. */
export function featureSince(feature: Feature): string | undefined {
  return sinceWithoutBreak(version => hasFeature(feature, ApiModel.of(version)));
}

/** The gate that a version has and that is off there: who switches it on has the feature. */
export function gateThatIsOff({ field, gate }: Feature, model: ApiModel): string | undefined {
  const gates = [field && fieldOf(field, model)?.gate, gate].filter(name => name !== undefined && name !== '');
  return gates.find(name => model.isOff(name!) && model.gate(name!)?.locked === false);
}

function fieldOf(field: string, model: ApiModel) {
  const [type, name] = field.split('.');
  return model.type(type)?.field(name);
}

function hasField(field: string, model: ApiModel): boolean {
  return fieldOf(field, model)?.dropped === false;
}

function hasKind(name: string, model: ApiModel): boolean {
  const slash = name.lastIndexOf('/');
  const kind = model.kind(name.slice(0, slash), name.slice(slash + 1));
  return kind !== undefined && model.serves(kind);
}
