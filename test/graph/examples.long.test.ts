import { crossings, hiddenArrows, hiddenTips, overhangs, strayLabels } from './laid-out';
import { graphOf } from './support';
import { withFewerArrows } from '../../src/graph/fewer-arrows';
import { folded } from '../../src/graph/fold';
import { pointsOf } from '../../src/graph/label-places';
import { placed } from '../../src/graph/place';
import { EXAMPLES, runExample } from '../support/examples';

test.each(EXAMPLES)('in the picture of %s no two boxes overlap, no text leaves its box, each label is at its arrow, no arrow runs through a box, and none ends behind a title', async name => {
  const layout = await placed(withFewerArrows(folded(graphOf(runExample(name)))));

  expect(layout.boxes.length).toBeGreaterThan(0);
  expect(crossings(layout)).toEqual([]);
  expect(overhangs(layout)).toEqual([]);
  expect(strayLabels(layout)).toEqual([]);
  expect(hiddenArrows(layout)).toEqual([]);
  expect(hiddenTips(layout)).toEqual([]);
});

test('an arrow that runs through a box is seen', async () => {
  const layout = await placed(withFewerArrows(folded(graphOf(runExample('quickstart')))));
  const [{ edge, curve }] = layout.arrows;
  const [{ x, y }] = pointsOf(curve).slice(1);
  const box = layout.boxes.find(({ node: { id } }) => id !== edge.from && id !== edge.to)!;

  const moved = { ...layout, boxes: [...layout.boxes, { ...box, x: x - box.width / 2, y: y - box.height / 2, node: { ...box.node, id: 'moved', name: 'moved', group: undefined } }] };

  expect(hiddenArrows(moved)).toContainEqual(expect.stringContaining('through moved'));
});
