import { AsDeployed } from './as-deployed';
import { ChartOf, Trial } from './attempt';
import { Names } from './names';
import { Program, Statement } from './program';
import { Shared } from './shared';
import { Source } from './source';

/** A part of a program: what makes one object, or several that belong together. */
export interface Piece {
  readonly sources: readonly Source[];
  /** The class that makes them. */
  readonly by: string;
  /** Statements that have to stand before, once for all pieces. */
  readonly needs: readonly Statement[];
  readonly statements: readonly Statement[];
  readonly patches: number;
  /** Why it cannot be said in code. @default - it can */
  readonly problem?: string;
}

/** What the pieces of a chart have in common. */
export interface Context {
  readonly chart: ChartOf;
  readonly ids: Names;
  readonly variables: Names;
  readonly shared: Shared;
  readonly asDeployed: AsDeployed;
  readonly trial: Trial;
}

/** How long statements are. */
export function linesOf(statements: readonly Statement[]): number {
  return new Program(statements.map(statement => ({ ...statement, joined: true }))).body.split('\n').length;
}
