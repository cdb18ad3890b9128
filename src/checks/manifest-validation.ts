import type { ValidationContext } from './violations';
import type { FindingSeverity } from '../reports/finding-severity';

/**
 * What `properties` of the plugin in `cdk8s.yaml` may say.
 */
export interface ManifestValidationProps {
  /**
   * The mildest severity that fails the synthesis: `error` or `warning`.
   *
   * @default FindingSeverity.ERROR
   */
  readonly failOn?: FindingSeverity;

  /**
   * The configuration file: what exists besides the manifests, and what is
   * acknowledged.
   *
   * @default - cdk8s-stateful.yaml in the working directory, if it is there
   */
  readonly config?: string;

  /**
   * Files and folders with CustomResourceDefinitions that are in the cluster,
   * besides those that the app has and those that the configuration file names.
   *
   * @default - none
   */
  readonly crds?: string[];
}

/**
 * Validation plugin for `cdk8s synth`: checks everything that the app has
 * written, also charts without constructs of this library. Name it in
 * `cdk8s.yaml`:
 *
 *     validations:
 *       - package: ./node_modules/cdk8s-stateful
 *         version: 0.0.0
 *         class: ManifestValidation
 *
 * @see https://cdk8s.io/docs/latest/cli/synth/#validations
 */
export class ManifestValidation {
  /**
   * @param props `properties` of the plugin in `cdk8s.yaml`
   * @throws if there are unknown properties, or one has no such value
   */
  constructor(private readonly props: ManifestValidationProps = {}) {
    const problems = propertyProblems(props);
    if (problems.length > 0) { throw new Error(`cdk8s.yaml: properties of the validation plugin ManifestValidation: ${problems.join('; ')}`); }
  }

  /**
   * Checks the manifests that were synthesized and reports what was found.
   * Called by cdk8s-cli.
   *
   * @param context the ValidationContext of cdk8s-cli
   */
  public async validate(context: object): Promise<void> {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the checks are loaded when they run
    const { reportViolations } = require('./violations') as typeof import('./violations');
    reportViolations(context as ValidationContext, this.props);
  }
}

const SEVERITIES: readonly unknown[] = [undefined, 'error', 'warning'];

function propertyProblems({ failOn, config, crds, ...unknown }: ManifestValidationProps): string[] {
  return [
    ...SEVERITIES.includes(failOn) ? [] : [`'failOn' must be error or warning, got '${failOn}'`],
    ...config === undefined || typeof config === 'string' ? [] : [`'config' must be the name of a file, got '${config}'`],
    ...crds === undefined || Array.isArray(crds) && crds.every(path => typeof path === 'string') ? [] : [`'crds' must be a list of files and folders, got '${crds}'`],
    ...Object.keys(unknown).map(key => `unknown property '${key}'; known are failOn, config and crds`),
  ];
}
