import { Block } from './blocks';
import { BlockEdge, GAP } from './crowds';
import { Point } from './layout';
import { groupBy } from '../manifest/group-by';

/**
 * What is in no frame stands above the frames that it leads to, or below those that lead to it, not beside them. What is returned is which
 * block must stand above which other one.
 */
export function outsideApart(blocks: readonly Block[], edges: readonly BlockEdge[]): BlockEdge[] {
  const parents = new Map(blocks.map(({ id, parent }) => [id, parent]));
  const [outgoing, incoming] = [groupBy(edges, ({ from }) => from), groupBy(edges, ({ to }) => to)];
  const inFrames = groupBy(blocks.filter(({ parent }) => parent !== undefined), ({ parent }) => parent!);
  const framesOf = (ids: readonly string[]) => [...new Set(ids.flatMap(id => parents.get(id) ?? []))].flatMap(frame => inFrames.get(frame)!);
  return blocks.filter(({ parent }) => parent === undefined).flatMap(({ id }) => {
    const [targets, sources] = [(outgoing.get(id) ?? []).map(({ to }) => to), (incoming.get(id) ?? []).map(({ from }) => from)];
    if (sources.length === 0) { return framesOf(targets).filter(inside => !incoming.has(inside.id)).map(inside => ({ from: id, to: inside.id })); }
    return targets.length > 0 ? [] : framesOf(sources).filter(inside => !outgoing.has(inside.id)).map(inside => ({ from: inside.id, to: id }));
  });
}

/** Rows of blocks that are wider than some width are cut in two, of which the right one stands below. */
export function rowsCut(blocks: readonly Block[], middleOf: (block: number) => Point, widest: number): BlockEdge[] {
  const rows = groupBy(blocks.map(({ id, width }, i) => ({ id, width, ...middleOf(i) })), ({ y }) => Math.round(y));
  return [...rows.values()].flatMap(row => {
    const sorted = [...row].sort((a, b) => a.x - b.x);
    const total = sorted.reduce((sum, { width }) => sum + width + GAP, -GAP);
    if (total <= widest || row.length < 2) { return []; }
    let width = 0;
    const left = sorted.filter((one, i) => i === 0 || (width += sorted[i - 1].width + GAP) + one.width / 2 <= total / 2);
    return sorted.slice(left.length).map(({ id }, i) => ({ from: left[i % left.length].id, to: id }));
  });
}
