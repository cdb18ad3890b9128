import { Rename } from './renames';
import { Update } from './update';
import { World } from './world';
import { Diff } from '../../reports/change';

/** Everything that was found out about two sides; plans are made of it. */
export interface Comparison extends Diff {
  readonly updates: readonly Update[];
  readonly renames: readonly Rename[];
  readonly world: World;
}
