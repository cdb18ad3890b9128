import { ApiObject } from 'cdk8s';

/** The manifests of one synthesis. What is validated as a manifest is not rendered a second time to be written. */
export class Renderings {
  private readonly kept = new Map<ApiObject, any>();

  /** The manifest of an object, which is kept until it is taken. */
  public readonly keep = (object: ApiObject): any => {
    const manifest = this.kept.has(object) ? this.kept.get(object) : object.toJson();
    this.kept.set(object, manifest);
    return manifest;
  };

  /** The manifest of an object, which can go once it is written. */
  public take(object: ApiObject): any {
    const manifest = this.kept.has(object) ? this.kept.get(object) : object.toJson();
    this.kept.delete(object);
    return manifest;
  }
}
