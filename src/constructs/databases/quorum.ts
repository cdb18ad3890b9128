import { ApiObject } from 'cdk8s';
import { QUORUM_ANNOTATION } from '../../manifest/quorum';
import { StatefulApp } from '../stateful-app';

/** How many members may be lost, or down on purpose, while the others still have a majority. */
export function tolerated(replicas: number): number {
  return Math.floor((replicas - 1) / 2);
}

/** Why so many members cannot form a cluster that votes; an empty list means that they can. */
export function quorumProblems(replicas: number): string[] {
  if (!Number.isInteger(replicas) || replicas < 3) {
    return [`'replicas' must be at least 3, for fewer members cannot outvote one that is lost, got ${replicas}; write 'replicas: 3'`];
  }
  if (replicas % 2 === 0) {
    return [`'replicas' must be odd, for an even member adds no majority and one more way to lose it, got ${replicas}; write 'replicas: ${replicas + 1}'`];
  }
  return replicas > 9 ? [`'replicas' may be 9, got ${replicas}; write 'replicas: 9'`] : [];
}

/** Tells checks and the differ that members vote, where neither the image nor the command line says so. */
export function decidesByMajority(app: StatefulApp) {
  const set = app.node.tryFindChild('Default');
  if (set instanceof ApiObject) { set.metadata.addAnnotation(QUORUM_ANNOTATION, 'majority'); }
}
