import { overlap } from './laid-out';
import { claimsBelow, claimsBeside, columnsOf } from '../../src/graph/columns';
import { GraphEdge, GraphNode } from '../../src/graph/graph';
import { distance, labelArea, pointsOf } from '../../src/graph/label-places';
import { groupBy } from '../../src/manifest/group-by';

const CLAIMS = ['data', 'wal', 'index'];

/** Pods with their claims; the last pod has one less. */
function columns(pods: number) {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (let pod = 0; pod < pods; pod++) {
    nodes.push({ id: `p${pod}`, kind: 'Pod', name: `db-${pod}`, lines: [] });
    for (const claim of pod === pods - 1 ? CLAIMS.slice(1) : CLAIMS) {
      nodes.push({ id: `${claim}${pod}`, kind: 'PersistentVolumeClaim', name: `${claim}-db-${pod}`, lines: ['1Gi'] });
      edges.push({ from: `p${pod}`, to: `${claim}${pod}`, label: `/var/lib/${claim}`, about: 'data' });
    }
  }
  return columnsOf(nodes, groupBy(edges, ({ from }) => from));
}

test('a column is a pod with what it points at', () => {
  expect(columns(2).map(({ top, below }) => [top.name, below.map(({ node }) => node.name)])).toEqual([
    ['db-0', ['data-db-0', 'wal-db-0', 'index-db-0']], ['db-1', ['wal-db-1', 'index-db-1']],
  ]);
});

describe.each([['side by side', claimsBeside], ['below each other', claimsBelow]] as const)('claims %s', (_, arrange) => {
  const { boxes, arrows, width, height } = arrange(columns(3));

  test('no two boxes overlap, and all are inside', () => {
    expect(boxes.filter((a, i) => boxes.slice(i + 1).some(b => overlap(a, b)))).toEqual([]);
    expect(boxes.filter(box => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)).toEqual([]);
  });

  test('the word of an arrow is at the arrow, and on no box', () => {
    const words = arrows.map(arrow => ({ arrow, area: labelArea(arrow)! }));

    expect(words.filter(({ arrow, area }) => distance(area, pointsOf(arrow.curve)) > 15)).toEqual([]);
    expect(words.filter(({ area }) => boxes.some(box => overlap(area, box)))).toEqual([]);
  });

  test('each arrow begins at its pod and ends at its claim', () => {
    const boxOf = (id: string) => boxes.find(({ node }) => node.id === id)!;
    const ends = arrows.map(({ edge, curve: [start], tip }) => ({ pod: boxOf(edge.from), claim: boxOf(edge.to), start, tip }));

    expect(ends.filter(({ pod, start }) => start.y !== pod.height || start.x < pod.x || start.x > pod.x + pod.width)).toEqual([]);
    expect(ends.filter(({ claim, tip }) => !overlap({ ...tip, width: 1, height: 1 }, claim))).toEqual([]);
  });
});

test('below each other they are narrower, and the same claims of all pods are in one row', () => {
  const { width, boxes } = claimsBelow(columns(3));

  expect(width).toBeLessThan(claimsBeside(columns(3)).width / 2);
  expect(new Set(boxes.filter(({ node }) => node.id.startsWith('data')).map(({ y }) => y)).size).toBe(1);
});

test('nothing is as large as nothing', () => {
  expect([claimsBeside([]), claimsBelow([])].map(({ width, height }) => [width, height])).toEqual([[0, 0], [0, 0]]);
});
