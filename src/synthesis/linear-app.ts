import { ApiObject, App, AppProps, Chart, Names, YamlOutputType } from 'cdk8s';
import { IConstruct } from 'constructs';
import { appName } from './app-name';
import { optimizeLater, optimizingLater } from './compiler';
import { ChartNode, ConstructTree } from './construct-tree';
import { clustersFor, clustersInApp } from './declarations';
import { Dependencies } from './dependencies';
import { ManifestValidator, isManifestValidator } from './manifest-validator';
import { OutputFolder } from './output-folder';
import { Renderings } from './renderings';
import { YamlWriter } from '../manifest/write/yaml-writer';

/** Properties of `LinearApp`. */
export interface LinearAppProps extends AppProps {
  /**
   * Name by which the list of written files knows this app. Files of other apps in the same folder are never removed.
   *
   * @default - the program that was started, as seen from the output folder
   */
  readonly name?: string;
}

/**
 * A cdk8s app for many charts: it writes the same files as `App`, in time that
 * grows with the number of constructs and dependencies, where `App` validates
 * and orders the whole app again for every chart.
 *
 * What differs, for the better:
 * - two objects or charts never overwrite each other's file: the later one gets
 *   its namespace or a number into its name
 * - files appear only when everything was synthesized, so that a failure leaves
 *   the output as it was; unchanged files are not touched
 * - files that it wrote before and would not write now are removed, unless
 *   somebody changed them; their names and sums stand in `.cdk8s-stateful.sha256`,
 *   and files of another app stay
 * - a synthesis that was killed while it wrote is taken back by the next one
 * - a dependency cycle is reported with its whole path
 * - of an app for several clusters, each gets a folder of its name
 *
 * From when it is made until it is synthesized, the V8 of Node 20 optimizes code later than usual: most of it runs for a moment.
 *
 * Validations run once per synthesis. A chart that overrides `toJson` is
 * rendered by that method, at the cost that it has with `App`.
 *
 * @see https://cdk8s.io/docs/latest/basics/app/
 */
export class LinearApp extends App {
  private readonly recordsMetadata: boolean;
  private readonly name?: string;

  /**
   * @param props those of `App`, and a name where several apps share a folder
   */
  constructor(props: LinearAppProps = {}) {
    super(props);
    // Its constructs come now, and are a third of the work.
    optimizeLater();
    this.name = props.name;
    this.recordsMetadata = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  }

  /**
   * All charts of this app, each after those it depends on, in the order in
   * which they are written.
   *
   * @throws if there is a dependency cycle
   */
  public get charts(): Chart[] {
    return new Dependencies(new ConstructTree(this)).charts().map(chart => chart.construct);
  }

  /**
   * Writes all manifests to the output directory.
   *
   * @throws if validations fail, there is a dependency cycle or a file cannot be written; the output directory is as it was then
   */
  public synth(): void {
    optimizingLater(() => this.writeFiles());
  }

  /**
   * Synthesizes all charts into one text.
   *
   * @returns the manifests of all charts, separated by `---`
   * @throws if validations fail or there is a dependency cycle
   */
  public synthYaml(): string {
    return optimizingLater(() => this.startSynthesis().yamlOfApp());
  }

  private writeFiles() {
    const folder = new OutputFolder(this.outdir, appName(this.outdir, this.name));
    const synthesis = this.startSynthesis();
    synthesis.addTo(folder, this.yamlOutputType, this.outputFileExtension);
    if (this.recordsMetadata) {
      folder.add(['construct-metadata'], '.json', synthesis.constructMetadata());
    }
    folder.commit();
  }

  private startSynthesis(): Synthesis {
    const tree = new ConstructTree(this);
    const renderings = new Renderings();
    validate(tree, renderings);
    return new Synthesis(tree, renderings);
  }
}

/** One synthesis of an app whose validations have passed. */
class Synthesis {
  private readonly writer = new YamlWriter();
  private readonly dependencies: Dependencies;
  private readonly charts: ChartNode[];
  private readonly hasClusters: boolean;

  constructor(tree: ConstructTree, private readonly renderings: Renderings) {
    this.dependencies = new Dependencies(tree);
    this.charts = this.dependencies.charts();
    const [root] = tree.nodes;
    this.hasClusters = new Set(clustersInApp(root.construct).map(({ name }) => name)).size > 1;
  }

  public addTo(folder: OutputFolder, type: YamlOutputType, extension: string) {
    switch (type) {
      case YamlOutputType.FILE_PER_APP:
        if (this.charts.length > 0) { folder.add(['app'], extension, this.yamlOfApp()); }
        break;
      case YamlOutputType.FILE_PER_CHART:
        this.charts.forEach((chart, i) => folder.add([this.nameOf(chart, i)], extension, this.writer.stringify(this.manifestsOf(chart))));
        break;
      case YamlOutputType.FILE_PER_RESOURCE:
        this.charts.forEach(chart => this.addFiles(folder, chart, extension));
        break;
      case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
        this.charts.forEach((chart, i) => this.addFolder(folder, this.nameOf(chart, i), chart, extension));
        break;
    }
  }

  public yamlOfApp(): string {
    return this.writer.stringify(this.manifests());
  }

  /** Where each object comes from, for tools that map manifests to code. */
  public constructMetadata(): string {
    const objects = this.charts.flatMap(chart => this.objectsOf(chart));
    const resources = Object.fromEntries(objects.map(object => [object.name, { path: object.node.path }]));
    return JSON.stringify({ version: '1.0.0', resources });
  }

  private addFiles(folder: OutputFolder, chart: ChartNode, extension: string) {
    const ofCluster = this.folderOf(chart);
    for (const manifest of this.manifestsOf(chart)) {
      if (manifest === undefined) { continue; }
      const { kind, metadata: { name, namespace } } = manifest;
      const names = fileNames(kind, name, namespace).map(file => ofCluster + file);
      folder.add(names, extension, this.writer.stringify([manifest]));
    }
  }

  private addFolder(folder: OutputFolder, name: string, chart: ChartNode, extension: string) {
    folder.addFolder(name);
    for (const object of this.objectsOf(chart)) {
      const names = fileNames(object.kind, object.metadata.name, object.metadata.namespace).map(file => `${name}/${file}`);
      folder.add(names, extension, this.writer.stringify([this.renderings.take(object)]));
    }
  }

  private nameOf(chart: ChartNode, index: number): string {
    const name = Names.toDnsLabel(chart.construct);
    return this.folderOf(chart) + (this.dependencies.betweenCharts ? `${String(index).padStart(4, '0')}-${name}` : name);
  }

  /** A folder for each cluster, if there are several: `prod/eu/`; empty for what is for all or for several of them. */
  private folderOf({ construct }: ChartNode): string {
    if (!this.hasClusters) { return ''; }
    const [cluster, ...others] = clustersFor(construct);
    if (cluster === undefined || others.length > 0) { return ''; }
    const segments = cluster.name.split('/').map(segment => segment.replace(/[^\w.-]/g, '')).filter(segment => /[^.]/.test(segment));
    return segments.map(segment => `${segment}/`).join('');
  }

  private *manifests(): Iterable<any> {
    for (const chart of this.charts) { yield* this.manifestsOf(chart); }
  }

  /** One after the other, so that a manifest can go once it is printed. */
  private *manifestsOf(chart: ChartNode): Iterable<any> {
    const { construct } = chart;
    if (construct.toJson === Chart.prototype.toJson) {
      for (const object of this.objectsOf(chart)) { yield this.renderings.take(object); }
    } else {
      yield* Object.values(construct.toJson());
    }
  }

  private objectsOf(chart: ChartNode): ApiObject[] {
    return this.dependencies.objectsOf(chart).map(node => node.construct as ApiObject);
  }
}

/** The name that cdk8s gives to the file of an object, and another one should that be taken. */
function fileNames(kind: string, name: unknown, namespace: unknown): string[] {
  const short = `${kind}.${name}`;
  return [short, ...namespace ? [`${short}.${namespace}`] : []].map(text => text.replace(/[^0-9a-zA-Z-_.]/g, ''));
}

function validate(tree: ConstructTree, renderings: Renderings) {
  const ofManifests: ManifestValidator[] = [];
  const errors: string[] = [];
  for (const { construct } of tree.nodes) {
    if (isManifestValidator(construct)) {
      ofManifests.push(construct);
    } else {
      errors.push(...withPath(construct, construct.node.validate()));
    }
  }
  refuseIf(errors);

  const constructs = tree.nodes.map(node => node.construct);
  refuseIf(ofManifests.flatMap(validation => withPath(validation, validation.validateManifests(constructs, renderings.keep))));
}

function withPath({ node }: IConstruct, errors: readonly string[]): string[] {
  return errors.map(error => `[${node.path}] ${error}`);
}

function refuseIf(errors: readonly string[]) {
  if (errors.length > 0) {
    throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
}
