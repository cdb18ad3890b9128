/** What the model is compared with, as long as both are there. */
export type { Shape } from '../../../src/kubernetes/shapes/shape';
export { shapeOf } from '../../../src/kubernetes/shapes/kinds';
