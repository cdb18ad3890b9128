import { ObjectReference } from '../manifest/manifest';

/** What exists in the cluster though no manifest says so: declared, so that completeness stays provable. */
export interface Environment {
  /**
   * Objects that exist already: classes, secrets, provisioners' accounts.
   *
   * @default - only what every cluster has
   */
  readonly objects?: readonly ObjectReference[];

  /**
   * Whether the cluster has a default StorageClass.
   *
   * @default - unknown
   */
  readonly defaultStorageClass?: boolean;
}
