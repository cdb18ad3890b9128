import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ClusterScopes } from './cluster-scopes';
import { environmentIn, importedIn, importsObject } from './declarations';
import type { Cluster } from '../checks/configuration/cluster';
import { ClusterApi, clusterApi, inWords } from '../checks/configuration/cluster-api';
import { configurationNamed } from '../checks/configuration/cluster-configuration';
import type { Configuration } from '../checks/configuration/configuration';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { Environment, joined } from '../manifest/environment';
import { inNamespace } from '../manifest/in-namespace';

/** What stands in an app. */
export interface AppContent {
  readonly constructs: readonly IConstruct[];
  /** Those with metadata: only they can declare anything. */
  readonly declaring: readonly IConstruct[];
  readonly rendered: readonly { readonly construct: ApiObject; readonly manifest: Manifest }[];
}

/** What of an app goes to one cluster, and what is declared of that. */
export interface ClusterOfApp {
  /** @default - there is one, and nobody gave it a name */
  readonly name?: string;
  readonly models: readonly ApiModel[];
  readonly environment: Environment;
  readonly crds: readonly Manifest[];
  /** What the configuration file says of it. @default - there is no such file */
  readonly configuration?: Configuration;
  /** Positions of its objects among those of the app. */
  readonly rendered: readonly number[];
  readonly manifests: readonly Manifest[];
}

/** The clusters of an app, with what is wrong in their declarations. */
export interface ClustersOfApp {
  readonly all: readonly ClusterOfApp[];
  readonly notes: readonly string[];
  readonly problems: string[];
}

/** Parts an app by its clusters, in time that grows with the app. What code says of one decides before the configuration file does. */
export function clustersOfApp(app: AppContent, configuration: Configuration | undefined): ClustersOfApp {
  const scopes = new ClusterScopes(app.declaring);
  const clusters: readonly (Cluster | undefined)[] = scopes.all.length > 0 ? scopes.all : [undefined];
  const contents = contentsOf(app, scopes);
  const parts = clusters.map(cluster => {
    const said = configuration && configurationNamed(configuration, cluster?.name);
    return partOf(app, contents.get(cluster?.name) ?? { rendered: [], declaring: [], importing: [] }, cluster, said);
  });
  const problems = parts.flatMap(({ api, name, configuration: said }) =>
    api.problems.map(problem => `${name === undefined ? said?.file ?? '' : `cluster '${name}'`}: ${inWords(problem)}`));
  return { all: parts, notes: [...new Set(parts.flatMap(({ api }) => api.notes))], problems: [...scopes.problems, ...problems] };
}

/** What of an app is for one cluster. */
interface Content {
  /** Positions of objects. */
  readonly rendered: number[];
  readonly declaring: IConstruct[];
  readonly importing: IConstruct[];
}

/** Each construct is looked at once; what is for no cluster by name is for the one that has none. */
function contentsOf({ constructs, declaring, rendered }: AppContent, scopes: ClusterScopes): Map<string | undefined, Content> {
  const contents = new Map<string | undefined, Content>();
  const add = (construct: IConstruct, addTo: (content: Content) => void) => {
    const clusters = scopes.of(construct);
    for (const name of clusters.length > 0 ? new Set(clusters.map(cluster => cluster.name)) : [undefined]) {
      const content = contents.get(name) ?? { rendered: [], declaring: [], importing: [] };
      contents.set(name, content);
      addTo(content);
    }
  };
  rendered.forEach(({ construct }, index) => add(construct, content => content.rendered.push(index)));
  for (const construct of declaring) { add(construct, content => content.declaring.push(construct)); }
  for (const construct of constructs.filter(importsObject)) { add(construct, content => content.importing.push(construct)); }
  return contents;
}

function partOf(
  { rendered }: AppContent, content: Content, cluster: Cluster | undefined, configuration: Configuration | undefined,
): ClusterOfApp & { readonly api: ClusterApi } {
  const api = clusterApi(cluster, configuration);
  const declared = [configuration?.environment ?? {}, environmentIn(content.declaring), cluster?.environment ?? {}];
  const own = content.rendered.map(index => rendered[index]);
  return {
    ...cluster && { name: cluster.name },
    api,
    models: api.models,
    environment: joined(declared.reduce(joined), { objects: importedIn(content.importing) }),
    crds: cluster?.crds as Manifest[] | undefined ?? [],
    configuration,
    rendered: content.rendered,
    manifests: inNamespace(own, configuration?.namespace).map(({ manifest }) => manifest),
  };
}
