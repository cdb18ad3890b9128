import { ReadAcknowledgement, readAcknowledgement } from './acknowledge';
import { DeclaredApi, clusterApi, inWords } from './cluster-api';
import { Shape, ShapeProblem, list, mapping, shapeProblems, switches, text, truth, version } from './shape';
import { pointer } from '../../kubernetes/pointer';
import { Environment } from '../../manifest/environment';
import { readDocuments } from '../../manifest/read/read';

/** What a configuration file says: what exists besides the manifests, and which findings stand. */
export interface Configuration extends DeclaredApi {
  /** The file it was read from. */
  readonly file: string;
  /** @default - nothing is declared */
  readonly environment?: Environment;
  /** Files and folders with CustomResourceDefinitions, from the folder of the configuration file. @default - none */
  readonly crds?: readonly string[];
  readonly acknowledgements: readonly ReadAcknowledgement[];
  /** Dangers of a change that are accepted, by the id that `diff` prints. @default - none */
  readonly acceptedChanges?: readonly { readonly id: string; readonly reason: string }[];
}

/** The configuration cannot be used; every problem with its place, none with a stack trace. */
export class ConfigurationError extends Error {
  constructor(public readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const SHAPE: Shape = mapping({
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
  acknowledgements: list(mapping({ rule: text, id: text, object: text, reason: text }, ['rule', 'reason'], { rule: 'id' })),
  acceptedChanges: list(mapping({ id: text, reason: text }, ['id', 'reason'])),
});

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
  const { acknowledgements = [], ...rest } = (value ?? {}) as Partial<Configuration>;
  return {
    ...rest,
    file,
    acknowledgements: acknowledgements.map((acknowledgement, index) => {
      const path = `/acknowledgements/${index}`;
      return { ...readAcknowledgement(acknowledgement), path, place: { file, document: 0, ...positionOf(path) } };
    }),
  };
}

/** What is read must have its shape before anybody can say whether such versions and gates exist. */
function valueProblems(value: unknown): readonly ShapeProblem[] {
  const problems = shapeProblems(value, SHAPE);
  if (problems.length > 0) { return problems; }
  return clusterApi((value ?? {}) as DeclaredApi).problems.map(problem => ({ path: pointer(...problem.path), message: inWords(problem) }));
}
