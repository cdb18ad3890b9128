import { crossings, overhangs, strayLabels } from './laid-out';
import { graphOf } from './support';
import { folded } from '../../src/graph/fold';
import { withMeshes } from '../../src/graph/meshes';
import { placed } from '../../src/graph/place';
import { withSharedArrows } from '../../src/graph/shared-arrows';
import { EXAMPLES, runExample } from '../support/examples';

test.each(EXAMPLES)('in the picture of %s no two boxes overlap, no text leaves its box, and each label is at its arrow', async name => {
  const layout = await placed(withMeshes(withSharedArrows(folded(graphOf(runExample(name))))));

  expect(layout.boxes.length).toBeGreaterThan(0);
  expect(crossings(layout)).toEqual([]);
  expect(overhangs(layout)).toEqual([]);
  expect(strayLabels(layout)).toEqual([]);
});
