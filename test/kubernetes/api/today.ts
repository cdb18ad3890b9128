/** What the model is compared with, as long as both are there. */
export { KINDS, TYPES } from '../../../src/checks/schema/kubernetes-1.27.generated';
export { structNamed } from '../../../src/checks/schema/types';
export type { Shape } from '../../../src/kubernetes/shapes/shape';
export { shapeOf } from '../../../src/kubernetes/shapes/kinds';
