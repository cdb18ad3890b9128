import { ReadAcknowledgement, readAcknowledgement } from './acknowledge';
import { DeclaredApi, clusterApi, inWords } from './cluster-api';
import { Shape, ShapeProblem, list, mapping, shapeProblems, switches, text, truth, version } from './shape';
import { pointer } from '../../kubernetes/pointer';
import { Environment } from '../../manifest/environment';
import { readDocuments } from '../../manifest/read/read';

/** What a configuration file says of all clusters, or of one: what exists besides the manifests, and which findings stand. */
export interface ClusterConfiguration extends DeclaredApi {
  /** @default - nothing is declared */
  readonly environment?: Environment;
  /** Files and folders with CustomResourceDefinitions, from the folder of the configuration file. @default - none */
  readonly crds?: readonly string[];
  readonly acknowledgements: readonly ReadAcknowledgement[];
  /** Dangers of a change that are accepted, by the id that `diff` prints. @default - none */
  readonly acceptedChanges?: readonly { readonly id: string; readonly reason: string }[];
  /** The namespace of objects that name none. @default - nobody knows it */
  readonly namespace?: string;
}

/** What a configuration file says of one cluster, besides what it says of all. */
export interface ConfiguredCluster extends ClusterConfiguration {
  readonly name: string;
  /** Files and folders with its manifests, from the folder of the configuration file; `*` and `**` stand for others. */
  readonly paths: readonly string[];
}

/** What a configuration file says. */
export interface Configuration extends ClusterConfiguration {
  /** The file it was read from. */
  readonly file: string;
  /** @default - the folders say which manifests are for one cluster */
  readonly clusters?: readonly ConfiguredCluster[];
}

/** The configuration cannot be used; every problem with its place, none with a stack trace. */
export class ConfigurationError extends Error {
  constructor(public readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const OF_CLUSTER: Readonly<Record<string, Shape>> = {
  kubernetesVersion: version,
  featureGates: switches,
  runtimeConfig: switches,
  environment: mapping({
    objects: list(mapping({ kind: text, name: text, namespace: text, keys: list(text) }, ['kind', 'name'])),
    defaultStorageClass: truth,
    provisioners: list(text),
    nodeLabels: list(text),
    complete: truth,
  }),
  crds: list(text),
  namespace: text,
  acknowledgements: list(mapping({ rule: text, id: text, object: text, reason: text }, ['rule', 'reason'], { rule: 'id' })),
  acceptedChanges: list(mapping({ id: text, reason: text }, ['id', 'reason'])),
};

const SHAPE: Shape = mapping({ ...OF_CLUSTER, clusters: list(mapping({ name: text, paths: list(text), ...OF_CLUSTER }, ['name', 'paths'])) });

/**
 * Reads `cdk8s-stateful.yaml` or its JSON twin. Nothing is ignored: an unknown
 * key is an error, since it would silently do nothing.
 *
 * @param content what stands in the file
 * @param file the file's name, for messages
 */
export function readConfiguration(content: string, file: string): Configuration {
  const documents = readDocuments(content, file);
  if (documents.length === 0) { return { file, acknowledgements: [] }; }
  const [{ value, problems, positionOf }] = documents;
  const broken = documents.length > 1
    ? [{ ...documents[1].positionOf(''), message: 'there is a second document; write everything into one' }]
    : [
      // A configuration is no manifest and need not be one.
      ...problems.filter(({ rule }) => rule !== 'not-a-manifest').map(({ position, message, fix }) => ({ ...position, message: `${message}; ${fix}` })),
      ...valueProblems(value).map(({ path, message }) => ({ ...positionOf(path), message })),
    ];
  if (broken.length > 0) {
    throw new ConfigurationError(broken.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`));
  }
  const { clusters, ...ofAll } = (value ?? {}) as Partial<Configuration>;
  const read = <T extends Partial<ClusterConfiguration>>(written: T, at: string) => ({
    ...written,
    acknowledgements: (written.acknowledgements ?? []).map((acknowledgement, index) => {
      const path = `${at}/acknowledgements/${index}`;
      return { ...readAcknowledgement(acknowledgement), path, place: { file, document: 0, ...positionOf(path) } };
    }),
  });
  return { ...read(ofAll, ''), file, ...clusters && { clusters: clusters.map((cluster, index) => read(cluster, `/clusters/${index}`)) } };
}

/** What is read must have its shape before anybody can say whether such versions and gates exist. */
function valueProblems(value: unknown): readonly ShapeProblem[] {
  const problems = shapeProblems(value, SHAPE);
  if (problems.length > 0) { return problems; }
  const { clusters = [], ...all } = (value ?? {}) as Partial<Configuration>;
  const namesakes = new Set<string>();
  return [
    ...apiProblems(all, ''),
    ...clusters.flatMap((cluster, index) => {
      const path = pointer('clusters', index);
      const isTaken = namesakes.has(cluster.name);
      namesakes.add(cluster.name);
      const twice = { path: `${path}/name`, message: `there are two clusters '${cluster.name}'; write the paths of both into one` };
      return [...isTaken ? [twice] : [], ...apiProblems(cluster, path)];
    }),
  ];
}

function apiProblems(declared: DeclaredApi, at: string): ShapeProblem[] {
  return clusterApi(declared).problems.map(problem => ({ path: at + pointer(...problem.path), message: inWords(problem) }));
}
