import { Arguments } from './arguments';
import { refuseWrongVersion } from './cluster-option';
import { definitionsOf, partNamed } from './cluster-parts';
import { configurationFor } from './configuration-file';
import { sidesInClusters, readSides, comparedOf } from './diff-sides';
import { Terminal } from './terminal';
import { restartedOrdinals } from '../diff/changes/rollout';
import { isUnder } from '../diff/changes/update';
import { diffInEach, plansInEach } from '../diff/in-clusters';
import { affected } from '../graph/affected';
import { changeGraph, lostClaims, Restart } from '../graph/change-graph';
import { Graph } from '../graph/graph';
import { idOf, idOfReference } from '../graph/ids';
import { systemGraph } from '../graph/system-graph';
import { Manifest } from '../kubernetes/manifest';
import { ordinalsOf } from '../kubernetes/workload';
import { Change } from '../reports/change';

/** The picture of what lies between two sides, of which `diff` says everything. */
export function graphOfChange(before: string, after: string, args: Arguments, terminal: Terminal): Graph {
  refuseWrongVersion(args);
  const configuration = configurationFor(args.value('config'), terminal);
  const [old, next] = readSides(before, after, terminal);
  const part = partNamed(args.value('cluster'), sidesInClusters(old, next, configuration, args, terminal).all, 'draw');
  const compared = comparedOf(part, definitionsOf(args, terminal)(part.configuration));
  const { before: was, after: becomes } = compared;
  const comparison = diffInEach([compared]);
  const sets = setsOnBothSides(was, becomes);
  const restarts = restartsOf(sets, comparison.changes);
  const options = { rbac: args.has('rbac'), cuts: new Map(sets.map(({ id, sides }) => [id, cutsOf(sides, restarts.get(id))])) };
  const whole = changeGraph({
    before: systemGraph(was, { ...options, claims: lostClaims(comparison.changes) }),
    after: systemGraph(becomes, options),
    present: [new Set(was.map(idOf)), new Set(becomes.map(idOf))],
    diff: comparison,
    plans: plansInEach(comparison),
    restarts,
  });
  return args.has('whole') ? whole : affected(whole);
}

interface SetOnBothSides {
  readonly id: string;
  readonly sides: readonly [before: Manifest, after: Manifest];
}

function setsOnBothSides(before: readonly Manifest[], after: readonly Manifest[]): SetOnBothSides[] {
  const isSet = ({ kind }: Manifest) => kind === 'StatefulSet';
  const old = new Map(before.filter(isSet).map(set => [idOf(set), set]));
  return after.filter(isSet).flatMap(set => {
    const was = old.get(idOf(set));
    return was ? [{ id: idOf(set), sides: [was, set] as const }] : [];
  });
}

/** Ordinals that only one side has are drawn apart from the others, and those that restart from those that do not. */
function cutsOf(sides: readonly Manifest[], restart: Restart | undefined): number[] {
  return [...sides.map(ordinalsOf).flatMap(({ first, last }) => [first, last + 1]), ...restart ? [restart.to] : []];
}

/** What is said of a template and leaves running pods as they are. */
const NO_RESTART: ReadonlySet<Change['effect']> = new Set(['none', 'in-place', 'refused']);

/** Pods restart where the differ says that their template changes. */
function restartsOf(sets: readonly SetOnBothSides[], changes: readonly Change[]): Map<string, Restart> {
  const restarting = new Set(changes.filter(({ path, effect }) => isUnder(path, '/spec/template') && !NO_RESTART.has(effect)).map(({ object }) => idOfReference(object)));
  return new Map(sets.filter(({ id }) => restarting.has(id)).flatMap(({ id, sides: [before, after] }) => {
    const ordinals = restartedOrdinals(after, before);
    return ordinals ? [[id, ordinals]] : [];
  }));
}
