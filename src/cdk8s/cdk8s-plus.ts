import type * as kplus from 'cdk8s-plus-27';

/**
 * cdk8s-plus, loaded when somebody first needs one of its objects and not
 * before: loading it takes as long as loading cdk8s itself. Everywhere else
 * its types alone are imported.
 */
export function cdk8sPlus(): typeof kplus {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('cdk8s-plus-27');
}
