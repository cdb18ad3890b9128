import { Manifest } from '../../manifest/manifest';
import { World } from '../world';

/** What is known about the other changes of the same diff. */
export interface Surroundings {
  readonly world: World;
  readonly isRefused: (object: Manifest) => boolean;
}
