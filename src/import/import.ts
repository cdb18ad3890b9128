import { acknowledgements } from './acknowledgements';
import { AsDeployed } from './as-deployed';
import { asWritten, isOfServer } from './as-written';
import { APP, Trial, chartCall } from './attempt';
import { ChartPlan, chartsOf } from './charts';
import { Call, Name } from './code';
import { objectsOf, refusalOf, yamlOf } from './evaluate';
import { modernised } from './modernise';
import { movedChart } from './moved-chart';
import { variableNames } from './names';
import { Piece } from './piece';
import { piecesOf } from './pieces';
import { Program, Statement } from './program';
import { Renewal, Renewed, renewed } from './renewal';
import { Source } from './source';
import { LeftOut, taken } from './taken';
import { ComparisonOnVersions, diffOnEach } from '../diff/on-versions';
import { withoutServerFields } from '../kubernetes/api-server/defaults';
import { Manifest } from '../kubernetes/manifest';
import { identityOf } from '../manifest/inventory';
import { SourceDocument } from '../manifest/read/document';
import { readDocuments } from '../manifest/read/read';

/** How to import. */
export interface ImportOptions extends Trial {
  /** What the input is called: the id of a chart without a namespace. */
  readonly name: string;
  /** Whether the values of Secrets are written. @default false */
  readonly secrets?: boolean;
  /** Whether objects are written in the words of today. @default false */
  readonly modernise?: boolean;
  /** Whether databases of charts whose images are gone are moved to official images. @default false */
  readonly officialImages?: boolean;
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
  /** @default - nobody asked for it, or nothing was old */
  readonly renewal?: Renewal;
  /** @default - nobody asked for it, or there is no database of such a chart */
  readonly move?: Renewal;
  /** What the program changes in the cluster that the input was read from. */
  readonly comparison: ComparisonOnVersions;
}

/** A program, and what was found out about it. */
interface Draft {
  readonly program: Program;
  readonly pieces: readonly Piece[];
  readonly comparison: ComparisonOnVersions;
}

/** Writes a program that makes the objects of these documents, runs it, and compares. */
export function importDocuments(read: readonly SourceDocument[], options: ImportOptions): Imported {
  const { models, definitions } = options;
  const inWordsOfToday: Renewed = options.modernise ? renewed(read, modernised, models, definitions) : { documents: read };
  const onOfficialImages: Renewed = options.officialImages
    ? renewed(inWordsOfToday.documents, movedChart, models, definitions)
    : { documents: inWordsOfToday.documents };
  const { documents } = onOfficialImages;
  const { objects, leftOut } = taken(documents, options.models[0], options);
  const sources = objects.map((given): Source => ({ given, written: asWritten(given, options.models) }));
  const { program, pieces, comparison } = proven(sources, options);
  const unsaid = pieces.flatMap(({ sources: [source], problem }) => problem === undefined ? [] : [{ source, problem }]);
  return {
    text: program.text,
    objects: sources.length - unsaid.length,
    made: countedBy(pieces.filter(({ problem }) => problem === undefined)),
    patches: pieces.reduce((sum, piece) => sum + piece.patches, 0),
    leftOut: [...leftOut, ...unsaid.map(({ source: { given }, problem }) => refused(given, problem, documents))],
    renewal: inWordsOfToday.renewal,
    move: onOfficialImages.renewal,
    comparison,
  };
}

/** What a construct changes is written as it stands in YAML; so is everything, should the program not synthesize. */
function proven(sources: readonly Source[], options: ImportOptions): Draft {
  const first = drafted(sources, options, new Set());
  const changed = new Set(first.comparison.changes
    .map(({ object: { name, namespace, ...object } }) => identityOf({ ...object, metadata: { name, namespace } })));
  const concerned = first.pieces.flatMap(piece => piece.sources.some(({ written }) => changed.has(identityOf(written))) ? piece.sources : []);
  const second = concerned.length > 0 ? drafted(sources, options, new Set(concerned)) : first;
  const isSound = second.comparison.changes.length === 0 && refusalOf(second.program, options.load) === undefined;
  return isSound ? second : drafted(sources, options, new Set(sources));
}

function drafted(sources: readonly Source[], { models, load, tell, name, definitions }: ImportOptions, plain: ReadonlySet<Source>): Draft {
  const variables = variableNames();
  const asDeployed = new AsDeployed(variables);
  const charts = chartsOf(sources, name, variables);
  const parts = charts.map(chart => ({ chart, pieces: piecesOf(chart, variables, asDeployed, { models, load, tell }, plain) }));
  const pieces = parts.flatMap(part => part.pieces);
  const lists = asDeployed.statementsFor(new Program(pieces.flatMap(({ statements }) => statements)).body);
  const programWith = (accepted: ReadonlyMap<string, readonly Statement[]>) => new Program([
    APP,
    ...lists,
    ...parts.flatMap(({ chart, pieces: some }) => [
      { variable: chart.variable, call: chartCall(chart.id, chart.namespace) },
      ...afterNamespace(chart, charts),
      ...accepted.get(chart.variable) ?? [],
      ...statementsOf(some),
    ]),
    { call: new Call('app.synth', []) },
  ]);
  tell?.(`running the program, and comparing its ${sources.length} objects`);
  const objects = objectsOf(programWith(new Map()), load);
  const checked = parts.filter(part => part.pieces.some(({ by }) => by !== 'ApiObject')).map(({ chart }) => [chart.id, chart.variable] as const);
  const program = programWith(checked.length > 0 ? acknowledgements(objects, new Map(checked), models, definitions) : new Map());
  const said = pieces.filter(({ problem }) => problem === undefined).flatMap(piece => piece.sources);
  const after = readDocuments(yamlOf(objects, load), 'main.ts').flatMap(({ manifest }) => manifest ?? []);
  return { program, pieces, comparison: diffOnEach(said.map(({ given }) => appliedOf(given)), after, models, { definitions }) };
}

/** What several pieces need stands before the first of them. */
function statementsOf(pieces: readonly Piece[]): Statement[] {
  const done = new Set<Statement>();
  return pieces.flatMap(({ needs, statements }) => {
    const missing = needs.filter(statement => !done.has(statement));
    for (const statement of missing) { done.add(statement); }
    const first = missing.map((statement, index) => ({ ...statement, joined: index > 0 }));
    return [...first, ...statements.map((statement, index) => ({ ...statement, joined: statement.joined || index === 0 && missing.length > 0 }))];
  });
}

/** What stands in a manifest and is the server's is not applied. */
function appliedOf(object: Manifest): Manifest {
  return isOfServer(object) ? object : withoutServerFields(object);
}

function refused(object: Manifest, message: string, documents: readonly SourceDocument[]): LeftOut {
  const { file, positionOf } = documents.find(({ manifest }) => manifest === object)!;
  return { reason: 'refused', file, line: positionOf('').line, object, message };
}

function countedBy(pieces: readonly Piece[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { by } of pieces) { counts.set(by, (counts.get(by) ?? 0) + 1); }
  return counts;
}

/** `shop.addDependency(cluster)`: a namespace is applied before what stands in it. */
function afterNamespace({ variable, namespace }: ChartPlan, charts: readonly ChartPlan[]): Statement[] {
  const holder = charts.find(chart => chart.sources.some(({ written: { kind, apiVersion, metadata } }) => kind === 'Namespace' && apiVersion === 'v1' && metadata?.name === namespace));
  return holder && namespace !== undefined ? [{ call: new Call(`${variable}.addDependency`, [new Name(holder.variable)]), joined: true }] : [];
}
