import { Manifest, groupKindOf, isRecord, recordOf, sameData, textOf } from '../../kubernetes/manifest';
import { takenAlongWith } from '../../manifest/taken-along';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** A field of a deployer's object that says what it deploys, or where to. */
interface Target {
  readonly path: string;
  readonly of: (object: Manifest) => unknown;
}

function target(path: string, of?: (object: Manifest) => unknown): Target {
  const keys = path.split('/').slice(1);
  return { path, of: of ?? (object => keys.reduce<unknown>((value, key) => recordOf(value)[key], object)) };
}

/** What a release is called and where it is; Flux makes up what is left out. */
const OF_RELEASE: readonly Target[] = [
  target('/spec/releaseName', ({ metadata, spec: { releaseName, targetNamespace } = {} as any }) =>
    releaseName ?? (targetNamespace ? `${textOf(targetNamespace)}-${textOf(metadata?.name)}` : metadata?.name)),
  target('/spec/targetNamespace', ({ metadata, spec }) => recordOf(spec).targetNamespace ?? metadata?.namespace),
  target('/spec/storageNamespace', ({ metadata, spec }) => recordOf(spec).storageNamespace ?? metadata?.namespace),
  target('/spec/chart/spec/chart'),
];

/** A release under another name, in another namespace or of another chart. */
function releaseMoved({ given: { before, after } }: Update): ChangeStatement[] {
  if (groupKindOf(after) !== 'helm.toolkit.fluxcd.io/HelmRelease' || recordOf(after.spec).suspend === true) { return []; }
  const moved = OF_RELEASE.find(({ of }) => !sameData(of(before), of(after)));
  return moved ? [{
    path: moved.path,
    before: moved.of(before),
    after: moved.of(after),
    message: 'Flux takes this for another release: it uninstalls the one that is there and installs a new one. Claims of StatefulSets stay under their old names; other claims of the chart go, with their data',
  }] : [];
}

const OF_SOURCE: Readonly<Record<string, readonly Target[]>> = {
  'kustomize.toolkit.fluxcd.io/Kustomization': [
    target('/spec/path', ({ spec }) => normalized(recordOf(spec).path)), target('/spec/targetNamespace'), target('/spec/namePrefix'), target('/spec/nameSuffix'),
  ],
  'argoproj.io/Application': [
    target('/spec/source/path', ({ spec }) => normalized(recordOf(recordOf(spec).source).path)), target('/spec/source/chart'), target('/spec/destination/namespace'),
  ],
};

function normalized(path: unknown): string {
  return textOf(path).replace(/^\.?\/+|\/+$/g, '').replace(/^\.$/, '');
}

/** What is pruned is what the last source had and this one has not. */
function sourceMoved({ given: { before, after } }: Update): ChangeStatement[] {
  const moved = (OF_SOURCE[groupKindOf(after)] ?? []).find(({ of }) => !sameData(of(before), of(after)));
  const by = moved && prunerOf(after);
  return moved && by ? [{
    path: moved.path,
    before: moved.of(before),
    after: moved.of(after),
    message: `${by} prunes: what it applied from the old place and does not find in the new one under the same names is deleted, claims and namespaces included`,
  }] : [];
}

const CLUSTER_OF_ARGO_CD = { name: 'in-cluster', server: 'https://kubernetes.default.svc' };

/** A cluster has a name or an address; that of Argo CD itself is known by both. */
function clusterOf({ spec }: Manifest): unknown {
  const { name, server } = recordOf(recordOf(spec).destination);
  return name === CLUSTER_OF_ARGO_CD.name ? CLUSTER_OF_ARGO_CD.server : server ?? name;
}

/** Argo CD looks at one cluster, the new one. */
function destinationMoved({ given: { before, after } }: Update): ChangeStatement[] {
  if (groupKindOf(after) !== 'argoproj.io/Application') { return []; }
  const [was, is] = [before, after].map(clusterOf);
  if (was === undefined || is === undefined || sameData(was, is)) { return []; }
  return [{
    path: `/spec/destination/${recordOf(recordOf(after.spec).destination).server === undefined ? 'name' : 'server'}`,
    before: was,
    after: is,
    message: `if that is another cluster, Argo CD forgets what it applied to ${textOf(was)}: it goes on there, and nothing manages it. In ${textOf(is)} all claims start empty`,
  }];
}

function prunerOf({ apiVersion, kind, metadata, spec }: Manifest): string | undefined {
  const { prune, suspend, syncPolicy } = recordOf(spec);
  if (kind === 'Kustomization') { return prune === true && suspend !== true ? takenAlongWith({ apiVersion, kind, metadata, spec: { prune } })?.by : undefined; }
  const { automated } = recordOf(syncPolicy);
  return isRecord(automated) && automated.prune === true && automated.enabled !== false ? 'Argo CD' : undefined;
}

export const DEPLOYER_TARGET_DANGERS: readonly Rule[] = [
  {
    id: 'release-moved',
    title: 'A HelmRelease that becomes another release',
    effect: 'strands-data',
    kinds: ['HelmRelease'],
    fields: 'spec.releaseName, spec.targetNamespace, spec.storageNamespace, spec.chart.spec.chart',
    why: 'Flux knows a release by its name, its namespaces and its chart. With another one of these it uninstalls the old release before it installs the new one: nothing is renamed or moved',
    fix: 'keep them. To rename: write spec.suspend: true, rename the release with what it holds by hand, and resume',
    updated: releaseMoved,
  },
  {
    id: 'pruned-source-moved',
    title: 'Another source for a deployer that prunes',
    effect: 'deletes-data',
    kinds: ['Kustomization', 'Application'],
    fields: 'spec.path, targetNamespace, namePrefix, nameSuffix of a Kustomization with prune: true; spec.source.path, spec.source.chart, '
      + 'spec.destination.namespace of an Application with automated.prune',
    why: 'what was applied from the old source and is not in the new one, or has another name there, counts as removed. A path that is not there yet, or one folder too high, empties the cluster',
    fix: 'compare what both sources render first; write prune: false for the move, and true again when everything is in its place',
    updated: sourceMoved,
  },
  {
    id: 'destination-moved',
    title: 'An Application of Argo CD that goes to another cluster',
    effect: 'strands-data',
    kinds: ['Application'],
    fields: 'spec.destination.server, spec.destination.name',
    why: 'Argo CD looks for the objects of an Application in the cluster that it names, and in no other. What is in the old cluster stays, also with the finalizer that deletes objects with their Application',
    fix: 'make a second Application for the new cluster, move the data, and delete the first one then',
    updated: destinationMoved,
  },
];
