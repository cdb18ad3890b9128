import { ApiObject, App, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';
import { AppContent, ClusterOfApp, clustersOfApp } from './clusters-of-app';
import { readConfigurationFile } from './configuration-of-app';
import { acknowledgementsIn } from './declarations';
import { lockReport } from './synthesis-lock';
import { catalogue } from '../checks/catalogue';
import { ReadAcknowledgement, acknowledge, byObject, findingsAboutAll, outdatedAcknowledgement, readAcknowledgement, unusedAcknowledgement } from '../checks/configuration/acknowledge';
import { checkManifests, withoutConsequences } from '../checks/run';
import { Manifest, isManifest } from '../kubernetes/manifest';
import { Environment } from '../manifest/environment';
import { groupBy } from '../manifest/group-by';
import { foundInEach } from '../reports/clusters';
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
  const { configuration, definitions = [], definitionsIn, problems } = readConfigurationFile();
  if (problems.length > 0) { return problems; }

  const rendered = constructs.filter((construct): construct is ApiObject => ApiObject.isApiObject(construct))
    .map(construct => ({ construct, manifest: manifestOf(construct) }))
    .filter(({ manifest }) => isManifest(manifest));
  const app = { constructs, declaring: constructs.filter(({ node }) => node.metadata.length > 0), rendered };
  const clusters = clustersOfApp(app, configuration);
  if (clusters.problems.length > 0) { return clusters.problems; }
  const constructOf = ({ place }: Finding) => rendered[place!.manifest!].construct;
  const definitionsOf = (cluster: string) => [...definitions, ...definitionsIn?.get(cluster) ?? []];
  const { found, about } = findingsIn(clusters.all, { app, whole, definitionsOf, constructOf });
  const findings = found.filter(finding => isReported(Chart.of(constructOf(finding))))
    .map(finding => ({ ...finding, place: { ...finding.place, construct: constructOf(finding).node.path } }));

  const declare = (declaration: Environment, finding: Finding) => inCode(declaration, Chart.of(constructOf(finding)).namespace);
  const print = (title: string, some: readonly Finding[]) => textOf(title, some, declare);
  const versions = `Kubernetes ${versionsInWords(namesOf(clusters.all.flatMap(({ models }) => models)))}`;
  if (whole) { for (const note of clusters.notes) { process.stderr.write(`[cdk8s-stateful checks] ${note}\n`); } }
  const warnings = [...findings.filter(({ severity }) => severity === 'warning'), ...about];
  if (whole && warnings.length > 0) { process.stderr.write(`[cdk8s-stateful checks] ${print(` for ${versions}`, warnings)}\n`); }
  const errors = findings.filter(({ severity }) => severity === 'error');
  const refused = errors.length > 0 ? [print(`: ${versions} would refuse these manifests, or they would never work`, errors)] : [];
  return [...refused, ...whole ? brokenLock(clusters.all, constructs[0].node.root) : []];
}

interface Known {
  readonly app: AppContent;
  readonly whole: boolean;
  /** Those that the configuration file names for a cluster. */
  readonly definitionsOf: (cluster: string) => readonly Manifest[];
  readonly constructOf: (finding: Finding) => IConstruct;
}

/** What nobody has acknowledged in any cluster, told once, and what is to be said of acknowledgements. */
function findingsIn(clusters: readonly ClusterOfApp[], { app, whole, definitionsOf, constructOf }: Known) {
  const inApp = acknowledgementsInCode(app.declaring);
  const found = clusters.map(({ name = '', models, crds, environment, rendered, manifests, configuration }) => {
    const declared = whole ? environment : { ...environment, complete: false };
    const definitions = [...definitionsOf(name), ...crds];
    const inCluster = checkManifests(manifests, { environment: declared, model: models, definitions })
      .map(finding => ({ ...finding, place: { ...finding.place, manifest: rendered[finding.place!.manifest!] } }));
    const given = [...inApp, ...configuration?.acknowledgements ?? []];
    return { name, given, ...acknowledge(inCluster, given, covering(given, constructOf)) };
  });
  return {
    found: foundInEach(new Map(found.map(({ name, open }) => [name, withoutConsequences(open)]))),
    about: findingsAboutAll(found, catalogue().keys()),
  };
}

/** Only an app has an output folder, and only an app is synthesized as a whole. */
function brokenLock(clusters: readonly ClusterOfApp[], app: IConstruct): readonly string[] {
  const parts = clusters.map(({ name, manifests }) => ({ cluster: name, manifests }));
  const { problems, notes } = lockReport(parts, (app as App).outdir);
  for (const note of notes) { process.stderr.write(`[cdk8s-stateful lock] ${note}\n`); }
  return problems;
}

function render(object: ApiObject): any {
  return object.toJson();
}

function acknowledgementsInCode(constructs: readonly IConstruct[]): ScopedAcknowledgement[] {
  return acknowledgementsIn(constructs)
    .map(({ scope, ...written }) => ({ ...readAcknowledgement(written), scope, place: { construct: scope.node.path } }));
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
