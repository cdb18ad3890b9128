import { crossings, hiddenArrows, overhangs, strayLabels } from './laid-out';
import { graphOf } from './support';
import { withFewerArrows } from '../../src/graph/fewer-arrows';
import { folded } from '../../src/graph/fold';
import { placed } from '../../src/graph/place';
import { EXAMPLES, runExample } from '../support/examples';

test.each(EXAMPLES)('in the picture of %s no two boxes overlap, no text leaves its box, each label is at its arrow, and no arrow runs through a box', async name => {
  const layout = await placed(withFewerArrows(folded(graphOf(runExample(name)))));

  expect(layout.boxes.length).toBeGreaterThan(0);
  expect(crossings(layout)).toEqual([]);
  expect(overhangs(layout)).toEqual([]);
  expect(strayLabels(layout)).toEqual([]);
  expect(hiddenArrows(layout)).toEqual([]);
});
