import { asWritten, isOfServer } from './as-written';
import { APP, Trial, chartCall } from './attempt';
import { chartsOf } from './charts';
import { Call } from './code';
import { objectsOf, yamlOf } from './evaluate';
import { variableNames } from './names';
import { piecesOf } from './pieces';
import { Program, Statement } from './program';
import { Source } from './source';
import { LeftOut, taken } from './taken';
import { ComparisonOnVersions, diffOnEach } from '../diff/on-versions';
import { withoutServerFields } from '../kubernetes/api-server/defaults';
import { Manifest } from '../kubernetes/manifest';
import { SourceDocument } from '../manifest/read/document';
import { readDocuments } from '../manifest/read/read';

/** How to import. */
export interface ImportOptions extends Trial {
  /** What the input is called: the id of a chart without a namespace. */
  readonly name: string;
  /** Whether the values of Secrets are written. @default false */
  readonly secrets?: boolean;
  /** CustomResourceDefinitions of the cluster. @default - those of the input */
  readonly definitions?: readonly Manifest[];
}

/** A program that was made of manifests, and what it does. */
export interface Imported {
  readonly text: string;
  /** How many objects the program makes. */
  readonly objects: number;
  /** By what the objects are made: `StatefulApp`, `ApiObject`. */
  readonly made: ReadonlyMap<string, number>;
  readonly patches: number;
  readonly leftOut: readonly LeftOut[];
  /** What the program changes in the cluster that the input was read from. */
  readonly comparison: ComparisonOnVersions;
}

/** Writes a program that makes the objects of these documents, runs it, and compares. */
export function importDocuments(documents: readonly SourceDocument[], options: ImportOptions): Imported {
  const { models, load, name, secrets, definitions } = options;
  const { objects, leftOut } = taken(documents, models[0], { secrets });
  const sources = objects.map((given): Source => ({ given, written: asWritten(given, models) }));
  const variables = variableNames();
  const charts = chartsOf(sources, name, variables);
  const pieces = charts.map(chart => piecesOf(chart, variables, options));
  const all = pieces.flat();
  const statements = charts.flatMap((chart, index): Statement[] => [
    { variable: chart.variable, call: chartCall(chart.id, chart.namespace) },
    ...pieces[index].flatMap(piece => piece.statements),
  ]);
  const program = new Program([APP, ...statements, { call: new Call('app.synth', []) }]);
  const unsaid = all.filter(({ problem }) => problem !== undefined);
  const known = new Set(all.filter(({ problem }) => problem === undefined).flatMap(piece => piece.sources.map(({ given }) => given)));
  const after = readDocuments(yamlOf(objectsOf(program, load), load), 'main.ts').flatMap(({ manifest }) => manifest ?? []);
  return {
    text: program.text,
    objects: known.size,
    made: countedBy(all),
    patches: all.reduce((sum, piece) => sum + piece.patches, 0),
    leftOut: [...leftOut, ...unsaid.map(({ sources: [{ given }], problem }): LeftOut => ({ reason: 'refused', ...placeOf(given, documents), object: given, message: problem! }))],
    comparison: diffOnEach(objects.filter(object => known.has(object)).map(appliedOf), after, models, { definitions }),
  };
}

/** What stands in a manifest and is the server's is not applied. */
function appliedOf(object: Manifest): Manifest {
  return isOfServer(object) ? object : withoutServerFields(object);
}

function placeOf(manifest: Manifest, documents: readonly SourceDocument[]): { file: string; line: number } {
  const document = documents.find(one => one.manifest === manifest)!;
  return { file: document.file, line: document.positionOf('').line };
}

function countedBy(pieces: readonly { readonly by: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { by } of pieces) { counts.set(by, (counts.get(by) ?? 0) + 1); }
  return counts;
}
