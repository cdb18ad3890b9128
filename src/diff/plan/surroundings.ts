import { Manifest } from '../../kubernetes/manifest';
import { World } from '../changes/world';

/** What is known about the other changes of the same diff. */
export interface Surroundings {
  readonly world: World;
  readonly isRefused: (object: Manifest) => boolean;
}
