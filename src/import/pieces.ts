import { AsDeployed } from './as-deployed';
import { Trial } from './attempt';
import { ChartPlan } from './charts';
import { Name } from './code';
import { constructPiece } from './construct-piece';
import { Names } from './names';
import { Context, Piece } from './piece';
import { Shared } from './shared';
import { smallPiece } from './small-pieces';
import { Source } from './source';

/**
 * Everything that makes the objects of a chart, in the order of the input.
 *
 * @param plain objects that are written as they stand in YAML, since a construct changed them
 */
export function piecesOf(
  chart: ChartPlan, variables: Names, asDeployed: AsDeployed, trial: Trial, plain: ReadonlySet<Source>,
): Piece[] {
  const ids = new Names();
  const context: Context = { chart, ids, variables, asDeployed, trial, shared: new Shared(new Name(chart.variable), ids, variables) };
  const pieces = new Map<Source, Piece>();
  const taken = new Set<Source>();
  for (const [index, source] of chart.sources.filter(one => !plain.has(one)).entries()) {
    trial.tell?.(`chart ${chart.id}: trying object ${index + 1} of ${chart.sources.length}`);
    const others = chart.sources.filter(other => other !== source && !taken.has(other) && !plain.has(other));
    const piece = orNone(() => constructPiece(source, others, context));
    if (!piece) { continue; }
    pieces.set(source, piece);
    for (const one of piece.sources) { taken.add(one); }
  }
  for (const [index, source] of chart.sources.entries()) {
    trial.tell?.(`chart ${chart.id}: writing object ${index + 1} of ${chart.sources.length}`);
    if (!taken.has(source)) { pieces.set(source, smallPiece(source, context, plain.has(source))); }
  }
  return chart.sources.flatMap(source => pieces.get(source) ?? []);
}

/** Manifests may hold anything anywhere: what a construct cannot be tried with is written as it stands in YAML. */
function orNone(make: () => Piece | undefined): Piece | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
