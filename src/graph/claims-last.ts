import { Block } from './blocks';
import { BlockEdge } from './crowds';
import { layered } from './frame-rows';
import { groupBy } from '../manifest/group-by';

/**
 * A claim that nothing leads to stands in the last row of its frame, near its class: from the first row its arrow would run around everything.
 * What is returned is which block must stand above which other one.
 */
export function claimsLast(blocks: readonly Block[], edges: readonly BlockEdge[]): BlockEdge[] {
  const [sources, targets] = [new Set(edges.map(({ from }) => from)), new Set(edges.map(({ to }) => to))];
  const isLoneClaim = ({ id, frame, boxes }: Block) => !frame && boxes[0]?.node.kind === 'PersistentVolumeClaim' && sources.has(id) && !targets.has(id);
  const frames = groupBy(blocks.filter(({ parent }) => parent !== undefined), ({ parent }) => parent!);
  return [...frames.values()].flatMap(inside => {
    const { layers } = layered(inside.filter(block => !isLoneClaim(block)), edges);
    const [above, last] = layers.slice(-2).map(layer => new Set(layer.map(({ id }) => id)));
    const arrow = last && edges.find(({ from, to }) => above.has(from) && last.has(to));
    return arrow ? inside.filter(isLoneClaim).map(({ id }) => ({ from: arrow.from, to: id })) : [];
  });
}
