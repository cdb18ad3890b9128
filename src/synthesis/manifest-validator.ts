import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';

/**
 * A construct that checks all manifests of an app together. `LinearApp` asks
 * it after all other validations, for the manifests that it is about to write.
 */
export interface ManifestValidator extends IConstruct {
  /**
   * @param constructs all constructs of the app
   * @param manifestOf the manifest that will be written for an object; it must not be changed
   * @returns why nothing must be written; empty if all is well
   */
  validateManifests(constructs: readonly IConstruct[], manifestOf: (object: ApiObject) => any): string[];
}

export function isManifestValidator(construct: IConstruct): construct is ManifestValidator {
  return 'validateManifests' in construct;
}
