import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ClusterScopes } from './cluster-scopes';
import { environmentIn, importedIn } from './declarations';
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

/** Parts an app by its clusters. What code says of one decides before the configuration file does. */
export function clustersOfApp(app: AppContent, configuration: Configuration | undefined): ClustersOfApp {
  const scopes = new ClusterScopes(app.declaring);
  const clusters: readonly (Cluster | undefined)[] = scopes.all.length > 0 ? scopes.all : [undefined];
  const parts = clusters.map(cluster => partOf(app, scopes, cluster, configuration && configurationNamed(configuration, cluster?.name)));
  const problems = parts.flatMap(({ api, name, configuration: said }) =>
    api.problems.map(problem => `${name === undefined ? said?.file ?? '' : `cluster '${name}'`}: ${inWords(problem)}`));
  return { all: parts, notes: [...new Set(parts.flatMap(({ api }) => api.notes))], problems: [...scopes.problems, ...problems] };
}

function partOf(
  { constructs, declaring, rendered }: AppContent, scopes: ClusterScopes, cluster: Cluster | undefined, configuration: Configuration | undefined,
): ClusterOfApp & { readonly api: ClusterApi } {
  const isFor = (construct: IConstruct) => cluster === undefined || scopes.isFor(construct, cluster);
  const api = clusterApi(cluster, configuration);
  const positions = rendered.flatMap(({ construct }, index) => isFor(construct) ? [index] : []);
  const declared = [configuration?.environment ?? {}, environmentIn(declaring.filter(isFor)), cluster?.environment ?? {}];
  return {
    ...cluster && { name: cluster.name },
    api,
    models: api.models,
    environment: joined(declared.reduce(joined), { objects: importedIn(constructs.filter(isFor)) }),
    crds: cluster?.crds as Manifest[] | undefined ?? [],
    configuration,
    rendered: positions,
    manifests: inNamespace(positions.map(index => rendered[index]), configuration?.namespace).map(({ manifest }) => manifest),
  };
}
