import { Manifest } from '../manifest/manifest';

/** An object that a controller will create from a manifest. */
export interface DerivedObject {
  readonly manifest: Manifest;
  /**
   * The field of the original that a field of the derived object came from:
   * `/spec/containers/0/image` of the first Pod is
   * `/spec/template/spec/containers/0/image` of its StatefulSet. For fields
   * that the controller makes up (name, hostname) the field they are made of.
   */
  readonly originOf: (path: string) => string;
}

/** The objects that controllers will create from this one: the first and last Pod, every claim. */
export function deriveObjects(_manifest: Manifest): Iterable<DerivedObject> {
  return [];
}
