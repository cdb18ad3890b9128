import { IConstruct } from 'constructs';
import { readConfigurationFile } from './configuration-of-app';
import { clustersFor } from './declarations';
import type { VersionedProp } from './versioned-prop';
import type { Cluster } from '../checks/configuration/cluster';
import { clusterApi } from '../checks/configuration/cluster-api';
import { configurationNamed } from '../checks/configuration/cluster-configuration';
import { Feature, featureSince, gateThatIsOff, hasFeature } from '../kubernetes/api/feature';
import { knownMinors } from '../kubernetes/api/known-versions';
import { ApiModel } from '../kubernetes/api/model';
import { DEFAULT_KUBERNETES_VERSION } from '../kubernetes/kubernetes-version';
import { show } from '../reports/show';

/** Whether every cluster says its version and has a feature. */
export function allHave(clusters: readonly Cluster[], feature: Feature): boolean {
  return clusters.length > 0 && clusters.every(cluster => {
    const { models } = clusterApi(cluster);
    return cluster.kubernetesVersion !== undefined && models.length > 0 && models.every(model => hasFeature(feature, model));
  });
}

/** Why props of a construct cannot be used in the clusters that its app is for; an empty list means that they can. */
export function missingFeatures(construct: IConstruct, props: readonly VersionedProp[]): string[] {
  const places = placesOf(construct);
  if (!places) { return props.map(withoutVersion); }
  return props.flatMap(prop => places.flatMap(({ place, models }) => {
    const lacking = models.find(model => !hasFeature(prop.feature, model));
    return lacking ? [withVersion(prop, lacking, place)] : [];
  }));
}

interface Place {
  /** `cluster 'prod'`, or the configuration file. */
  readonly place: string;
  /** Empty if something is wrong with the declaration, which others say. */
  readonly models: readonly ApiModel[];
}

/** Where the versions are declared that a construct is for; undefined if one is missing. */
function placesOf(construct: IConstruct): Place[] | undefined {
  const { configuration } = readConfigurationFile();
  const clusters = clustersFor(construct);
  const declared = clusters.length > 0 ? clusters : [undefined];
  const places = declared.map(cluster => ({ cluster, ofFile: configuration && configurationNamed(configuration, cluster?.name) }));
  if (places.some(({ cluster, ofFile }) => (cluster?.kubernetesVersion ?? ofFile?.kubernetesVersion) === undefined)) { return undefined; }
  return places.map(({ cluster, ofFile }) => ({
    place: cluster ? `cluster '${cluster.name}'` : ofFile!.file,
    models: clusterApi(cluster, ofFile).models,
  }));
}

function withoutVersion({ prop, value, feature }: VersionedProp): string {
  const version = featureSince(feature) ?? DEFAULT_KUBERNETES_VERSION;
  const proposed = [version, DEFAULT_KUBERNETES_VERSION].sort((one, other) => Number(one.split('.')[1]) - Number(other.split('.')[1])).at(-1);
  return `${needs(prop, value, feature)}, and nobody says which version the cluster runs: what is written without one fits all from ${knownMinors()[0]} on; `
    + `write 'Checks.of(app).cluster(new Cluster("prod", { kubernetesVersion: "${proposed}" }))', with your version, or leave '${prop}' out`;
}

function withVersion({ prop, value, feature }: VersionedProp, model: ApiModel, place: string): string {
  const since = featureSince(feature);
  const gate = gateThatIsOff(feature, model);
  const ways = [
    'leave it out',
    ...since ? [`write 'kubernetesVersion: "${since}"' once it runs that`] : [],
    ...gate ? [`write 'featureGates: { ${gate}: true }' if its API server switches that on`] : [],
  ];
  return `${needs(prop, value, feature)}, got ${model.version} (${place}${gate ? `, where the feature gate ${gate} is off` : ''}); ${ways.join(', or ')}`;
}

function needs(prop: string, value: unknown, feature: Feature): string {
  const since = featureSince(feature);
  const written = ['string', 'number', 'boolean'].includes(typeof value) ? `'${prop}: ${typeof value === 'string' ? `"${value}"` : show(value)}'` : `'${prop}'`;
  return since === undefined ? `${written} needs a feature gate that no version has on` : `${written} needs Kubernetes ${since}`;
}
