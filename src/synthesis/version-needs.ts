import { IConstruct } from 'constructs';
import type * as checks from './checks-of-app';
import { clustersFor } from './declarations';
import type { VersionedProp } from './versioned-prop';
import type { Feature } from '../kubernetes/api/feature';

/**
 * What props need that not every version of Kubernetes from 1.27 on has. Since when there is a field, and which gate
 * it takes, is in the API model.
 */
export const NEEDS = {
  'nativeSidecars': { field: 'Container.restartPolicy' },
  'hostUsers': { field: 'PodSpec.hostUsers' },
  'podResources': { field: 'PodSpec.resources' },
  'resizePolicy': { field: 'Container.resizePolicy' },
  'imageVolumes': { field: 'Volume.image' },
  'podVolumes.volume.image': { field: 'Volume.image' },
  'podCertificates': { field: 'VolumeProjection.podCertificate' },
  'recursiveReadOnly': { field: 'VolumeMount.recursiveReadOnly' },
  'volumeAttributesClassName': { field: 'PersistentVolumeClaimSpec.volumeAttributesClassName' },
  'driverName': { kind: 'storage.k8s.io/v1/VolumeAttributesClass' },
  'trafficDistribution': { field: 'ServiceSpec.trafficDistribution' },
  'tolerance': { field: 'HPAScalingRules.tolerance' },
  'maxUnavailable': { field: 'RollingUpdateStatefulSetStrategy.maxUnavailable' },
} satisfies Record<string, Feature>;

/** What some values of a prop need besides. */
const NEEDS_OF_VALUES: Readonly<Record<string, string>> = {
  PreferSameZone: 'PreferSameTrafficDistribution',
  PreferSameNode: 'PreferSameTrafficDistribution',
};

/** Props that need a version, by their names. */
export type VersionedProps = { readonly [prop in keyof typeof NEEDS]?: unknown };

function gateOf(value: unknown): string | undefined {
  return typeof value === 'string' && Object.hasOwn(NEEDS_OF_VALUES, value) ? NEEDS_OF_VALUES[value] : undefined;
}

/** Fails synthesis if a cluster of the app lacks what these props need, or nobody says which version it has. What is undefined needs nothing. */
export function needs(construct: IConstruct, props: VersionedProps): void {
  const used: VersionedProp[] = [];
  for (const prop of Object.keys(props) as (keyof VersionedProps)[]) {
    const value = props[prop];
    if (value !== undefined) { used.push({ prop, value, feature: { ...NEEDS[prop], gate: gateOf(value) } }); }
  }
  if (used.length > 0) { construct.node.addValidation({ validate: () => checksOfApp().missingFeatures(construct, used) }); }
}

/**
 * Whether sidecars may be written as init containers that go on running: every cluster of the app is declared in code,
 * with a version that has them. It is asked while the construct is made, so the clusters must be declared before;
 * synthesis fails if one is declared later that changes the answer.
 */
export function hasNativeSidecars(construct: IConstruct): boolean {
  const answer = allHave(construct, NEEDS.nativeSidecars);
  construct.node.addValidation({
    validate: () => allHave(construct, NEEDS.nativeSidecars) === answer ? []
      : ["the cluster was declared after this construct, whose sidecars depend on its version; write 'Checks.of(app).cluster(cluster)' before the charts"],
  });
  return answer;
}

function allHave(construct: IConstruct, feature: Feature): boolean {
  const clusters = clustersFor(construct);
  return clusters.length > 0 && checksOfApp().allHave(clusters, feature);
}

/** The API model is loaded by whoever needs it, and by the synthesis. */
function checksOfApp(): typeof checks {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./checks-of-app') as typeof checks;
}
