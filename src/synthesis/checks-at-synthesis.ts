import { ApiObject, App, Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import type * as checks from './checks-of-app';
import { CleanContent } from './clean-content';
import { ManifestValidator } from './manifest-validator';

/** Id of the construct that checks an app; it stands before what it reports. No chart is called like that. */
const ID = 'cdk8s-stateful checks';
const CHECKED = 'cdk8s-stateful:checked';

/** Classes of apps whose methods note when a synthesis starts. */
const NOTED = new WeakSet<object>();
/** Of apps that this copy of the library checks: a program may have loaded two. */
const CHECKS_OF = new WeakMap<object, ChecksOfApp>();

/**
 * Checks the chart of this construct whenever its app is synthesized. Every
 * object of the app is seen, so that references between charts are known;
 * findings are reported for charts that called this.
 */
export function checkAtSynthesis(construct: IConstruct): void {
  const chart = Chart.of(construct);
  if (isMarked(chart)) { return; }
  markAsChecked(chart);
}

/** Checks every chart below a construct, or the chart that it stands in. */
export function markAsChecked(scope: IConstruct): void {
  scope.node.addMetadata(CHECKED, true);
  startChecks(scope.node.root);
}

/** Lets the app run the checks when it is synthesized. Nothing is reported before a chart is marked. */
export function startChecks(root: IConstruct): void {
  if (!root.node.tryFindChild(ID)) { new ChecksOfApp(root); }
}

function isChecked(chart: IConstruct): boolean {
  return chart.node.scopes.some(isMarked);
}

function isMarked({ node }: IConstruct): boolean {
  return node.metadata.some(({ type }) => type === CHECKED);
}

/**
 * Runs the checks as a validation of the app. cdk8s validates the whole app
 * once for `app.synth()` and again for each of its charts: the first time is
 * enough.
 */
class ChecksOfApp extends Construct implements ManifestValidator {
  private synthesis: 'none' | 'started' | 'checked' = 'none';
  /** What `chart.toJson()` has found nothing wrong with. */
  private clean?: CleanContent;
  /** The chart whose `toJson()` runs. */
  private chart?: Chart;
  private readonly noted = new WeakSet<Chart>();

  constructor(private readonly root: IConstruct) {
    super(root, ID);
    CHECKS_OF.set(root, this);
    noteStarts(Object.getPrototypeOf(root));
    this.node.addValidation({ validate: () => this.problems() });
  }

  /** For `LinearApp`, which renders each object once and has done all other validations. */
  public validateManifests(constructs: readonly IConstruct[], manifestOf: (object: ApiObject) => any): string[] {
    const problems = checksOfApp().problemsOfApp(constructs, { whole: true, isReported: isChecked, manifestOf });
    this.synthesis = 'checked';
    return problems;
  }

  /** Runs a synthesis of the whole app. */
  public during<T>(synthesize: () => T): T {
    this.synthesis = 'started';
    try { return synthesize(); } finally { this.synthesis = 'none'; }
  }

  /** A validation does not know which chart is rendered. */
  private noteRenderingOf(chart: Chart) {
    if (this.noted.has(chart)) { return; }
    this.noted.add(chart);
    const toJson = chart.toJson;
    chart.toJson = () => {
      this.chart = chart;
      try { return toJson.call(chart); } finally { this.chart = undefined; }
    };
  }

  private problems(): string[] {
    if (this.synthesis === 'checked') { return []; }
    const constructs = this.root.node.findAll();
    for (const construct of constructs) {
      if (Chart.isChart(construct)) { this.noteRenderingOf(construct); }
    }
    // A test may call chart.toJson() for each of many charts.
    if (this.synthesis === 'none' && this.clean?.isSame(constructs, this.chart ?? this.root)) { return []; }
    // What constructs refuse comes first: half of their objects are not there yet.
    if (constructs.some(construct => construct !== this && construct.node.validate().length > 0)) { return []; }
    if (this.synthesis === 'started') {
      this.synthesis = 'checked';
      return checksOfApp().problemsOfApp(constructs, { whole: true, isReported: isChecked });
    }
    const content = new CleanContent(constructs);
    const problems = checksOfApp().problemsOfApp(constructs, { whole: false, isReported: isChecked, manifestOf: content.manifestOf });
    this.clean = problems.length === 0 ? content : undefined;
    return problems;
  }
}

/**
 * Lets the apps of a class tell their checks when a synthesis starts. It is the class
 * that is changed, for Python, Java, .NET and Go call its methods and not those of the object.
 */
function noteStarts(type: App): void {
  if (NOTED.has(type)) { return; }
  NOTED.add(type);
  for (const method of ['synth', 'synthYaml'] as const) {
    const synthesize = type[method] as (() => any) | undefined;
    if (!synthesize) { continue; } // a chart without an app
    type[method] = function (this: App) {
      const checks = CHECKS_OF.get(this);
      return checks ? checks.during(() => synthesize.call(this)) : synthesize.call(this);
    };
  }
}

/** The schema and the checks are loaded at the first synthesis, not with the library. */
function checksOfApp(): typeof checks {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./checks-of-app') as typeof checks;
}
