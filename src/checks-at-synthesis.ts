/* eslint-disable @typescript-eslint/no-require-imports -- the schema and the checks are loaded at the first synthesis, not with the library */
import { ApiObject, Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import type * as text from './checks/report/text';
import type * as runner from './checks/run';

const CHECKED_CHART = 'cdk8s-stateful:checked';

/**
 * Checks the chart of this construct whenever its app is synthesized. Every
 * object of the app is seen, so that references between charts are known;
 * findings are reported for charts that called this. Errors fail the
 * synthesis, all at once; warnings are printed on standard error by
 * `app.synth()`, and not by `chart.toJson()`, so that unit tests stay quiet.
 */
export function checkAtSynthesis(construct: Construct): void {
  const chart = Chart.of(construct);
  if (isChecked(chart)) { return; }
  chart.node.addMetadata(CHECKED_CHART, true);
  const { root } = construct.node;
  if (isChecked(root)) { return; }
  root.node.addMetadata(CHECKED_CHART, true);
  root.node.addValidation({ validate: () => problemsOf(root) });
}

function isChecked({ node }: IConstruct): boolean {
  return node.metadata.some(({ type }) => type === CHECKED_CHART);
}

function problemsOf(root: IConstruct): string[] {
  const caller = callerOf();
  // `app.synth()` has validated the whole app before it asks each chart, which validates it again.
  if (caller === 'chart of a synthesis') { return []; }
  const constructs = root.node.findAll();
  // What constructs refuse comes first: half of their objects are not there yet.
  if (constructs.some(construct => construct !== root && construct.node.validate().length > 0)) { return []; }
  const objects = constructs.filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
  const { checkManifests } = require('./checks/run') as typeof runner;
  const placed = checkManifests(objects.map(object => object.toJson()))
    .filter(({ manifest }) => isChecked(objects[manifest].chart))
    .map(finding => ({ ...finding, heading: objects[finding.manifest].node.path, place: '' }));
  const { findingLines } = require('./checks/report/text') as typeof text;
  const warnings = placed.filter(({ severity }) => severity === 'warning');
  if (caller === 'app' && warnings.length > 0) { process.stderr.write(`${findingLines(warnings).join('\n')}\n`); }
  const errors = placed.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? [`Kubernetes would refuse these manifests, or they would never work:\n\n${findingLines(errors).join('\n')}\n`] : [];
}

type Caller = 'app' | 'chart' | 'chart of a synthesis';

/** Whom a validation runs for: cdk8s does not say, but the stack knows. Unknown names only cost a second look. */
function callerOf(): Caller {
  const { stack = '' } = new Error();
  const inChart = /\bat \S*\.toJson \(/.test(stack);
  const inApp = /\.(?:synth|synthYaml) \(.*[\\/]cdk8s[\\/](?:lib|src)[\\/]app\.[jt]s/.test(stack);
  return !inChart ? 'app' : inApp ? 'chart of a synthesis' : 'chart';
}
