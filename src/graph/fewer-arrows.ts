import { withCommonEnds } from './common-ends';
import { Graph } from './graph';
import { withMeshes } from './meshes';
import { withSharedArrows } from './shared-arrows';

/** The same picture with no more arrows than somebody can follow. */
export function withFewerArrows(graph: Graph): Graph {
  return withMeshes(withCommonEnds(withSharedArrows(graph)));
}
