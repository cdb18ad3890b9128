import { ApiObject, App, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { readConfigurationFile } from './configuration-of-app';
import { acknowledgementsIn, clustersIn, environmentIn, importedIn } from './declarations';
import { lockReport } from './synthesis-lock';
import { catalogue } from '../checks/catalogue';
import { ReadAcknowledgement, acknowledge, byObject, findingsAbout, outdatedAcknowledgement, readAcknowledgement, unusedAcknowledgement } from '../checks/configuration/acknowledge';
import type { Cluster } from '../checks/configuration/cluster';
import { clusterApi, inWords } from '../checks/configuration/cluster-api';
import type { Configuration } from '../checks/configuration/configuration';
import { checkManifests } from '../checks/run';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest, isManifest } from '../kubernetes/manifest';
import { DeclaredObject, Environment, joined } from '../manifest/environment';
import { groupBy } from '../manifest/group-by';
import { inCode } from '../reports/declaration';
import { Finding } from '../reports/finding';
import { namesOf, versionsInWords } from '../reports/on-versions';
import { countsInWords } from '../reports/report';
import { TextOptions, findingLines } from '../reports/text';

export { allHave, missingFeatures } from './features-of-app';

/** What of an app is checked. */
export interface AppScope {
  /** False if one chart is rendered for itself, as tests do: then others may be missing, and nobody is warned. */
  readonly whole: boolean;
  /** True for charts whose findings are reported. */
  readonly isReported: (chart: Chart) => boolean;
  /** @default - each object is rendered for the checks */
  readonly manifestOf?: (object: ApiObject) => any;
}

/** An acknowledgement that covers the objects below a construct, or those that the configuration file means. */
interface ScopedAcknowledgement extends ReadAcknowledgement {
  /** @default - every construct */
  readonly scope?: IConstruct;
}

/**
 * The reasons not to write this app, as validations have them: empty if there
 * is none. Warnings are printed on standard error.
 *
 * @param constructs all constructs of the app
 */
export function problemsOfApp(constructs: readonly IConstruct[], { whole, isReported, manifestOf = render }: AppScope): string[] {
  const { configuration, definitions, problems } = readConfigurationFile();
  if (problems.length > 0) { return problems; }

  const rendered = constructs.filter((construct): construct is ApiObject => ApiObject.isApiObject(construct))
    .map(construct => ({ construct, manifest: manifestOf(construct) }))
    .filter(({ manifest }) => isManifest(manifest));
  const manifests = rendered.map(({ manifest }) => manifest);
  const declaring = constructs.filter(({ node }) => node.metadata.length > 0);
  const api = apiOf(clustersIn(declaring), configuration);
  if (api.problems.length > 0) { return api.problems; }
  const found = checkManifests(manifests, {
    environment: environmentOf(declaring, importedIn(constructs), configuration, whole),
    model: api.models,
    definitions,
  });
  const constructOf = ({ place }: Finding) => rendered[place!.manifest!].construct;
  const acknowledgements = acknowledgementsOf(declaring, configuration);
  const { open, unused } = acknowledge(found, acknowledgements, covering(acknowledgements, constructOf));
  const findings = open.filter(finding => isReported(Chart.of(constructOf(finding))))
    .map(finding => ({ ...finding, place: { ...finding.place, construct: constructOf(finding).node.path } }));

  const declare = (declaration: Environment, finding: Finding) => inCode(declaration, Chart.of(constructOf(finding)).namespace);
  const print = (title: string, some: readonly Finding[]) => textOf(title, some, declare);
  const versions = `Kubernetes ${versionsInWords(namesOf(api.models))}`;
  if (whole) { for (const note of api.notes) { process.stderr.write(`[cdk8s-stateful checks] ${note}\n`); } }
  const warnings = [...findings.filter(({ severity }) => severity === 'warning'), ...findingsAbout(acknowledgements, unused, catalogue().keys())];
  if (whole && warnings.length > 0) { process.stderr.write(`[cdk8s-stateful checks] ${print(` for ${versions}`, warnings)}\n`); }
  const errors = findings.filter(({ severity }) => severity === 'error');
  const refused = errors.length > 0 ? [print(`: ${versions} would refuse these manifests, or they would never work`, errors)] : [];
  return [...refused, ...whole ? brokenLock(manifests, constructs[0].node.root) : []];
}

interface ApiOfApp {
  readonly models: readonly ApiModel[];
  readonly notes: readonly string[];
  readonly problems: string[];
}

/** What code says decides before the configuration file does. */
function apiOf(clusters: readonly Cluster[], configuration: Configuration | undefined): ApiOfApp {
  const apis = clusters.length === 0
    ? [{ ...clusterApi(configuration), place: configuration?.file ?? '' }]
    : clusters.map(cluster => ({ ...clusterApi(cluster, configuration), place: `cluster '${cluster.name}'` }));
  return {
    models: [...new Set(apis.flatMap(({ models }) => models))],
    notes: [...new Set(apis.flatMap(({ notes }) => notes))],
    problems: apis.flatMap(({ place, problems }) => problems.map(problem => `${place}: ${inWords(problem)}`)),
  };
}

/** Only an app has an output folder, and only an app is synthesized as a whole. */
function brokenLock(manifests: readonly Manifest[], app: IConstruct): readonly string[] {
  const { problems, notes } = lockReport(manifests, (app as App).outdir);
  for (const note of notes) { process.stderr.write(`[cdk8s-stateful lock] ${note}\n`); }
  return problems;
}

function render(object: ApiObject): any {
  return object.toJson();
}

/** A chart for itself is a part: that its environment is complete was said of the whole. */
function environmentOf(
  constructs: readonly IConstruct[], imported: DeclaredObject[], configuration: Configuration | undefined, whole: boolean,
): Environment {
  const environment = joined(joined(configuration?.environment ?? {}, environmentIn(constructs)), { objects: imported });
  return whole ? environment : { ...environment, complete: false };
}

function acknowledgementsOf(constructs: readonly IConstruct[], configuration: Configuration | undefined): ScopedAcknowledgement[] {
  const inApp = acknowledgementsIn(constructs)
    .map(({ scope, ...written }) => ({ ...readAcknowledgement(written), scope, place: { construct: scope.node.path } }));
  return [...inApp, ...configuration?.acknowledgements ?? []];
}

/** Finds the acknowledgements of a finding: those of its object by name, and those on the constructs above it. */
function covering(
  acknowledgements: readonly ScopedAcknowledgement[], constructOf: (finding: Finding) => IConstruct,
): (finding: Finding) => ScopedAcknowledgement[] {
  const named = byObject(acknowledgements.filter(({ scope }) => scope === undefined));
  const byScope = groupBy(acknowledgements, ({ scope }) => scope);
  return finding => [
    ...named(finding),
    ...constructOf(finding).node.scopes.flatMap(scope => byScope.get(scope) ?? []).filter(({ rule }) => rule === finding.rule),
  ];
}

const ABOUT_ACKNOWLEDGEMENTS = [unusedAcknowledgement.id, outdatedAcknowledgement.id];

function textOf(title: string, findings: readonly Finding[], declare: TextOptions['declare']): string {
  const example = findings.find(({ rule }) => !ABOUT_ACKNOWLEDGEMENTS.includes(rule));
  return [
    `${countsInWords(findings)}${title}`,
    '',
    ...findingLines(findings, { declare }),
    '',
    ...example ? [
      `To learn why: npx cdk8s-stateful explain ${example.rule}`,
      `If it is meant: Checks.of(construct).acknowledge('${example.rule}', { reason: '...' })`,
      '',
    ] : [],
  ].join('\n');
}
