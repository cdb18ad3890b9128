import { Trial, patchCalls, patchesFor, tried } from './attempt';
import { ChartPlan } from './charts';
import { Call, Name } from './code';
import { literal } from './literal';
import { Names, idFor, kindWords, variableFor } from './names';
import { Statement } from './program';
import { Source } from './source';
import { referenceTo } from '../manifest/inventory';

/** A part of a program: what makes one object, or several that belong together. */
export interface Piece {
  readonly sources: readonly Source[];
  /** The class that makes them. */
  readonly by: string;
  readonly statements: readonly Statement[];
  readonly patches: number;
  /** Why it cannot be said in code. @default - it can */
  readonly problem?: string;
}

/** Everything that makes the objects of a chart. */
export function piecesOf(chart: ChartPlan, variables: Names, trial: Trial): Piece[] {
  const ids = new Names();
  return chart.sources.map(source => literalPiece(source, chart, ids, variables, trial));
}

/** An object as it stands in YAML. What cdk8s would lose or a compiler would refuse is patched. */
function literalPiece(source: Source, chart: ChartPlan, ids: Names, variables: Names, trial: Trial): Piece {
  const { kind, name } = referenceTo(source.given);
  const id = ids.take(idFor(name), idFor(`${name}-${kindWords(kind)}`));
  const call = literal(new Name(chart.variable), id, source.written, chart.namespace);
  const made = tried([{ call }], chart, trial);
  const patches = made?.length === 1 ? patchesFor(source, made[0], trial) : undefined;
  const piece = { sources: [source], by: 'ApiObject' };
  if (!patches) { return { ...piece, statements: [], patches: 0, problem: 'cdk8s cannot write it as it is' }; }
  if (patches.length === 0) { return { ...piece, statements: [{ call }], patches: 0 }; }
  const variable = variables.take(variableFor(name), variableFor(name, kind));
  const patching = new Call(`${variable}.addJsonPatch`, patchCalls(patches));
  return { ...piece, statements: [{ variable, call }, { call: patching, joined: true }], patches: patches.length };
}
