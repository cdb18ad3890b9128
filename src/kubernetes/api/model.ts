import { Gate, gateOf, isOff } from './gates';
import { Kind, kindOf, kindsOf } from './kind';
import { StructType } from './struct-type';
import { KubernetesVersion } from '../kubernetes-version';

/**
 * What one version of Kubernetes says of its API: kinds, types and their fields, feature gates. All of it is data with
 * the versions in which it is true, read when somebody asks for it.
 */
export class ApiModel {
  /** The model of a version such as `1.36` or `1.35.3`. */
  public static of(version: string | KubernetesVersion): ApiModel {
    const name = String(version);
    const known = models.get(name) ?? new ApiModel(typeof version === 'string' ? KubernetesVersion.of(version) : version);
    models.set(name, known);
    return known;
  }

  private readonly types = new Map<string, StructType | undefined>();

  private constructor(public readonly version: KubernetesVersion) {}

  /** A kind in an API version; undefined if there is none. */
  public kind(apiVersion: string, kind: string): Kind | undefined {
    return kindOf(apiVersion, kind, this.version);
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

  /** The type of this short name. */
  public type(name: string): StructType | undefined {
    if (this.types.has(name)) { return this.types.get(name); }
    const type = StructType.of(name, this.version);
    this.types.set(name, type);
    return type;
  }

  /** A feature gate; undefined if this version does not have it, not yet or no more. */
  public gate(name: string): Gate | undefined {
    return gateOf(name, this.version);
  }

  /** Whether a feature is off unless somebody switched it on; `A,B` needs both gates, `A|B` one of them. */
  public isOff(gates: string): boolean {
    return isOff(gates, this.version);
  }
}

// Models depend on nothing but their version, and are kept.
const models = new Map<string, ApiModel>();
